"""Who says so: sources, and citations that point into them.

The terms are those of schema.org (NewsArticle), the W3C Web Annotation selectors (spans
in code points, end exclusive) and W3C PROV (originator: the agent to whom the figure is
attributed; many publishers may pass on the figure of one originator).
"""

from __future__ import annotations

from enum import StrEnum

import attrs
from attrs.validators import instance_of, optional

from .codes import LanguageTag, language_tag
from .errors import InvalidValue
from .values import Period


class Standing(StrEnum):
    """What kind of statement stands behind a fact, the strongest first."""

    OFFICIAL = "official"
    """The state, body or party itself, or a report that quotes it for this fact."""
    REPORTED = "reported"
    """The press or a tracker says so."""
    ESTIMATED = "estimated"
    """An analyst derived it: on-chain attribution, a survey, a projection."""
    RUMOURED = "rumoured"
    """Reported as unconfirmed: "aurait", "reportedly"."""


def _text() -> str | None:
    """Declare a text that may be left out."""
    field: str | None = attrs.field(default=None, validator=optional(instance_of(str)))
    return field


def _language(_: object, __: object, value: LanguageTag | None) -> None:
    if value is not None:
        language_tag(value)


def _span(_: object, __: object, value: tuple[int, int] | None) -> None:
    if value is None:
        return
    start, end = value
    if not 0 <= start < end:
        raise InvalidValue(value, "a span: start and end, 0 <= start < end")


@attrs.frozen(kw_only=True)
class Source:
    """Something published: an article, a page, a file of records.

    >>> Source(publisher="Gazette", title="A reserve is founded").publisher
    'Gazette'

    Attributes:
        publisher: who published it.
        title: its headline or name.
        url: where it was found.
        published: when, in the precision that is known.
        language: BCP 47 tag of its main language.
        sha256: hexadecimal digest of the text that spans refer to.
    """

    publisher: str | None = _text()
    title: str | None = _text()
    url: str | None = _text()
    published: Period | None = attrs.field(
        default=None, validator=optional(instance_of(Period))
    )
    language: LanguageTag | None = attrs.field(default=None, validator=_language)
    sha256: str | None = _text()


@attrs.frozen(kw_only=True)
class Citation:
    """A place in a source where a fact is stated.

    >>> Citation(source=Source(title="News"), span=(0, 42)).standing.value
    'reported'

    Attributes:
        source: what was published.
        span: start and end of the evidence in the source's text, in code points, end
            exclusive; `document.text[start:end]` is the sentence. None for records.
        standing: what kind of statement it is.
        originator: who produced the figure, where the source only passes it on.
        attributed_to: the person or body in whose words it is told ("selon Saqib").
        quote: the evidence itself, only where the text may be kept.
        rule: the reading rule that found it; None for what was not read from text.
    """

    source: Source = attrs.field(validator=instance_of(Source))
    span: tuple[int, int] | None = attrs.field(default=None, validator=_span)
    standing: Standing = attrs.field(
        default=Standing.REPORTED, validator=instance_of(Standing)
    )
    originator: str | None = _text()
    attributed_to: str | None = _text()
    quote: str | None = _text()
    rule: str | None = _text()
