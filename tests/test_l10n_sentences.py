"""Facts as sentences: read aloud in five languages, and told whole in all."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given

from sovcrypto.l10n import Formatter
from sovcrypto.l10n.catalogs import languages
from sovcrypto.model import FACTS, AnyFact, Exchange, Stage
from sovcrypto.provenance import Citation, Source
from sovcrypto.records import structure
from sovcrypto.values import Period
from tests import strategies

CASES = Path(__file__).parent / "cases" / "l10n_facts.jsonl"
# A row of records and what is said of it, reviewed by reading it.
SAID: list[dict[str, Any]] = [
    json.loads(line) for line in CASES.read_text("utf-8").splitlines()
]
LANGUAGES = sorted(languages())
# What is left open, or was put together badly.
UNWHOLE = re.compile(
    r"[{}\[\]|~;\ue000\ue001]|None|  | [,.)]|\( |,,|\.\.|\(\)|, ?\(|\bde el |\bde o "
)
# A value for each field, as a record would state it.
STATED = {
    "abbreviation": "ABC",
    "acquisition": ["purchase", "mining"],
    "action": "sale",
    "affiliated_with": "Green Digital",
    "amount": "~114e9 USD",
    "asset": "BTC",
    "backing": "gold",
    "binding": False,
    "body": "Ministry of Finance",
    "borrower": "PK",
    "conditions": ["fiscal_reform"],
    "counterparty": "Binance",
    "country": "SV",
    "custodian": "Coinbase",
    "decided_by": "IMF",
    "denominator": "spot trading",
    "duration": ">1 years",
    "energy": ["hydro", "solar"],
    "exchange": "KuCoin",
    "facility": "EFF",
    "first": True,
    "form": "mou",
    "founded": "2014",
    "hashrate_share": "4 %",
    "holder": "BT",
    "holder_kind": "state",
    "home": "SC",
    "instrument": "Bitcoin Law",
    "issuer": "BT",
    "kind": None,
    "lender": "IMF",
    "market": "spot",
    "measure": "holders",
    "name": "Sango",
    "native_name": "Sango",
    "operator": "Citadel",
    "parent": "DRW",
    "parties": [{"country": "BT"}, {"name": "DRW"}],
    "peg": "USD",
    "per": "month",
    "period": "2025-05",
    "power": "2000 MW",
    "predecessor": "Old Board",
    "quantity": None,
    "regime": "MiCA",
    "regulator": "MAS",
    "roles": ["licensing", "conduct"],
    "seat": "Chicago",
    "sectors": ["tourism", "arms"],
    "share": "40 %",
    "signed": "2025-05-13",
    "status": None,
    "subdivision": "Gelephu",
    "subjects": ["mining", "training"],
    "subsidised": True,
    "surplus": True,
    "until": "2027",
    "users": ">6000000 persons",
    "value": "745000000 USD",
}
# Fields that mean something else in each record.
OWN: dict[tuple[str, str], object] = {
    ("adoption", "quantity"): "20000000 persons",
    ("exchange", "kind"): "centralised",
    ("legal_status", "status"): "legal_tender",
    ("licence", "holder"): "KuCoin",
    ("licence", "status"): "authorised",
    ("organisation", "kind"): "zone",
    ("reserve", "kind"): "strategic_reserve",
    ("reserve", "quantity"): ">6200 BTC",
    ("reserve_movement", "quantity"): "8 BTC",
    ("token", "kind"): "cbdc",
}


def rows(kind: str) -> Iterator[dict[str, object]]:
    """Yield the least row of a kind, the fullest, and one with each optional field."""
    columns = FACTS[kind].__columns__
    fields = [n for n in columns if n not in {"citations", "countries", "stage"}]
    stated = {n: OWN.get((kind, n), STATED[n]) for n in fields}
    required = {
        name: stated[name]
        for name in fields
        if attrs.fields_dict(FACTS[kind])[name].default is attrs.NOTHING  # type: ignore[arg-type]
    }
    yield required
    yield stated
    for name in set(fields) - set(required):
        yield {**required, name: stated[name]}


def facts() -> Iterator[AnyFact]:
    """Yield facts of every kind in every stage, with more and with less stated."""
    for kind in FACTS:
        for row in rows(kind):
            for stage in Stage:
                yield structure({"type": kind, "stage": stage.value, **row})


@pytest.mark.parametrize("case", SAID, ids=lambda case: case["en"][:60])
def test_read_aloud(case: dict[str, Any]) -> None:
    """Each sentence is one that somebody would write."""
    fact = structure(case["fact"])
    for language in LANGUAGES:
        assert Formatter(language).fact(fact) == case[language]


def test_the_cases_cover_every_kind_and_stage() -> None:
    """No record and no stage is left unread."""
    assert {case["fact"]["type"] for case in SAID} == set(FACTS)
    stages = {case["fact"].get("stage", "in_effect") for case in SAID}
    assert stages == {stage.value for stage in Stage}
    assert set(FACTS.values()) == set(get_args(AnyFact))


def assert_whole(text: str) -> None:
    """Nothing is left open: no brace, no bracket, no None, no stray space or comma."""
    assert text.endswith("."), text
    assert not UNWHOLE.search(text), text
    assert text.count("(") == text.count(")"), text


@pytest.mark.parametrize("locale", [*LANGUAGES, "ar", "pt-PT", "es-MX", "de-CH"])
def test_every_sentence_is_whole(locale: str) -> None:
    """Facts of every kind, in every stage, with each field alone and with all."""
    formatter = Formatter(locale)
    for fact in facts():
        assert_whole(formatter.fact(fact))


@given(fact=strategies.facts)
def test_any_fact_is_told_in_every_language(fact: AnyFact) -> None:
    """Whatever the amounts, the periods and the citations."""
    for language in LANGUAGES:
        text = Formatter(language).fact(fact)
        assert_whole(re.sub(r"a'\); --", "Ada", text, flags=re.IGNORECASE))
        for _, cell in Formatter(language).row(fact):
            assert cell
            assert "None" not in cell


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_stages_of_a_fact_read_differently(locale: str) -> None:
    """What is planned does not read as what is done, nor what is refused or over."""
    formatter = Formatter(locale)
    for kind in FACTS:
        row = {"type": kind, **next(rows(kind))}
        told = [
            formatter.fact(structure({**row, "stage": stage.value})) for stage in Stage
        ]
        assert len(set(told)) == len(told), told


def test_what_is_stated_is_said_or_stands_in_the_row() -> None:
    """No field of a record is left out of its row."""
    formatter = Formatter("fr")
    for kind in FACTS:
        fields = {name for row in rows(kind) for name in row}
        _, full, *_ = rows(kind)
        headings = [
            heading for heading, _ in formatter.row(structure({"type": kind, **full}))
        ]
        named = [formatter.field_name(name) for name in fields]
        assert sorted(headings) == sorted([*named, "stade"]), kind


def test_a_row_reads_in_the_language() -> None:
    """Amounts, dates, names and vocabularies are all said."""
    fact = structure(
        {
            "type": "mining",
            "country": "PK",
            "power": "2000 MW",
            "energy": ["coal"],
            "surplus": True,
            "stage": "planned",
            "period": "2025-05",
        }
    )
    assert Formatter("fr").row(fact) == [
        ("stade", "prévu"),
        ("période", "mai 2025"),
        ("pays", "Pakistan"),
        ("puissance", "2\u202f000\u00a0mégawatts"),
        ("énergie", "électricité au charbon"),
        ("électricité excédentaire", "oui"),
    ]


def cited_by(*names: str | None) -> tuple[Citation, ...]:
    """Return a citation for each name in whose words a fact is told."""
    return tuple(
        Citation(source=Source(title="News"), attributed_to=name) for name in names
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Saqib",), "KuCoin is a crypto exchange, according to Saqib."),
        (("Saqib", "Saqib"), "KuCoin is a crypto exchange, according to Saqib."),
        (("FMI",), "KuCoin is a crypto exchange, according to the IMF."),
        (("Saqib", "Bukele"), "KuCoin is a crypto exchange."),
        (("Saqib", None), "KuCoin is a crypto exchange."),
        ((None,), "KuCoin is a crypto exchange."),
        ((), "KuCoin is a crypto exchange."),
    ],
)
def test_attribution(names: tuple[str | None, ...], expected: str) -> None:
    """A fact is put in somebody's mouth only if all its citations are."""
    fact = Exchange(name="KuCoin", citations=cited_by(*names))
    assert Formatter("en").fact(fact) == expected
    plain = Formatter("en").fact(fact, attribution=False)
    assert plain == "KuCoin is a crypto exchange."


def test_citations() -> None:
    """Publisher, title and date; in whose words; the address where nothing else."""
    source = Source(publisher="Gazette", title="A reserve", published=Period("2025-05"))
    citation = Citation(source=source, attributed_to="IMF")
    assert Formatter("en").citation(citation) == (
        "Gazette, “A reserve”, May 2025, according to the IMF"
    )
    assert Formatter("fr").citation(citation) == (
        "Gazette, «\u00a0A reserve\u00a0», mai 2025, selon le FMI"
    )
    bare = Citation(source=Source(url="https://example.org/a"))
    assert Formatter("fr").citation(bare) == "https://example.org/a"
    assert Formatter("fr").citation(Citation(source=Source())) == "source non nommée"
