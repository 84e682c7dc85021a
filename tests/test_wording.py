"""Conditions as people type them: what is read, and what is said of the rest."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcrypto.errors import InvalidCondition
from sovcrypto.fields import Pred
from sovcrypto.model import (
    Acquisition,
    Agreement,
    LegalStatus,
    Reserve,
    Stage,
    Token,
)
from sovcrypto.query.wording import fields, parse_condition
from sovcrypto.values import Amount, Period

BTC = Reserve.asset == "BTC"
SV = Reserve.holder == "SV"
EMPTY = Reserve.body.is_null()
MUCH = Reserve.quantity > 5000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asset == BTC", BTC),
        ("asset==BTC", BTC),
        ("asset == 'BTC'", BTC),
        ('  asset  == "BTC" ', BTC),
        ("asset != BTC", Reserve.asset != "BTC"),
        ("quantity > 5000", MUCH),
        ("quantity <= 0.5", Reserve.quantity <= Decimal("0.5")),
        ("quantity < '5000 BTC'", Reserve.quantity < Amount.exactly(5000, "BTC")),
        ("quantity >= '>6200 BTC'", Reserve.quantity >= Amount.more_than(6200, "BTC")),
        ("value == '745e6 USD'", Reserve.value == Amount.exactly("745e6", "USD")),
        ("quantity in (1, 2)", Reserve.quantity.is_in([Decimal(1), Decimal(2)])),
        ("period >= 2025", Reserve.period >= Period("2025")),
        ("period == 2025-05-13", Reserve.period == Period("2025-05-13")),
        ("period overlaps '2021/..'", Reserve.period.overlaps(Period("2021/.."))),
        ("holder in (BT, 'SV')", Reserve.holder.is_in(["BT", "SV"])),
        ("holder startswith S", Reserve.holder.startswith("S")),
        ("body contains 'Holding &'", Reserve.body.contains("Holding &")),
        ("body == 'null'", Reserve.body == "null"),
        ("body is null", EMPTY),
        ("body is not null", ~EMPTY),
        ("body IS NOT NULL", ~EMPTY),
        ("stage == planned", Reserve.stage == Stage.PLANNED),
        ("stage in (planned)", Reserve.stage.is_in([Stage.PLANNED])),
        ("acquisition has mining", Reserve.acquisition.has(Acquisition.MINING)),
        ("asset == BTC and holder == SV", BTC & SV),
        ("asset == BTC AND holder == SV", BTC & SV),
        ("not body is null", ~EMPTY),
        ("not not body is null", ~~EMPTY),
        # `and` binds closer than `or`, as everywhere
        ("asset == BTC or holder == SV and body is null", BTC | (SV & EMPTY)),
        ("(asset == BTC or holder == SV) and body is null", (BTC | SV) & EMPTY),
        ("not (asset == BTC or holder == SV)", ~(BTC | SV)),
        ("not asset == BTC or holder == SV", ~BTC | SV),
    ],
)
def test_a_condition_is_what_python_code_would_write(
    text: str, expected: Pred[Reserve]
) -> None:
    """The same tree, values read and all."""
    assert repr(parse_condition(Reserve, text)) == repr(expected)


def test_truths_and_tuples_of_other_models() -> None:
    """Fields of every kind can be asked."""
    assert repr(parse_condition(Agreement, "binding == false")) == repr(
        Agreement.binding == False  # noqa: E712 -- that is how a column is asked
    )
    assert repr(parse_condition(Agreement, "countries has PK")) == repr(
        Agreement.countries.has("PK")
    )
    assert repr(parse_condition(LegalStatus, "first == TRUE")) == repr(
        LegalStatus.first == True  # noqa: E712 -- that is how a column is asked
    )


@pytest.mark.parametrize(
    ("text", "message", "under"),
    [
        ("quantty > 5", "'quantty' is not a field of Reserve", "quantty"),
        ("'asset' == BTC", "'asset' is not a field of Reserve", "'asset'"),
        ("__class__ == 1", "'__class__' is not a field of Reserve", "__class__"),
        ("citations has x", "'citations' is not a field of Reserve", "citations"),
        ("asset = BTC", "'=' is not an operator for asset; write ==", "="),
        ("asset <> BTC", "'<>' is not an operator for asset; write !=", "<>"),
        ("asset like BTC", "'like' is not an operator for asset; use ==", "like"),
        ("stage > planned", "'>' is not an operator for stage; use ==, !=,", ">"),
        ("acquisition == mining", "is not an operator for acquisition; use has", "=="),
        ("asset == BTC & quantity > 5", "'&' is not 'and', 'or' or the end", "&"),
        ("body == Druk Holding", "several words stands in quotes", "Holding"),
        ("quantity > 5000 BTC", "several words stands in quotes", "BTC"),
        ("asset == BTC)", "')' is not 'and', 'or' or the end", ")"),
        ("asset == XYZ", "'XYZ' is not a virtual asset of the registry", "XYZ"),
        ("holder == UK", "did you mean 'GB'?", "UK"),
        ("holder in (SV, ZQ)", "'ZQ' is not a country of ISO 3166-1", "ZQ"),
        ("stage == plan", "'plan' is not one of 'proposed', 'planned'", "plan"),
        ("period > 2025-13", "month must be in 1..12", "2025-13"),
        ("value > 745", "give its unit, in quotes: '745 USD'", "745"),
        ("quantity > '5 USD'", "'5 USD' is not an amount of asset", "'5 USD'"),
        ("quantity > '5 XYZ'", "'XYZ' is not a currency, a virtual asset", "'5 XYZ'"),
        ("quantity > 1e99", "is not a number of 60 digits", "1e99"),
        ("quantity > many", "'many' is not an amount", "many"),
        ("body == ''", "'' is not a value for body", "''"),
        ("body == null", "write 'is null' or 'is not null'", "null"),
        ("body is 'x'", "'x' is not the word 'null'", "'x'"),
        ("body == and", "'and' is not a value", "and"),
        ("body == 'abc", "the quote is not closed", "'"),
        ("asset in BTC", "'BTC' is not a list; write it as (BTC, ETH)", "BTC"),
        ("asset in (BTC ETH)", "'ETH' is not 'and', 'or' or a )", "ETH"),
        ("(asset == BTC", "'(' is not closed: a ) is missing", "("),
        ("(asset == BTC , ", "is not 'and', 'or' or a )", ","),
    ],
)
def test_what_is_wrong_is_said_and_shown(text: str, message: str, under: str) -> None:
    """The first note holds the text, and carets below what is wrong."""
    with pytest.raises(InvalidCondition) as caught:
        parse_condition(Reserve, text)
    assert message in str(caught.value)
    line, carets = caught.value.__notes__[0].split("\n")
    assert line == f"  {text}"
    start, end = carets.index("^"), len(carets)
    assert line[start:end] == under


@pytest.mark.parametrize("text", ["", "asset", "asset ==", "asset == BTC and", "not"])
def test_what_is_missing_is_told_at_the_end(text: str) -> None:
    """The whole text is no condition yet."""
    with pytest.raises(InvalidCondition, match=r"is not a condition; .* is missing"):
        parse_condition(Reserve, text)


def test_the_fields_are_listed_where_one_is_unknown() -> None:
    """Own fields come first; what holds records is not among them."""
    with pytest.raises(InvalidCondition) as caught:
        parse_condition(Token, "nme == TER")
    assert str(caught.value).endswith("did you mean 'name'?")
    listed = ", ".join(fields(Token))
    assert caught.value.__notes__[1] == f"fields of Token: {listed}"
    assert listed.startswith("issuer, name")
    assert "citations" not in listed
    assert "parties" not in fields(Agreement)


def test_long_and_deep_texts_are_refused_and_shown_in_part() -> None:
    """Neither the parser nor its message grows without end."""
    with pytest.raises(InvalidCondition, match="at most 10,000 characters"):
        parse_condition(Reserve, "x" * 10_001)
    with pytest.raises(InvalidCondition, match="nested 100 times at most") as caught:
        parse_condition(Reserve, "(" * 3000)
    assert len(str(caught.value)) < 200
    assert len(caught.value.__notes__[0]) < 400
    many = " or ".join(["holder == SV"] * 500)
    assert repr(parse_condition(Reserve, many)).count("SV") == 500


def test_a_line_that_turns_the_terminal_around_is_shown_flat() -> None:
    """Whatever cannot be printed is a space under the carets."""
    with pytest.raises(InvalidCondition) as caught:
        parse_condition(Reserve, "asset ==\n\x1b[31m\u202eBTC\t!")
    note = caught.value.__notes__[0]
    assert "\x1b" not in note
    assert "\u202e" not in note
    assert note.count("\n") == 1


PIECES = st.sampled_from(
    [
        "asset",
        "quantity",
        "stage",
        "period",
        "body",
        "and",
        "or",
        "not",
        "in",
        "is",
        "null",
        "has",
        "(",
        ")",
        ",",
        "==",
        "!=",
        "<",
        ">",
        ">=",
        "BTC",
        "SV",
        "5000",
        "2025-05",
        "planned",
        "'x'",
        '"',
        "'",
        "=",
        "&",
        "startswith",
        "overlaps",
        "contains",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=40))
def test_any_text_is_a_condition_or_an_error_that_shows_it(text: str) -> None:
    """Nothing else ever comes out."""
    try:
        made: Pred[Reserve] | InvalidCondition = parse_condition(Reserve, text)
    except InvalidCondition as error:
        made = error
    assert isinstance(made, Pred) or "^" in made.__notes__[0]
