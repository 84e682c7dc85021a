"""What states and others agree on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ..codes import CountryCode
from ..fields import Field, Record, derived, field, record
from ..values import Amount, Period
from .fact import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator


class AgreementForm(StrEnum):
    """What the paper is called; by itself that says nothing of its force."""

    TREATY = "treaty"
    MOU = "mou"
    LETTER_OF_INTENT = "letter_of_intent"
    JOINT_STATEMENT = "joint_statement"
    PARTNERSHIP = "partnership"
    CONTRACT = "contract"
    PILOT = "pilot"
    LOAN = "loan"
    LICENCE = "licence"
    OTHER = "other"


class PartyRole(StrEnum):
    """What somebody does in an agreement."""

    SIGNATORY = "signatory"
    SITE = "site"
    LEAD = "lead"
    BENEFICIARY = "beneficiary"


class Subject(StrEnum):
    """What an agreement is about."""

    RESERVE_MANAGEMENT = "reserve_management"
    MINING = "mining"
    SUSTAINABLE_MINING = "sustainable_mining"
    AI_COMPUTING = "ai_computing"
    YIELD = "yield"
    STABLECOINS = "stablecoins"
    TOKENISATION = "tokenisation"
    PAYMENTS = "payments"
    REGULATION = "regulation"
    TRAINING = "training"
    KNOWLEDGE_SHARING = "knowledge_sharing"
    INFRASTRUCTURE = "infrastructure"
    CBDC = "cbdc"


@record
class Party(Record):
    """A state or an organisation that takes part in an agreement.

    Attributes:
        country: the state, or None for an organisation.
        name: the organisation, or the body that acts for the state.
        role: what it does.

    Raises:
        InvalidRecord: neither a country nor a name.
    """

    country: Field[CountryCode | None] = field(default=None)
    name: Field[str | None] = field(default=None)
    role: Field[PartyRole] = field(default=PartyRole.SIGNATORY)

    def __faults__(self) -> Iterator[str]:
        """Somebody has to take part."""
        if self.country is None and self.name is None:
            yield "a country or a name is required @ $.name"


def _countries(agreement: Agreement) -> tuple[CountryCode, ...]:
    codes = (party.country for party in agreement.parties if party.country)
    return tuple(dict.fromkeys(codes))


@record
class Agreement(Fact):
    """States, or a state and an organisation, agree on something.

    "Bhutan and Cumberland DRW signed a memorandum of understanding; it is not binding."

    Attributes:
        parties: who takes part, in the order of the source.
        form: what the paper is called.
        binding: whether it binds in law; None where nobody says.
        subjects: what it is about.
        signed: when it was signed.
        until: when it ends.
        duration: how long it runs, where that is what the source states.
        countries: the states among the parties, derived.
    """

    parties: Field[tuple[Party, ...]]
    form: Field[AgreementForm]
    binding: Field[bool | None] = field(default=None)
    subjects: Field[tuple[Subject, ...]] = field(default=())
    signed: Field[Period | None] = field(default=None)
    until: Field[Period | None] = field(default=None)
    duration: Field[Amount | None] = field(default=None, dimension="duration")
    countries: Field[tuple[CountryCode, ...]] = derived(_countries)
