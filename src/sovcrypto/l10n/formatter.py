"""`Formatter`: everything this package can say, in the voice of one locale."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import attrs

from ..codes import Unit, dimension
from ..values import Amount, number
from . import names, periods, rows
from .amounts import InSigns, InWords, usual_style, vague
from .grammars import body
from .labels import label
from .phrases import sentence
from .sentences import statement
from .sentences.agreements import party
from .sentences.teller import Teller
from .sources import attributed, cited
from .tags import Chain, chain
from .voices import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import AnyFact, Party
    from ..provenance import Citation
    from ..values import Number, Period


def _chain(text: str) -> Chain:
    given: object = text  # what a caller without a type checker may give
    if not isinstance(given, str):
        kind = type(given).__name__
        raise TypeError(f"a locale must be a text, not the {kind} {given!r}")
    return chain(given)


@attrs.frozen(repr=False)
class Formatter:
    """The voice of one locale: numbers, names, dates, and facts as sentences.

    >>> french = Formatter("fr")
    >>> french.country("BT")
    'Bhoutan'

    Words are there in English and French. In every other locale numbers, names and
    dates are its own, what a source left vague is said in signs (`~`, `≥`, `>`), and
    sentences have English words.

    Args:
        locale: a BCP 47 tag or a POSIX name: `fr`, `fr-CA`, `fr_FR.UTF-8`,
            `zh-Hant-HK`. A region that CLDR lacks falls back to its language.

    Raises:
        UnknownLocale: CLDR has no such language.
    """

    _chain: Chain = attrs.field(converter=_chain, alias="locale")
    _voice: Voice = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda self: Voice(self._chain), takes_self=True),
    )

    def __repr__(self) -> str:
        return f"Formatter({self.resolved_locale!r})"

    @property
    def resolved_locale(self) -> str:
        """The locale of CLDR that speaks.

        >>> Formatter("fr_XX.UTF-8").resolved_locale
        'fr'
        """
        return self._chain[0]

    def number(self, value: Number) -> str:
        r"""Write a number with all its digits.

        >>> Formatter("de").number("1234567.125")
        '1.234.567,125'
        """
        return self._voice.numbers.decimal(number(value)).text

    def percent(self, value: Amount | Number) -> str:
        r"""Write a share: 12 is twelve percent.

        >>> Formatter("fr").percent("12.5")
        '12,5\xa0%'
        """
        return self.amount(_amount(value, "%"))

    def money(self, value: Amount | Number, unit: str | None = None) -> str:
        r"""Write money with the sign of the currency, an asset with its ticker.

        A currency has its usual fraction digits; of an asset no digit is lost.

        >>> Formatter("en").money(1250, "USD"), Formatter("en").money("0.5", "BTC")
        ('$1,250.00', 'BTC\xa00.5')
        """
        amount = _amount(value, unit)
        return vague(self._voice, amount, InSigns(self._voice, amount.unit))

    def amount(self, amount: Amount) -> str:
        r"""Say an amount as its source left it, with its unit in words.

        No digit is ever lost. In English and French a ticker follows the number, as in
        running text; elsewhere it stands where the locale puts currencies.

        >>> Formatter("en").amount(Amount.more_than(6200, "BTC"))
        'more than 6,200 BTC'
        >>> Formatter("fr").amount(Amount.between(15_000_000, 20_000_000, "persons"))
        'entre 15 et 20 millions de personnes'
        >>> Formatter("de").amount(Amount.about(745_000_000, "USD"))
        '≈745 Millionen US-Dollar'
        """
        return vague(self._voice, amount, usual_style(self._voice, amount.unit))

    def compact(
        self,
        value: Amount | Number,
        unit: str | None = None,
        *,
        width: Literal["short", "long"] = "short",
    ) -> str:
        r"""Write an amount cut down to two fraction digits of its magnitude.

        >>> volume = Amount.exactly("1.25e12", "USD")
        >>> Formatter("en").compact(volume)
        '$1.25T'
        >>> Formatter("fr").compact(volume, width="long")
        '1,25 billion de dollars américains'
        """
        amount = _amount(value, unit)
        if width == "short" and _has_sign(amount.unit):
            style = InSigns(self._voice, amount.unit, compact=True)
            return vague(self._voice, amount, style)
        words = InWords(self._voice, amount.unit, notation=width, width=width)
        return vague(self._voice, amount, words)

    def range(self, low: Number, high: Number, unit: str) -> str:
        r"""Write a range with the sign of the locale.

        >>> Formatter("en").range(15_000_000, 20_000_000, "persons")
        '15–20 million people'
        >>> Formatter("en").range(5, 7, "USD")
        '$5.00 – $7.00'
        """
        amount = Amount.between(low, high, unit)
        style = self._style(amount.unit)
        if amount.low is None or amount.high is None or amount.is_point:
            return self.amount(amount)
        return style.span(amount.low, amount.high)

    def _style(self, unit: Unit) -> InSigns | InWords:
        if _has_sign(unit):
            return InSigns(self._voice, unit)
        return InWords(self._voice, unit)

    def power(self, value: Amount | Number, unit: str = "MW") -> str:
        r"""Write power, energy or hash rate with the name of its unit.

        >>> Formatter("en").power(2000)
        '2,000 megawatts'
        >>> Formatter("fr").power(2000)
        '2\u202f000\xa0mégawatts'
        """
        return self.amount(_amount(value, unit))

    def persons(self, value: Amount | Number) -> str:
        """Write a number of people.

        >>> Formatter("en").persons(1), Formatter("fr").persons(20_000_000)
        ('1 person', '20 millions de personnes')
        """
        return self.amount(_amount(value, "persons"))

    def period(self, period: Period) -> str:
        """Write a date or an interval in the precision that it has.

        >>> from sovcrypto.values import Period
        >>> [Formatter("fr").period(Period(p)) for p in ("2025-05", "2021/..", "2025~")]
        ['mai 2025', 'depuis 2021', 'vers 2025']
        """
        return periods.period_text(self._voice, period)

    def country(self, code: str) -> str:
        """Return the name of a country.

        >>> Formatter("ja").country("BT")
        'ブータン'

        Raises:
            InvalidCode: no country of ISO 3166-1.
        """
        return names.country_name(self._voice, code)

    def currency(self, code: str) -> str:
        """Return the name of a currency.

        >>> Formatter("en").currency("PKR")
        'Pakistani Rupee'

        Raises:
            InvalidCode: no currency of ISO 4217.
        """
        return names.currency_name(self._voice, code)

    def asset(self, code: str) -> str:
        """Return the name of a virtual asset.

        >>> Formatter("fr").asset("BTC"), Formatter("fr").asset("crypto")
        ('Bitcoin', 'cryptoactifs')

        Raises:
            InvalidCode: the registry has no such asset.
        """
        return names.asset_title(self._voice, code)

    def body(self, name: str) -> str:
        """Return the name of a body in the language of the locale, where it has one.

        >>> Formatter("fr").body("IMF"), Formatter("fr").body("Cumberland DRW")
        ('FMI', 'Cumberland DRW')
        """
        return body(name, self._voice.grammar.language).text

    def list(self, items: Iterable[str]) -> str:
        """Join texts as the locale does.

        >>> Formatter("fr").list(["l’or", "le pétrole", "le gaz"])
        'l’or, le pétrole et le gaz'
        """
        return names.listed(self._voice, tuple(items))

    def parties(self, members: Sequence[Party]) -> str:
        """Name those who take part in an agreement.

        >>> from sovcrypto.model import Party
        >>> both = Party(country="BT"), Party(name="Cumberland DRW")
        >>> Formatter("fr").parties(both)
        'Bhoutan et Cumberland DRW'
        """
        tell = Teller(self._voice)
        texts = [party(tell, member).text for member in members]
        return names.listed(self._voice, texts)

    def fact(self, fact: AnyFact, *, attribution: bool = True) -> str:
        r"""Say any fact as one sentence.

        >>> from sovcrypto.model import Reserve
        >>> held = Reserve(
        ...     holder="SV", asset="BTC", quantity=Amount.more_than(6200, "BTC")
        ... )
        >>> Formatter("en").fact(held)
        'El Salvador holds more than 6,200 BTC.'

        Args:
            fact: the fact.
            attribution: whether to add "according to Saqib", where all citations
                attribute the fact to the same person or body.
        """
        text = statement(self._voice, fact)
        if attribution:
            text = attributed(self._voice, text, fact.citations)
        return self._voice.words.say("sentence", "{text}.", text=sentence(text))

    def row(self, fact: AnyFact) -> rows.Rows:
        """Return heading and text of every field that is stated, as for a table.

        >>> from sovcrypto.model import Exchange, ExchangeKind
        >>> Formatter("fr").row(Exchange(name="KuCoin", kind=ExchangeKind.CENTRALISED))
        [('stade', 'en vigueur'), ('nom', 'KuCoin'), ('nature', 'centralisée')]
        """
        return rows.row(self._voice, fact)

    def field_name(self, field: str) -> str:
        """Return what a field of a record is called.

        >>> Formatter("fr").field_name("quantity")
        'quantité'

        Raises:
            KeyError: no record has such a field.
        """
        return rows.heading(self._voice, field)

    def kind_name(self, kind: str) -> str:
        """Return what a kind of fact is called, by its name in records.

        >>> Formatter("fr").kind_name("legal_status")
        'statut juridique'

        Raises:
            KeyError: no such kind of fact.
        """
        return self._voice.words.text(*rows.KINDS[kind])

    def label(self, member: StrEnum) -> str:
        """Return what a member of a vocabulary is called.

        >>> from sovcrypto.model import Stage
        >>> Formatter("fr").label(Stage.PLANNED)
        'prévu'
        """
        return label(self._voice, member)

    def citation(self, citation: Citation) -> str:
        """Say where a fact is stated, and in whose words.

        >>> from sovcrypto.provenance import Citation, Source
        >>> from sovcrypto.values import Period
        >>> may = Period("2025-05")
        >>> news = Source(publisher="Gazette", title="A reserve", published=may)
        >>> Formatter("en").citation(Citation(source=news))
        'Gazette, “A reserve”, May 2025'
        """
        return cited(self._voice, citation)


def _amount(value: Amount | Number, unit: str | None) -> Amount:
    """Take an amount as it is, and a bare number in a unit."""
    if not isinstance(value, Amount):
        if unit is None:
            raise TypeError(f"{value!r} needs a unit")
        return Amount.exactly(value, unit)
    return value if unit is None else value.to(unit)


def _has_sign(unit: Unit) -> bool:
    """Whether a locale has a place for the sign or the ticker of the unit."""
    return dimension(unit).startswith(("currency", "asset"))
