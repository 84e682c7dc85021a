"""An article as it comes: its text, where it is from, and its parts.

A document is immutable and its text is never changed: every offset that reading hands
out refers to the text as given. A file may hold several stories in several languages;
each becomes a `Section`, and nothing that is learnt in one is used in another.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

import attrs

from ..errors import InvalidDocument, InvalidValue
from ..provenance import Citation, Source
from .folding import Shadow, fold
from .language import languages, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A line of fewer words than this is too short to tell a language by.
_TELLING: Final = 5
# So many empty lines in a row stand between unrelated stories.
_GAP: Final = 3
# What goes on for longer is no sentence: it is cut, so that the time a rule takes stays
# bounded whatever the text.
_LONGEST: Final = 1500
# Where neither the text nor its source says anything.
_DEFAULT: Final = "en"
_RULE = re.compile(rb"[-*_=#~ ]{3,}")
_BULLET = re.compile(r"(?:[-*•‣–]|\d{1,2}[.)])\s+")
# Closing quotes belong to the sentence; a French one stands apart by a space.
_END = re.compile("[.!?…](?:[\"'»”’)\\]]|[ \u00a0\u202f]»)*(?=\\s)")
# What may begin a sentence; a lower-case letter may not.
_OPENING: Final = frozenset("\"'«“”‘’([-–—•")


class Place(StrEnum):
    """Where in a story a sentence stands."""

    HEADLINE = "headline"
    BULLET = "bullet"
    BODY = "body"


@attrs.frozen
class Sentence:
    """A sentence, by its offsets in the shadow."""

    start: int
    end: int
    place: Place


@attrs.frozen
class Section:
    """One story in one language, by its offsets in the shadow.

    Attributes:
        start: where it begins.
        end: where it ends, exclusive.
        language: tag of a language that can be read.
        sentences: its sentences, headlines and list items included.
    """

    start: int
    end: int
    language: str
    sentences: tuple[Sentence, ...]


@attrs.frozen(slots=False)
class Document:
    """An immutable text with its source.

    >>> document = Document("Bhutan mines bitcoin. The country sells none.")
    >>> [s.language for s in document.sections]
    ['en']

    Attributes:
        text: the text as given; all spans refer to it.
        source: where it is from.

    Raises:
        InvalidDocument: the text holds NUL characters or lone surrogates.
    """

    text: str
    source: Source = attrs.field(factory=Source)

    def __attrs_post_init__(self) -> None:
        if "\0" in self.text:
            place = self.text.index("\0")
            raise InvalidDocument(f"text with NUL at {place}", "an article")
        try:
            self.text.encode()
        except UnicodeEncodeError as error:
            expected = "text in Unicode scalar values"
            raise InvalidDocument(self.text[error.start], expected) from None

    @cached_property
    def cited(self) -> Source:
        """The source as citations name it, with the digest of the text."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return attrs.evolve(self.source, sha256=digest)

    def evidence(self, citation: Citation) -> str:
        """Return the words that a citation of this document points at.

        Raises:
            InvalidValue: the citation is of another text, or points at no place.
        """
        same = citation.source.sha256 == self.cited.sha256
        if not same or citation.span is None:
            raise InvalidValue(citation, "a citation of a place in this document")
        start, end = citation.span
        return self.text[start:end]

    @cached_property
    def shadow(self) -> Shadow:
        """What is matched on."""
        return Shadow.of(self.text)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The stories of the document, each in one language."""
        return tuple(_sections(self.shadow, self.source.language))


@attrs.define
class _Line:
    start: int
    end: int
    language: str | None
    starts_story: bool


@cache
def _function_words(language: str) -> frozenset[bytes]:
    return frozenset(fold(w) for w in words(language, "text", "function_words"))


@cache
def _story_breaks() -> frozenset[bytes]:
    every = (words(tag, "text", "story_breaks") for tag in languages())
    return frozenset(fold(phrase) for phrases in every for phrase in phrases)


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(words(language, "text", "abbreviations"))


def _language_of(folded: bytes, least: int = _TELLING) -> str | None:
    """Tell the language of a text by its function words, None where they do not say."""
    tokens = folded.translate(None, b'",.;:!?()[]').replace(b"'", b" ").split()
    if len(tokens) < least:
        return None
    scores = [
        (sum(token in known for token in tokens), tag)
        for tag in languages()
        if (known := _function_words(tag))
    ]
    scores.sort(reverse=True)
    best = scores[0][0]
    unclear = best == 0 or (len(scores) > 1 and scores[1][0] == best)
    return None if unclear else scores[0][1]


def _lines(shadow: Shadow) -> Iterator[_Line]:
    """Yield the lines that hold text, and where a new story begins."""
    folded = shadow.folded
    start, blank, breaks = 0, 0, True
    while start <= len(folded):
        stop = folded.find(b"\n", start)
        stop = len(folded) if stop < 0 else stop
        raw = folded[start:stop]
        line = raw.strip()
        if not line:
            blank += 1
        elif line.rstrip(b":") in _story_breaks() or _RULE.fullmatch(line):
            breaks = True
        else:
            first = start + len(raw) - len(raw.lstrip())
            fresh = breaks or blank >= _GAP
            yield _Line(first, first + len(line), _language_of(line), fresh)
            blank, breaks = 0, False
        start = stop + 1


def _sections(shadow: Shadow, given: str | None) -> Iterator[Section]:
    story: list[_Line] = []
    for line in _lines(shadow):
        if story and line.starts_story:
            yield from _by_language(shadow, story, given)
            story = []
        story.append(line)
    if story:
        yield from _by_language(shadow, story, given)


def _by_language(
    shadow: Shadow, story: list[_Line], given: str | None
) -> Iterator[Section]:
    """Cut a story where its language changes; a line that does not say goes along.

    The first lines may be headlines too short to tell: they belong to what follows.
    """
    told = next((line.language for line in story if line.language), None)
    current = told or _guessed(shadow, story, given)
    part: list[_Line] = []
    for line in story:
        if line.language and line.language != current:
            yield _section(shadow, part, current)
            part, current = [], line.language
        part.append(line)
    yield _section(shadow, part, current)


def _guessed(shadow: Shadow, story: list[_Line], given: str | None) -> str:
    """Guess the language of a story whose lines are all too short to tell."""
    known = given.partition("-")[0] if given else None
    if known in languages():
        return known
    whole = shadow.folded[story[0].start : story[-1].end]
    return _language_of(whole, least=1) or _DEFAULT


def _section(shadow: Shadow, lines: list[_Line], language: str) -> Section:
    sentences = tuple(s for line in lines for s in _sentences(shadow, line, language))
    return Section(lines[0].start, lines[-1].end, language, sentences)


def _sentences(shadow: Shadow, line: _Line, language: str) -> Iterator[Sentence]:
    plain = shadow.plain
    bullet = _BULLET.match(plain, line.start, line.end)
    start = bullet.end() if bullet else line.start
    ends = list(_ends(plain, start, line.end, _abbreviations(language)))
    if bullet:
        place = Place.BULLET
    elif ends or plain[line.end - 1] in ".!?…\"'»”:)":
        place = Place.BODY
    else:
        place = Place.HEADLINE
    for stop in (*ends, line.end):
        while stop - start > _LONGEST:
            cut = plain.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield Sentence(start, cut, place)
            start = cut
        if stop > start:
            yield Sentence(start, stop, place)
        start = stop + 1
        while start < line.end and plain[start].isspace():
            start += 1


def _ends(
    plain: str, start: int, end: int, abbreviations: Iterable[str]
) -> Iterator[int]:
    """Yield where sentences end within a line, its own end apart."""
    for match in _END.finditer(plain, start, end):
        follows = plain[match.end() : match.end() + 3].strip()
        opens = follows[:1]
        if not (opens.isupper() or opens.isdigit() or opens in _OPENING):
            continue
        if plain[match.start()] == ".":
            before = plain[max(start, match.start() - 12) : match.start()]
            word = re.split(r"[\s('’\"]", before)[-1]
            # "U.S. Treasury", "J. Smith": a lone capital does not end a sentence.
            lone = len(word.rpartition(".")[2]) == 1 and word[-1:].isupper()
            if lone or word.lower() in abbreviations:
                continue
        yield match.end()
