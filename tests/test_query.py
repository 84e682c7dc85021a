"""Questions to a dataset: what is kept, in which order, and how a query ends."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import count as counter
from typing import Any, cast

import attrs
import pytest

from sovcrypto.codes import CountryCode, asset_code, country_code
from sovcrypto.dataset import Dataset
from sovcrypto.errors import (
    InvalidCondition,
    ManyMatches,
    NoMatch,
    UnitMismatch,
)
from sovcrypto.fields import Pred, asc, desc
from sovcrypto.model import (
    Acquisition,
    Agreement,
    AgreementForm,
    Country,
    LegalStatus,
    Mining,
    Party,
    Reserve,
    Stage,
    Status,
    Token,
)
from sovcrypto.query import (
    Agg,
    Query,
    Table,
    count,
    earliest,
    latest,
    maximum,
    minimum,
    total,
)
from sovcrypto.values import Amount, Period

SV, BT, PK, CF, US = (country_code(code) for code in ("SV", "BT", "PK", "CF", "US"))
BTC, ETH, CRYPTO = (asset_code(code) for code in ("BTC", "ETH", "crypto"))

SALVADOR = Reserve(
    holder=SV,
    asset=BTC,
    quantity=Amount.more_than(6200, "BTC"),
    value=Amount.about("745e6", "USD"),
    period=Period("2025-07"),
    body="Bitcoin Office",
    acquisition=(Acquisition.PURCHASE,),
)
BHUTAN = Reserve(
    holder=BT,
    asset=BTC,
    quantity=Amount.exactly(9000, "BTC"),
    period=Period("2025-04-01"),
    body="Druk Holding",
    acquisition=(Acquisition.MINING, Acquisition.PURCHASE),
)
BHUTAN_ETHER = Reserve(
    holder=BT, asset=ETH, quantity=Amount.exactly(650, "ETH"), period=Period("2024")
)
PAKISTAN = Reserve(holder=PK, asset=BTC, stage=Stage.PLANNED)
AMERICA = Reserve(
    holder=US,
    asset=BTC,
    quantity=Amount.about(198_000, "BTC"),
    period=Period("XXXX-03"),
    body="Treasury",
)
RESERVES = (SALVADOR, BHUTAN, BHUTAN_ETHER, PAKISTAN, AMERICA)
KNOWLEDGE = Agreement(
    parties=(Party(country=PK), Party(country=SV)), form=AgreementForm.PARTNERSHIP
)
GMC = Agreement(
    parties=(Party(country=BT), Party(name="Cumberland DRW")), form=AgreementForm.MOU
)
TENDER = LegalStatus(
    country=SV, asset=BTC, status=Status.LEGAL_TENDER, first=True, period=Period("2021")
)
POWER = Mining(country=PK, power=Amount.exactly(2000, "MW"), stage=Stage.PLANNED)
HYDRO = Mining(country=BT, power=Amount.at_least(1, "GW"))
TER = Token(issuer=BT, name="TER")
DATA = Dataset([*RESERVES, KNOWLEDGE, GMC, TENDER, POWER, HYDRO, TER])


def holders(*conditions: Pred[Reserve], maybe: bool = False) -> list[CountryCode]:
    """The holders of the reserves that must, or may, meet the conditions."""
    query = DATA.reserves.where(*conditions)
    return (query.maybe() if maybe else query).values(Reserve.holder)


# --- conditions ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "must"),
    [
        (Reserve.asset == "ETH", ["BT"]),
        (Reserve.asset != "BTC", ["BT"]),
        (Reserve.holder.is_in(["SV", "PK"]), ["SV", "PK"]),
        (Reserve.holder.is_in([]), []),
        (
            Reserve.holder > "PK",
            ["SV", "US"],
        ),
        (Reserve.holder.between("PK", "SV"), ["SV", "PK"]),
        (Reserve.body.startswith("D"), ["BT"]),
        (Reserve.body.contains("o"), ["SV", "BT"]),
        (Reserve.body.startswith(""), ["SV", "BT", "US"]),
        (Reserve.acquisition.has(Acquisition.PURCHASE), ["SV", "BT"]),
        (~Reserve.acquisition.has(Acquisition.PURCHASE), ["BT", "PK", "US"]),
        (Reserve.stage == Stage.PLANNED, ["PK"]),
        (Reserve.stage.is_in([Stage.PLANNED, Stage.ENDED]), ["PK"]),
        ((Reserve.asset == "BTC") & (Reserve.holder == "BT"), ["BT"]),
        ((Reserve.asset == "ETH") | (Reserve.holder == "PK"), ["BT", "PK"]),
        (~((Reserve.asset == "BTC") | (Reserve.holder == "PK")), ["BT"]),
    ],
    ids=map(str, counter()),
)
def test_conditions_on_what_is_stated_exactly(
    condition: Pred[Reserve], must: list[str]
) -> None:
    """There, what may match is what must match."""
    assert holders(condition) == holders(condition, maybe=True) == must


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        (Reserve.body == "Treasury", ["US"]),
        (Reserve.body != "Treasury", ["SV", "BT", "BT", "PK"]),
        (~(Reserve.body == "Treasury"), ["SV", "BT", "BT", "PK"]),
        (Reserve.body > "C", ["BT", "US"]),
        (~(Reserve.body > "C"), ["SV", "BT", "PK"]),
        (Reserve.body <= "C", ["SV"]),
        (Reserve.body.is_null(), ["BT", "PK"]),
        (~Reserve.body.is_null(), ["SV", "BT", "US"]),
        (~Reserve.body.startswith("T"), ["SV", "BT", "BT", "PK"]),
        (~Reserve.body.is_in(["Treasury"]), ["SV", "BT", "BT", "PK"]),
        (Reserve.body == None, ["BT", "PK"]),  # noqa: E711 -- meant
        (Reserve.body != None, ["SV", "BT", "US"]),  # noqa: E711
        (Reserve.quantity.is_null(), ["PK"]),
        (Reserve.quantity != 650, ["SV", "BT", "PK", "US"]),
        ((Reserve.quantity < 0) | (Reserve.quantity >= 0), ["SV", "BT", "BT", "US"]),
    ],
    ids=map(str, counter()),
)
def test_what_is_not_stated_meets_no_comparison(
    condition: Pred[Reserve], kept: list[str]
) -> None:
    """Neither certainly nor possibly; negation and `!=` therefore keep it."""
    assert holders(condition) == holders(condition, maybe=True) == kept


@pytest.mark.parametrize(
    ("condition", "must", "may"),
    [
        (Reserve.quantity > 6000, ["SV", "BT", "US"], ["SV", "BT", "US"]),
        (Reserve.quantity > 7000, ["BT", "US"], ["SV", "BT", "US"]),
        (~(Reserve.quantity > 7000), ["BT", "PK"], ["SV", "BT", "PK"]),
        (Reserve.quantity <= 7000, ["BT"], ["SV", "BT"]),
        (Reserve.quantity == 198_000, [], ["SV", "US"]),
        (Reserve.quantity == 9000, ["BT"], ["SV", "BT"]),
        (
            Reserve.quantity.is_in([BHUTAN.quantity, BHUTAN_ETHER.quantity]),
            ["BT", "BT"],
            ["SV", "BT", "BT", "US"],
        ),
        (Reserve.quantity.between(600, 10_000), ["BT", "BT"], ["SV", "BT", "BT"]),
        # an amount has a unit: of ether it cannot be told
        (
            Reserve.quantity > Amount.exactly(100, "BTC"),
            ["SV", "BT", "US"],
            ["SV", "BT", "BT", "US"],
        ),
        (
            ~(Reserve.quantity > Amount.exactly(100, "BTC")),
            ["PK"],
            ["BT", "PK"],
        ),
        (Reserve.value > Amount.exactly(700, "USD"), ["SV"], ["SV"]),
        (Reserve.value > Amount.exactly(700, "EUR"), [], ["SV"]),
    ],
    ids=map(str, counter()),
)
def test_vague_amounts_answer_in_two_ways(
    condition: Pred[Reserve], must: list[str], may: list[str]
) -> None:
    """`where` keeps what must match, `maybe` also what may."""
    assert holders(condition) == must
    assert holders(condition, maybe=True) == may


def test_amounts_in_other_prefixes_are_converted() -> None:
    """Megawatts and gigawatts measure the same."""
    query = DATA.mining.where(Mining.power > Amount.exactly("1.5", "GW"))
    assert query.all() == [POWER]
    assert query.maybe().all() == [POWER, HYDRO]


@pytest.mark.parametrize(
    ("condition", "must", "may"),
    [
        # BHUTAN_ETHER is dated 2024, SALVADOR 2025-07, AMERICA has no year
        (Reserve.period >= Period("2025"), ["SV", "BT"], ["SV", "BT", "US"]),
        (Reserve.period > Period("2024"), ["SV", "BT"], ["SV", "BT", "US"]),
        (
            Reserve.period <= Period("2025"),
            ["SV", "BT", "BT"],
            ["SV", "BT", "BT", "US"],
        ),
        (Reserve.period < Period("2025"), ["BT"], ["BT", "US"]),
        (
            Reserve.period.between(Period("2025-01"), Period("2025-06")),
            ["BT"],
            ["BT", "US"],
        ),
        # part of July is after the 16th
        (Reserve.period > Period("2025-07-16"), [], ["SV", "US"]),
        (
            Reserve.period <= Period("2025-07-16"),
            ["BT", "BT"],
            ["SV", "BT", "BT", "US"],
        ),
        (
            ~(Reserve.period > Period("2025-07-16")),
            ["BT", "BT", "PK"],
            ["SV", "BT", "BT", "PK", "US"],
        ),
        (Reserve.period.overlaps(Period("2025")), ["SV", "BT"], ["SV", "BT", "US"]),
        (Reserve.period == Period("2025-07"), ["SV"], ["SV"]),
        (Reserve.period >= Period("2025/.."), ["SV", "BT"], ["SV", "BT", "US"]),
        (Reserve.period > Period("2025/.."), [], []),
        (
            Reserve.period <= Period("2025/.."),
            ["SV", "BT", "BT", "US"],
            ["SV", "BT", "BT", "US"],
        ),
        (Reserve.period < Period("XXXX-05"), [], ["SV", "BT", "BT", "US"]),
    ],
    ids=map(str, counter()),
)
def test_dates_are_compared_by_their_days(
    condition: Pred[Reserve], must: list[str], may: list[str]
) -> None:
    """All days of a period must, or one of them may, lie on that side."""
    assert holders(condition) == must
    assert holders(condition, maybe=True) == may


def test_no_condition_keeps_everything() -> None:
    """So a list of conditions may be empty."""
    assert DATA.reserves.where().all() == list(RESERVES)


@pytest.mark.parametrize("sign", ["&", "|", "~", "mixed"])
def test_ten_thousand_conditions_are_no_problem(sign: str) -> None:
    """Trees of any depth and shape are tested without recursion."""
    mine, other = Reserve.holder == "SV", Reserve.holder == "ZW"
    condition = mine
    for number in range(10_000):
        if sign == "~":
            condition = ~condition
        elif sign == "&" or (sign == "mixed" and number % 2):
            condition = mine & condition
        else:
            condition = other | condition
    query = DATA.reserves.where(condition)
    assert query.all() == [SALVADOR]
    assert query.explain()
    assert repr(query)
    with pytest.raises(ManyMatches) as caught:
        DATA.reserves.where(Reserve.asset == "BTC", condition | ~condition).one()
    assert len(str(caught.value)) < 600


# --- relations -----------------------------------------------------------------------


def test_a_country_is_found_by_what_is_told_of_it() -> None:
    """`any` asks for one row at the other end that meets all conditions."""
    has = Country.reserves.any
    codes = {
        "BT SV": has(Reserve.quantity > 600, Reserve.asset != "BTC")
        | has(Reserve.value > Amount.exactly(1, "USD")),
        "BT": has(Reserve.asset == "ETH"),
        "BT PK SV US": has(),
        "PK SV": Country.agreements.any(Agreement.form == AgreementForm.PARTNERSHIP),
        "": has(Reserve.asset == "ETH", Reserve.body == "Treasury"),
    }
    for expected, condition in codes.items():
        found = DATA.countries.where(condition).values(Country.code)
        assert " ".join(found) == expected
    assert DATA.countries.where(~has()).count() == 249 - 4


def test_relations_answer_in_two_ways() -> None:
    """What the rows at the other end must or may be decides."""
    rich = Country.reserves.any(Reserve.quantity > 7000)
    query = DATA.countries.where(rich)
    assert query.values(Country.code) == ["BT", "US"]
    assert query.maybe().values(Country.code) == ["BT", "SV", "US"]
    assert DATA.countries.where(~rich).count() == 249 - 3
    assert DATA.countries.where(~rich).maybe().count() == 249 - 2


def test_a_fact_is_found_by_its_country() -> None:
    """`of` asks the other way round, through a column of several keys too."""
    asian = Country.region == "142"
    assert DATA.reserves.where(Country.reserves.of(asian)).all() == [
        BHUTAN,
        BHUTAN_ETHER,
        PAKISTAN,
    ]
    assert DATA.agreements.where(Country.agreements.of(asian)).count() == 2
    both = Country.agreements.of(Country.code == "SV")
    assert DATA.agreements.where(both).all() == [KNOWLEDGE]


def test_relations_nest() -> None:
    """Reserves of countries that mine; but not without end."""
    mining = Country.reserves.of(Country.mining.any(Mining.stage == Stage.PLANNED))
    assert DATA.reserves.where(mining).all() == [PAKISTAN]
    deep = Reserve.asset == "BTC"
    for _ in range(16):
        deep = Country.reserves.of(Country.reserves.any(deep))
    assert DATA.reserves.where(deep).count() == len(RESERVES)
    with pytest.raises(InvalidCondition, match="at most 32 relations"):
        DATA.reserves.where(Country.reserves.of(Country.reserves.any(deep)))


def test_pairs_join_along_a_relation() -> None:
    """In the order of the query, then of the dataset."""
    query = DATA.countries.where(Country.region == "142").order_by(desc(Country.code))
    assert [
        (country.code, held) for country, held in query.pairs(Country.reserves)
    ] == [
        ("PK", PAKISTAN),
        ("BT", BHUTAN),
        ("BT", BHUTAN_ETHER),
    ]
    deals = DATA.countries.pairs(Country.agreements)
    assert [country.code for country, _ in deals] == ["BT", "PK", "SV"]


# --- order and window ----------------------------------------------------------------


def test_rows_come_in_dataset_order() -> None:
    """And so do ties of an explicit one."""
    assert DATA.reserves.all() == list(RESERVES)
    by_asset = DATA.reserves.order_by(Reserve.asset)
    assert by_asset.all() == [SALVADOR, BHUTAN, PAKISTAN, AMERICA, BHUTAN_ETHER]
    assert DATA.reserves.order_by(desc(Reserve.asset)).values(Reserve.holder) == [
        "BT",
        "SV",
        "BT",
        "PK",
        "US",
    ]


def test_rows_without_a_value_come_last_either_way() -> None:
    """Without a date, and without the year of a date."""
    up = DATA.reserves.order_by(Reserve.period).all()
    down = DATA.reserves.order_by(desc(Reserve.period)).all()
    assert up == [BHUTAN_ETHER, BHUTAN, SALVADOR, PAKISTAN, AMERICA]
    assert down == [SALVADOR, BHUTAN, BHUTAN_ETHER, PAKISTAN, AMERICA]


def test_later_orders_settle_ties_of_earlier_ones() -> None:
    """In one call or in two."""
    once = DATA.reserves.order_by(desc(Reserve.asset), asc(Reserve.holder))
    twice = DATA.reserves.order_by(desc(Reserve.asset)).order_by(Reserve.holder)
    assert once.all() == twice.all()
    assert once.values(Reserve.holder) == ["BT", "BT", "PK", "SV", "US"]


def test_vague_amounts_are_sorted_by_their_bounds() -> None:
    """The lower bound, then the upper one; what has none lies outside."""
    texts = ["<5 BTC", "5 BTC", ">5 BTC", ">=5 BTC", ">=5 <=7 BTC", "4 BTC", "<=5 BTC"]
    held = [
        Reserve(holder=SV, asset=BTC, quantity=Amount.parse(text)) for text in texts
    ]
    query = Dataset(held).reserves.order_by(Reserve.quantity)
    assert [str(amount) for amount in query.values(Reserve.quantity)] == [
        "<5 BTC",
        "<=5 BTC",
        "4 BTC",
        "5 BTC",
        ">=5 <=7 BTC",
        ">=5 BTC",
        ">5 BTC",
    ]


def test_amounts_of_different_things_are_not_sorted() -> None:
    """A condition on the unit makes them comparable; prefixes are converted."""
    by_size = DATA.reserves.order_by(desc(Reserve.quantity))
    with pytest.raises(UnitMismatch) as caught:
        by_size.all()
    assert "while sorting by Reserve.quantity" in caught.value.__notes__[0]
    assert by_size.where(Reserve.asset == "BTC").first() == AMERICA
    assert DATA.mining.order_by(Mining.power).all() == [HYDRO, POWER]


def test_the_window_is_cut_out_last() -> None:
    """Offset before limit, whichever is called first."""
    query = DATA.reserves.order_by(Reserve.holder)
    everything = query.all()
    assert query.limit(2).all() == everything[:2]
    assert query.offset(3).all() == everything[3:]
    assert query.limit(2).offset(1).all() == everything[1:3]
    assert query.offset(1).limit(2).count() == 2
    assert query.limit(0).all() == []
    assert query.offset(99).first() is None
    assert query.limit(2).limit(4).count() == 4


# --- queries are values --------------------------------------------------------------


def test_a_query_is_asked_anew_each_time() -> None:
    """Each call gives another query and leaves the first as it was."""
    bitcoin = DATA.reserves.where(Reserve.asset == "BTC")
    bitcoin.where(Reserve.holder == "SV").limit(1).maybe()
    assert list(bitcoin) == list(bitcoin) == bitcoin.all()
    assert bitcoin.count() == 4


def test_a_query_is_lazy() -> None:
    """Nothing is tested before a row is taken, and no more than needed."""
    seen: list[str] = []

    def look(held: Reserve) -> bool:
        seen.append(held.holder)
        return True

    query = DATA.reserves.filter(look)
    assert seen == []
    assert query.first() == SALVADOR
    assert query.exists()
    assert seen == ["SV", "SV"]


def test_a_query_shows_what_it_asks() -> None:
    """As the calls that made it, and as the steps that it takes."""
    query = (
        DATA.reserves.where(Reserve.asset == "BTC")
        .maybe()
        .latest_per(Reserve.holder, by=Reserve.period)
        .filter(bool)
        .order_by(desc(Reserve.period))
        .offset(1)
        .limit(2)
    )
    assert repr(query) == (
        "<Query[Reserve].where((Reserve.asset == 'BTC'))"
        ".latest_per(Reserve.holder, by=Reserve.period).filter(bool)"
        ".maybe().order_by(desc(Reserve.period)).offset(1).limit(2)>"
    )
    assert query.explain().splitlines() == [
        "scan Reserve, 5 rows: too few for an index",
        "keep what may match (Reserve.asset == 'BTC')",
        "keep the latest by Reserve.period for each Reserve.holder",
        "keep what the function of filter(bool) accepts",
        "in the order of desc(Reserve.period), then position in the dataset",
        "skip 1",
        "stop after 2",
    ]


def test_a_query_can_be_pickled() -> None:
    """With its data, unless a lambda is part of it."""
    query = DATA.reserves.where(Reserve.asset == "ETH").order_by(Reserve.period)
    assert pickle.loads(pickle.dumps(query)).all() == query.all()  # noqa: S301 -- our own


def test_a_query_has_no_truth_value_and_no_length() -> None:
    """Both would run it behind the caller's back, or twice."""
    query: Any = DATA.reserves
    with pytest.raises(TypeError, match=r"ask \.exists\(\) or \.count\(\)"):
        bool(query)
    with pytest.raises(TypeError):
        len(query)


# --- indexes -------------------------------------------------------------------------


MANY = tuple(
    Reserve(
        holder=(SV, BT, PK, CF, US)[number % 5],
        asset=BTC if number % 100 else ETH,
        value=Amount.exactly(number, "USD"),
        period=Period(f"{2000 + number % 20}"),
        body=f"Body {number:03}",
    )
    for number in range(400)
)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        (
            Dataset(MANY).reserves.where(Reserve.asset == "ETH"),
            (
                "take 4 of 400 rows of Reserve by the hash index of Reserve.asset: "
                "what must match (Reserve.asset == 'ETH')"
            ),
        ),
        (
            Dataset(MANY).reserves.where(Reserve.body >= "Body 390").maybe(),
            (
                "take 10 of 400 rows of Reserve by the sorted index of Reserve.body: "
                "what may match (Reserve.body >= 'Body 390')"
            ),
        ),
        (
            Dataset(MANY).reserves.where(Reserve.value < Amount.exactly(3, "USD")),
            (
                "take 3 of 400 rows of Reserve by the sorted index of Reserve.value, "
                "by high in base units: "
                "what must match (Reserve.value < Amount.parse('3 USD'))"
            ),
        ),
        (
            Dataset(MANY).reserves.order_by(desc(Reserve.period)).limit(3),
            "walk Reserve, 400 rows, by the sorted index of Reserve.period",
        ),
        (
            Dataset(MANY).reserves.where(Reserve.asset == "BTC"),
            (
                "scan Reserve, 400 rows: "
                "the hash index of Reserve.asset would leave 396 rows"
            ),
        ),
        (
            Dataset(MANY).reserves.where(Reserve.body.contains("39")),
            "scan Reserve, 400 rows: no index answers a condition",
        ),
        (
            Dataset(MANY[:9]).reserves.where(Reserve.asset == "ETH"),
            "scan Reserve, 9 rows: too few for an index",
        ),
        (Dataset(MANY).reserves, "scan Reserve, 400 rows"),
    ],
    ids=map(str, counter()),
)
def test_the_index_that_leaves_fewest_rows_is_used(
    query: Query[Reserve], line: str
) -> None:
    """And none where it would not pay; the explanation says which, and why."""
    assert query.explain().splitlines()[0] == line


def test_what_one_index_leaves_is_tested_for_the_rest() -> None:
    """The most selective term is looked up, the others are tested row by row."""
    query = Dataset(MANY).reserves.where(
        Reserve.holder == "SV", Reserve.asset == "ETH", Reserve.body.contains("0")
    )
    assert query.explain().splitlines()[:3] == [
        (
            "take 4 of 400 rows of Reserve by the hash index of Reserve.asset: "
            "what must match (Reserve.asset == 'ETH')"
        ),
        "keep what must match (Reserve.holder == 'SV')",
        "keep what must match Reserve.body.contains('0')",
    ]
    assert query.count() == len(query.all()) == 4


def test_an_index_knows_how_many_rows_there_are() -> None:
    """Without a look at any of them, and within a window."""
    data = Dataset(MANY)
    for query in (
        data.reserves,
        data.reserves.where(Reserve.asset == "BTC"),
        data.reserves.where(Reserve.asset != "BTC"),
        data.reserves.where(~(Reserve.body < "Body 100")),
        data.reserves.where(Reserve.holder.is_in(["SV", "BT"])).offset(100).limit(90),
        data.reserves.where(Reserve.holder == "SV").offset(70).limit(90),
        data.reserves.limit(0),
    ):
        assert query.count() == len(query.all())
        assert query.exists() is bool(query.all())


def test_an_index_is_made_once_whoever_asks() -> None:
    """Threads that ask together wait for one of them, and share what it made."""
    looked_at: list[str] = []

    def key(held: Reserve) -> str | None:
        looked_at.append(held.holder)
        return held.body

    table = Table(Reserve, MANY)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(table.by_order, "body", key) for _ in range(50)]
    indexes = [one.result() for one in asked]
    assert len(set(indexes)) == 1
    assert len(looked_at) == len(MANY)


def test_indexes_belong_to_a_table_and_do_not_travel() -> None:
    """A copy makes its own."""
    table = Table(Reserve, MANY)
    index = table.by_value(Reserve.asset)
    copy: Table[Reserve] = pickle.loads(pickle.dumps(table))  # noqa: S301 -- our own
    assert copy == table
    assert table.by_value(Reserve.asset) is index
    assert copy.by_value(Reserve.asset) is not index


# --- endings -------------------------------------------------------------------------


def test_endings() -> None:
    """All, the first, the only one, how many, whether any, one column."""
    query = DATA.reserves.where(Reserve.asset == "ETH")
    nothing = DATA.reserves.where(Reserve.holder == "CF")
    assert query.all() == [BHUTAN_ETHER]
    assert query.first() == query.one() == query.one_or_none() == BHUTAN_ETHER
    assert (query.count(), query.exists()) == (1, True)
    assert query.values(Reserve.quantity) == [Amount.exactly(650, "ETH")]
    assert (nothing.all(), nothing.first(), nothing.one_or_none()) == ([], None, None)
    assert (nothing.count(), nothing.exists(), nothing.values(Reserve.body)) == (
        0,
        False,
        [],
    )


def test_several_columns_are_tuples() -> None:
    """In the order of the columns and of the rows; of one column there are values."""
    query = DATA.reserves.where(Reserve.holder == "BT")
    assert query.select(Reserve.asset, Reserve.body) == [
        ("BTC", "Druk Holding"),
        ("ETH", None),
    ]
    six = [Reserve.asset, Reserve.body, Reserve.value, Reserve.stage] * 2
    select: Any = query.select
    assert select(*six[:6]) == [(row * 2)[:6] for row in select(*six[:4])]
    for columns in ([], six[:1], six):
        with pytest.raises(TypeError, match="takes two to six columns"):
            select(*columns)
    with pytest.raises(TypeError, match=r"there are values\(\)"):
        select(Reserve.asset)


def test_a_broken_promise_of_one_shows_the_query() -> None:
    """None at all, or more than one."""
    with pytest.raises(NoMatch) as none:
        DATA.reserves.where(Reserve.holder == "CF").one()
    assert str(none.value) == (
        "no Reserve answers Query[Reserve].where((Reserve.holder == 'CF'))"
    )
    assert isinstance(none.value, LookupError)
    for ending in (Query[Reserve].one, Query[Reserve].one_or_none):
        with pytest.raises(ManyMatches, match="more than one Reserve answers"):
            ending(DATA.reserves)


def test_filter_takes_any_function() -> None:
    """Its answer may be anything that has a truth value."""
    query = DATA.reserves.filter(lambda held: held.body).filter(lambda held: held.value)
    assert query.all() == [SALVADOR]


def test_the_latest_per_key() -> None:
    """Undated rows lose, of equals the first in the dataset stays."""
    query = DATA.reserves.latest_per(Reserve.holder, by=Reserve.period)
    assert query.all() == [SALVADOR, BHUTAN, PAKISTAN, AMERICA]
    both = DATA.reserves.latest_per(Reserve.holder, Reserve.asset, by=Reserve.period)
    assert both.count() == 5
    again = attrs.evolve(cast("Any", SALVADOR), body="Another office")
    undated = attrs.evolve(cast("Any", SALVADOR), period=None)
    data = Dataset([undated, SALVADOR, again])
    assert data.reserves.latest_per(Reserve.holder, by=Reserve.period).all() == [
        SALVADOR
    ]


def test_conditions_before_and_after_the_latest_per_key_differ() -> None:
    """Before, they choose among what; after, they test the chosen."""
    ether = Reserve.asset == "ETH"
    per = DATA.reserves.latest_per(Reserve.holder, by=Reserve.period)
    assert per.where(ether).all() == []
    chosen = DATA.reserves.where(ether).latest_per(Reserve.holder, by=Reserve.period)
    assert chosen.all() == [BHUTAN_ETHER]


# --- groups --------------------------------------------------------------------------


def test_groups_say_up_to_four_things_of_up_to_two_keys() -> None:
    """In the order in which the groups are met."""
    by_asset = DATA.reserves.group_by(Reserve.asset)
    assert by_asset.agg(count()) == {"BTC": 4, "ETH": 1}
    assert list(by_asset.agg(count())) == ["BTC", "ETH"]
    said = by_asset.agg(
        count(), earliest(Reserve.period), latest(Reserve.period), maximum(Reserve.body)
    )
    assert said == {
        "BTC": (4, Period("2025-04-01"), Period("2025-07"), "Treasury"),
        "ETH": (1, Period("2024"), Period("2024"), None),
    }
    two = DATA.reserves.group_by(Reserve.holder, Reserve.asset)
    assert two.agg(minimum(Reserve.body))[SV, BTC] == "Bitcoin Office"
    assert DATA.reserves.group_by(Reserve.body).agg(count())[None] == 2
    assert repr(two) == "Query[Reserve].group_by(Reserve.holder, Reserve.asset)"


def test_totals_of_vague_amounts_are_intervals() -> None:
    """More than 6,200 and exactly 9,000 and about 198,000 BTC."""
    by_asset = DATA.reserves.group_by(Reserve.asset).agg(total(Reserve.quantity))
    assert {key: str(amount) for key, amount in by_asset.items()} == {
        "BTC": "~>213200 BTC",
        "ETH": "650 ETH",
    }
    by_holder = DATA.reserves.group_by(Reserve.holder)
    assert by_holder.agg(total(Reserve.value))[PK] is None
    power = DATA.mining.group_by(Mining.asset).agg(total(Mining.power))[None]
    assert power == Amount.at_least(3000, "MW")


def test_a_total_of_different_units_names_the_group() -> None:
    """Bhutan's bitcoin and ether do not add up."""
    with pytest.raises(UnitMismatch) as caught:
        DATA.reserves.group_by(Reserve.holder).agg(total(Reserve.quantity))
    assert caught.value.__notes__ == [
        "in total(Reserve.quantity)",
        "in the group 'BT'",
    ]


def test_a_total_counts_from_zero_where_nothing_else_bounds_it() -> None:
    """More than one and less than three are more than one."""
    held = [
        Reserve(holder=SV, asset=BTC, quantity=Amount.parse(text))
        for text in (">1 BTC", "<3 BTC")
    ]
    groups = Dataset(held).reserves.group_by(Reserve.asset)
    assert groups.agg(total(Reserve.quantity)) == {"BTC": Amount.more_than(1, "BTC")}


def test_groups_are_made_of_what_the_query_keeps() -> None:
    """Conditions and window included."""
    query = DATA.reserves.where(Reserve.holder == "BT").limit(1)
    assert query.group_by(Reserve.asset).agg(count()) == {"BTC": 1}


# --- what the checkers would have said -----------------------------------------------

RESERVES_: Any = DATA.reserves
BODY, NAME = cast("Any", Reserve.body), cast("Any", Token.name)


def is_bitcoin(held: Reserve) -> bool:
    """A function and not a condition."""
    return held.asset == "BTC"


@pytest.mark.parametrize(
    ("argument", "hint"),
    [
        (BODY is None, r"test for None with \.is_null\(\)"),
        (True, "combine with & | ~"),
        (None, "write one as"),
        ("asset == 'BTC'", "write one as"),
        (
            LegalStatus.first,
            "a column and not a condition",
        ),
        (is_bitcoin, r"goes into \.filter\(\)"),
        ([Reserve.asset == "BTC"], r"where\(\*them\)"),
        (Country.code == "SV", r"\(Country\.code == 'SV'\) is no condition on Reserve"),
        (Token.period > Period("2025"), "is no condition on Reserve"),
        (
            (Reserve.asset == "BTC") & cast("Any", Country.code == "SV"),
            "is no condition",
        ),
        (~(Country.code == "SV"), "is no condition"),
        (Country.reserves.any(), "is no condition on Reserve"),
        (Country.agreements.of(), "is no condition on Reserve"),
        (Country.reserves.of(cast("Any", Token.name == "TER")), "on Country"),
        (
            Country.reserves.of(cast("Any", NAME is None)),
            "False is not a condition",
        ),
    ],
    ids=map(str, counter()),
)
def test_where_refuses_what_is_no_condition(argument: object, hint: str) -> None:
    """On the line that says it, with the right spelling."""
    with pytest.raises(TypeError, match=hint.replace("|", r"\|")):
        RESERVES_.where(argument)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("order_by", ["period"]),
        ("order_by", ["-period"]),
        ("order_by", [Country.code]),
        ("order_by", [desc(Country.code)]),
        ("order_by", [desc(cast("Any", "period"))]),
        ("order_by", [Token.period]),
        ("order_by", [Reserve.stage]),
        ("order_by", [Reserve.acquisition]),
        ("order_by", [Reserve.citations]),
        ("values", ["asset"]),
        ("values", [Country.code]),
        ("pairs", [Country.reserves]),
        ("pairs", [Reserve.holder]),
        ("group_by", [Country.code]),
        ("group_by", ["asset"]),
        ("group_by", []),
        ("group_by", [Reserve.asset, Reserve.holder, Reserve.body]),
        ("filter", [Reserve.asset == "BTC"]),
        ("filter", [True]),
        ("latest_per", [Reserve.asset]),
        ("limit", ["3"]),
        ("limit", [True]),
        ("limit", [2.0]),
        ("offset", [None]),
    ],
    ids=map(str, counter()),
)
def test_other_calls_refuse_what_does_not_fit(name: str, arguments: list[Any]) -> None:
    """Texts for columns, columns of another model or without order, no numbers."""
    with pytest.raises(TypeError):
        getattr(RESERVES_, name)(*arguments)


def test_the_latest_needs_an_order_of_the_same_model() -> None:
    """`by` is checked like an order key."""
    for by in (Reserve.stage, Token.period, "period"):
        with pytest.raises(TypeError):
            RESERVES_.latest_per(Reserve.holder, by=by)


@pytest.mark.parametrize("name", ["limit", "offset"])
def test_a_window_has_no_negative_size(name: str) -> None:
    """Python's slices count from the end there; a database does not."""
    with pytest.raises(ValueError, match="no negative number"):
        getattr(RESERVES_, name)(-1)


@pytest.mark.parametrize("window", ["limit", "offset"])
def test_nothing_is_kept_or_sorted_after_the_window(window: str) -> None:
    """It would read as if the rows were cut out first."""
    cut = getattr(RESERVES_, window)(1)
    calls: dict[str, object] = {
        "where": Reserve.asset == "BTC",
        "filter": bool,
        "order_by": Reserve.asset,
    }
    for name, argument in calls.items():
        with pytest.raises(TypeError, match=r"comes before limit\(\) and offset\(\)"):
            getattr(cut, name)(argument)
    with pytest.raises(TypeError, match="comes before"):
        cut.latest_per(Reserve.holder, by=Reserve.period)


def test_aggregates_refuse_what_they_cannot_say() -> None:
    """A total of texts, the latest of amounts, the largest of a vocabulary."""
    wrong: list[tuple[Any, object]] = [
        (total, Reserve.asset),
        (total, "quantity"),
        (earliest, Reserve.quantity),
        (latest, Reserve.body),
        (minimum, Reserve.quantity),
        (maximum, Reserve.stage),
        (maximum, Reserve.acquisition),
        (minimum, None),
    ]
    for aggregate, column in wrong:
        with pytest.raises(TypeError):
            aggregate(column)
    with pytest.raises(TypeError, match=r"of periods there is an earliest\(\)"):
        minimum(Reserve.period)
    by_asset: Any = DATA.reserves.group_by(Reserve.asset)
    for aggregate in (total(Mining.power), count, "count", Reserve.asset):
        with pytest.raises(TypeError):
            by_asset.agg(aggregate)
    with pytest.raises(TypeError):
        by_asset.agg()


def test_what_is_asked_is_data() -> None:
    """Aggregates, like conditions, can be looked at and shown."""
    largest: Agg[Reserve, str | None] = maximum(Reserve.body)
    assert repr([count(), largest]) == "[count(), maximum(Reserve.body)]"
    assert largest.over(RESERVES) == "Treasury"
    assert largest.over([PAKISTAN]) is None
    assert total(Reserve.quantity).over([BHUTAN]) == Amount.exactly(
        Decimal(9000), "BTC"
    )
