"""What a field means on the class and on an instance, and what it refuses."""

from __future__ import annotations

import copy
import pickle
import types
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, ClassVar, cast

import attrs
import pytest

from sovcrypto.codes import AssetCode, CountryCode, Unit
from sovcrypto.errors import InvalidAmount, InvalidCode, InvalidRecord, InvalidValue
from sovcrypto.fields import (
    Col,
    Field,
    Kind,
    Many,
    Op,
    Record,
    asc,
    derived,
    desc,
    field,
    kind_of,
    record,
)
from sovcrypto.model import (
    FACTS,
    Agreement,
    AgreementForm,
    Country,
    Exchange,
    Fact,
    LegalStatus,
    Mining,
    Party,
    Reserve,
    Token,
)
from sovcrypto.values import Amount, Period

MODELS = (*FACTS.values(), Country, Party, Fact)


@record
class Small(Record):
    """A model that only these tests know."""

    name: Field[str]
    size: Field[int | None] = field(default=None)
    days: Field[tuple[date, ...]] = field(default=())
    initial: Field[str] = derived(lambda small: small.name[0])


@record
class Smaller(Small):
    """A model that inherits fields."""

    more: Field[bool] = field(default=False)

    others: ClassVar[Many[Smaller, Small]] = Many(
        lambda: Smaller.name, lambda: Small.name
    )


# --- on instances --------------------------------------------------------------------


def slot_of(model: type, name: str) -> object:
    """What an instance finds under the name: the first in its class and bases."""
    return next(cls.__dict__[name] for cls in model.__mro__ if name in cls.__dict__)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_value_is_read_at_the_speed_of_a_slot(model: type[Record]) -> None:
    """Under each field there is the C descriptor of a slot, and no `__dict__`."""
    names = [attribute.name for attribute in attrs.fields(cast("Any", model))]
    assert names
    for name in names:
        assert type(slot_of(model, name)) is types.MemberDescriptorType
    assert all("__slots__" in vars(cls) for cls in model.__mro__ if cls is not object)


def test_a_record_is_an_attrs_class() -> None:
    """Fields, evolve and asdict see plain types and values."""
    small = Small(name="x", size=3)
    assert [a.name for a in attrs.fields(cast("Any", Small))] == [
        "name",
        "size",
        "days",
        "initial",
    ]
    assert attrs.evolve(cast("Any", small), size=4) == Small(name="x", size=4)
    assert attrs.asdict(cast("Any", small)) == {
        "name": "x",
        "size": 3,
        "days": (),
        "initial": "x",
    }


def test_a_record_is_a_value() -> None:
    """Equal by content, hashable, pickled and copied; of another class unequal."""
    small = Small(name="x")
    assert small == Small(name="x")
    assert len({small, Small(name="x"), Small(name="y")}) == 2
    assert small != cast("object", Smaller(name="x"))
    assert pickle.loads(pickle.dumps(small)) == copy.deepcopy(small) == small  # noqa: S301 -- our own


def test_a_record_shows_what_is_stated() -> None:
    """Defaults and derived fields are left out."""
    assert repr(Small(name="x")) == "Small(name='x')"
    assert repr(Smaller(name="x", size=2)) == "Smaller(name='x', size=2)"


def test_a_record_is_frozen_and_named() -> None:
    """No assignment, no new attribute, no positional argument."""
    small: Any = Small(name="x")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        small.name = "y"
    with pytest.raises(AttributeError):
        small.other = "y"
    with pytest.raises(TypeError):
        cast("Any", Small)("x")


def test_what_is_derived_from_a_faulty_field_hides_no_fault() -> None:
    """The computation trusts its fields; they are told to be wrong all the same."""
    for parties in (None, ["IMF"], ("IMF",), 5):
        with pytest.raises(InvalidRecord) as caught:
            cast("Any", Agreement)(parties=parties, form=AgreementForm.MOU)
        (fault,) = caught.value.faults
        assert fault.endswith(" @ $.parties")


def test_a_derived_field_cannot_be_given() -> None:
    """It is computed, and takes no part in equality."""
    assert Small(name="x").initial == "x"
    with pytest.raises(TypeError):
        cast("Any", Small)(name="x", initial="y")


def test_every_fault_of_a_record_is_told_at_once() -> None:
    """Each with the path of its field."""
    with pytest.raises(InvalidRecord) as caught:
        cast("Any", Reserve)(holder="ZQ", asset="BTC", quantity="6200", body=" ")
    assert caught.value.model == "Reserve"
    assert [fault.rpartition(" @ ")[2] for fault in caught.value.faults] == [
        "$.holder",
        "$.body",
        "$.quantity",
    ]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"name": None}, "$.name"),
        ({"name": ""}, "$.name"),
        ({"name": b"x"}, "$.name"),
        ({"size": "3"}, "$.size"),
        ({"size": True}, "$.size"),
        ({"size": 3.0}, "$.size"),
        ({"days": [date(2025, 1, 1)]}, "$.days"),
        ({"days": ("2025-01-01",)}, "$.days"),
        ({"days": (None,)}, "$.days"),
    ],
)
def test_each_field_is_checked(changes: dict[str, object], path: str) -> None:
    """A bool is no int, a list no tuple, a blank no text."""
    make = cast("Any", Small)
    with pytest.raises(InvalidRecord) as caught:
        make(**{"name": "x", **changes})
    assert [fault.rpartition(" @ ")[2] for fault in caught.value.faults] == [path]


# --- on the class --------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_each_field_is_a_column_of_its_own_class(model: type[Record]) -> None:
    """Inherited fields too: `Reserve.period` is not `Token.period`."""
    for name, column in model.__columns__.items():
        assert getattr(model, name) is column
        assert column.model is model
        assert repr(column) == f"{model.__name__}.{name}"
        assert pickle.loads(pickle.dumps(column)) is column  # noqa: S301 -- our own


def test_columns_are_found_by_identity() -> None:
    """So they can be keys, though `==` makes a condition."""
    assert len({Reserve.asset, Reserve.asset, Token.name}) == 2
    assert Smaller.name is not cast("object", Small.name)


def test_a_column_cannot_be_replaced() -> None:
    """Not even on the class."""
    model: Any = Reserve
    with pytest.raises(AttributeError, match="is a column and cannot be replaced"):
        model.asset = "BTC"


def test_another_models_field_is_no_attribute() -> None:
    """The column descriptors stand on the metaclass, and tell the models apart."""
    model: Any = Reserve
    with pytest.raises(AttributeError, match="'Reserve' has no attribute 'issuer'"):
        assert model.issuer
    assert not hasattr(Reserve, "alpha3")


def test_a_field_cannot_be_named_like_an_attribute_of_classes() -> None:
    """Its column could not be told from it."""
    with pytest.raises(TypeError, match=r"Odd\.mro: this name belongs to every"):

        @record
        class Odd(Record):
            """A model that cannot be."""

            mro: Field[str]


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        (str, Kind(str)),
        (str | None, Kind(str, optional=True)),
        (tuple[str, ...], Kind(str, many=True)),
        (tuple[str, ...] | None, Kind(str, optional=True, many=True)),
    ],
)
def test_a_type_hint_says_the_kind(hint: object, kind: Kind) -> None:
    """The type, whether it may be absent, whether there are several."""
    assert kind_of(hint) == kind


# --- conditions ----------------------------------------------------------------------


def test_a_condition_is_data_and_reads_like_its_source() -> None:
    """Its repr is the expression that makes it."""
    condition = (
        (Reserve.asset == "BTC") & ~Reserve.body.startswith("D")
    ) | Reserve.holder.is_in(["SV", "BT"])
    assert condition.op is Op.OR
    assert repr(condition) == (
        "(((Reserve.asset == 'BTC') & ~Reserve.body.startswith('D'))"
        " | Reserve.holder.is_in(('SV', 'BT')))"
    )
    assert repr(Country.reserves.any(Reserve.body.is_null())) == (
        "Country.reserves.any(Reserve.body.is_null())"
    )
    assert repr(pickle.loads(pickle.dumps(condition))) == repr(condition)  # noqa: S301 -- our own
    assert (repr(asc(Reserve.asset)), repr(desc(Reserve.asset))) == (
        "asc(Reserve.asset)",
        "desc(Reserve.asset)",
    )


def test_a_deep_condition_can_be_shown() -> None:
    """However many conditions are combined."""
    condition = Reserve.asset == "BTC"
    for _ in range(5000):
        condition = ~(condition | (Reserve.asset == "ETH"))
    assert repr(condition).count("ETH") == 5000


def test_text_becomes_the_value_that_the_column_holds() -> None:
    """Codes are parsed, vocabulary is looked up, amounts and dates are read."""
    assert (LegalStatus.status == cast("Any", "banned")).args[1].name == "BANNED"
    assert (Reserve.quantity > cast("Any", ">5 BTC")).args[1] == Amount.more_than(
        5, "BTC"
    )
    assert (Reserve.period == cast("Any", "2025-33")).args[1] == Period("2025-Q1")
    assert (Reserve.quantity > 5).args[1] == Decimal(5)


def test_none_is_asked_for_by_equality_or_by_name() -> None:
    """`== None` and `is_null()` are one condition, `!= None` is its negation."""
    assert repr(Reserve.body == None) == repr(Reserve.body.is_null())  # noqa: E711 -- SQL's own trap
    assert repr(Reserve.body != None) == "~Reserve.body.is_null()"  # noqa: E711


RESERVE, AGREEMENT, STATUS = (cast("Any", m) for m in (Reserve, Agreement, LegalStatus))
SV = CountryCode("SV")
BTC = AssetCode(Unit("BTC"))


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: RESERVE.asset == 5, TypeError),
        (lambda: RESERVE.asset == Period("2025"), TypeError),
        (lambda: RESERVE.asset == RESERVE.holder, TypeError),
        (lambda: RESERVE.asset == "BTX", InvalidCode),
        (lambda: RESERVE.holder == "UK", InvalidCode),
        (lambda: RESERVE.holder.is_in(["SV", "ZQ"]), InvalidCode),
        (lambda: RESERVE.holder.is_in("SV"), TypeError),
        (lambda: RESERVE.holder.is_in([SV, None]), TypeError),
        (lambda: RESERVE.quantity > 1.5, TypeError),
        (lambda: RESERVE.quantity > True, TypeError),
        (lambda: RESERVE.quantity > "much", InvalidAmount),
        (lambda: RESERVE.quantity > Decimal("NaN"), InvalidAmount),
        (lambda: RESERVE.quantity > None, TypeError),
        (lambda: RESERVE.value > 5000, TypeError),
        (lambda: cast("Any", Mining).power >= 5, TypeError),
        (lambda: RESERVE.period > date(2025, 1, 1), TypeError),
        (lambda: RESERVE.period == 2025, TypeError),
        (lambda: RESERVE.period.overlaps(None), TypeError),
        (lambda: RESERVE.asset.overlaps(Period("2025")), TypeError),
        (lambda: RESERVE.stage < "ended", TypeError),
        (lambda: RESERVE.stage == "over", InvalidValue),
        (lambda: RESERVE.quantity.startswith("6"), TypeError),
        (lambda: RESERVE.body.startswith(None), TypeError),
        (lambda: RESERVE.body.contains(5), TypeError),
        (lambda: RESERVE.asset.has("BTC"), TypeError),
        (lambda: AGREEMENT.countries == "SV", TypeError),
        (lambda: AGREEMENT.countries.has(5), TypeError),
        (lambda: AGREEMENT.countries.has("ZQ"), InvalidCode),
        (lambda: AGREEMENT.countries < "SV", TypeError),
        (lambda: STATUS.first == 1, TypeError),
        (lambda: STATUS.first > False, TypeError),
        (lambda: (RESERVE.asset == "BTC") and (RESERVE.holder == "SV"), TypeError),
        (lambda: not RESERVE.asset.is_null(), TypeError),
        (lambda: Period("2024") < RESERVE.period < Period("2025"), TypeError),
        (lambda: (RESERVE.asset == "BTC") & True, TypeError),
        (lambda: (RESERVE.asset == "BTC") | None, TypeError),
        (lambda: bool(RESERVE.asset), TypeError),
        (lambda: RESERVE.asset in ["BTC", "ETH"], TypeError),
        (lambda: "BTC" in RESERVE.asset, TypeError),
    ],
    ids=map(str, count()),
)
def test_what_makes_no_sense_raises_on_its_line(
    make: Callable[[], object], error: type[Exception]
) -> None:
    """Before any row is tested, and whatever the data are."""
    with pytest.raises(error):
        make()


def test_an_error_names_the_column() -> None:
    """A note says which condition it was."""
    with pytest.raises(InvalidCode) as caught:
        Reserve.holder.is_in(["UK"])
    assert caught.value.__notes__ == ["in a condition on Reserve.holder"]
    with pytest.raises(TypeError, match=r"^Reserve\.quantity: "):
        assert RESERVE.quantity > 1.5


# --- relations -----------------------------------------------------------------------


def test_a_relation_knows_its_name_and_its_ends() -> None:
    """It is declared on the class, and resolved when it is first used."""
    assert repr(Country.reserves) == "Country.reserves"
    assert Country.reserves.near() is Country.code
    assert Country.exchanges.far() is Exchange.home
    assert Smaller.others.far() is Small.name
    assert Country.reserves.any(Reserve.asset == BTC).op is Op.ANY
    assert Country.reserves.of(Country.code == SV).op is Op.OF


def test_every_relation_of_a_country_leads_from_its_code_to_codes() -> None:
    """To a column of another model, of one country or of several."""
    declared = vars(Country).values()
    relations: list[Many[Country, Any]]
    relations = [item for item in declared if isinstance(item, Many)]
    assert len(relations) == 12
    for relation in relations:
        far = cast("Col[Any, Any]", relation.far())
        assert relation.near() is Country.code
        assert far.kind.of is CountryCode
        assert far.model in FACTS.values()
