"""Licences of exchanges and other firms: sought, given, refused and taken away."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Licence, LicenceStatus, Stage
from ..bodies import known_bodies
from ..language import folded_words, words
from ..lexicon import Event, Kind
from ..naming import either
from .exchanges import named_exchanges
from .figures import followed, preceded
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

# What makes a firm without a name in our lists one of virtual assets.
_ABOUT: Final = frozenset({"exchange_noun", "mica", "stablecoin", "topic"})
# What is no name of a firm.
_OTHERS: Final = frozenset(
    {Kind.COUNTRY, Kind.ADJECTIVE, Kind.CAPITAL, Kind.PART, Kind.ASSET, Kind.HEAD}
)
# As long as " in the".
_BESIDE: Final = 7
# How far a firm may stand from the verb or the noun that tells of its licence.
_NEAR: Final = 40
_TAKEN: Final = {
    "lose": LicenceStatus.REVOKED,
    "end": LicenceStatus.REVOKED,
    "restrict": LicenceStatus.SUSPENDED,
}
_CALLED: Final = frozenset({"licence", "license", "to_operate"})
# What may tell of one without its word.
_FURTHER: Final = frozenset({"regulator_noun", "hand_out", "get"})
_GIVEN: Final = frozenset({"obtain", "get", "license", "hold", "hand_out"})


def licences(scene: Scene) -> Iterator[Licence]:
    """A firm gets, seeks or loses an authorisation: "granted Coinbase a licence"."""
    trigger = _trigger(scene)
    if trigger is None:
        return
    status = _status(scene, trigger)
    country, regulator = _granting(scene, trigger)
    if status is None or (country is None and regulator is None):
        return
    for holder in _holders(scene, trigger):
        yield Licence(
            holder=holder,
            country=country,
            regulator=regulator,
            regime="MiCA" if scene.find("mica") else None,
            status=status,
            period=scene.when(trigger.start),
        )


def firm_of(scene: Scene) -> str | None:
    """Return the exchange or firm that a sentence names first, for those after it."""
    named = named_exchanges(scene)
    if named:
        return named[0][1]
    trigger = _trigger(scene) if _CALLED & scene.concepts else None
    return _firm(scene, trigger) if trigger is not None else None


def _trigger(scene: Scene) -> Event | None:
    """Return the noun, or the verb that licenses somebody to do business."""
    nouns = scene.find("licence")
    if nouns:
        return nouns[0]
    verbs = scene.find("license", "permit", "obtain")
    if not scene.find("to_operate"):
        # "the regulator approved Bullish"
        named = {place for place, _ in named_exchanges(scene)}
        verbs = [e for e in verbs if e.value == "license" or e.end + 1 in named]
    return next(iter(verbs), None) or _another(scene)


def _another(scene: Scene) -> Event | None:
    """Return what gives or gets one more licence: "Malta gave one to OKX"."""
    if not (scene.memory.licence_told and named_exchanges(scene)):
        return None
    verbs = scene.find("hand_out", "get")
    return next((e for e in verbs if followed(scene, e.end, "one")), None)


def _status(scene: Scene, trigger: Event) -> LicenceStatus | None:
    """Return how far the licence has come, None where nothing is told of it."""
    start, end = scene.clause(trigger.start)
    inside = {e.value for e in scene.events if start <= e.start < end}
    told = trigger.value != "licence" or bool(inside & _GIVEN)
    if scene.negated(trigger.start):
        return LicenceStatus.NOT_OBTAINED if told else None
    if "reject" in inside:
        return LicenceStatus.REFUSED
    if "apply" in inside and "get" not in inside:
        asked = scene.find("apply")[0].start
        other = scene.find("plan", "will", "propose", "end")
        return None if any(e.start < asked for e in other) else LicenceStatus.APPLIED
    if "get" not in inside and inside & _TAKEN.keys():
        return next(_TAKEN[value] for value in _TAKEN if value in inside)
    if scene.stage(trigger.start) is not Stage.IN_EFFECT or not told:
        return None
    return LicenceStatus.IN_PRINCIPLE if "in_principle" in inside else _AUTHORISED


_AUTHORISED: Final = LicenceStatus.AUTHORISED


def _granting(scene: Scene, trigger: Event) -> tuple[CountryCode | None, str | None]:
    """Return the state in which a licence holds, and who gives it."""
    regulators = [
        known_bodies()[event.value]
        for event in scene.of_kind(Kind.BODY)
        if known_bodies()[event.value].kind in {"regulator", "central_bank"}
    ]
    regulator = regulators[0] if regulators else None
    start, end = _half(scene, trigger)
    states = [e for e in scene.of_kind(Kind.COUNTRY) if not _goes_on(scene, trigger, e)]
    named = [
        event
        for event in [e for e in states if start <= e.start < end] or states
        if scene.folded[event.end : event.end + 1] != b"-"
        and not any(0 <= event.start - b.end <= _BESIDE for b in scene.find("based"))
    ]
    nearest = scene.nearest(named, trigger.end)
    theirs = _by_adjective(scene)
    apart = nearest is not None and not start <= nearest.start < end
    if nearest is not None and not (apart and theirs):
        country: CountryCode | None = CountryCode(nearest.value)
    elif regulator is not None and regulator.country is not None:
        country = regulator.country
    else:
        country = theirs or _spoken_of(scene)
    return country, regulator.name if regulator else None


def _goes_on(scene: Scene, trigger: Event, state: Event) -> bool:
    """Whether a state is where a firm does something else: "… and expands into"."""
    start, _ = scene.clause(state.start)
    word = scene.folded[start : scene.sentence.end].split(maxsplit=1)[0]
    links = folded_words(scene.section.language, "text", "coordinators")
    verbs = [e.start for e in scene.of_kind(Kind.VERB)]
    own = any(start <= verb < state.start for verb in verbs)
    return trigger.end <= start and own and word in links


def _half(scene: Scene, trigger: Event) -> tuple[int, int]:
    """Return the half of a sentence, up to a semicolon, in which a word stands."""
    start, end = scene.sentence.start, scene.sentence.end
    low = scene.plain.rfind(";", start, trigger.start)
    high = scene.plain.find(";", trigger.end, end)
    return max(start, low), end if high < 0 else high


def _by_adjective(scene: Scene) -> CountryCode | None:
    """Return whose regulator gives it: "the Dutch regulator", "l'autorité belge"."""
    organs = scene.find("regulator_noun", "central_bank", "country")
    places = [(e.start, e.end) for e in (*organs, *scene.of_kind(Kind.HEAD))]
    heads = folded_words(scene.section.language, "names", "body_heads")
    for event in scene.of_kind(Kind.ADJECTIVE, Kind.CAPITAL):
        before = scene.folded[scene.sentence.start : event.start].split()[-1:]
        named = any(word.rpartition(b"'")[2] in heads for word in before)
        beside = any(
            0 <= start - event.end <= 1 or 0 <= event.start - end <= 1
            for start, end in places
        )
        if named or beside or event.kind is Kind.CAPITAL:
            return CountryCode(event.value)
    return None


def _spoken_of(scene: Scene) -> CountryCode | None:
    """Return the state of a regulator that was spoken of before."""
    spoken = [e for e in scene.find("pronoun") if preceded(scene, e.start, "of")]
    if spoken or scene.opens_with_pronoun or scene.find("country", "regulator_noun"):
        return scene.memory.country or scene.memory.main_country
    return scene.memory.heading


def _holders(scene: Scene, trigger: Event) -> list[str]:
    """Return the exchanges that are named, else the firm beside verb or noun."""
    named = named_exchanges(scene)
    if named:
        start, end = _half(scene, trigger)
        near = [name for place, name in named if start <= place < end]
        return list(dict.fromkeys(near or [name for _, name in named]))
    firm = _firm(scene, trigger)
    if firm is not None:
        return [firm]
    stands_in = scene.find("organisation", "exchange") or scene.opens_with_pronoun
    spoken = scene.memory.exchange if stands_in else None
    return [spoken] if spoken is not None else []


@cache
def _between(language: str) -> re.Pattern[str]:
    """Return what stands between a firm and its licence: an article, an adjective."""
    articles = either(words(language, "text", "articles"))
    return re.compile(rf"\s+(?:{articles})\s+(?:[\w-]+\s+){{0,2}}", re.IGNORECASE)


def _firm(scene: Scene, trigger: Event) -> str | None:
    """Return a firm that no list knows: "granted Zenbit a licence", "autorisé X à"."""
    if not (scene.of_kind(Kind.ASSET) or _ABOUT & scene.concepts):
        return None
    others = [e for e in scene.events if e.kind in _OTHERS or e.kind is Kind.BODY]
    verbs = [e.end for e in scene.find("obtain", "license", "permit", "hand_out")]
    gets = [e.start for e in scene.find("get")]
    low, high = max(0, trigger.start - 2 * _NEAR), trigger.end + _NEAR
    for start, end in scene.names_in(
        max(low, scene.sentence.start), min(high, scene.sentence.end)
    ):
        if any(start <= e.start < end for e in others):
            continue
        given = (
            any(0 < start - verb <= 1 for verb in verbs)
            or (start > trigger.end and preceded(scene, start, "recipient"))
            or _between(scene.section.language).fullmatch(
                scene.plain, end, trigger.start
            )
            is not None
        )
        if given or any(0 < get - end <= _NEAR // 2 for get in gets):
            return scene.text(start, end)
        if followed(scene, end, "recipient") and trigger.value != "licence":
            return scene.text(start, end)
    return None


RULES: Final = (Rule("licence", _CALLED | _FURTHER, licences),)
