"""Rows of JSON and CSV: what they become, and what is said of wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sovcrypto.codes import asset_code, country_code
from sovcrypto.errors import InvalidRecord
from sovcrypto.model import Acquisition, Agreement, Exchange, Party, Reserve, Stage
from sovcrypto.provenance import Citation, Source, Standing
from sovcrypto.records import (
    Problem,
    Rejected,
    Row,
    read_csv,
    read_json,
    read_json_lines,
    structure,
    unstructure,
)
from sovcrypto.values import Amount, Period

if TYPE_CHECKING:
    from collections.abc import Iterable

FULL: dict[str, object] = {
    "type": "reserve",
    "holder": "SV",
    "asset": "BTC",
    "quantity": ">6200 BTC",
    "value": "~745000000 USD",
    "acquisition": ["purchase", "mining"],
    "stage": "planned",
    "period": "2025-07",
    "citations": [
        {
            "source": {
                "publisher": "Gazette",
                "url": "https://example.org/a",
                "published": "2025-07-16",
                "language": "fr",
            },
            "span": [12, 90],
            "standing": "official",
            "attributed_to": "Saqib",
        }
    ],
}
KUCOIN = '{"type": "exchange", "name": "KuCoin"}'


def problems(rows: Iterable[Row]) -> list[str]:
    """Everything that is wrong with some rows, as text."""
    return [
        str(problem)
        for row in rows
        if isinstance(row, Rejected)
        for problem in row.problems
    ]


def good(rows: Iterable[Row]) -> list[Row]:
    """The facts among some rows."""
    return [row for row in rows if not isinstance(row, Rejected)]


def faults(row: Any) -> tuple[str, ...]:  # noqa: ANN401 -- rows may be anything
    """What is wrong with one row."""
    with pytest.raises(InvalidRecord) as caught:
        structure(row)
    return caught.value.faults


# --- the converter -------------------------------------------------------------------


def test_a_row_becomes_a_fact() -> None:
    """Texts become values, lists tuples, words members of their vocabulary."""
    fact = structure(FULL)
    assert fact == Reserve(
        holder=country_code("SV"),
        asset=asset_code("BTC"),
        quantity=Amount.more_than(6200, "BTC"),
        value=Amount.about(745_000_000, "USD"),
        acquisition=(Acquisition.PURCHASE, Acquisition.MINING),
        stage=Stage.PLANNED,
        period=Period("2025-07"),
    )
    (citation,) = fact.citations
    assert citation.span == (12, 90)
    assert citation.standing is Standing.OFFICIAL
    assert citation.source.published == Period("2025-07-16")


def test_a_fact_becomes_a_row() -> None:
    """The row is the one that it was made of, own fields first, citations last."""
    row = unstructure(structure(FULL))
    assert row == FULL
    assert list(row) == list(FULL)


def test_defaults_and_derived_fields_stay_out_of_rows() -> None:
    """What goes without saying isn't said."""
    fact = structure(
        {"type": "agreement", "form": "mou", "parties": [{"country": "BT"}]}
    )
    assert isinstance(fact, Agreement)
    assert fact.countries == ("BT",)
    assert unstructure(fact) == {
        "type": "agreement",
        "parties": [{"country": "BT"}],
        "form": "mou",
    }


def test_values_of_python_may_stand_in_a_row() -> None:
    """A caller who has an Amount need not write it as text first."""
    row: dict[str, object] = {"type": "reserve", "holder": "SV", "asset": "BTC"}
    row |= {"quantity": Amount.exactly(5, "BTC"), "period": Period("2025")}
    row |= {"stage": Stage.ENDED}
    assert unstructure(structure(row))["quantity"] == "5 BTC"
    assert structure(row).stage is Stage.ENDED


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("holder", "ZQ", "'ZQ' is not a country of ISO 3166-1"),
        ("holder", "UK", "'UK' is not a country of ISO 3166-1; did you mean 'GB'?"),
        ("holder", 1, "1 is not a text"),
        ("holder", None, "None is not a text"),
        ("holder", True, "True is not a text"),
        ("holder", ["SV"], "['SV'] is not a text"),
        ("body", 1, "1 is not a text"),
        ("body", " ", "' ' is not a text with content; leave out what is not stated"),
        (
            "body",
            "a\ud800",
            "'a\\ud800' is not a text of Unicode; it holds half of a surrogate pair",
        ),
        (
            "quantity",
            6200,
            (
                "6200 is not an amount; write it as a text with its unit, "
                "such as '6200 BTC'"
            ),
        ),
        (
            "quantity",
            0.1,
            (
                "0.1 is not an amount; write it as a text with its unit, "
                "such as '6200 BTC'"
            ),
        ),
        ("quantity", "5 USD", "'5 USD' is not an amount of asset"),
        ("quantity", "5 ETH", "'5 ETH' does not count BTC"),
        (
            "quantity",
            "NaN BTC",
            "'NaN BTC' is not an amount such as '6200 BTC' or '>=5 <8 MW'",
        ),
        (
            "quantity",
            "1_000 BTC",
            "'1_000 BTC' is not an amount such as '6200 BTC' or '>=5 <8 MW'",
        ),
        ("period", 2025, "2025 is not a date in a text such as '2025-07'"),
        (
            "period",
            "2025-02-29",
            (
                "'2025-02-29' is not a date such as 2025, 2025-05, 2025-05-13, 2025-Q1 "
                "or 2021/2027; day is out of range for month"
            ),
        ),
        ("acquisition", "mining", "'mining' is not a list"),
        ("acquisition", {"mining": 1}, "{'mining': 1} is not a list"),
        (
            "stage",
            "plannd",
            (
                "'plannd' is not one of 'proposed', 'planned', 'in_effect', "
                "'rejected', 'ended'; did you mean 'planned'?"
            ),
        ),
        ("citations", [{"standing": "official"}], "required field missing"),
        ("citations", ["Gazette"], "'Gazette' is not an object with named fields"),
    ],
)
def test_a_value_that_does_not_fit_is_told(
    field: str, value: object, fault: str
) -> None:
    """Nothing is turned into something else without a word."""
    (told,) = faults({"type": "reserve", "holder": "SV", "asset": "BTC", field: value})
    assert told.startswith(f"{fault} @ $.{field}")


@pytest.mark.parametrize(
    "span", ["12", [1], [1, 2, 3], [True, 2], [2, 1], [-1, 2], [1.0, 2], 5, ["1", "2"]]
)
def test_a_span_is_two_whole_numbers(span: object) -> None:
    """Start before end, none of them negative or a truth value."""
    citation: dict[str, object] = {"source": {"title": "News"}, "span": span}
    row = {"type": "exchange", "name": "KuCoin", "citations": [citation]}
    (told,) = faults(row)
    assert told == (
        f"{span!r} is not a span [start, end] of whole numbers, start before end"
        " @ $.citations[0].span"
    )


@pytest.mark.parametrize("value", [1, "true", "yes", None.__class__])
def test_truth_is_true_or_false(value: object) -> None:
    """One and "yes" are not true."""
    row = {"type": "mining", "country": "BT", "surplus": value}
    assert faults(row) == (f"{value!r} is not true or false @ $.surplus",)


def test_all_faults_of_a_row_are_told_at_once() -> None:
    """With their paths, whatever their kind and depth."""
    row = {
        "type": "agreement",
        "parties": [{"country": "BT"}, {"country": "ZQ", "role": "boss"}, {}],
        "binding": "no",
        "duration": "5 BTC",
        "subjcts": [],
        "countries": [],
    }
    roles = "'signatory', 'site', 'lead', 'beneficiary'"
    assert faults(row) == (
        "'ZQ' is not a country of ISO 3166-1 @ $.parties[1].country",
        f"'boss' is not one of {roles} @ $.parties[1].role",
        "a country or a name is required @ $.parties[2].name",
        "required field missing @ $.form",
        "'no' is not true or false @ $.binding",
        "'5 BTC' is not an amount of duration @ $.duration",
        "unknown field; it is derived from other fields: leave it out @ $.countries",
        "unknown field; did you mean 'subjects'? @ $.subjcts",
    )


def test_unknown_fields_are_refused_at_any_depth() -> None:
    """With what was probably meant."""
    citation = {"source": {"publishr": "Gazette"}, "in words": "…"}
    row = {"type": "exchange", "name": "KuCoin", "citations": [citation]}
    assert faults(row) == (
        "unknown field; did you mean 'publisher'? @ $.citations[0].source.publishr",
        "unknown field @ $.citations[0]['in words']",
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({}, "required field missing @ $.type"),
        ({"type": None}, "required field missing @ $.type"),
        (
            {"type": "resreve"},
            "'resreve' is not a kind of fact; did you mean 'reserve'? @ $.type",
        ),
        ({"type": 5}, "5 is not a kind of fact @ $.type"),
        ({"type": ["reserve"]}, "['reserve'] is not a kind of fact @ $.type"),
        ([], "[] is not an object with named fields @ $"),
        (None, "None is not an object with named fields @ $"),
    ],
)
def test_a_row_says_what_it_tells(row: object, fault: str) -> None:
    """Without its kind there is no knowing what the fields should be."""
    assert faults(row)[0].startswith(fault)


def test_the_error_names_the_record() -> None:
    """And is one of this package's own."""
    with pytest.raises(InvalidRecord, match="not a valid Reserve: required field"):
        structure({"type": "reserve", "asset": "BTC"})
    with pytest.raises(InvalidRecord, match="not a valid fact: required field"):
        structure({"asset": "BTC"})


# --- JSON ----------------------------------------------------------------------------


def test_lines_are_read_one_by_one() -> None:
    """Empty lines, a byte order mark, CRLF and a missing line end are no matter."""
    text = f"\ufeff{KUCOIN}\r\n\r\n  {KUCOIN}\n"
    assert list(read_json_lines(text)) == [Exchange(name="KuCoin")] * 2


def test_a_line_ends_at_a_line_feed_only() -> None:
    """U+2028, U+0085 and the like may stand inside a text."""
    (fact,) = read_json_lines('{"type": "exchange", "name": "a\u2028b\u0085c"}')
    assert fact == Exchange(name="a\u2028b\u0085c")


def test_the_good_rest_of_a_file_is_kept() -> None:
    """Every line answers for itself; the last one may be cut off."""
    text = f'{KUCOIN}\n{{"type": "exchange"}}\n{KUCOIN}\n{{"type": "excha'
    rows = list(read_json_lines(text, file="e.jsonl"))
    assert len(good(rows)) == 2
    assert problems(rows) == [
        "e.jsonl:2: $.name: required field missing",
        "e.jsonl:4: not JSON: unterminated string starting, column 10",
    ]


def test_a_problem_keeps_the_row_as_it_stood() -> None:
    """For the file of what was rejected, and to show the value."""
    text = '{"type": "reserve", "holder": "ZQ", "asset": "btc"}'
    (row,) = read_json_lines(text, file="r.jsonl")
    assert isinstance(row, Rejected)
    assert row.problems == (
        Problem(
            file="r.jsonl",
            line=1,
            path="$.holder",
            value="'ZQ'",
            message="'ZQ' is not a country of ISO 3166-1",
            raw=text,
        ),
        Problem(
            file="r.jsonl",
            line=1,
            path="$.asset",
            value="'btc'",
            message="'btc' is not a virtual asset of the registry; did you mean 'BTC'?",
            raw=text,
        ),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"type": "a", "type": "b"}',
            "the key 'type' stands more than once in one object",
        ),
        ('{"type": NaN}', "NaN is not a number of JSON"),
        ('{"type": -Infinity}', "-Infinity is not a number of JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"a": %s}' % ("9" * 5000), "a number of 5000 digits is too long"),
        ('{"a": 1e9999999999999999999}', "1e9999999999999999999 is too large a number"),
        (
            "{} {}",
            (
                "not JSON: more text after its end, column 4; "
                "one record a line is JSON Lines"
            ),
        ),
        (
            "{'type': 1}",
            ("not JSON: expecting property name enclosed in double quotes, column 2"),
        ),
        ("[1]", "[1] is not an object with named fields"),
        ("5", "5 is not an object with named fields"),
    ],
)
def test_what_json_lets_pass_is_refused(text: str, message: str) -> None:
    """Each with the line, and without a traceback."""
    assert problems(read_json_lines(text, file="f")) == [f"f:1: {message}"]


def test_numbers_keep_their_digits_until_they_are_refused() -> None:
    """A JSON number is no amount: it has no unit, and may have lost digits before."""
    row = '{"type": "reserve", "holder": "SV", "asset": "BTC", "quantity": %s}'
    text = "\n".join(row % n for n in ("6200.123456789012345678", "1e400", "-0"))
    hint = "is not an amount; write it as a text with its unit, such as '6200 BTC'"
    assert problems(read_json_lines(text, file="f")) == [
        f"f:1: $.quantity: Decimal('6200.123456789012345678') {hint}",
        f"f:2: $.quantity: Decimal('1E+400') {hint}",
        f"f:3: $.quantity: 0 {hint}",
    ]


def test_half_a_surrogate_pair_rejects_the_field() -> None:
    """JSON can write what no text may hold."""
    text = r'{"type": "exchange", "name": "\ud800"}'
    assert problems(read_json_lines(text, file="f")) == [
        (
            r"f:1: $.name: '\ud800' is not a text of Unicode; "
            "it holds half of a surrogate pair"
        )
    ]


def test_an_array_is_read_item_by_item() -> None:
    """Each problem names the item and the line on which it begins."""
    text = f'[\n {KUCOIN},\n\n {{"type": "exchange"}}, {KUCOIN}]\n'
    rows = list(read_json(text, file="a.json"))
    assert len(good(rows)) == 2
    assert problems(rows) == ["a.json:4: $[1].name: required field missing"]


def test_one_object_is_a_file_too() -> None:
    """Over as many lines as it likes."""
    assert list(read_json('\n{\n"type": "exchange",\n"name": "KuCoin"}')) == [
        Exchange(name="KuCoin")
    ]
    assert list(read_json(" [ ] ")) == []
    assert list(read_json(" ")) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            f"[{KUCOIN},\n{{]",
            (
                "a.json:2: $[1]: not JSON: expecting property name enclosed in double "
                "quotes, line 2 column 2; the rest of the file is not read"
            ),
        ),
        (
            f"[{KUCOIN}\n{KUCOIN}]",
            (
                "a.json:1: $[0]: not JSON: ',' or ']' expected, '{' found, "
                "line 2 column 1; the rest of the file is not read"
            ),
        ),
        (
            f"[{KUCOIN}",
            (
                "a.json:1: $[0]: not JSON: ',' or ']' expected, the end found, "
                "column 40; the rest of the file is not read"
            ),
        ),
        ("[] x", "a.json:1: not JSON: more text after its end, column 4"),
        (
            f"{KUCOIN}\n{KUCOIN}",
            (
                "a.json:1: not JSON: more text after its end, line 2 column 1; "
                "one record a line is JSON Lines"
            ),
        ),
    ],
)
def test_broken_json_says_where(text: str, problem: str) -> None:
    """What stood before the break is kept."""
    assert problems(read_json(text, file="a.json")) == [problem]


# --- CSV -----------------------------------------------------------------------------

TABLE = """\
type,holder,asset,quantity,acquisition,stage,source.publisher,source.published,\
standing,span
reserve,SV,BTC,>6200 BTC,purchase; mining,planned,Gazette,2025-07-16,official,12;90
"""


def test_a_row_of_cells_becomes_a_fact() -> None:
    """Words of one cell are separated by `;`, a citation stands in its own columns."""
    (fact,) = read_csv(TABLE)
    assert isinstance(fact, Reserve)
    assert fact.quantity == Amount.more_than(6200, "BTC")
    assert fact.acquisition == (Acquisition.PURCHASE, Acquisition.MINING)
    assert fact.citations == (
        Citation(
            source=Source(publisher="Gazette", published=Period("2025-07-16")),
            standing=Standing.OFFICIAL,
            span=(12, 90),
        ),
    )


def test_empty_cells_state_nothing() -> None:
    """And a row of another kind leaves the columns of the first empty."""
    text = "type,holder,asset,name,source.url\nreserve,SV,BTC,,\nexchange,,,KuCoin,\n"
    first, second = read_csv(text)
    assert first == Reserve(holder=country_code("SV"), asset=asset_code("BTC"))
    assert second == Exchange(name="KuCoin")


def test_parties_are_json_and_truth_is_a_word() -> None:
    """As in the JSON form."""
    text = 'form,binding,parties\nmou,false,"[{""country"": ""BT""}]"\n'
    (fact,) = read_csv(text, file="agreements.csv")
    assert isinstance(fact, Agreement)
    assert fact.parties == (Party(country=country_code("BT")),)
    assert fact.binding is False


@pytest.mark.parametrize(
    "file",
    ["exchange.csv", "exchanges.csv", "Exchanges.CSV", "folder/exchanges.csv"],
)
def test_a_file_may_be_named_after_a_kind_of_fact(file: str) -> None:
    """Then it needs no column for it."""
    assert list(read_csv("name\nKuCoin\n", file=file)) == [Exchange(name="KuCoin")]


def test_names_of_several_words_are_kinds_as_well() -> None:
    """With a hyphen or without, in the plural or not."""
    rows = read_csv("country,asset,status\nSV,BTC,banned\n", file="legal-statuses.csv")
    assert [type(row).__name__ for row in rows] == ["LegalStatus"]


def test_marks_and_line_ends_of_spreadsheets_are_no_matter() -> None:
    """A byte order mark, CRLF, an empty line, a cell of several lines."""
    text = '\ufefftype,name\r\nexchange,"Ku\r\nCoin"\r\n\r\nexchange,Kraken'
    assert list(read_csv(text)) == [
        Exchange(name="Ku\r\nCoin"),
        Exchange(name="Kraken"),
    ]


def test_a_wrong_cell_is_told_by_its_column() -> None:
    """With the line on which the row begins; the good rows are kept."""
    text = (
        "holder,asset,body,acquisition,standing,source.published\n"
        'SV,BTC,"two\nlines",,,\n'
        "ZQ,BTC,,purchase;minig,offical,2025-13\n"
        "BT,BTC,,mining,,\n"
    )
    rows = list(read_csv(text, file="reserves.csv"))
    assert len(good(rows)) == 2
    dates = "a date such as 2025, 2025-05, 2025-05-13, 2025-Q1 or 2021/2027"
    assert problems(rows) == [
        (
            f"reserves.csv:4: $.source.published: '2025-13' is not {dates}; "
            "month must be in 1..12"
        ),
        (
            "reserves.csv:4: $.standing: 'offical' is not one of 'official', "
            "'reported', 'estimated', 'rumoured'; did you mean 'official'?"
        ),
        "reserves.csv:4: $.holder: 'ZQ' is not a country of ISO 3166-1",
        (
            "reserves.csv:4: $.acquisition[1]: 'minig' is not one of 'purchase', "
            "'mining', 'seizure', 'forfeiture', 'donation', 'theft', 'transfer', "
            "'tax'; did you mean 'mining'?"
        ),
    ]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("exchange,KuCoin", "2 cells where the header has 3"),
        ("exchange,KuCoin,,", "4 cells where the header has 3"),
        ('exchange,"Ku"Coin,', "not CSV: ',' expected after '\"'"),
        ('exchange,"KuCoin,', "not CSV: unexpected end of data"),
        (
            f"exchange,{'x' * 140_000},",
            "not CSV: field larger than field limit (131072)",
        ),
        (",KuCoin,", "$.type: required field missing"),
        (
            "exchage,KuCoin,",
            ("$.type: 'exchage' is not a kind of fact; did you mean 'exchange'?"),
        ),
        ("exchange,KuCoin,5 BTC", "$.quantity: unknown field"),
    ],
)
def test_a_row_that_cannot_be_read_is_told(cells: str, message: str) -> None:
    """And those before it are kept."""
    rows = list(read_csv(f"type,name,quantity\nexchange,Kraken,\n{cells}", file="f"))
    assert good(rows) == [Exchange(name="Kraken")]
    assert problems(rows) == [f"f:3: {message}"]


def test_parties_that_are_no_json_are_told_once() -> None:
    """Together with the other faults of the row."""
    rows = read_csv("type,parties,form\nagreement,BT,mu", file="f")
    first, second = problems(rows)
    assert first == "f:2: $.parties: not JSON: expecting value, column 1"
    assert second.startswith("f:2: $.form: 'mu' is not one of 'treaty', 'mou',")
    assert second.endswith("did you mean 'mou'?")


@pytest.mark.parametrize(
    ("header", "file", "found"),
    [
        (
            "holdr,asset",
            "reserves.csv",
            ["unknown column 'holdr'; did you mean 'holder'?"],
        ),
        (
            "holder,asset,url",
            "reserves.csv",
            ["unknown column 'url'; did you mean 'source.url'?"],
        ),
        (
            "holder;asset",
            "reserves.csv",
            ["one column 'holder;asset': separate the cells by ',' and not by ';'"],
        ),
        (
            "holder,,asset,asset",
            "reserves.csv",
            ["a column without a name", "the column 'asset' stands more than once"],
        ),
        ("holder,asset,countries", "reserves.csv", ["unknown column 'countries'"]),
        (
            "holder,asset",
            "x.csv",
            ["no column 'type', and the file is not named after a kind of fact"],
        ),
    ],
)
def test_a_wrong_header_is_told_once(header: str, file: str, found: list[str]) -> None:
    """And not again for each row."""
    rows = list(read_csv(f"{header}\nSV,BTC\nBT,BTC\n", file=file))
    assert len(rows) == 1
    assert problems(rows) == [f"{file}:1: {message}" for message in found]


def test_a_table_without_rows_gives_none() -> None:
    """Nor does an empty text."""
    assert list(read_csv("type,name\n")) == []
    assert list(read_csv("")) == []
