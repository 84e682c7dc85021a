"""Which figure of a sentence a verb or a noun means, what it is worth, and when."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, AssetCode, asset_code
from ...values import Amount, Period
from ..amounts import find_amounts
from ..amounts.numbers import NUMBER
from ..folding import Shadow, fold
from ..language import words
from ..lexicon import Event, Kind
from ..scene import measures
from .rule import asset_near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..amounts import FoundAmount
    from ..scene import Scene, Spanned

# How far from its noun an asset, and from its quantity a value, may stand.
_REACH: Final = 80
_BESIDE: Final = 12
_OF_ASSET: Final = 30
_QUOTES: Final = (b' "', b" '")
# A number of four digits in this stretch is rather a year.
_YEARS: Final = range(1900, 2101)
# What else may be done with coins, for money.
_DEEDS: Final = ("hold", "buy", "sell", "seize", "transfer")
_FEW: Final = 100


@cache
def _listed(language: str, name: str) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Return the words of a list as they end before a place, and begin after it."""
    folded = [fold(word) for word in words(language, "text", name)]
    ending = tuple(
        b" " + w + (b"" if w.endswith((b"'", b"(")) else b" ") for w in folded
    )
    return ending + tuple(w for w in folded if w == b"("), tuple(folded)


def preceded(scene: Scene, position: int, name: str) -> bool:
    """Whether a word of a list stands right before a position, or its article does."""
    language, low = scene.section.language, scene.sentence.start
    position -= scene.folded.endswith(_QUOTES, low, position)
    articles, _ = _listed(language, "articles")
    before, _ = _listed(language, name)
    if _ends_in(scene, position, before):
        return True  # "o equivalente a": a word may end like an article
    for article in articles:
        if scene.folded.endswith(article, low, position):
            position -= len(article) - 1
            break
    return _ends_in(scene, position, before)


def _ends_in(scene: Scene, position: int, listed: tuple[bytes, ...]) -> bool:
    """Whether a word ends right before a position, be it the first of its sentence."""
    low = scene.sentence.start
    opening = b" " + scene.folded[low:position] in listed
    return opening or scene.folded.endswith(listed, low, position)


def followed(scene: Scene, position: int, name: str) -> bool:
    """Whether a word of a list stands right after a position."""
    _, after = _listed(scene.section.language, name)
    start = position + (scene.folded[position : position + 1] in {b" ", b"\n"})
    end = scene.sentence.end
    return any(
        scene.folded.startswith(word, start, end)
        and not scene.folded[start + len(word) : start + len(word) + 1].isalpha()
        for word in after
    )


def announced(scene: Scene, position: int) -> bool:
    """Whether a colon follows, and after it what is meant: "$1tn: that is what"."""
    return scene.folded[position : position + 2].lstrip().startswith(b":")


def between(scene: Scene, start: int, end: int, name: str) -> bool:
    """Whether a word of a list stands in a stretch."""
    _, listed = _listed(scene.section.language, name)
    stretch = b" %b " % b" ".join(scene.folded[start:end].rstrip(b".,;!? \n").split())
    return any(b" %b " % word in stretch for word in listed)


def held(scene: Scene, trigger: Event) -> dict[AssetCode, list[FoundAmount]]:
    """Return the amounts of each asset that are held, in order.

    What it was before, and by how much it changed, is left out: "up from 9,000 BTC",
    "rose by 500 BTC to 6,200 BTC".
    """
    groups = moved(scene, trigger)
    for unit, found in groups.items():
        groups[unit] = [f for f in found if _reached(scene, f)] or found
    return groups


def moved(scene: Scene, trigger: Event) -> dict[AssetCode, list[FoundAmount]]:
    """Return the amounts of each asset that a verb or a noun is about, in order."""
    start, end = scene.clause(trigger.start)
    fitting = [
        found
        for found in scene.amounts
        if measures(found, "asset")
        and start <= found.start < end
        and not found.per
        and not preceded(scene, found.start, "former")
    ]
    after = [found for found in fitting if found.start >= trigger.end]
    if trigger.kind is Kind.VERB and after and not scene.free_order:
        fitting = after
    groups: dict[AssetCode, list[FoundAmount]] = {}
    for found in fitting:
        groups.setdefault(asset_code(found.amount.unit), []).append(found)
    return groups


def _reached(scene: Scene, found: FoundAmount) -> bool:
    return preceded(scene, found.start, "to") or followed(scene, found.end, "total")


def chosen(found: Sequence[FoundAmount], position: int) -> FoundAmount | None:
    """Return the amount nearest to a position."""
    return min(found, key=lambda f: abs(f.start - position), default=None)


def counted(scene: Scene, trigger: Event) -> tuple[AssetCode, Amount] | None:
    """Return a bare number of what was spoken of: `il en détient 6 135`.

    The number is read as it would be with its unit beside it.
    """
    spoken = asset_near(scene, trigger.start, within=(0, trigger.start))
    remembered = scene.memory.asset
    asset = spoken or (asset_code(remembered) if remembered else None)
    _, end = scene.clause(trigger.start)
    number = NUMBER.search(scene.folded, trigger.end, min(end, trigger.end + _REACH))
    if asset in {None, CRYPTO} or number is None or _taken(scene, number.start()):
        return None
    digits = number[0].replace(b" ", b"")
    if digits.isdigit() and (int(digits) < _FEW or _is_year(number[0])):
        return None
    closed = scene.folded[number.end() : number.end() + 1] in {
        b".",
        b",",
        b";",
        b"",
        b")",
    }
    if not (
        preceded(scene, trigger.start, "counted_before")
        or followed(scene, number.end(), "counted_after")
        or (closed and scene.find("pronoun", "country"))
    ):
        return None
    return _as_amount(scene, trigger.end, number.end(), asset) if asset else None


def coins(scene: Scene, asset: AssetCode) -> Amount | None:
    """Return a number of coins of an asset: "with 207,189 coins"."""
    for number in NUMBER.finditer(
        scene.folded, scene.sentence.start, scene.sentence.end
    ):
        if followed(scene, number.end(), "counted_after"):
            low = max(scene.sentence.start, number.start() - _BESIDE)
            found = _as_amount(scene, low, number.end(), asset)
            return found[1] if found else None
    return None


def _as_amount(
    scene: Scene, start: int, end: int, asset: AssetCode
) -> tuple[AssetCode, Amount] | None:
    shown = f"{scene.plain[start:end].strip()} {asset}"
    found = find_amounts(Shadow.of(shown), scene.section.language)
    return (asset, found[-1].amount) if found else None


def _is_year(digits: bytes) -> bool:
    return digits.isdigit() and int(digits) in _YEARS


def _taken(scene: Scene, position: int) -> bool:
    spans: list[Spanned] = [*scene.amounts, *scene.dates]
    return any(span.start <= position < span.end for span in spans)


def worth(scene: Scene, trigger: Event, quantity: FoundAmount | None) -> Amount | None:
    """Return what something is worth: "worth $745 million", "$1.5 billion of bitcoin".

    The price of one coin, and money that is told of something else, is no value.
    """
    clause = scene.clause(trigger.start)
    later = [e.start for e in scene.find(trigger.value) if e.start > trigger.start]
    # "… and Germany sold 50,000 BTC for $2.9 billion" is another story.
    later += [e.start for e in scene.find(*_DEEDS) if e.start >= clause[1]]
    limit = min(later, default=scene.sentence.end)
    low = clause[0] if scene.free_order else trigger.end
    for found in scene.amounts:
        if not measures(found, "currency") or found.per:
            continue
        if not low <= found.start < limit or _price(scene, found):
            continue
        if quantity is not None and _of_another(scene, quantity, found):
            continue
        if preceded(scene, found.start, "worth") or _of_asset(scene, found):
            return found.amount
        if quantity is not None and _in_other_words(scene, quantity, found):
            return found.amount
        of_noun = preceded(scene, found.start, "of") and trigger.kind is Kind.NOUN
        if of_noun and found.start - trigger.end < _BESIDE:
            return found.amount
    return None


def _of_another(scene: Scene, quantity: FoundAmount, found: FoundAmount) -> bool:
    """Whether it is rather another's: "bought 8 BTC and holds 6,246 BTC, worth …"."""
    return any(
        other.amount.unit == quantity.amount.unit
        and quantity.end <= other.start < found.start
        and not preceded(scene, other.start, "former")
        for other in scene.amounts
    )


def _price(scene: Scene, found: FoundAmount) -> bool:
    low = max(scene.clause(found.start)[0], found.start - 30)
    each = followed(scene, found.end, "each")
    return each or between(scene, low, found.start, "price")


def _of_asset(scene: Scene, found: FoundAmount) -> bool:
    """`$1.5 billion of bitcoin`, `1,5 milliard de dollars en bitcoins`."""
    comma = scene.folded[found.end : found.end + 1] == b","
    return followed(scene, found.end + comma, "made_of") and any(
        0 < event.start - found.end <= _OF_ASSET for event in scene.of_kind(Kind.ASSET)
    )


def _in_other_words(scene: Scene, quantity: FoundAmount, found: FoundAmount) -> bool:
    between_them = scene.folded[quantity.end : found.start].strip()
    return quantity.end <= found.start and between_them in {
        b"(",
        b"/",
        b"-",
        b",",
        b"=",
    }


def dated(scene: Scene, trigger: Event) -> Period | None:
    """Return when a verb tells of something: the date that no other verb is nearer to.

    "plans to sell 50,000 BTC seized in 2013" gives the seizure a date, not the sale.
    """
    start, end = scene.clause(trigger.start)
    verbs: list[Spanned] = [
        e for e in scene.of_kind(Kind.VERB) if e.start != trigger.start
    ]
    verbs += [f for f in scene.amounts if preceded(scene, f.start, "former")]
    own: list[Period] = []
    elsewhere: list[Period] = []
    for found in scene.dates:
        resolved = scene.periods(within=(found.start, found.start + 1))
        if found.role == "until" or not resolved:
            continue
        if start <= found.start < end:
            taken = [e for e in verbs if trigger.start < e.start < found.start]
            own += [] if taken else resolved
        else:
            low, high = scene.clause(found.start)
            taken = [e for e in verbs if low <= e.start < high]
            elsewhere += [] if taken else resolved
    dates = own or elsewhere
    return dates[0] if len(dates) == 1 else None
