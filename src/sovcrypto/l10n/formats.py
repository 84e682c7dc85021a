"""Numbers written as options ask and a locale does: each pair is compiled once."""

from __future__ import annotations

import abc
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from .digits import WIDE, Figure
from .frames import PLAIN, Counted, Frame, Layout, Written, signed
from .parts import NOTHING, Part
from .patterns import pattern

if TYPE_CHECKING:
    from .numbers import Forms, Magnitude, Numbers
    from .options import Options


def _no_layouts() -> dict[str, Layout]:
    return {}


@attrs.frozen(eq=False)
class NumberFormat(abc.ABC):
    """One way to write numbers in one locale.

    Attributes:
        frame: what all notations have in common.
    """

    frame: Frame

    @abc.abstractmethod
    def write(self, value: Decimal, about: str = "") -> Written:
        """Write a number; "~" says that it is about so much."""

    def _beside(
        self, figure: Figure, layout: Layout, about: str, exponent: int = 0
    ) -> Written:
        """Put signs and symbols, and the name of what is counted, beside digits."""
        shown, plain, digits = figure
        frame = self.frame
        sign = about + signed(frame.sign, shown)
        inner = layout.made.get(sign) or layout.affixes(sign)
        if not layout.pattern.zeros:  # "mille" says the number as well
            digits = ""
        if not frame.names:
            return Written(digits, inner, NOTHING, "", shown, exponent)
        category = frame.numbers.rules.category(plain, exponent)
        outer = frame.names[category]
        if outer.alone:
            # "Two years" is one word in Arabic; no word says "minus two years".
            if shown.is_signed():
                outer = frame.names["other"]
            else:
                digits, inner = "", NOTHING
        return Written(digits, inner, outer, category, shown, exponent)

    @property
    def text(self) -> Callable[[Decimal], str]:
        """What writes a number, as fast as may be."""
        return lambda value: self.write(value).text

    def parts(self, value: Decimal) -> tuple[Part, ...]:
        """Write a number in parts."""
        written = self.write(value)
        digits = self.frame.digits.parts(written.digits) if written.digits else ()
        inner, outer = written.inner, written.outer
        return (*outer.before, *inner.before, *digits, *inner.after, *outer.after)

    def approximately(self, value: Decimal) -> str:
        """Write a number with the sign that says "about"."""
        return self.write(value, "~").text

    def span(self, low: Decimal, high: Decimal) -> str:
        """Write a range; two ends that look the same are about one number."""
        first, second = self.write(low), self.write(high)
        if first.text == second.text:
            return self.approximately(low)
        return self.joined(first, second)

    def joined(
        self, first: Written, second: Written, bounds: tuple[str, str] = ("", "")
    ) -> str:
        """Join the two ends of a range.

        The name of a unit stands once. So does what both ends have before or after
        their digits, unless it is a single sign: "$5.00 – $7.00" (ICU, "auto").

        Args:
            first: the lower end.
            second: the upper end.
            bounds: what says of each end that it lies outside: ">" and "<".
        """
        inner = first.inner
        shared = inner == second.inner and len(inner.prefix + inner.suffix) > 1
        before, between, after = self._range
        repeated = not shared and bool(inner.prefix or inner.suffix)
        if (repeated or self.scientific) and between == between.strip():
            between = f" {between} "
        ends = [
            bound + (end.digits if shared else end._replace(outer=NOTHING).text)
            for bound, end in zip(bounds, (first, second), strict=True)
        ]
        text = f"{before}{ends[0]}{between}{ends[1]}{after}"
        outer = NOTHING
        if self.frame.names:
            rules = self.frame.numbers.rules
            outer = self.frame.names[rules.of_range(first.category, second.category)]
        around = inner if shared else NOTHING
        return f"{outer.prefix}{around.prefix}{text}{around.suffix}{outer.suffix}"

    @property
    def _range(self) -> tuple[str, str, str]:
        before, _, rest = self.frame.numbers.text("range").partition("{0}")
        between, _, after = rest.partition("{1}")
        return before, between, after

    @property
    def scientific(self) -> bool:
        """Whether the digits end with a power of ten."""
        return False


@attrs.frozen(eq=False)
class Standard(NumberFormat):
    """All the digits before the decimal sign."""

    def write(self, value: Decimal, about: str = "") -> Written:
        """Write a number; "~" says that it is about so much."""
        frame = self.frame
        if frame.scale:
            value = value.scaleb(frame.scale, WIDE)
        return self._beside(frame.write(value), frame.layout, about)

    @property
    def text(self) -> Callable[[Decimal], str]:
        """What writes a number, as fast as may be: `write` without a `Written`."""
        frame = self.frame
        if frame.scale or frame.sign != "auto":
            return super().text
        write, names, category = frame.write, frame.names, frame.numbers.rules.category
        positive, negative = (
            (inner.prefix, inner.suffix)
            for inner in map(frame.layout.affixes, ("", "-"))
        )
        symbol = any(positive)
        slow = super().text

        def bare(value: Decimal) -> str:
            shown, _, digits = write(value)
            if shown.is_signed():
                return negative[0] + digits + negative[1]
            return positive[0] + digits + positive[1] if symbol else digits

        def named(value: Decimal) -> str:
            shown, plain, digits = write(value)
            prefix, suffix = negative if shown.is_signed() else positive
            outer = names[category(plain)]
            if outer.alone:
                return slow(value)
            return f"{outer.prefix}{prefix}{digits}{suffix}{outer.suffix}"

        return named if names else bare


@attrs.frozen(eq=False)
class Scientific(NumberFormat):
    """A power of ten, and no more digits before the decimal sign than it goes up by.

    Attributes:
        step: 1, or 3 for engineering notation.
    """

    step: int

    def write(self, value: Decimal, about: str = "") -> Written:
        """Write a number; "~" says that it is about so much."""
        frame = self.frame
        value = value.scaleb(frame.scale, WIDE)
        size = value.adjusted() if value else 0
        exponent = size - size % self.step
        figure = frame.write(value.scaleb(-exponent, WIDE))
        if figure[0] and figure[0].adjusted() >= self.step:  # 9.99 has become 10
            exponent += self.step
            figure = frame.write(value.scaleb(-exponent, WIDE))
        shown, plain, digits = figure
        powered = shown, plain, digits + frame.digits.power(exponent)
        return self._beside(powered, frame.layout, about, exponent)

    @property
    def scientific(self) -> bool:
        """Whether the digits end with a power of ten."""
        return True


@attrs.frozen(eq=False)
class Compact(NumberFormat):
    """Cut down to a magnitude, which a word or a sign tells.

    Attributes:
        magnitudes: how numbers are cut down, by the number of digits less one.
    """

    magnitudes: tuple[Magnitude, ...]
    _worded: dict[str, Layout] = attrs.field(factory=_no_layouts, init=False)

    def write(self, value: Decimal, about: str = "") -> Written:
        """Write a number; "~" says that it is about so much."""
        frame = self.frame
        if frame.scale:
            value = value.scaleb(frame.scale, WIDE)
        magnitude, figure = self._cut(value)
        exponent = magnitude.exponent
        if not exponent:
            return self._beside(figure, frame.layout, about)
        layout = self._around(self._form(magnitude.forms, figure))
        return self._beside(figure, layout, about, exponent)

    @property
    def text(self) -> Callable[[Decimal], str]:
        """What writes a number, as fast as may be: `write` without a `Written`."""
        frame = self.frame
        if frame.scale or frame.sign != "auto" or frame.names:
            return super().text
        cut, around, form, layout = self._cut, self._around, self._form, frame.layout
        slow = super().text

        def text(value: Decimal) -> str:
            magnitude, figure = cut(value)
            if magnitude.exponent:
                used = around(form(magnitude.forms, figure))
                if not used.pattern.zeros:
                    return slow(value)
            else:
                used = layout
            sign = "-" if figure[0].is_signed() else ""
            inner = used.made.get(sign) or used.affixes(sign)
            return f"{inner.prefix}{figure[2]}{inner.suffix}"

        return text

    def _cut(self, value: Decimal) -> tuple[Magnitude, Figure]:
        size = value.adjusted() if value else 0
        magnitude = self._magnitude(size)
        exponent = magnitude.exponent
        write = self.frame.write
        figure = write(value.scaleb(-exponent, WIDE) if exponent else value)
        shown = figure[0]
        if shown.adjusted() > size - exponent and shown:
            # 999,999 has become 1,000 thousand, which is a million.
            larger = self._magnitude(size + 1)
            if larger.exponent != exponent:
                figure = write(value.scaleb(-larger.exponent, WIDE))
            magnitude = larger
        return magnitude, figure

    def _magnitude(self, size: int) -> Magnitude:
        last = len(self.magnitudes) - 1
        return self.magnitudes[0 if size < 0 else min(last, size)]

    def _form(self, forms: Forms, figure: Figure) -> str:
        if len(forms) == 1:
            return forms["other"]
        if "1" in forms and figure[0] == 1:
            return forms["1"]
        return forms[self.frame.numbers.rules.category(figure[1])]

    def _around(self, text: str) -> Layout:
        found = self._worded.get(text)
        if found is None:
            frame = self.frame
            found = Layout(pattern(text), frame.numbers, frame.symbol, "compact")
            self._worded[text] = found
        return found


def number_format(
    numbers: Numbers, options: Options, counted: Counted = PLAIN
) -> NumberFormat:
    """Return a way to write numbers.

    Args:
        numbers: the locale.
        options: how; what is counted is told by the next argument alone.
        counted: what is counted.
    """
    frame = Frame.of(numbers, options, counted)
    if options.notation == "scientific":
        return Scientific(frame, step=1)
    if options.notation == "engineering":
        return Scientific(frame, step=3)
    if options.notation == "compact":
        # CLDR has no long forms of money with a symbol; ICU takes the short ones.
        table = "short_currency" if counted.symbol else options.compact_display
        return Compact(frame, numbers.magnitudes(table))
    return Standard(frame)
