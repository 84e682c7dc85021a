"""What a locale calls things: countries, currencies, assets, units, lists of them.

Here alone is Babel's locale data read; it is typed as `Any`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast, get_args

from .._data import reserved_codes
from ..codes import CRYPTO, asset_code, asset_name, country_code, currency_code
from . import tables
from .options import Width, check_choice
from .phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .tags import Chain
    from .voices import Voice

# French says "dollars américains"; CLDR's name is for lists. Portuguese names begin
# with a capital in CLDR alone.
_SPOKEN_CURRENCIES: Final = {("fr", "USD"): ("dollar américain", "dollars américains")}

# Spanish says "e" before the sound of "i", as ICU does: "Suecia e Islas Caimán".
_SOUNDS_LIKE_I: Final = re.compile(r"[ií]|h[ií](?![ae])", re.IGNORECASE)


def country_name(voice: Voice, code: str, width: Width = "long") -> str:
    """Return the name of a country, as in a list of countries.

    The Union and Kosovo have codes of their own that ISO 3166-1 reserves.

    Raises:
        InvalidOption: no such width.
    """
    check_choice("width", width, get_args(Width))
    known = code if code in reserved_codes() else country_code(code)
    if width == "short":
        names = _section(voice.chain, "regions", "short")
        if known in names:
            return names[known]
    territories = cast("Mapping[str, str]", voice.locale.territories)
    return territories.get(known, known)


@cache
def _section(chain: Chain, part: str, name: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", tables.merged(part, chain).get(name, {}))


def country(voice: Voice, code: str) -> Phrase:
    """Return the name of a country, in the forms that a sentence needs."""
    name = voice.grammar.spoken.get(code) or country_name(voice, code)
    return voice.grammar.country(code, name)


def currency_name(voice: Voice, code: str, category: str | None = None) -> str:
    """Return the name of a currency, as it goes with a number or by itself."""
    spoken = _SPOKEN_CURRENCIES.get((voice.language, code))
    if spoken and category is not None:
        return spoken[category != "one"]
    name = money_name(voice, code, category)
    lowered = voice.language == "pt" and category is not None
    return name[:1].lower() + name[1:] if lowered else name


def money_name(voice: Voice, code: str, category: str | None = None) -> str:
    """Return what CLDR calls a currency, one that has been withdrawn too."""
    currencies = cast("Mapping[str, str]", voice.locale.currencies)
    known = code if code in currencies else currency_code(code)
    name = currencies.get(known, known)
    if category is None:
        return name
    data = cast("Mapping[str, Any]", voice.locale._data)  # pyright: ignore[reportPrivateUsage]
    forms = cast("Mapping[str, str]", data["currency_names_plural"].get(known, {}))
    return str(forms.get(category) or forms.get("other") or name)


def asset(voice: Voice, code: str) -> Phrase:
    """Return what a sentence calls a virtual asset, in the forms that it needs.

    `some` is an amount of it that nobody counts.
    """
    known = asset_code(code)
    say = voice.words.text
    if known == CRYPTO:
        return Phrase(
            say("asset", "cryptocurrency"),
            {
                "the": say("asset, in general", "cryptocurrency"),
                "some": say("asset, an amount of it", "cryptocurrency"),
                "of": say("asset, after 'of'", "cryptocurrency"),
                "to": say("asset, after 'to'", "to cryptocurrency"),
                "stem": say("asset, with another noun", "crypto"),
            },
            choice=1,
        )
    if known == "BTC":
        return Phrase(
            say("asset", "bitcoin"),
            {
                "the": say("asset, in general", "bitcoin"),
                "some": say("asset, an amount of it", "bitcoin"),
                "of": say("asset, after 'of'", "bitcoin"),
                "to": say("asset, after 'to'", "to bitcoin"),
                "stem": say("asset, with another noun", "bitcoin"),
            },
        )
    ticker = voice.grammar.ticker(known)
    some = voice.words.say("asset, an amount of it", "{ticker}", ticker=ticker)
    stem = voice.words.say("asset, with another noun", "{ticker}", ticker=ticker)
    return Phrase(known, {**ticker.forms, "some": some, "stem": stem})


def asset_title(voice: Voice, code: str) -> str:
    """Return the name of an asset by itself: `Bitcoin`."""
    known = asset_code(code)
    if known == CRYPTO:
        return voice.words.text("asset", "cryptocurrency")
    return asset_name(known)


def listed(voice: Voice, items: Sequence[str]) -> str:
    """Join texts as the locale does: "a, b and c"."""
    text = _joined(voice, items) if items else ""
    if voice.language == "es" and len(items) > 1 and _SOUNDS_LIKE_I.match(items[-1]):
        return text.removesuffix(f"y {items[-1]}") + f"e {items[-1]}"
    return text


def _joined(voice: Voice, items: Sequence[str]) -> str:
    """Join texts from the last to the first (UTS 35, part 2, "List Patterns")."""
    patterns = _section(voice.chain, "lists", "and")
    *others, text = items
    places = ["start", *["middle"] * (len(others) - 2), "end"]
    for place, other in zip(reversed(places), reversed(others), strict=False):
        text = patterns[place if len(others) > 1 else "2"].format(other, text)
    return text


def listed_phrases(voice: Voice, items: Sequence[Phrase]) -> Phrase:
    """Join phrases for a sentence, in each of their forms."""
    if len(items) == 1:
        return items[0]

    forms = {name for item in items for name in item.forms}
    return Phrase(
        listed(voice, [item.text for item in items]),
        {name: listed(voice, [format(one, name) for one in items]) for name in forms},
        choice=int(bool(items)),
    )
