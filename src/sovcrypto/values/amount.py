"""An amount as a source states it, vagueness included.

"More than 6,200 BTC" is an open interval and stays one. Comparing such amounts answers
in three values (`Truth`), adding them adds intervals, and nothing turns an interval
into a number behind the caller's back.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Final, Self

import attrs

from ..codes import Unit, dimension, scale, unit
from ..errors import InvalidAmount, UnitMismatch
from .number import EXACT, NUMBER, Number, number
from .truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT = re.compile(
    rf"(?P<about>~)?(?:(?P<exact>{NUMBER})"
    rf"|(?:>(?P<low_closed>=)?(?P<low>{NUMBER}))?[ ]?"
    rf"(?:<(?P<high_closed>=)?(?P<high>{NUMBER}))?)"
    r"[ ](?P<unit>\S+)",
    re.ASCII,
)


def _bound(value: Number | None) -> Decimal | None:
    return None if value is None else number(value)


@attrs.frozen(kw_only=True, repr=False)
class Amount:
    """A quantity between two bounds, either of which may be open or absent.

    The constructors say what the source said:

    >>> str(Amount.more_than(6200, "BTC"))
    '>6200 BTC'
    >>> str(Amount.between(15_000_000, 20_000_000, "persons"))
    '>=15000000 <=20000000 persons'

    "About" is taken at its word: the figure was rounded, so the true value lies within
    half a unit of its last significant digit.

    >>> Amount.about("745e6", "USD").gt(Amount.exactly("744e6", "USD"))
    <Truth.YES: 'yes'>

    Attributes:
        low: lower bound, None where there is none.
        high: upper bound, None where there is none.
        unit: what is counted: an asset, an ISO 4217 currency or a measure.
        low_open: the lower bound itself is excluded ("more than").
        high_open: the upper bound itself is excluded ("less than").
        approximate: the source hedged the figure ("about").

    Raises:
        InvalidAmount: no bound at all, low above high, or a number that may not get in.
        InvalidCode: no such unit.
    """

    low: Decimal | None = attrs.field(default=None, converter=_bound)
    high: Decimal | None = attrs.field(default=None, converter=_bound)
    unit: Unit = attrs.field(converter=unit)
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False

    def __attrs_post_init__(self) -> None:
        low, high = self.low, self.high
        if low is None and high is None:
            raise InvalidAmount(None, "an amount with at least one bound")
        if (self.low_open and low is None) or (self.high_open and high is None):
            raise InvalidAmount(str(self), "an amount whose open bound is given")
        if low is not None and high is not None:
            empty = low == high and (self.low_open or self.high_open)
            if low > high or empty:
                raise InvalidAmount(str(self), "an amount with low below high")

    @classmethod
    def exactly(cls, value: Number, unit: str) -> Self:
        """Just this much."""
        return cls(low=(bound := number(value)), high=bound, unit=unit)

    @classmethod
    def about(cls, value: Number, unit: str) -> Self:
        """Around this much: "environ", "nearly", "roughly"."""
        low = number(value)
        return cls(low=low, high=low, unit=unit, approximate=True)

    @classmethod
    def more_than(cls, value: Number, unit: str) -> Self:
        """More than this: "plus de", "over", "exceeding"."""
        return cls(low=value, unit=unit, low_open=True)

    @classmethod
    def at_least(cls, value: Number, unit: str) -> Self:
        """This much or more: "au moins"."""
        return cls(low=value, unit=unit)

    @classmethod
    def less_than(cls, value: Number, unit: str) -> Self:
        """Less than this: "moins de", "under"."""
        return cls(high=value, unit=unit, high_open=True)

    @classmethod
    def up_to(cls, value: Number, unit: str) -> Self:
        """This much or less: "jusqu'à", "as many as"."""
        return cls(high=value, unit=unit)

    @classmethod
    def between(cls, low: Number, high: Number, unit: str) -> Self:
        """From one bound to the other, both included."""
        return cls(low=low, high=high, unit=unit)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the notation that `str` writes, as records and queries use it.

        >>> Amount.parse("~745000000 USD") == Amount.about(745_000_000, "USD")
        True

        Raises:
            InvalidAmount: not of that notation.
            InvalidCode: no such unit.
        """
        match = _TEXT.fullmatch(text)
        if match is None:
            raise InvalidAmount(text, "an amount such as '6200 BTC' or '>=5 <8 MW'")
        exact = _bound(match["exact"])
        return cls(
            low=match["low"] if exact is None else exact,
            high=match["high"] if exact is None else exact,
            unit=match["unit"],
            low_open=match["low"] is not None and not match["low_closed"],
            high_open=match["high"] is not None and not match["high_closed"],
            approximate=bool(match["about"]),
        )

    def __str__(self) -> str:
        """Write the amount in the notation that `parse` reads."""
        if self.is_point:
            bounds = f"{self.low:f}"
        else:
            low = (
                "" if self.low is None else f">{'=' * (not self.low_open)}{self.low:f}"
            )
            high = (
                ""
                if self.high is None
                else f"<{'=' * (not self.high_open)}{self.high:f}"
            )
            bounds = f"{low} {high}".strip()
        return f"{'~' * self.approximate}{bounds} {self.unit}"

    def __repr__(self) -> str:
        return f"Amount.parse({str(self)!r})"

    @property
    def is_point(self) -> bool:
        """Whether it is a single figure, hedged or not."""
        return self.low is not None and self.low == self.high

    def to(self, other: str) -> Amount:
        """Convert to another unit of the same dimension.

        >>> str(Amount.exactly(2000, "MW").to("GW"))
        '2 GW'

        Raises:
            UnitMismatch: the units measure different things.
        """
        target = unit(other)
        if target == self.unit:
            return self
        if dimension(target) != dimension(self.unit):
            raise UnitMismatch(self.unit, target)
        shift = EXACT.divide(Decimal(scale(self.unit)), Decimal(scale(target)))
        return self._scaled(shift, target)

    def __add__(self, other: Amount) -> Amount:
        """Add two amounts as intervals: each bound is the sum of the bounds.

        >>> str(Amount.more_than(6200, "BTC") + Amount.exactly(100, "BTC"))
        '>6300 BTC'

        Raises:
            UnitMismatch: the units measure different things.
        """
        if not isinstance(other, Amount):
            return NotImplemented
        other = other.to(self.unit)
        low, high = _plus(self.low, other.low), _plus(self.high, other.high)
        if low is None and high is None:
            raise InvalidAmount(f"{self} + {other}", "a sum with at least one bound")
        return _derived(
            low,
            high,
            self.unit,
            low_open=low is not None and (self.low_open or other.low_open),
            high_open=high is not None and (self.high_open or other.high_open),
            approximate=self.approximate or other.approximate,
        )

    def __neg__(self) -> Amount:
        """Turn the sign, and with it the bounds, around."""
        return _derived(
            None if self.high is None else self.high.copy_negate(),
            None if self.low is None else self.low.copy_negate(),
            self.unit,
            low_open=self.high_open,
            high_open=self.low_open,
            approximate=self.approximate,
        )

    def __sub__(self, other: Amount) -> Amount:
        """Subtract as intervals.

        >>> str(Amount.between(5, 7, "BTC") - Amount.exactly(1, "BTC"))
        '>=4 <=6 BTC'
        """
        return self + -other if isinstance(other, Amount) else NotImplemented

    def __mul__(self, factor: Decimal | int) -> Amount:
        """Multiply by a plain number.

        >>> str(Amount.about(114, "USD") * 12)
        '~1368 USD'
        """
        by = number(factor)
        if by < 0:
            return -(self * by.copy_negate())
        if not by and not self.is_point:
            raise InvalidAmount(f"{self} * 0", "a product that keeps its bounds")
        return self._scaled(by, self.unit)

    __rmul__ = __mul__

    @classmethod
    def total(cls, amounts: Iterable[Amount]) -> Amount | None:
        """Add up amounts of one dimension as intervals, None for no amounts at all.

        Where the sum would have no bound left ("more than 1" and "less than 3"), what
        is less than something counts from zero: none of it can be negative.

        >>> str(Amount.total([Amount.exactly(2, "GW"), Amount.about(500, "MW")]))
        '~2.5 GW'
        """
        items = list(amounts)
        if any(item.low is None for item in items) and any(
            item.high is None for item in items
        ):
            items = [_from_zero(item) for item in items]
        return reduce(add, items) if items else None

    def gt(self, other: Amount | Decimal | int) -> Truth:
        """Is it more than the other? A bare number is taken in this amount's unit.

        >>> Amount.more_than(6200, "BTC").gt(6200)
        <Truth.YES: 'yes'>
        """
        mine, theirs = self.spread(), self._against(other)
        return Truth.of(must=_above(mine, theirs), may=_reaches(mine, theirs))

    def lt(self, other: Amount | Decimal | int) -> Truth:
        """Is it less than the other?"""
        mine, theirs = self.spread(), self._against(other)
        return Truth.of(must=_above(theirs, mine), may=_reaches(theirs, mine))

    def ge(self, other: Amount | Decimal | int) -> Truth:
        """Is it at least the other?"""
        return ~self.lt(other)

    def le(self, other: Amount | Decimal | int) -> Truth:
        """Is it at most the other?"""
        return ~self.gt(other)

    def eq(self, other: Amount | Decimal | int) -> Truth:
        """Is it the same amount in the world (not: the same statement, which is `==`)?

        >>> Amount.more_than(6200, "BTC").eq(7000)
        <Truth.UNKNOWN: 'unknown'>
        """
        them = self._comparable(other)
        certain = self.is_point and them.is_point and self.low == them.low
        exact = certain and not (self.approximate or them.approximate)
        apart = self.gt(other).must or self.lt(other).must
        return Truth.of(must=exact, may=not apart)

    def _against(self, other: Amount | Decimal | int) -> Amount:
        """Return the other, loosened in the unit of its own that it was rounded in."""
        if isinstance(other, Amount):
            return other.spread().to(self.unit)
        return Amount.exactly(other, self.unit)

    def _comparable(self, other: Amount | Decimal | int) -> Amount:
        if isinstance(other, Amount):
            return other.to(self.unit)
        return Amount.exactly(other, self.unit)

    def spread(self) -> Amount:
        """Loosen the bounds of an approximate amount by the rounding it admits."""
        if not self.approximate:
            return self
        low = None if self.low is None else EXACT.subtract(self.low, _half(self.low))
        high = None if self.high is None else EXACT.add(self.high, _half(self.high))
        return _derived(
            low, high, self.unit, low_open=self.low_open, high_open=self.high_open
        )

    def _scaled(self, factor: Decimal, unit: Unit) -> Amount:
        low, high = (
            None if bound is None else _trimmed(EXACT.multiply(bound, factor))
            for bound in (self.low, self.high)
        )
        return _derived(
            low,
            high,
            unit,
            low_open=self.low_open,
            high_open=self.high_open,
            approximate=self.approximate,
        )


def _derived(
    low: Decimal | None, high: Decimal | None, unit: Unit, **flags: bool
) -> Amount:
    """Make an amount that was computed: it may be longer than one that gets in."""
    for bound in (low, high):
        if bound and abs(bound.adjusted()) > _FAR:
            raise InvalidAmount(bound, f"a result of 10^±{_FAR} at most")
    return computed(low, high, unit, **flags)


def computed(
    low: Decimal | None,
    high: Decimal | None,
    unit: Unit,
    *,
    low_open: bool = False,
    high_open: bool = False,
    approximate: bool = False,
) -> Amount:
    """Make an amount of bounds that are known to be in order and of a sane size."""
    amount = object.__new__(Amount)
    put = object.__setattr__
    put(amount, "low", low)
    put(amount, "high", high)
    put(amount, "unit", unit)
    put(amount, "low_open", low_open)
    put(amount, "high_open", high_open)
    put(amount, "approximate", approximate)
    return amount


_FAR: Final = 100  # how far results may go; inputs are held to much less (`number`)


def _from_zero(amount: Amount) -> Amount:
    vague = amount.low is None and amount.high is not None and amount.high > 0
    return attrs.evolve(amount, low=Decimal(0)) if vague else amount


def _plus(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else EXACT.add(left, right)


def _trimmed(value: Decimal) -> Decimal:
    """Drop trailing zeros of the fraction: 2.000 is 2, but 2000 stays 2000."""
    whole = value == value.to_integral_value()
    return (
        value.quantize(Decimal(1), context=EXACT) if whole else value.normalize(EXACT)
    )


def _half(value: Decimal) -> Decimal:
    """Return half a unit of the last significant digit: 745e6 gives 0.5e6."""
    exponent = value.normalize(EXACT).as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


def _above(left: Amount, right: Amount) -> bool:
    """Whether every value of the left lies above every value of the right."""
    if left.low is None or right.high is None:
        return False
    touching = left.low_open or right.high_open
    return left.low > right.high or (left.low == right.high and touching)


def _reaches(left: Amount, right: Amount) -> bool:
    """Whether some value of the left lies above some value of the right."""
    return left.high is None or right.low is None or left.high > right.low
