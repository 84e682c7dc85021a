"""`Formatter`: everything this package can say, in the voice of one locale."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property, partial
from typing import TYPE_CHECKING, Unpack

import attrs

from ..errors import InvalidAmount
from ..values import Amount
from . import names, periods, rows
from .amounts import AsAsked, asked_style, usual_style, vague
from .bidi import Bidi, Direction, direction
from .formats import NumberFormat, number_format
from .grammars import body
from .guard import check_kind, checked
from .labels import label
from .numbers import known_system
from .options import NumberOptions, Options, Width, check_names
from .parsing import parse
from .periods import DateStyle
from .sentences import told
from .sentences.agreements import party
from .sentences.teller import Teller
from .sources import cited
from .tags import chain, numbering
from .units import counted, in_unit_of
from .voices import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from ..model import AnyFact, Party
    from ..provenance import Citation
    from ..values import Number, Period
    from .parts import Part


@attrs.frozen(init=False, repr=False, slots=False)
class Formatter:
    r"""The voice of one locale: numbers, names, dates, and facts as sentences.

    >>> french = Formatter("fr", style="currency", currency="EUR", notation="compact")
    >>> french.format(1_250_000).replace("\xa0", " ")
    '1,3 M €'
    >>> french.country("BT")
    'Bhoutan'

    Numbers are written as by ECMA-402's `Intl.NumberFormat`, with options of the same
    names. An `Amount`, exact or vague, brings its unit along:

    >>> Formatter("en").format(Amount.more_than("1.5e6", "USD"))
    'more than $1,500,000.00'
    >>> Formatter("en").amount(Amount.more_than("1.5e6", "USD"))  # in running text
    'more than 1.5 million US dollars'

    Words are there in English, French, Spanish, German and Portuguese. In every other
    locale numbers, names and dates are its own, what a source left vague is said in
    signs (`~`, `≥`, `>`), and sentences are English.

    Args:
        locale: a BCP 47 tag or a POSIX name: `fr`, `fr-CA`, `fr_FR.UTF-8`,
            `zh-Hant-HK-u-nu-hanidec`. A region that CLDR lacks falls back to its
            language.
        options: how numbers are written; `NumberOptions` tells each of them.

    Raises:
        UnknownLocale: CLDR has no such language.
        InvalidOption: no such option, or a value that it cannot have.
    """

    _voice: Voice
    _options: Options

    def __init__(self, locale: str, **options: Unpack[NumberOptions]) -> None:
        check_kind(locale, str, "a locale must be a text")
        check_names(options)
        checked_options = Options(**options)
        # An unknown system in a tag is passed over (ECMA-402); an option is checked.
        system = checked_options.numbering_system or known_system(numbering(locale))
        object.__setattr__(self, "_options", checked_options)
        object.__setattr__(self, "_voice", Voice(chain(locale), system))

    def __repr__(self) -> str:
        return f"Formatter({self._tag!r}{self._options.stated()})"

    def __reduce__(self) -> tuple[Callable[[str], Formatter], tuple[str]]:
        # What has been compiled is left behind; it is no state.
        return partial(Formatter, **attrs.asdict(self._options)), (self._tag,)

    @property
    def _tag(self) -> str:
        """What makes such a formatter again: its locale and numbering system."""
        system = self._voice.system
        asked = system is None or self._options.numbering_system is not None
        return (
            self.resolved_locale if asked else f"{self.resolved_locale}-u-nu-{system}"
        )

    @property
    def resolved_locale(self) -> str:
        """The locale of CLDR that speaks.

        >>> Formatter("fr_XX.UTF-8").resolved_locale
        'fr'
        """
        return self._voice.chain[0]

    @cached_property
    def _number(self) -> NumberFormat:
        voice, options = self._voice, self._options
        return number_format(voice.numbers, options, counted(voice, options))

    @cached_property
    def _text(self) -> Callable[[Decimal], str]:
        return self._number.text

    def _figure(self, value: Number | Amount) -> tuple[NumberFormat, Decimal]:
        """Return a number, or the figure of an exact amount, and what writes it."""
        if not isinstance(value, Amount):
            return self._number, checked(value)
        amount, style = self._asked(value)
        if amount.low is None or not amount.is_point or amount.approximate:
            raise InvalidAmount(value, "a single figure; use `format` for a vague one")
        return style.format, amount.low

    def _asked(self, amount: Amount) -> tuple[Amount, AsAsked]:
        """Return an amount, and the style that the options ask for it.

        A formatter that was told what it counts counts the amount in that.
        """
        options = self._options
        if options.style == "decimal":
            return amount, asked_style(self._voice, amount.unit, options)
        return in_unit_of(amount, options), AsAsked(self._number)

    def format(self, value: Number | Amount) -> str:
        r"""Write a number or an amount as the options say.

        >>> Formatter("de").format("1234567.125")
        '1.234.567,125'
        >>> Formatter("en", style="percent").format("0.125")
        '13%'
        >>> Formatter("ja", style="currency", currency="BTC").format("0.00012345")
        'BTC\xa00.00012345'
        >>> Formatter("en", notation="compact").format(Amount.about("745e6", "USD"))
        'about $745M'

        Raises:
            InvalidAmount: NaN, infinity, more than 200 digits or an absurd exponent.
            UnitMismatch: an amount of something else than the options name.
        """
        if not isinstance(value, Amount):
            return self._text(checked(value))
        return vague(self._voice, *self._asked(value))

    def format_range(self, low: Number | Amount, high: Number | Amount) -> str:
        """Write a range with the sign of the locale.

        >>> Formatter("en", style="unit", unit="MW").format_range(5, 7)
        '5–7 MW'
        >>> Formatter("en", style="currency", currency="USD").format_range(5, 7)
        '$5.00 – $7.00'

        Raises:
            InvalidAmount: the first is the larger one.
            UnitMismatch: two amounts that measure different things.
        """
        if isinstance(low, Amount) and isinstance(high, Amount):
            high = high.to(low.unit)
        elif isinstance(low, Amount) or isinstance(high, Amount):
            raise TypeError(
                f"{low!r} and {high!r}: two numbers are needed, or two amounts"
            )
        writer, first = self._figure(low)
        _, second = self._figure(high)
        if first > second:
            raise InvalidAmount(low, f"at most {second}, the end of the range")
        return writer.span(first, second)

    def approximately(self, value: Number | Amount) -> str:
        """Write a number with the sign that says "about".

        >>> Formatter("en", notation="compact").approximately(745_000_000)
        '~745M'
        """
        writer, figure = self._figure(value)
        return writer.approximately(figure)

    def to_parts(self, value: Number | Amount) -> tuple[Part, ...]:
        """Write a number in parts, each with its kind, as ECMA-402 calls it.

        >>> for part in Formatter("en", style="percent").to_parts("0.5"):
        ...     print(part.kind, part.text)
        integer 50
        percentSign %
        """
        writer, figure = self._figure(value)
        return writer.parts(figure)

    def parse(self, text: str, *, strict: bool = False) -> Decimal | Amount:
        """Read back what `format`, `amount` and their like write.

        A number comes back where nothing, or just what the formatter was told that it
        counts, stands beside it; any other text is an `Amount`, vagueness included.

        >>> Formatter("fr").parse("1 234,5")
        Decimal('1234.5')
        >>> Formatter("en").parse("more than 6,200 BTC")
        Amount.parse('>6200 BTC')
        >>> Formatter("de", style="currency", currency="EUR").parse("1.234,50 €")
        Decimal('1234.50')

        Args:
            text: the text.
            strict: whether only the locale's own signs will do; else look-alikes pass,
                other digits and spaces, and letters of another case. Groups of a wrong
                size never do.

        Raises:
            InvalidText: neither a number nor an amount, or one of several meanings.
        """
        return parse(self._voice, self._options, text, strict=strict)

    def amount(self, amount: Amount) -> str:
        r"""Say an amount as running text does, with its unit in words.

        No digit is ever lost, whatever the options. In languages with words a
        ticker follows the number; elsewhere it stands where the locale puts currencies.

        >>> Formatter("en").amount(Amount.more_than(6200, "BTC"))
        'more than 6,200 BTC'
        >>> Formatter("fr").amount(Amount.between(15_000_000, 20_000_000, "persons"))
        'entre 15 et 20 millions de personnes'
        >>> Formatter("de").amount(Amount.about(745_000_000, "USD"))
        'rund 745 Millionen US-Dollar'
        """
        check_kind(amount, Amount, "an amount must be an Amount")
        return vague(self._voice, amount, usual_style(self._voice, amount.unit))

    def period(self, period: Period, *, style: DateStyle = "long") -> str:
        """Write a date or an interval in the precision that it has.

        >>> from sovcrypto.values import Period
        >>> [Formatter("fr").period(Period(p)) for p in ("2025-05", "2021/..", "2025~")]
        ['mai 2025', 'depuis 2021', 'vers 2025']
        >>> Formatter("en").period(Period("2025-05-13"), style="short")
        '5/13/25'
        """
        return periods.period_text(self._voice, period, style)

    def country(self, code: str, *, width: Width = "long") -> str:
        """Return the name of a country, of the Union (`EU`) or of Kosovo (`XK`).

        >>> Formatter("ja").country("BT"), Formatter("en").country("US", width="short")
        ('ブータン', 'US')

        Raises:
            InvalidCode: no country of ISO 3166-1.
        """
        return names.country_name(self._voice, code, width)

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
        return names.listed(self._voice, [party(tell, it).text for it in members])

    def fact(
        self, fact: AnyFact, *, attribution: bool = True, bidi: Bidi = "plain"
    ) -> str:
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
            bidi: how names, of whatever script, are kept apart from the text: not at
                all, by "isolates" (U+2068 and U+2069), or by `<bdi>` in escaped "html".
        """
        return told(self._voice, fact, attribution=attribution, bidi=bidi)

    def row(self, fact: AnyFact, *, bidi: Bidi = "plain") -> rows.Rows:
        """Return heading and text of every field that is stated, as for a table.

        >>> from sovcrypto.model import Exchange, ExchangeKind
        >>> Formatter("fr").row(Exchange(name="KuCoin", kind=ExchangeKind.CENTRALISED))
        [('stade', 'en vigueur'), ('nom', 'KuCoin'), ('nature', 'centralisée')]

        Args:
            fact: the fact.
            bidi: how texts and the items of lists are kept apart, as for `fact`.
        """
        return rows.row(self._voice, fact, bidi)

    @property
    def direction(self) -> Direction:
        """Where the script of the locale runs, for the `dir` of a page.

        >>> Formatter("ar").direction, Formatter("fr").direction
        ('rtl', 'ltr')
        """
        return direction(self._voice)

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
        check_kind(member, StrEnum, "a member must be one of an enumeration")
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
