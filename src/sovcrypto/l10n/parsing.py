"""Numbers and amounts, read back from the texts that a locale writes for them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from ..codes import Unit
from ..errors import InvalidText, InvalidValue
from ..values import Amount
from .amounts import bounded, worded
from .digits import WIDE
from .folding import Fold, caseless, exact, folded, masked
from .lexicon import BITCOIN, OWN, SATS, Lexicon, lexicon, with_names
from .numerals import Numerals
from .units import MEASURES_BY_NAME, known_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lexicon import Sides
    from .options import Options
    from .voices import Voice

# Longer than anything that a formatter writes.
_LONGEST: Final = 1000
# What may stand between the ends of a range, if not strictly read.
_DASHES: Final = "–-"
_DIGITS: Final = re.compile(r"[0-9](?:.*[0-9])?", re.ASCII | re.DOTALL)


class Figure(NamedTuple):
    """A number as it was read.

    Attributes:
        value: the number.
        unit: what it counts, None where nothing says so.
        about: whether a sign says that it is about so much.
    """

    value: Decimal
    unit: Unit | None
    about: bool


class Pieces(NamedTuple):
    """A text around a number: what stands before it, its digits, what follows."""

    before: str
    digits: str
    after: str

    @classmethod
    def of(cls, text: str) -> Pieces | None:
        """Take a text apart, None if there is no digit in it."""
        match = _DIGITS.search(text)
        if match is None:
            return None
        return cls(text[: match.start()], match[0], text[match.end() :])

    def beside(self, other: Pieces) -> Pieces:
        """Take over what stands beside the other digits, where nothing is here."""
        return Pieces(
            self.before if self.before.strip() else other.before,
            self.digits,
            self.after if self.after.strip() else other.after,
        )


@attrs.frozen(slots=False, eq=False)
class Parser:
    """What reads the texts of one formatter.

    Attributes:
        voice: its locale.
        options: its options.
        fold: what makes texts alike that mean the same.
        strict: whether only the locale's own signs will do.
    """

    voice: Voice
    options: Options
    fold: Fold
    strict: bool

    def _fold_name(self, text: str) -> str:
        return masked(self.fold(text))

    @cached_property
    def _words(self) -> Lexicon:
        return lexicon(self.voice, self.options, self._fold_name)

    @cached_property
    def _names(self) -> Lexicon:
        return with_names(self.voice, self.options, self._fold_name, self._words)

    @cached_property
    def _numerals(self) -> Numerals:
        return Numerals.of(self.voice.numbers, self.fold, strict=self.strict)

    @cached_property
    def _templates(self) -> list[tuple[re.Pattern[str], Amount]]:
        return [*templates(self.voice, self.fold)]

    def readings(self, text: str) -> Iterator[Decimal | Amount]:
        """Yield what a text may mean, the likeliest first."""
        bare = self.fold(text)
        for each in dict.fromkeys((masked(bare), bare)):
            yield from self._readings(each)

    def _readings(self, text: str) -> Iterator[Decimal | Amount]:
        for template, shape in self._templates:
            match = template.fullmatch(text)
            if match is None:
                continue
            if shape.is_point or shape.low is None or shape.high is None:
                figure = self._figure(match["first"])
                if figure is not None:
                    yield from self._amount(shape, figure, figure)
            else:
                yield from self._double(shape, match["first"], match["second"])
        figure = self._figure(text)
        if figure is not None:
            yield from self._meant(figure)
        yield from self._spans(text)

    def _meant(self, figure: Figure) -> Iterator[Decimal | Amount]:
        """Yield a number where the formatter says what it counts, or nothing does."""
        if figure.about or figure.unit not in {None, OWN}:
            shape = _ABOUT if figure.about else _EXACT
            yield from self._amount(shape, figure, figure)
        elif figure.unit is OWN and self.options.style == "percent":
            yield figure.value.scaleb(-2, WIDE)
        else:
            yield WIDE.add(figure.value, 0)  # 6000, and not 6E+3

    def _spans(self, text: str) -> Iterator[Amount]:
        """Yield ranges with the sign of the locale: "5–7 MW", ">$5.00 – <$7.00"."""
        about = self.fold(self.voice.numbers.signs["approximately"])
        bare = text.removeprefix(about)
        own = self.fold(self.voice.numbers.text("range").format("", ""))
        for sign in dict.fromkeys((own, *("" if self.strict else _DASHES))):
            at = bare.find(sign, 1)
            while at > 0:
                first, second = bare[:at], bare[at + len(sign) :]
                shape = attrs.evolve(
                    _RANGE,
                    low_open=">" in first,
                    high_open="<" in second,
                    approximate=bare != text,
                )
                first, second = first.replace(">", "", 1), second.replace("<", "", 1)
                yield from self._double(shape, first, second)
                at = bare.find(sign, at + 1)

    def _double(self, shape: Amount, first: str, second: str) -> Iterator[Amount]:
        """Yield the readings of a range: each end may lack what the other has."""
        low, high = Pieces.of(first), Pieces.of(second)
        if low is None or high is None:
            return
        # "$" alone is never shared, nor is "-" (`NumberFormat.joined`).
        both = Pieces(low.before, "", high.after)
        bare = not (low.after + high.before).strip()
        signs, sides = self._numerals.signs(low.before, "")
        alone = signs.negative and not any(sides)
        shared = bare and not alone and len(both.before + both.after) > 1
        for one, other in (
            *([(low.beside(both), high.beside(both))] if shared else []),
            (low.beside(high), high),
            (low, high),
        ):
            left, right = self._beside(one), self._beside(other)
            if left is None or right is None or left.value >= right.value:
                continue
            if right.unit is None or left.unit in {None, right.unit}:
                yield from self._amount(shape, left, right)

    def _amount(self, shape: Amount, low: Figure, high: Figure) -> Iterator[Amount]:
        """Yield what a shape such as "more than" says of figures with a unit."""
        unit, power = self._counted(high.unit or low.unit)
        if unit is not None:
            bounds = [figure.value.scaleb(power, WIDE) for figure in (low, high)]
            yield attrs.evolve(
                shape,
                low=None if shape.low is None else bounds[0],
                high=None if shape.high is None else bounds[1],
                unit=unit,
                approximate=shape.approximate or low.about or high.about,
            )

    def _counted(self, unit: Unit | None) -> tuple[Unit | None, int]:
        """Return the unit of an amount, and the power of ten by which it differs."""
        if unit is OWN:
            options = self.options
            name = options.currency or options.unit or "%"
            unit = Unit(MEASURES_BY_NAME.get(name, name))
        if unit == SATS:
            return BITCOIN, -8
        return (unit, 0) if unit is None or known_unit(unit) else (None, 0)

    def _figure(self, text: str) -> Figure | None:
        """Read a number with what stands beside it."""
        found = self._words.alone.get(text)
        if found is not None:
            return Figure(*found, about=False)
        pieces = Pieces.of(text)
        return None if pieces is None else self._beside(pieces)

    def _beside(self, pieces: Pieces) -> Figure | None:
        signs, sides = self._numerals.signs(pieces.before, pieces.after)
        beside = self._unit(sides)
        if beside is None:
            return None
        unit, exponent = beside
        code = self.options.currency if unit is OWN else unit
        value = self._numerals.value(pieces.digits, code)
        if value is None:
            return None
        value = value.scaleb(exponent, WIDE)
        return Figure(
            value.copy_negate() if signs.negative else value, unit, signs.about
        )

    def _unit(self, sides: Sides) -> tuple[Unit | None, int] | None:
        """Return what is counted, and the power of ten of a word beside the number."""
        if sides == ("", ""):
            return None, 0
        found = self._found(sides, self._words)
        # "TRON" is a name, and no trillion of lei: a whole name comes before its parts.
        parted = found is not None and found[0] is not None and found[1] != 0
        if found is None or (parted and sides in self._names.units):
            return self._found(sides, self._names)
        return found

    def _found(self, sides: Sides, words: Lexicon) -> tuple[Unit | None, int] | None:
        owners = words.units.get(sides)
        # "K" is a thousand where numbers are cut down, and else the kwacha.
        compact = self.options.notation == "compact"
        if owners is not None and not (compact and words.is_magnitude(sides)):
            return self._owner(sides, owners), 0
        for magnitude in words.magnitudes:
            rest = magnitude.taken(sides)
            if rest == ("", ""):
                return None, magnitude.exponent
            owners = None if rest is None else words.units.get(rest)
            if rest is not None and owners is not None:
                return self._owner(rest, owners), magnitude.exponent
        return None

    def _owner(self, sides: Sides, owners: frozenset[Unit]) -> Unit:
        if OWN in owners:
            return OWN
        first, *others = sorted(owners)
        if others:
            text, names = " ".join(sides).strip(), ", ".join(sorted(owners))
            raise InvalidText(text, "of one meaning", hint=f"it may be {names}")
        return first


_EXACT: Final = Amount.exactly(1, "BTC")
_ABOUT: Final = Amount.about(1, "BTC")
_RANGE: Final = Amount.between(1, 2, "BTC")
_FIRST, _SECOND = "\ue000", "\ue001"


def _shapes() -> Iterator[Amount]:
    """Yield an amount of each kind that is not a bare figure."""
    for about in (False, True):
        for one_open in (False, True):
            low = Amount(low=1, unit="BTC", low_open=one_open, approximate=about)
            yield low
            yield Amount(high=1, unit="BTC", high_open=one_open, approximate=about)
            for other_open in (False, True):
                yield attrs.evolve(low, high=2, high_open=other_open)
    yield _ABOUT


def templates(voice: Voice, fold: Fold) -> Iterator[tuple[re.Pattern[str], Amount]]:
    """Yield what stands around the figures of vague amounts, the longest first."""
    texts: dict[str, Amount] = {}
    for shape in _shapes():
        single = shape.low is None or shape.high is None
        if single and not shape.approximate:
            texts.setdefault(bounded(voice, shape, _FIRST), shape)
        if voice.has_words:
            texts.setdefault(worded(voice, shape, _FIRST, _SECOND), shape)
    for text in sorted(texts, key=len, reverse=True):
        escaped = re.escape(fold(text))
        places = escaped.replace(_FIRST, "(?P<first>.+)").replace(
            _SECOND, "(?P<second>.+)"
        )
        yield re.compile(places, re.DOTALL), texts[text]


@lru_cache(maxsize=64)
def parsers(voice: Voice, options: Options, *, strict: bool) -> tuple[Parser, ...]:
    """Return what reads a formatter's texts: as they stand, then ever more loosely."""
    folds: tuple[Fold, ...] = (partial(exact, digits=voice.numbers.digits),)
    if not strict:
        alike: Fold = partial(folded, digits=voice.numbers.digits)
        folds = (alike, lambda text: caseless(alike(text)))
    return tuple(Parser(voice, options, fold, strict) for fold in folds)


def parse(
    voice: Voice, options: Options, text: str, *, strict: bool
) -> Decimal | Amount:
    """Read a number or an amount back.

    Raises:
        InvalidText: it is neither.
    """
    expected = f"a number or an amount as {voice.chain[0]!r} writes it"
    if not isinstance(text, str):
        raise InvalidText(text, "a text")
    if len(text) > _LONGEST:
        raise InvalidText(text, f"a text of at most {_LONGEST} characters")
    for parser in parsers(voice, options, strict=strict):
        try:
            for found in parser.readings(text):
                return found
        except InvalidValue as error:
            raise InvalidText(text, expected, hint=str(error)) from None
    raise InvalidText(text, expected)
