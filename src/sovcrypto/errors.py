"""Every error that this package raises on purpose.

All of them derive from `SovcryptoError` and from the builtin that a caller would
otherwise expect, so either can be caught::

    SovcryptoError
    ├── InvalidValue (ValueError)       a text or number is not what it should be
    │   ├── InvalidCode                 no such country, currency, asset, unit …
    │   ├── InvalidAmount               bounds that make no sense, NaN, absurd size
    │   ├── InvalidPeriod               not a date of the EDTF subset
    │   ├── InvalidOption               an option of a Formatter that it does not have
    │   ├── InvalidText                 a text that a Formatter cannot read back
    │   ├── InvalidDocument             bytes or text that cannot be read as an article
    │   ├── InvalidCondition            a stored or typed condition that cannot be read
    │   └── UnknownLocale (LookupError) no such language
    ├── InvalidRecord (ValueError)      fields of a record that do not fit, all at once
    ├── UnitMismatch (ValueError)       amounts of different units compared or added
    ├── NoMatch (LookupError)           a query promised one row and found none
    ├── ManyMatches (LookupError)       a query promised one row and found more
    └── LoadFailed (ValueError)         a load whose report was asked to be clean
"""

from __future__ import annotations

import reprlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_REPR = reprlib.Repr()
_REPR.maxstring = _REPR.maxother = 60


def shown(value: object) -> str:
    """Return the repr of a value, cut to a length that fits in a message.

    >>> shown("x" * 100)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxxxxxxxxxxxxx'"
    """
    return _REPR.repr(value)


class SovcryptoError(Exception):
    """Anything that sovcrypto raises on purpose."""


class InvalidValue(SovcryptoError, ValueError):
    """A value is not what it should be.

    >>> str(InvalidValue("ZQ", "an ISO 3166-1 alpha-2 code"))
    "'ZQ' is not an ISO 3166-1 alpha-2 code"

    Attributes:
        value: what was given.
        expected: what it should have been, as a noun phrase.
        hint: what the caller may have meant, or None.
    """

    def __init__(self, value: object, expected: str, *, hint: str | None = None):
        self.value = value
        self.expected = expected
        self.hint = hint
        text = f"{shown(value)} is not {expected}"
        super().__init__(f"{text}; {hint}" if hint else text)


class InvalidCode(InvalidValue):
    """No such country, currency, asset, unit, language or identifier."""


class InvalidAmount(InvalidValue):
    """An amount whose bounds make no sense, or a number that may not get in."""


class InvalidPeriod(InvalidValue):
    """Not a date or interval of the EDTF subset that `Period` understands."""


class InvalidOption(InvalidValue):
    """An option that there is not, or a value that an option cannot have.

    >>> str(InvalidOption("notation", "tiny", "'standard', 'compact' or 'scientific'"))
    "notation='tiny' is not 'standard', 'compact' or 'scientific'"

    Attributes:
        option: the name of the option.
    """

    def __init__(
        self, option: str, value: object, expected: str, *, hint: str | None = None
    ):
        self.option = option
        super().__init__(value, expected, hint=hint)

    def __str__(self) -> str:
        return f"{self.option}={super().__str__()}"


class InvalidText(InvalidValue):
    """A text that is no number or amount as a locale writes them."""


class InvalidDocument(InvalidValue):
    """Bytes or text that cannot be read as an article."""


class InvalidRecord(SovcryptoError, ValueError):
    """A record some of whose fields do not fit.

    >>> str(InvalidRecord("Reserve", ["required field missing @ $.holder"]))
    'not a valid Reserve: required field missing @ $.holder'

    Attributes:
        model: the name of the record class.
        faults: one text a fault, each ending in `@` and the path of the field.
    """

    def __init__(self, model: str, faults: Sequence[str]):
        self.model = model
        self.faults: tuple[str, ...] = tuple(faults)
        super().__init__(f"not a valid {model}: {'; '.join(self.faults)}")


class InvalidCondition(InvalidValue):
    """A condition, given as text or as stored data, that cannot be read."""


class UnknownLocale(InvalidValue, LookupError):
    """No such language in CLDR."""


class UnitMismatch(SovcryptoError, ValueError):
    """Two amounts whose units measure different things.

    >>> str(UnitMismatch("BTC", "USD"))
    "cannot relate 'BTC' to 'USD': they measure different things"
    """

    def __init__(self, left: str, right: str):
        self.left = left
        self.right = right
        super().__init__(
            f"cannot relate {left!r} to {right!r}: they measure different things"
        )


class NoMatch(SovcryptoError, LookupError):
    """A query that promised one row found none."""


class ManyMatches(SovcryptoError, LookupError):
    """A query that promised one row found more."""


class LoadFailed(SovcryptoError, ValueError):
    """A load that was asked to be clean and was not.

    Attributes:
        problems: one text for each thing that was rejected.
    """

    def __init__(self, problems: Sequence[str]):
        self.problems: tuple[str, ...] = tuple(problems)
        count = len(self.problems)
        lines = "\n  ".join(self.problems)
        super().__init__(f"{count} problem{'s'[: count != 1]} while loading\n  {lines}")
