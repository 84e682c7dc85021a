"""Typed, sourced facts about states and virtual assets.

Read them from articles and records, ask typed questions of them, and say the answers in
the reader's language::

    import sovcrypto as sc

    data = sc.bundled()
    held = data.reserves.where(sc.Reserve.asset == "BTC", sc.Reserve.quantity > 5000)
    print(sc.Formatter("fr").fact(held.one()))
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .codes import (
    CRYPTO,
    AssetCode,
    CountryCode,
    CurrencyCode,
    LanguageTag,
    Measure,
    Unit,
    asset_code,
    country_code,
    currency_code,
    language_tag,
    measure,
    unit,
)
from .dataset import Dataset
from .errors import (
    InvalidAmount,
    InvalidCode,
    InvalidCondition,
    InvalidDocument,
    InvalidOption,
    InvalidPeriod,
    InvalidRecord,
    InvalidText,
    InvalidValue,
    LoadFailed,
    ManyMatches,
    NoMatch,
    SovcryptoError,
    UnitMismatch,
    UnknownLocale,
)
from .fields import Col, Order, Pred, asc, desc
from .model import (
    Acquisition,
    Action,
    Adoption,
    AdoptionMeasure,
    Agreement,
    AgreementForm,
    AnyFact,
    Backing,
    Condition,
    Country,
    EnergySource,
    Exchange,
    ExchangeKind,
    Fact,
    Financing,
    HolderKind,
    LegalStatus,
    Licence,
    LicenceStatus,
    Market,
    Mining,
    Organisation,
    OrganisationKind,
    Party,
    PartyRole,
    Per,
    Regulator,
    RegulatorRole,
    Reserve,
    ReserveKind,
    ReserveMovement,
    Sector,
    Stage,
    Status,
    Subject,
    Token,
    TokenKind,
    TradingVolume,
)
from .provenance import Citation, Source, Standing
from .query import (
    Query,
    count,
    earliest,
    latest,
    maximum,
    minimum,
    total,
)
from .values import Amount, Period, Precision, Truth

if TYPE_CHECKING:
    from .l10n import Formatter
    from .loaders import Loaded, Report, bundled, load
    from .query.wording import parse_condition
    from .reading import (
        Document,
        Explanation,
        How,
        Mention,
        MentionKind,
        Part,
        explain,
        mentions,
        read,
    )
    from .records import structure, unstructure
else:
    # These rooms cost more to import than all others together (Babel, cattrs, the
    # patterns of the languages). They wait until one of their names is asked for.
    _LATER = {
        "l10n": ("Formatter",),
        "loaders": ("Loaded", "Report", "bundled", "load"),
        "query.wording": ("parse_condition",),
        "records": ("structure", "unstructure"),
        "reading": (
            *("Document", "Explanation", "How", "Mention", "MentionKind", "Part"),
            *("explain", "mentions", "read"),
        ),
    }

    def __getattr__(name: str) -> object:
        """Import a room when one of its names is first asked for (PEP 562)."""
        for room, names in _LATER.items():
            if name in names:
                module = import_module(f".{room}", __name__)
                globals().update((each, getattr(module, each)) for each in names)
                return globals()[name]
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)


__all__ = [
    "CRYPTO",
    "Acquisition",
    "Action",
    "Adoption",
    "AdoptionMeasure",
    "Agreement",
    "AgreementForm",
    "Amount",
    "AnyFact",
    "AssetCode",
    "Backing",
    "Citation",
    "Col",
    "Condition",
    "Country",
    "CountryCode",
    "CurrencyCode",
    "Dataset",
    "Document",
    "EnergySource",
    "Exchange",
    "ExchangeKind",
    "Explanation",
    "Fact",
    "Financing",
    "Formatter",
    "HolderKind",
    "How",
    "InvalidAmount",
    "InvalidCode",
    "InvalidCondition",
    "InvalidDocument",
    "InvalidOption",
    "InvalidPeriod",
    "InvalidRecord",
    "InvalidText",
    "InvalidValue",
    "LanguageTag",
    "LegalStatus",
    "Licence",
    "LicenceStatus",
    "LoadFailed",
    "Loaded",
    "ManyMatches",
    "Market",
    "Measure",
    "Mention",
    "MentionKind",
    "Mining",
    "NoMatch",
    "Order",
    "Organisation",
    "OrganisationKind",
    "Part",
    "Party",
    "PartyRole",
    "Per",
    "Period",
    "Precision",
    "Pred",
    "Query",
    "Regulator",
    "RegulatorRole",
    "Report",
    "Reserve",
    "ReserveKind",
    "ReserveMovement",
    "Sector",
    "Source",
    "SovcryptoError",
    "Stage",
    "Standing",
    "Status",
    "Subject",
    "Token",
    "TokenKind",
    "TradingVolume",
    "Truth",
    "Unit",
    "UnitMismatch",
    "UnknownLocale",
    "asc",
    "asset_code",
    "bundled",
    "count",
    "country_code",
    "currency_code",
    "desc",
    "earliest",
    "explain",
    "language_tag",
    "latest",
    "load",
    "maximum",
    "measure",
    "mentions",
    "minimum",
    "parse_condition",
    "read",
    "structure",
    "total",
    "unit",
    "unstructure",
]
