"""The digits of a number: rounded as asked, grouped and written as a locale does."""

from __future__ import annotations

from codecs import charmap_decode
from collections.abc import Callable, Iterator, Mapping
from decimal import Context, Decimal
from functools import cache
from itertools import pairwise
from struct import Struct
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from .options import MAX_DIGITS
from .parts import Part

if TYPE_CHECKING:
    from .numbers import Numbers
    from .options import Options

# Room for any number that may get in, at any number of digits that may be asked for.
WIDE: Final = Context(prec=320)

Rounding: TypeAlias = Callable[[Decimal, Decimal], Decimal]

# Compact forms keep so many significant digits where the integer has fewer (ECMA-402).
_ROUGH_DIGITS: Final = 2
_THREES: Final = (3, 3)
# More digits than any number that may get in has before its decimal sign.
_LONGEST: Final = 110


@attrs.frozen
class Precision:
    """Where a number is rounded, and how many digits are shown at least.

    Attributes:
        least: fraction digits, or significant digits, at least.
        most: the same, at most.
        significant: which of the two.
        rough: two significant digits where the integer has fewer, as compact forms do.
    """

    least: int
    most: int
    significant: bool = False
    rough: bool = False

    def rounding(self, mode: str) -> tuple[Rounding, Decimal]:
        """Return what rounds a number, and to what: its second argument."""
        context = Context(prec=WIDE.prec, rounding=mode)
        quanta = [Decimal(1).scaleb(-places) for places in range(MAX_DIGITS + 1)]
        if self.significant:
            short = Context(prec=self.most, rounding=mode)
            return lambda value, _: short.create_decimal(value), quanta[0]
        if self.rough:

            def rough(value: Decimal, _: Decimal) -> Decimal:
                places = _ROUGH_DIGITS - 1 - value.adjusted() if value else 0
                return value.quantize(quanta[max(places, 0)], None, context)

            return rough, quanta[0]
        if self.most == MAX_DIGITS:  # no number that may get in has more
            return lambda value, _: value, quanta[0]
        return context.quantize, quanta[self.most]

    def fraction(self, shown: Decimal) -> int:
        """Return how many fraction digits a rounded number is shown with at least."""
        if not self.significant:
            return self.least
        return max(0, self.least - 1 - (shown.adjusted() if shown else 0))


def precision(options: Options, usual: tuple[int, int]) -> Precision:
    """Return what options say of digits (ECMA-402, SetNumberFormatDigitOptions).

    Args:
        options: the options.
        usual: the least and the largest number of fraction digits without them.
    """
    low, high = options.minimum_significant_digits, options.maximum_significant_digits
    if low is not None or high is not None:
        return Precision(low or 1, high or MAX_DIGITS, significant=True)
    low, high = options.minimum_fraction_digits, options.maximum_fraction_digits
    if options.notation == "compact":
        if low is None and high is None:
            return Precision(0, 0, rough=True)
        usual = (0, 0)
    least, most = usual
    if low is None:
        low = least if high is None else min(least, high)
    return Precision(low, max(most, low) if high is None else high)


Figure: TypeAlias = tuple[Decimal, str, str]
"""A number as it is shown; its digits, plain and as the locale writes them.

Plain digits are those of ASCII, with `,` between groups and `.` before the fraction.
"""


def _padded(plain: str, least: int) -> str:
    """Keep so many fraction digits at least, and no zeros beyond them."""
    whole, _, part = plain.partition(".")
    part = part.rstrip("0").ljust(least, "0")
    return f"{whole}.{part}" if part else whole


_Cutter: TypeAlias = Callable[[bytes], tuple[bytes, ...]]


@cache
def _cutters(primary: int, secondary: int) -> list[_Cutter]:
    """Return, for each number of digits, what cuts them into groups.

    A `Struct` of texts does so in one go, in half the time that slices take.
    """
    found: list[_Cutter] = []
    for size in range(_LONGEST):
        cuts = [0, *reversed([size, *range(size - primary, 0, -secondary)])]
        found.append(Struct("".join(f"{b - a}s" for a, b in pairwise(cuts))).unpack)
    return found


def _ungrouped(plain: str) -> str:
    """Take away a group sign with too few digits before it: "1,234" in Spanish."""
    return plain if plain.count(",") > 1 else plain.replace(",", "")


@attrs.frozen
class Digits:
    """How digits are written.

    Attributes:
        group: the group sign.
        point: the decimal sign.
        grouping: size of the last group, and of the others; 0 for no groups.
        min_grouping: how many digits stand before the first group sign at least.
        translation: from ASCII digits to those of the numbering system.
        exponential: what stands before a power of ten.
        minus: the sign of a negative power.
    """

    group: str
    point: str
    grouping: tuple[int, int]
    min_grouping: int
    translation: Mapping[int, int] | None
    exponential: str
    minus: str

    @classmethod
    def of(
        cls,
        numbers: Numbers,
        options: Options,
        grouping: tuple[int, int],
        separators: tuple[str, str],
    ) -> Digits:
        """Return how a locale writes digits.

        Args:
            numbers: the locale.
            options: which say whether there are groups.
            grouping: the groups of the pattern.
            separators: the group sign and the decimal sign.
        """
        group, point = separators
        signs = numbers.signs
        wanted = options.use_grouping
        if wanted is None:
            wanted = "min2" if options.notation == "compact" else "auto"
        least = {"auto": numbers.min_grouping, "min2": max(2, numbers.min_grouping)}
        if wanted is False or options.notation in {"scientific", "engineering"}:
            grouping = (0, 0)
        elif wanted in {True, "always"} and not grouping[0]:
            grouping = _THREES
        return cls(
            group=group,
            point=point,
            grouping=grouping,
            min_grouping=least.get(str(wanted), 1),
            translation=numbers.translation,
            exponential=signs["exponential"],
            minus=signs["minus"],
        )

    def writer(self, precision: Precision, mode: str) -> Callable[[Decimal], Figure]:
        """Return what rounds a number and writes it without its sign.

        What a call needs is bound here once: calls are half of what a number costs.
        """
        (rounding, quantum), fraction = precision.rounding(mode), precision.fraction
        least = precision.least
        loose = precision.significant or precision.rough
        exact = least == precision.most and not loose
        threes = self.grouping == _THREES
        spec = ",f" if threes else "f"
        grouped = self._grouper()
        min_grouping = self.min_grouping if threes else 1
        group, point, table = self.group, self.point, self._table()
        same = table is None and (group, point) == (",", ".")

        def write(value: Decimal) -> Figure:
            shown = rounding(value, quantum)
            plain = shown.__format__(spec)
            if shown.is_signed():
                plain = plain[1:]
            if not exact:
                if least:
                    plain = _padded(plain, fraction(shown))
                elif "." in plain:
                    plain = plain.rstrip("0").rstrip(".")
            if grouped is not None:
                plain = grouped(plain)
            elif min_grouping > 1 and 0 < plain.find(",") < min_grouping:
                plain = _ungrouped(plain)
            if same:
                return shown, plain, plain
            if table is not None:
                text, _ = charmap_decode(plain.encode(), "strict", table)  # pyright: ignore[reportArgumentType] -- as the codecs of the standard library do
                return shown, plain, text
            return shown, plain, plain.replace(",", group).replace(".", point)

        return write

    def _grouper(self) -> Callable[[str], str] | None:
        """Return what puts group signs, None where `format` does: groups of three."""
        primary, secondary = self.grouping
        if not primary or self.grouping == _THREES:
            return None
        fewest, cutters = primary + self.min_grouping, _cutters(primary, secondary)

        def grouped(plain: str) -> str:
            whole, point, part = plain.partition(".")
            size = len(whole)
            if size < fewest:
                return plain
            return b",".join(cutters[size](whole.encode())).decode() + point + part

        return grouped

    def _table(self) -> str | None:
        """Return the signs and digits of the locale at the places of those of ASCII.

        With it a codec of the standard library puts them in one go, which takes a
        quarter of the time of `str.translate`.
        """
        digits = self.translation or {}
        if not digits and self.group != ".":  # two replacements in a row are faster
            return None
        own = {ord(","): ord(self.group), ord("."): ord(self.point), **digits}
        return "".join(chr(own.get(place, place)) for place in range(128))

    def power(self, exponent: int) -> str:
        """Write the power of ten of scientific notation.

        >>> from .numbers import numbers
        >>> from .options import Options
        >>> english = numbers(("en", "und"))
        >>> Digits.of(english, Options(), (3, 3), (",", ".")).power(-4)
        'E-4'
        """
        text = str(abs(exponent))
        if self.translation is not None:
            text = text.translate(self.translation)
        return f"{self.exponential}{self.minus if exponent < 0 else ''}{text}"

    def parts(self, text: str) -> Iterator[Part]:
        """Yield the parts of digits that `write` and `power` wrote."""
        mantissa, exponential, power = text.partition(self.exponential)
        whole, point, fraction = mantissa.partition(self.point)
        for index, group in enumerate(whole.split(self.group)):
            if index:
                yield Part("group", self.group)
            yield Part("integer", group)
        if point:
            yield Part("decimal", point)
            yield Part("fraction", fraction)
        if exponential:
            yield Part("exponentSeparator", exponential)
            if power.startswith(self.minus):
                yield Part("exponentMinusSign", self.minus)
            yield Part("exponentInteger", power.removeprefix(self.minus))
