"""How many people have to do with virtual assets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, AssetCode, CountryCode, asset_code
from ...model import Adoption, AdoptionMeasure, Stage
from ...values import Amount
from ..amounts import find_amounts
from ..amounts.numbers import NUMBER
from ..bodies import known_bodies
from ..folding import Shadow
from ..language import folded_words, words
from ..lexicon import Event, Kind
from ..scene import measures
from .figures import preceded
from .parties import partner
from .rule import Rule, asset_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..amounts import FoundAmount
    from ..scene import Scene, Spanned


# Those who hold or use, and what is said of them; and what names a rate.
_HOLDING: Final = frozenset({"hold", "use", "users", "people_hold", "people_invest"})
_HAVING: Final = _HOLDING | {"have"}
_USING: Final = frozenset({"use", "users", "traded"})
_RATING: Final = frozenset(
    {
        "adoption_rate",
        "adoption",
        "population",
        "ownership",
        "investors",
        "have",
        "traded",
    }
)
_FRACTION: Final = "fraction."
_FIRMS: Final = ("company_holder", "exchange_noun", "sector.banking", "mining")
_TELLING: Final = frozenset({Kind.VERB, Kind.ASSET, Kind.NOUN})
# As long as " of the ", " des ".
_OF: Final = 8
# As long as " million " after a number.
_SCALE: Final = 14
# How many words "17 to 21 million" has.
_RANGE: Final = 4
# As long as "un habitant sur cinq".
_ONE: Final = 32
# How far from a fraction its people are named.
_PEOPLE: Final = 16
# As long as " des ", which may stand between having and what one has.
_SOME: Final = 5
# What stands right before a verb whose deed is still to come: "will soon own".
_MODAL: Final = 12


def adoption(scene: Scene) -> Iterator[Adoption]:
    """So many people of a country, or such a share of them, hold or use assets."""
    investors = [e for e in scene.find("investors") if _beside_asset(scene, e)]
    having = [e for e in scene.find("have") if _having(scene, e)]
    verbs = scene.find(*_HOLDING) or having or investors or _dealing(scene)
    shares = _rates(scene) or (verbs and _population(scene))
    asset = _asset(scene, verbs or shares)
    if asset is None:
        return
    # "Use or own" is the wider of the two.
    used = any(e.value in _USING for e in verbs)
    measure = AdoptionMeasure.USERS if used or not verbs else AdoptionMeasure.HOLDERS
    told: set[CountryCode] = set()
    for start, amount, country in _counted(scene, verbs):
        told.add(country)
        yield Adoption(
            country=country,
            asset=asset,
            measure=measure,
            quantity=amount,
            period=scene.when(start),
            stage=_stage(scene, verbs),
        )
    if not told:
        yield from _by_share(scene, asset, measure, shares, verbs)


def _dealing(scene: Scene) -> Sequence[Event]:
    """Return verbs of trading where people do: "31 million Indonesians traded"."""
    people = [found for found in scene.amounts if measures(found, "people")]
    inhabitants = any(
        found.start <= event.start < found.end
        for found in people
        for event in scene.of_kind(Kind.ADJECTIVE)
    )
    return scene.find("traded") if inhabitants else ()


def _counted(
    scene: Scene, verbs: Sequence[Event]
) -> Iterator[tuple[int, Amount, CountryCode]]:
    """Yield how many people they are, with the place of the figure and the country."""
    people = [found for found in scene.amounts if measures(found, "people")]
    if len(people) > 1:
        # "In a country of 220 million people, 20 million hold crypto."
        people = [f for f in people if not preceded(scene, f.start, "goes_on")]
    for found in people if verbs else ():
        country = _people_of(scene, found)
        if country is not None:
            yield found.start, found.amount, country
    if not people:
        for event in _heads(scene):
            amount = _headcount(scene, event)
            country = scene.country(event.end) or scene.subject
            if amount is not None and country is not None:
                yield event.start, amount, country


def _heads(scene: Scene) -> Iterator[Event]:
    """Yield those whose number is told: "the number of holders", "how many Poles"."""
    counted = scene.find("headcount")
    people = scene.of_kind(Kind.ADJECTIVE) if scene.find(*_HAVING) else ()
    for noun in (*scene.find("users", "people_hold"), *people) if counted else ():
        if any(0 <= noun.start - e.end <= _SCALE for e in counted):
            yield noun


def _headcount(scene: Scene, event: Event) -> Amount | None:
    """Return the bare number after "the number of users": "… reached 17 million".

    The number is read as it would be with its people beside it.
    """
    number = NUMBER.search(scene.folded, event.end, scene.clause(event.end)[1])
    if number is None or any(d.start <= number.start() < d.end for d in scene.dates):
        return None
    language = scene.section.language
    people = words(language, "quantities", "people", "words")[:1]
    shown = scene.plain[number.start() : scene.sentence.end].split()[:_RANGE]
    for count in range(len(shown), 0, -1):
        # "17 to 21 million", "17 millions", "17"
        text = " ".join(shown[:count]).rstrip(".,;:")
        for link in ("", *scene.words("counting")):
            phrase = " ".join(part for part in (text, link, *people) if part)
            for found in find_amounts(Shadow.of(phrase), language):
                whole = found.start == 0 and found.end == len(phrase)
                if whole and measures(found, "people"):
                    return found.amount
    return None


def _by_share(
    scene: Scene,
    asset: AssetCode,
    measure: AdoptionMeasure,
    triggers: Sequence[Event],
    verbs: Sequence[Event],
) -> Iterator[Adoption]:
    """Yield which part of the people of a country they are: "12%", "one in five"."""
    if not scene.of_kind(Kind.ASSET, Kind.COUNTRY):
        return
    told: set[CountryCode] = set()
    shares: list[tuple[Spanned, Amount]] = [
        (found, found.amount)
        for found in scene.amounts
        # "8% of Salvadorans, down from 26%": what was before is no claim of today.
        if triggers
        and measures(found, "share")
        and not preceded(scene, found.start, "former")
    ]
    if any(verb.value in _HAVING for verb in verbs):
        shares += [(event, share) for event, share in _fractions(scene)]
    for place, share in shares:
        start, end = scene.clause(place.start)
        if any(start <= e.start < end for e in scene.find("negation")):
            continue
        country = _share_of(scene, place)
        if country is not None and country not in told:
            told.add(country)
            yield Adoption(
                country=country,
                asset=asset,
                measure=measure,
                share=share,
                stage=_stage(scene, verbs),
            )


def _fractions(scene: Scene) -> Iterator[tuple[Event, Amount]]:
    """Yield shares that are told in words: "one in five adults"."""
    one = folded_words(scene.section.language, "text", "one_of")
    for event in scene.events:
        if not event.value.startswith(_FRACTION):
            continue
        # "un habitant sur cinq": three of five are another share.
        low = max(scene.sentence.start, event.start - _ONE)
        said = scene.folded[low : event.end].split()
        if (not one or any(word in one for word in said)) and _of_people(scene, event):
            share = event.value.removeprefix(_FRACTION)
            about = "~" if "." in share else ""
            yield event, Amount.parse(f"{about}{share} %")


def _of_people(scene: Scene, fraction: Event) -> bool:
    """Whether a fraction is one of people: "one in five adults", no "half of it"."""
    low, high = fraction.start - _PEOPLE, fraction.end + _PEOPLE
    firms = {event.start for event in scene.find(*_FIRMS)}
    people = [
        event
        for event in scene.of_kind(Kind.ADJECTIVE)
        if event.end + 1 not in firms  # "a third of German banks"
    ]
    people += [e for e in scene.find("population", "private") if e.start not in firms]
    return any(low <= event.start <= high for event in people)


def _stage(scene: Scene, verbs: Sequence[Event]) -> Stage:
    """Return whether they hold it today: "will own by 2030" is a plan."""
    to_come = any(
        verb.start - _MODAL <= mark.end <= verb.start
        for verb in verbs
        for mark in scene.find("will", "plan")
    )
    return Stage.PLANNED if to_come else Stage.IN_EFFECT


def _population(scene: Scene) -> Sequence[Event]:
    """Return what a share is of: "of the population", "of Nigerians"."""
    ends = [found.end for found in scene.amounts if measures(found, "share")]
    people = [
        event
        for event in scene.of_kind(Kind.ADJECTIVE)
        if any(0 < event.start - end <= _OF for end in ends)
        and not _of_holders(scene, event)
    ]
    return scene.find("population") or people


def _of_holders(scene: Scene, people: Event) -> bool:
    """Whether a share is one of holders: "27% of Nigerian bitcoin owners"."""
    if scene.free_order:
        return False  # "nutzen 12 Prozent der Tschechen Kryptowährungen"
    following = (e for e in scene.events if e.start >= people.end)
    first = next((e for e in following if e.kind in _TELLING), None)
    return first is not None and (
        first.kind is Kind.ASSET or first.value in {"users", "people_hold"}
    )


def _rates(scene: Scene) -> Sequence[Event]:
    """Return what names a rate of adoption: "adoption rate", "27% adoption"."""
    ends = {found.end for found in scene.amounts}
    beside = [e for e in scene.find("adoption") if {e.start, e.start - 1} & ends]
    # "Crypto ownership", "the ownership of crypto"
    owned = [
        event
        for event in scene.find("ownership", "adoption")
        if _beside_asset(scene, event)
    ]
    return scene.find("adoption_rate") or beside or owned


def _beside_asset(scene: Scene, event: Event) -> bool:
    """Whether an asset stands beside a noun: "crypto investors", "… en cryptos"."""
    return any(
        0 <= event.start - asset.end <= 1 or 0 <= asset.start - event.end <= _OF
        for asset in scene.of_kind(Kind.ASSET)
    )


def _having(scene: Scene, verb: Event) -> bool:
    """Whether "have" is a verb of its own: "have some crypto", no "have sold"."""
    assets = scene.of_kind(Kind.ASSET)
    if not scene.free_order:
        return any(0 <= asset.start - verb.end <= _SOME for asset in assets)
    start, end = scene.clause(verb.start)
    inside = any(
        start <= asset.start < end and b"," not in scene.folded[verb.end : asset.start]
        for asset in assets
    )
    acts = any(start <= e.start < end for e in scene.of_kind(Kind.VERB))
    return inside and not acts


def _asset(scene: Scene, triggers: Sequence[Event]) -> AssetCode | None:
    """Return what is held: named, or spoken of before ("en détiennent", "users")."""
    if not triggers:
        return None
    named = asset_near(scene, triggers[0].start)
    if named is not None:
        return named
    if scene.find("stablecoin"):
        return CRYPTO
    if scene.find("exchange_noun"):
        return CRYPTO  # "have accounts on crypto exchanges"
    remembered = scene.memory.asset
    return asset_code(remembered) if remembered is not None else None


def _share_of(scene: Scene, found: Spanned) -> CountryCode | None:
    """Return whose people the share is of: named right after it, else before."""
    for event in scene.of_kind(Kind.ADJECTIVE):
        if 0 < event.start - found.end <= _OF or 0 < found.start - event.end <= 1:
            return CountryCode(event.value)
    inside = [
        e for e in scene.of_kind(Kind.ADJECTIVE) if found.start <= e.start < found.end
    ]
    if inside:
        return CountryCode(inside[0].value)
    before = [e for e in scene.of_kind(Kind.COUNTRY) if e.end <= found.start]
    return CountryCode(before[-1].value) if before else scene.country(found.start)


def _people_of(scene: Scene, found: FoundAmount) -> CountryCode | None:
    """Return whose people they are: named within the amount, else by the sentence."""
    inside = [
        e for e in scene.of_kind(Kind.ADJECTIVE) if found.start <= e.start < found.end
    ]
    if inside:
        return CountryCode(inside[-1].value)
    told = _where(scene, found.start)
    if told is not None:
        return told
    firms = [e for e in scene.of_kind(Kind.BODY) if e.start < found.start]
    named = any(known_bodies()[e.value].kind == "exchange" for e in firms)
    if named or scene.find("exchange_noun", "exchange", "organisation", "world"):
        return None  # the users of a firm: "the platform has 6 million users"
    firm = partner(scene, scene.sentence.start, found.start)
    # A capital within tells a name from a word that begins the sentence.
    opens = firm is not None and firm.start == scene.sentence.start
    named = opens and firm is not None and not firm.name[1:].islower()
    if named and not scene.find("saying", "estimate", "attribution", "poll"):
        return None  # "MicroStrategy has 3,000 employees"
    return scene.country(found.start) or scene.subject


def _where(scene: Scene, position: int) -> CountryCode | None:
    """Return the country that a clause is about: "Angola, where 300,000 hold some"."""
    start = scene.clause(position)[0]
    relatives = scene.words("relatives")
    if any(
        e.start == start and e.value in relatives for e in scene.of_kind(Kind.BREAK)
    ):
        for place in scene.of_kind(Kind.COUNTRY):
            if 0 <= start - place.end <= 1:
                return CountryCode(place.value)
    return None


RULES: Final = (Rule("adoption", _HOLDING | _RATING, adoption),)
