"""Conditions as people type them: `asset == BTC and quantity > 5000`.

::

    either     = both {"or" both}
    both       = term {"and" term}
    term       = "not" term | "(" either ")" | comparison
    comparison = field sign value
               | field "in" "(" value {"," value} ")"
               | field "is" ["not"] "null"
    sign       = "==" | "!=" | "<" | "<=" | ">" | ">="
               | "has" | "startswith" | "contains" | "overlaps"
    value      = a word without spaces | a text in quotes, single or double

Nothing is evaluated: a condition is made by the columns that Python code uses, so that
a value is read and refused as it would be there. A text in quotes ends at the next
quote of its kind; there are no escapes.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, Generic, NoReturn, TypeVar

import attrs

from ..codes import dimension
from ..errors import InvalidCondition, InvalidValue
from ..fields import PARSERS, Col, Pred, Record
from ..values import Amount, Period, number
from ..values.number import NUMBER

M = TypeVar("M", bound=Record)

_LONGEST: Final = 10_000
_DEEPEST: Final = 100
# How much of a long condition is shown on either side of what is wrong.
_AROUND: Final = 60

_TOKEN: Final = re.compile(
    r"(?P<quoted>\"[^\"]*\"|'[^']*')"
    r"|(?P<sign>==|!=|<=|>=|<>|&&|\|\||[<>=!&|(),\"'])"
    r"|(?P<word>[^\s<>=!&|(),\"']+)"
)
_KEYWORDS: Final = frozenset({"and", "or", "not", "in", "is"})
_SIZES: Final = ("==", "!=", "<", "<=", ">", ">=", "in", "is")
_MAKE: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "==": lambda column, value: column == value,
    "!=": lambda column, value: column != value,
    "<": lambda column, value: column < value,
    "<=": lambda column, value: column <= value,
    ">": lambda column, value: column > value,
    ">=": lambda column, value: column >= value,
    "in": lambda column, values: column.is_in(values),
    "has": lambda column, value: column.has(value),
    "startswith": lambda column, value: column.startswith(value),
    "contains": lambda column, value: column.contains(value),
    "overlaps": lambda column, value: column.overlaps(value),
}
# What people write who know another language.
_MEANT: Final = {
    "=": "write ==",
    "<>": "write !=",
    "&": "write 'and'",
    "&&": "write 'and'",
    "|": "write 'or'",
    "||": "write 'or'",
}
_UNITS: Final = {"currency": "USD", "power": "MW", "energy": "GWh", "hashrate": "EH/s"}
_TRUTHS: Final = {"true": True, "false": False}


def parse_condition(model: type[M], text: str) -> Pred[M]:
    """Read a condition on the rows of a model.

    >>> from sovcrypto.model import Reserve
    >>> parse_condition(Reserve, "asset == BTC and body is not null")
    ((Reserve.asset == 'BTC') & ~Reserve.body.is_null())

    A bare number counts in the unit of each row; an amount with its unit stands in
    quotes.

    >>> parse_condition(Reserve, "value > '745000000 USD'")
    (Reserve.value > Amount.parse('745000000 USD'))

    Raises:
        InvalidCondition: not a condition, no such field, or a value that does not fit;
            its notes show the place.
    """
    return _Parser(model, text).parsed()


@attrs.frozen
class _Token:
    """A piece of the text; the last one is empty and stands at its end.

    Attributes:
        text: what stands there, without its quotes.
        start: where it begins.
        end: where it ends, exclusive.
        quoted: whether it stood in quotes, and so is a text whatever it says.
    """

    text: str
    start: int
    end: int
    quoted: bool = False

    @property
    def word(self) -> str:
        """What it may be as a word of the grammar."""
        return "" if self.quoted else self.text.lower()

    @property
    def is_value(self) -> bool:
        """Whether it can stand for a value."""
        match = _TOKEN.fullmatch(self.text)
        is_word = match is not None and match["word"] is not None
        return self.quoted or (is_word and self.word not in _KEYWORDS)


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if match["quoted"] is None:
            yield _Token(match[0], match.start(), match.end())
        else:
            yield _Token(match[0][1:-1], match.start(), match.end(), quoted=True)
    yield _Token("", len(text), len(text))


class _Parser(Generic[M]):
    """Reads one text by recursive descent."""

    def __init__(self, model: type[M], text: str) -> None:
        if len(text) > _LONGEST:
            expected = f"a condition of at most {_LONGEST:,} characters"
            raise InvalidCondition(text, expected)
        self._model = model
        self._text = text
        self._tokens = tuple(_tokens(text))
        self._at = 0

    def parsed(self) -> Pred[M]:
        """Read the whole text."""
        condition = self._either(0)
        rest = self._next
        if not self._ended:
            several = "a text of several words stands in quotes"
            hint = _MEANT.get(rest.word) or (several if rest.is_value else None)
            self._fail(rest, "'and', 'or' or the end of the condition", hint)
        return condition

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    @property
    def _ended(self) -> bool:
        return self._at == len(self._tokens) - 1

    def _take(self) -> _Token:
        token = self._next
        if not self._ended:
            self._at += 1
        return token

    def _took(self, word: str) -> bool:
        there = self._next.word == word and not self._ended
        if there:
            self._take()
        return there

    # --- how conditions are combined -------------------------------------------------

    def _either(self, depth: int) -> Pred[M]:
        condition = self._both(depth)
        while self._took("or"):
            condition |= self._both(depth)
        return condition

    def _both(self, depth: int) -> Pred[M]:
        condition = self._term(depth)
        while self._took("and"):
            condition &= self._term(depth)
        return condition

    def _term(self, depth: int) -> Pred[M]:
        opening = self._next
        if depth > _DEEPEST:
            self._fail(opening, f"a condition that is nested {_DEEPEST} times at most")
        if self._took("not"):
            return ~self._term(depth + 1)
        if not self._took("("):
            return self._comparison()
        inner = self._either(depth + 1)
        if not self._took(")"):
            self._unclosed(opening)
        return inner

    def _unclosed(self, opening: _Token) -> NoReturn:
        if self._ended:
            self._fail(opening, "closed: a ) is missing")
        self._fail(self._next, "'and', 'or' or a )", _MEANT.get(self._next.word))

    # --- one comparison --------------------------------------------------------------

    def _comparison(self) -> Pred[M]:
        column = self._column()
        sign = self._take()
        allowed = _signs(column)
        if sign.word not in allowed:
            hint = _MEANT.get(sign.word) or f"use {', '.join(allowed)}"
            self._fail(sign, f"an operator for {column.name}", hint)
        if sign.word == "is":
            return self._null(column)
        if sign.word != "in":
            value = self._value()
            return self._made(column, sign, [value])
        opening = self._next
        if not self._took("("):
            self._fail(opening, "a list", "write it as (BTC, ETH)")
        values = [self._value()]
        while self._took(","):
            values.append(self._value())
        if not self._took(")"):
            self._unclosed(opening)
        return self._made(column, sign, values)

    def _column(self) -> Col[M, Any]:
        token = self._take()
        known = fields(self._model)
        if token.quoted or token.text not in known:
            near = difflib.get_close_matches(token.text[:40].lower(), known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else None
            note = f"fields of {self._model.__name__}: {', '.join(known)}"
            self._fail(token, f"a field of {self._model.__name__}", hint, note)
        return known[token.text]

    def _null(self, column: Col[M, Any]) -> Pred[M]:
        negated = self._took("not")
        if not self._took("null"):
            self._fail(self._next, "the word 'null'", "for a value, use == or !=")
        empty = column.is_null()
        return ~empty if negated else empty

    def _value(self) -> _Token:
        token = self._take()
        if token.word == "null":
            self._fail(token, "a value", "write 'is null' or 'is not null'")
        if not token.is_value:
            hint = "the quote is not closed" if token.text in {'"', "'"} else None
            self._fail(token, "a value", hint)
        return token

    def _made(self, column: Col[M, Any], sign: _Token, tokens: list[_Token]) -> Pred[M]:
        """Make the condition that Python code would write."""
        if sign.word in {"startswith", "contains"}:
            operand: Any = tokens[0].text
        elif sign.word == "in":
            operand = [self._operand(column, token) for token in tokens]
        else:
            operand = self._operand(column, tokens[0])
        condition: Pred[M] = _MAKE[sign.word](column, operand)
        return condition

    def _operand(self, column: Col[M, Any], token: _Token) -> object:
        """Read a value of the column."""
        of = column.kind.of
        try:
            if of is Amount:
                return self._amount(column, token)
            if of is not bool:
                return column.kind.operand(token.text)
        except InvalidValue as error:
            self._fail(token, error.expected, error.hint, of=error.value)
        except TypeError as error:
            self._fail(token, f"a value for {column.name}", str(error))
        if token.word not in _TRUTHS:
            self._fail(token, "true or false")
        return _TRUTHS[token.word]

    def _amount(self, column: Col[M, Any], token: _Token) -> Amount | Decimal:
        """Read an amount, or a number where that can mean but one thing."""
        expected = f"an amount of {column.dimension}"
        if not token.quoted and re.fullmatch(NUMBER, token.text, re.ASCII):
            unit = _UNITS.get(column.dimension or "")
            if unit:
                hint = f"give its unit, in quotes: '{token.text} {unit}'"
                self._fail(token, expected, hint)
            return number(token.text)
        amount = Amount.parse(token.text)
        if dimension(amount.unit).partition(":")[0] != column.dimension:
            self._fail(token, expected)
        return amount

    # --- what is wrong ---------------------------------------------------------------

    def _fail(
        self,
        token: _Token,
        expected: str,
        hint: str | None = None,
        note: str | None = None,
        *,
        of: object = None,
    ) -> NoReturn:
        """Raise what is wrong with a token, or with a part of it, and show the place.

        Raises:
            InvalidCondition: always.
        """
        if token.text or token.quoted:
            wrong = token.text if of is None else of
            error = InvalidCondition(wrong, expected, hint=hint)
        else:
            missing = f"{expected} is missing"
            error = InvalidCondition(self._text, "a condition", hint=missing)
        error.add_note(_pointed(self._text, token.start, token.end))
        if note:
            error.add_note(note)
        raise error from None


def fields(model: type[M]) -> dict[str, Col[M, Any]]:
    """Return the columns of which a typed condition can ask: a model's own come first.

    >>> from sovcrypto.model import Token
    >>> list(fields(Token))[4:]
    ['backing', 'peg', 'stage', 'period', 'decided_by']
    """
    columns = {name: col for name, col in model.__columns__.items() if _signs(col)}
    common = {name for base in model.__mro__[1:] for name in _own(base)}
    return dict(sorted(columns.items(), key=lambda item: item[0] in common))


def _own(model: type) -> Mapping[str, object]:
    columns: Mapping[str, object] = vars(model).get("__columns__", {})
    return columns


def _signs(column: Col[Any, Any]) -> tuple[str, ...]:
    """Return the operators of a column, none where it holds records."""
    kind = column.kind
    if not (kind.is_text or kind.is_enum or kind.of is bool or kind.of in PARSERS):
        return ()
    if kind.many:
        return ("has",)
    if kind.of is Period:
        return *_SIZES, "overlaps"
    if kind.is_text:
        return *_SIZES, "startswith", "contains"
    return _SIZES if kind.of is Amount else ("==", "!=", "in", "is")


def _pointed(text: str, start: int, end: int) -> str:
    """Show a place in a text, with carets below it."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = "…" * (low > 0), "…" * (high < len(text))
    line = "".join(c if c.isprintable() else " " for c in text[low:high])
    margin = " " * (len(before) + start - low)
    return f"  {before}{line}{after}\n  {margin}{'^' * max(1, end - start)}"
