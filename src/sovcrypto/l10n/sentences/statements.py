"""One sentence for a fact of whatever kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ...model import (
    Adoption,
    Agreement,
    AnyFact,
    Exchange,
    Financing,
    LegalStatus,
    Licence,
    Mining,
    Organisation,
    Regulator,
    Reserve,
    ReserveMovement,
    Token,
    TradingVolume,
)
from .agreements import agreement, financing
from .bodies import organisation
from .holdings import movement, reserve, token
from .law import legal_status
from .markets import adoption, exchange, mining, trading_volume
from .supervision import licence, regulator
from .teller import Teller

if TYPE_CHECKING:
    from ..voices import Voice


def statement(voice: Voice, fact: AnyFact) -> str:  # noqa: C901, PLR0911, PLR0912 -- one case a record
    """Say what a fact claims, without a capital or a full stop."""
    tell = Teller(voice)
    match fact:
        case Reserve():
            return reserve(tell, fact)
        case ReserveMovement():
            return movement(tell, fact)
        case Agreement():
            return agreement(tell, fact)
        case LegalStatus():
            return legal_status(tell, fact)
        case Regulator():
            return regulator(tell, fact)
        case Licence():
            return licence(tell, fact)
        case Exchange():
            return exchange(tell, fact)
        case TradingVolume():
            return trading_volume(tell, fact)
        case Mining():
            return mining(tell, fact)
        case Token():
            return token(tell, fact)
        case Adoption():
            return adoption(tell, fact)
        case Financing():
            return financing(tell, fact)
        case Organisation():
            return organisation(tell, fact)
        case _:
            assert_never(fact)
