"""What all sentences share: parts made from values, and the frames of each stage."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import attrs

from ...codes import dimension
from ...model import Fact, Stage
from .. import amounts, names, periods
from ..bidi import isolated
from ..grammars import body as body_phrase
from ..phrases import NOTHING, Phrase, closed
from ..voices import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...values import Amount, Period
    from ..catalogs import Message
    from ..phrases import Part
    from ..voices import Voice

V = TypeVar("V", bound=StrEnum)


@attrs.frozen
class Teller:
    """Turns the values of a fact into parts of a sentence.

    Attributes:
        voice: the locale that speaks.
        isolating: whether names, of whatever script, are kept apart from the text.
    """

    voice: Voice
    isolating: bool = False

    def say(self, context: str, text: str, /, **parts: Part) -> str:
        """Return a message with its parts put in."""
        return self.voice.words.say(context, text, **parts)

    def act(self, context: str, text: str, /, **parts: Part) -> Phrase:
        """Return a message that another goes on from, with its comma if it has one."""
        said = self.say(context, text, **parts)
        return closed(self.voice.words.text(context, text), parts, said)

    def told(self, message: Message, /, **parts: Part) -> str:
        """Return a message of a table with its parts put in."""
        return self.voice.words.say(*message, **parts)

    def currency(self, code: str) -> Phrase:
        """Return a currency."""
        return self.noun(names.currency_name(self.voice, code, "one"))

    def amount(self, amount: Amount | None) -> Phrase:
        """Return an amount in words."""
        if amount is None:
            return NOTHING
        noun = self.noun(self._worded(amount))
        one = amount.is_point and amount.low == 1
        return attrs.evolve(noun, choice=int(not one))

    def _worded(self, amount: Amount) -> str:
        voice, style = self.voice, amounts.usual_style(self.voice, amount.unit)
        share = voice.grammar.share
        if dimension(amount.unit) != "share":
            return amounts.vague(voice, amount, style)
        if amount.is_point or amount.low is None or amount.high is None:
            bound = amount.high if amount.low is None else amount.low
            return amounts.worded(
                voice, amount, share(amounts.figure(style, bound or Decimal(0)))
            )
        low, high = amounts.pair(style, amount.low, amount.high)
        return amounts.worded(voice, amount, share(low), share(high))

    def period(self, period: Period | None) -> Phrase:
        """Return a date or interval; there is always one, to agree with."""
        return periods.phrase(self.voice, period)

    def country(self, code: str) -> Phrase:
        """Return a country."""
        return names.country(self.voice, code)

    def body(self, name: str | None) -> Phrase:
        """Return a body, a firm or a person."""
        if name is None:
            return NOTHING
        return self._apart(body_phrase(name, self.voice.grammar.language))

    def firm(self, name: str | None) -> Phrase:
        """Return a firm, which has an article in some languages: "a Binance"."""
        if name is None:
            return NOTHING
        return self._apart(body_phrase(name, self.voice.grammar.language, firm=True))

    def name(self, name: str | None) -> Phrase:
        """Return a name as it was given."""
        return NOTHING if name is None else self._apart(Phrase(name))

    def _apart(self, name: Phrase) -> Phrase:
        if not self.isolating:
            return name
        forms = {form: isolated(text) for form, text in name.forms.items()}
        return attrs.evolve(name, text=isolated(name.text), forms=forms)

    def asset(self, code: str) -> Phrase:
        """Return a virtual asset."""
        return names.asset(self.voice, code)

    def noun(self, text: str) -> Phrase:
        """Return a text that brings its own article."""
        return self.voice.grammar.noun(text)

    def word(self, table: Mapping[V, Message], member: V | None) -> Phrase:
        """Return what a member of a vocabulary is called in a sentence."""
        if member is None:
            return NOTHING
        return self.noun(self.voice.words.text(*table[member]))

    def words(self, table: Mapping[V, Message], members: Sequence[V]) -> Phrase:
        """Return a list of members of a vocabulary."""
        return self.listed([self.word(table, member) for member in members])

    def listed(self, items: Sequence[Phrase]) -> Phrase:
        """Join phrases as the locale does."""
        return names.listed_phrases(self.voice, items)

    def place(self, country: str, subdivision: str | None = None) -> Phrase:
        """Return a country, or a part of it."""
        if subdivision is None:
            return self.country(country)
        return self._within(self.body(subdivision), country)

    def actor(
        self, country: str, body: str | None = None, subdivision: str | None = None
    ) -> Phrase:
        """Return who acts: a country, or a body or part of it."""
        if body is None:
            return self.place(country, subdivision)
        return self._within(self.body(body), country)

    def _within(self, part: Phrase, code: str) -> Phrase:
        """Name the country to which a body belongs, unless its name says so."""
        whole = self.country(code)
        known = {whole.text, names.country_name(ENGLISH, code)}
        if any(name in part.text for name in known):
            return part
        named = {
            form: self.say(
                "part of a country",
                "{part} ({country})",
                part=format(part, form),
                country=whole.text,
            )
            for form in ("", *part.forms)
        }
        return attrs.evolve(part, text=named.pop(""), forms=named)

    def then(self, subject: Phrase, period: Phrase) -> Phrase:
        """Return whom a verb agrees with, in the past if the period is over."""
        return attrs.evolve(subject, past=period.choice == periods.OVER)

    def over(self, fact: Fact, text: str) -> str:
        """Add that something is over, where its sentence has no way to say so."""
        if fact.stage is not Stage.ENDED:
            return text
        return self.say("ended", "{text} (no longer the case)", text=text)

    def intended(
        self,
        fact: Fact,
        act: Phrase,
        *,
        place: Phrase = NOTHING,
        who: Phrase = NOTHING,
    ) -> str:
        """Say that something is planned or proposed, or that it was rejected.

        Args:
            fact: what is told.
            act: what somebody means to do, as an infinitive.
            place: the country in which it is planned.
            who: who means to do it, where that is not the country.
        """
        by, period = self.body(fact.decided_by), self.period(fact.period)
        if fact.stage is Stage.REJECTED:
            return self.say(
                "rejected",
                "[in {place:in}, ]a proposal {act:closed} was rejected[ by {by:the}]"
                "[ {period:in}]",
                place=place,
                act=act,
                by=by,
                period=period,
            )
        if fact.stage is Stage.PROPOSED:
            if by:
                return self.say(
                    "proposed",
                    "[in {place:in}, ]{by:the} {by:proposes|propose} {act}"
                    "[ ({period})]",
                    place=place,
                    act=act,
                    by=by,
                    period=period,
                )
            return self.say(
                "proposed",
                "[in {place:in}, ]it is proposed {act}[ ({period})]",
                place=place,
                act=act,
                period=period,
            )
        return self._planned(act, place, by, who or place, period)

    def _planned(
        self, act: Phrase, place: Phrase, by: Phrase, who: Phrase, period: Phrase
    ) -> str:
        if by:
            return self.say(
                "planned",
                "[in {place:in}, ]{by:the} {by:plans|plan} {act}[ ({period})]",
                place=place,
                act=act,
                by=by,
                period=period,
            )
        if who:
            return self.say(
                "planned",
                "{who:the} plans {act}[ ({period})]",
                who=who,
                act=act,
                period=period,
            )
        return self.say(
            "planned", "it is planned {act}[ ({period})]", act=act, period=period
        )
