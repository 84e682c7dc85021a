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
from ...provenance import Standing
from ..bidi import Bidi, finished
from ..phrases import inverted, plain, sentence
from .agreements import agreement, financing
from .bodies import organisation
from .holdings import movement, reserve, token
from .law import legal_status
from .markets import adoption, exchange, mining, trading_volume
from .supervision import licence, regulator
from .teller import Teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...provenance import Citation
    from ..voices import Voice


def told(
    voice: Voice, fact: AnyFact, *, attribution: bool = True, bidi: Bidi = "plain"
) -> str:
    """Say a fact as a sentence, with a capital and a full stop.

    Args:
        voice: the locale that speaks, in English where its language has no words.
        fact: the fact.
        attribution: whether to say in whose words it is told.
        bidi: how names are kept apart from the text around them.
    """
    tell = Teller(voice.speaker, isolating=bidi != "plain")
    text = statement(tell, fact)
    citations = fact.citations if attribution else ()
    said = sentence(attributed(tell, text, citations))
    return finished(tell.say("sentence", "{text}.", text=said), bidi)


def statement(tell: Teller, fact: AnyFact) -> str:  # noqa: C901, PLR0911, PLR0912 -- one case a record
    """Say what a fact claims, without a capital or a full stop."""
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


def attributed(tell: Teller, text: str, citations: Sequence[Citation]) -> str:
    """Add in whose words a fact is told, where all citations name the same.

    What nobody stands for is told as a rumour.
    """
    names = {citation.attributed_to for citation in citations}
    name = names.pop() if len(names) == 1 else None
    if name is not None:
        return tell.say(
            "sentence",
            "{text}, according to {who:the}",
            text=inverted(text),
            who=tell.body(name),
        )
    if citations and all(one.standing is Standing.RUMOURED for one in citations):
        return tell.say("sentence", "{text}, according to rumours", text=inverted(text))
    return plain(text)
