"""Countries, and what is told of them."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from .. import _data
from ..codes import CountryCode, CurrencyCode, Unit, country_code
from ..fields import Field, Many, Record, record
from .adoption import Adoption
from .agreement import Agreement
from .financing import Financing
from .law import LegalStatus, Licence, Regulator
from .market import Exchange
from .mining import Mining
from .organisation import Organisation
from .reserve import Reserve, ReserveMovement
from .token import Token


@record
class Country(Record):
    """A country of ISO 3166-1.

    >>> Country.of("BT").currencies
    ('BTN', 'INR')

    Its names are a matter of language: `Formatter("fr").country("BT")` says them.

    Attributes:
        code: ISO 3166-1 alpha-2.
        alpha3: ISO 3166-1 alpha-3.
        numeric: ISO 3166-1 numeric, three digits.
        currencies: ISO 4217 codes of what is legal tender, state tokens apart.
        region: UN M49 code of the region, such as 142 for Asia.
        subregion: UN M49 code of the subregion.
    """

    code: Field[CountryCode]
    alpha3: Field[str]
    numeric: Field[str]
    currencies: Field[tuple[CurrencyCode, ...]]
    region: Field[str | None]
    subregion: Field[str | None]

    reserves: ClassVar[Many[Country, Reserve]] = Many(
        lambda: Country.code, lambda: Reserve.holder
    )
    movements: ClassVar[Many[Country, ReserveMovement]] = Many(
        lambda: Country.code, lambda: ReserveMovement.holder
    )
    agreements: ClassVar[Many[Country, Agreement]] = Many(
        lambda: Country.code, lambda: Agreement.countries
    )
    legal_statuses: ClassVar[Many[Country, LegalStatus]] = Many(
        lambda: Country.code, lambda: LegalStatus.country
    )
    regulators: ClassVar[Many[Country, Regulator]] = Many(
        lambda: Country.code, lambda: Regulator.country
    )
    licences: ClassVar[Many[Country, Licence]] = Many(
        lambda: Country.code, lambda: Licence.country
    )
    exchanges: ClassVar[Many[Country, Exchange]] = Many(
        lambda: Country.code, lambda: Exchange.home
    )
    mining: ClassVar[Many[Country, Mining]] = Many(
        lambda: Country.code, lambda: Mining.country
    )
    tokens: ClassVar[Many[Country, Token]] = Many(
        lambda: Country.code, lambda: Token.issuer
    )
    adoption: ClassVar[Many[Country, Adoption]] = Many(
        lambda: Country.code, lambda: Adoption.country
    )
    financing: ClassVar[Many[Country, Financing]] = Many(
        lambda: Country.code, lambda: Financing.borrower
    )
    organisations: ClassVar[Many[Country, Organisation]] = Many(
        lambda: Country.code, lambda: Organisation.country
    )

    @classmethod
    def of(cls, code: str) -> Country:
        """Return the country of an alpha-2 code.

        Raises:
            InvalidCode: no such country.
        """
        return _countries()[country_code(code)]

    @classmethod
    def all(cls) -> tuple[Country, ...]:
        """Return every country of ISO 3166-1, by code."""
        return tuple(_countries().values())


@cache
def _countries() -> dict[str, Country]:
    return {
        code: Country(
            code=CountryCode(code),
            alpha3=row.alpha3,
            numeric=row.numeric,
            currencies=tuple(CurrencyCode(Unit(c)) for c in row.currencies),
            region=row.region,
            subregion=row.subregion,
        )
        for code, row in sorted(_data.countries().items())
    }
