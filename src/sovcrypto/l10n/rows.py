"""A fact as the rows of a table: what is stated, each with its heading."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from ..codes import AssetCode, CountryCode, CurrencyCode
from ..model import Party
from ..values import Amount, Period
from . import amounts, names, periods
from .bidi import Bidi, finished, isolated
from .catalogs import Message, message
from .grammars import body
from .labels import label
from .sentences.agreements import party
from .sentences.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..model import AnyFact
    from .voices import Voice

Rows: TypeAlias = list[tuple[str, str]]
"""Heading and text of each field that is stated."""

HEADINGS: Final[Mapping[str, Message]] = {
    "abbreviation": message("field", "abbreviation"),
    "acquisition": message("field", "acquired by"),
    "action": message("field", "action"),
    "affiliated_with": message("field", "affiliated with"),
    "amount": message("field", "amount"),
    "asset": message("field", "asset"),
    "backing": message("field", "backed by"),
    "binding": message("field", "binding"),
    "body": message("field", "body"),
    "borrower": message("field", "borrower"),
    "conditions": message("field", "conditions"),
    "counterparty": message("field", "counterparty"),
    "countries": message("field", "countries"),
    "country": message("field", "country"),
    "custodian": message("field", "custodian"),
    "decided_by": message("field", "decided by"),
    "denominator": message("field", "share of"),
    "duration": message("field", "duration"),
    "energy": message("field", "energy"),
    "exchange": message("field", "exchange"),
    "facility": message("field", "facility"),
    "first": message("field", "first of its kind"),
    "form": message("field", "form"),
    "founded": message("field", "founded"),
    "hashrate_share": message("field", "share of hash rate"),
    "holder": message("field", "holder"),
    "holder_kind": message("field", "kind of holder"),
    "home": message("field", "home"),
    "instrument": message("field", "law or decision"),
    "issuer": message("field", "issuer"),
    "kind": message("field", "kind"),
    "lender": message("field", "lender"),
    "market": message("field", "market"),
    "measure": message("field", "measure"),
    "name": message("field", "name"),
    "native_name": message("field", "name in the national language"),
    "operator": message("field", "operator"),
    "parent": message("field", "part of"),
    "parties": message("field", "parties"),
    "peg": message("field", "peg"),
    "per": message("field", "average per"),
    "period": message("field", "period"),
    "power": message("field", "power"),
    "predecessor": message("field", "predecessor"),
    "quantity": message("field", "quantity"),
    "regime": message("field", "regime"),
    "regulator": message("field", "regulator"),
    "roles": message("field", "responsible for"),
    "seat": message("field", "seat"),
    "sectors": message("field", "sectors"),
    "share": message("field", "share"),
    "signed": message("field", "signed"),
    "stage": message("field", "stage"),
    "status": message("field", "status"),
    "subdivision": message("field", "part of the country"),
    "subjects": message("field", "subjects"),
    "subsidised": message("field", "subsidised"),
    "surplus": message("field", "surplus power"),
    "until": message("field", "until"),
    "users": message("field", "users"),
    "value": message("field", "value"),
}
"""What the fields of all records are called."""

KINDS: Final[Mapping[str, Message]] = {
    "reserve": message("record", "reserve"),
    "reserve_movement": message("record", "movement of reserves"),
    "agreement": message("record", "agreement"),
    "legal_status": message("record", "legal status"),
    "regulator": message("record", "regulator"),
    "licence": message("record", "licence"),
    "exchange": message("record", "exchange"),
    "trading_volume": message("record", "trading volume"),
    "mining": message("record", "mining"),
    "token": message("record", "token"),
    "adoption": message("record", "adoption"),
    "financing": message("record", "financing"),
    "organisation": message("record", "organisation"),
}
"""What the kinds of facts are called."""

# Told elsewhere: who says so, and what follows from the parties.
_LEFT_OUT: Final = frozenset({"citations", "countries"})


def heading(voice: Voice, field: str) -> str:
    """Return what a field is called."""
    return voice.words.text(*HEADINGS[field])


def row(voice: Voice, fact: AnyFact, bidi: Bidi = "plain") -> Rows:
    """Return heading and text of every field that is stated."""
    stated = (
        (name, column, value)
        for name, column in type(fact).__columns__.items()
        if name not in _LEFT_OUT
        and (value := getattr(fact, name)) is not None
        and value != ()
    )
    if bidi == "plain":
        return [
            (heading(voice, name), cell(voice, column.kind.of, value))
            for name, column, value in stated
        ]
    return [
        (
            finished(isolated(heading(voice, name)), bidi),
            finished(isolated(cell(voice, column.kind.of, value, isolated)), bidi),
        )
        for name, column, value in stated
    ]


def cell(
    voice: Voice, of: object, value: object, apart: Callable[[str], str] = str
) -> str:
    """Return one value as text.

    Args:
        voice: the locale that speaks.
        of: the type of the field, which tells a country's code from a name.
        value: what stands in it.
        apart: how items of a list are kept apart.
    """
    text: str
    match value:
        case tuple():
            items = cast("tuple[object, ...]", value)
            # Labels are joined in their own language.
            worded = all(isinstance(item, StrEnum) for item in items)
            joiner = voice.speaker if worded else voice
            text = names.listed(
                joiner, [apart(cell(voice, of, item)) for item in items]
            )
        case bool():
            say = voice.words.text
            text = say("answer", "yes") if value else say("answer", "no")
        case Amount():
            style = amounts.usual_style(voice, value.unit)
            text = amounts.vague(voice, value, style)
        case Period():
            text = periods.period_text(voice, value)
        case Party():
            text = party(Teller(voice), value).text
        case StrEnum():
            text = label(voice, value)
        case _:
            text = _text(voice, of, str(value))
    return text


def _text(voice: Voice, of: object, value: str) -> str:
    if of is CountryCode:
        return names.country_name(voice, value)
    if of is AssetCode:
        return names.asset_title(voice, value)
    if of is CurrencyCode:
        return names.currency_name(voice, value)
    return body(value, voice.grammar.language).text
