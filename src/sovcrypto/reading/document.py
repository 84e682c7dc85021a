"""An article as it comes: its text, where it is from, and its parts.

A document is immutable and its text is never changed: every offset that reading hands
out refers to the text as given. A file may hold several stories in several languages;
each becomes a `Section`, and nothing that is learnt in one is used in another.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from ..errors import InvalidDocument, InvalidValue
from ..provenance import Citation, Source
from .folding import Shadow, fold
from .language import languages, words
from .laziness import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line of fewer words than this is too short to tell a language by.
_TELLING: Final = 5
# So many empty lines in a row stand between unrelated stories.
_GAP: Final = 2
# What goes on for longer is no sentence: it is cut, so that the time a rule takes stays
# bounded whatever the text.
_LONGEST: Final = 800
# Where neither the text nor its source says anything.
_DEFAULT: Final = "en"
_RULE = re.compile(rb"[-*_=#~ ]{3,}")
# So many characters of a line are enough to tell its language by, and so many to see
# that it is still the same.
_ENOUGH: Final = 300
_GLANCE: Final = 100
_SPACED: Final = bytes.maketrans(b"\",.;:!?()[]'", b" " * 12)
# No headline is longer, in characters; so far around it names are looked for, and so
# many there must be, of which no more than one in so many was named before.
_HEADLINE: Final = 120
_FAR: Final = 1500
_TOLD: Final = 2
_FEW: Final = 4
_NAME = re.compile(r"(?<=[a-zß-ÿ,] )[A-ZÀ-Þ][\w’'-]+|(?<=[dl][’'])[A-ZÀ-Þ]\w+")
# What a function word counts that is of one language alone.
_WHOLE: Final = 60
_WORD = re.compile(r"\s+(\w+)")
_CUT = re.compile(r"[\s('’\"]")
_BULLET = re.compile(r"(?:[-*•‣–]|\d{1,2}[.)])\s+")
# Closing quotes belong to the sentence; a French one stands apart by a space.
_END = re.compile("[.!?…](?:[\"'»”’)\\]]|[ \u00a0\u202f]»)*(?=\\s)")
# What ends a line of running text; a headline goes without.
_CLOSED: Final = frozenset(".!?…\"'»”:;,)")
# What may begin a sentence; a lower-case letter may not.
_OPENING: Final = frozenset("\"'«“”‘’([-–—•")


class Sentence(NamedTuple):
    """A sentence, a headline or a list item, by its offsets in the shadow."""

    start: int
    end: int


@attrs.frozen(slots=False)
class Section:
    """One story in one language, by its offsets in the shadow.

    Attributes:
        start: where it begins.
        end: where it ends, exclusive.
        language: tag of a language that can be read.
        shadow: what it is a part of.
        lines: the spans of its lines.
    """

    start: int
    end: int
    language: str
    shadow: Shadow = attrs.field(repr=False, eq=False)
    lines: tuple[tuple[int, int], ...] = attrs.field(repr=False)

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, headlines and list items included."""
        plain, language = self.shadow.plain, self.language
        return tuple(
            sentence
            for start, end in self.lines
            for sentence in _sentences(plain, start, end, language)
        )


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

    @lazy
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

    @lazy
    def shadow(self) -> Shadow:
        """What is matched on."""
        return Shadow.of(self.text)

    @lazy
    def sections(self) -> tuple[Section, ...]:
        """The stories of the document, each in one language."""
        return tuple(_sections(self.shadow, self.source.language))


class _Line(NamedTuple):
    start: int
    end: int
    language: str | None
    after_blank: bool
    starts_story: bool


@cache
def _function_words() -> dict[bytes, tuple[str, ...]]:
    """Return the languages in which each word is a function word.

    A word that several share tells less than one that is of one language alone.
    """
    found: dict[bytes, tuple[str, ...]] = {}
    for tag in languages():
        for word in {fold(w) for w in words(tag, "text", "function_words")}:
            found[word] = (*found.get(word, ()), tag)
    return found


@cache
def _story_breaks() -> frozenset[bytes]:
    every = (words(tag, "text", "story_breaks") for tag in languages())
    return frozenset(fold(phrase) for phrases in every for phrase in phrases)


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(words(language, "text", "abbreviations"))


@cache
def _months(language: str) -> frozenset[str]:
    numbers = map(str, range(1, 13))
    return frozenset(w for n in numbers for w in words(language, "dates", "months", n))


def _language_of(folded: bytes, least: int = _TELLING) -> str | None:
    """Tell the language of a text by its function words, None where they do not say."""
    tokens = folded[:_ENOUGH].translate(_SPACED).split()
    if len(tokens) < least:
        return None
    known = _function_words()
    scores: dict[str, int] = {}
    for token in known.keys() & tokens:
        tags = known[token]
        for tag in tags:
            scores[tag] = scores.get(tag, 0) + _WHOLE // len(tags)
    most = max(scores.values(), default=0)
    best = [tag for tag, score in scores.items() if score == most]
    # One word alone may belong to a name: "El Salvadors Präsident".
    enough = most > _WHOLE or least < _TELLING
    return best[0] if enough and len(best) == 1 else None


def _language_of_line(line: bytes, likely: str | None) -> str | None:
    """Do the same for a line; where its beginning goes on as before, that is enough."""
    told = _language_of(line[:_GLANCE])
    return told if told and told == likely else _language_of(line)


def _lines(shadow: Shadow) -> Iterator[_Line]:
    """Yield the lines that hold text, and where a new story begins."""
    start, blank, breaks = 0, 0, True
    language: str | None = None
    parting = _story_breaks()
    for raw in shadow.folded.split(b"\n"):
        line = raw.strip()
        if not line:
            blank += 1
        elif line.rstrip(b":") in parting or _RULE.fullmatch(line):
            breaks = True
        else:
            first = start + raw.index(line)
            fresh = breaks or blank >= _GAP
            told = _language_of_line(line, language)
            language = told or language
            yield _Line(first, first + len(line), told, blank > 0, fresh)
            blank, breaks = 0, False
        start += len(raw) + 1


def _sections(shadow: Shadow, given: str | None) -> Iterator[Section]:
    story: list[_Line] = []
    lines = list(_lines(shadow))
    for index, line in enumerate(lines):
        fresh = line.starts_story or _opens_story(shadow.plain, lines, index)
        if story and fresh:
            yield from _by_language(shadow, story, given)
            story = []
        story.append(line)
    if story:
        yield from _by_language(shadow, story, given)


def _opens_story(plain: str, lines: list[_Line], index: int) -> bool:
    """Whether a line after a blank one is the headline of another story.

    It may as well be a heading within the story. What goes on under that speaks of
    persons, places and firms that were named before; another story has its own.
    """
    line = lines[index]
    if not (index and line.after_blank and _is_headline(plain, line)):
        return False
    for following in lines[index + 1 : index + 2]:
        # "worth about" goes on in the next line: "$430 million".
        first = plain[following.start]
        begins = first.isupper() or first in _OPENING
        if not (following.after_blank or begins):
            return False
    after = _names(plain, line.start, line.start + _FAR)
    before = _names(plain, max(0, line.start - _FAR), lines[index - 1].end)
    return len(after) >= _TOLD and len(after & before) * _FEW < len(after)


def _names(plain: str, start: int, end: int) -> set[str]:
    """Return the words with a capital that stand after one without."""
    return set(_NAME.findall(plain, start, end))


def _by_language(
    shadow: Shadow, story: list[_Line], given: str | None
) -> Iterator[Section]:
    """Cut a story where its language changes; a line that does not say goes along.

    Headlines may be too short to tell: they belong to what follows.
    """
    told = next((line.language for line in story if line.language), None)
    current = told or _guessed(shadow, story, given)
    part: list[_Line] = []
    for line in story:
        if line.language and line.language != current:
            cut = len(part)
            while cut > 1 and _tells_nothing(shadow.plain, part[cut - 1]):
                cut -= 1
            yield _section(shadow, part[:cut], current)
            part, current = part[cut:], line.language
        part.append(line)
    yield _section(shadow, part, current)


def _tells_nothing(plain: str, line: _Line) -> bool:
    """Whether a headline does not say its language: it has that of what follows."""
    return line.language is None and _is_headline(plain, line)


def _is_headline(plain: str, line: _Line) -> bool:
    """Whether a line has no end like that of a sentence, and is no item of a list."""
    short = line.end - line.start <= _HEADLINE
    closed = plain[line.end - 1] in _CLOSED
    return short and not closed and not _BULLET.match(plain, line.start, line.end)


def _guessed(shadow: Shadow, story: list[_Line], given: str | None) -> str:
    """Guess the language of a story whose lines are all too short to tell."""
    known = given.partition("-")[0] if given else None
    if known in languages():
        return known
    whole = shadow.folded[story[0].start : story[-1].end]
    return _language_of(whole, least=1) or _DEFAULT


def _section(shadow: Shadow, lines: list[_Line], language: str) -> Section:
    spans = tuple((line.start, line.end) for line in lines)
    return Section(spans[0][0], spans[-1][1], language, shadow, spans)


def _sentences(plain: str, start: int, end: int, language: str) -> Iterator[Sentence]:
    bullet = _BULLET.match(plain, start, end)
    start = bullet.end() if bullet else start
    for stop in (*_ends(plain, start, end, language), end):
        while stop - start > _LONGEST:
            cut = plain.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield Sentence(start, cut)
            start = cut
        if stop > start:
            yield Sentence(start, stop)
        start = stop + 1
        while start < end and plain[start].isspace():
            start += 1


def _ends(plain: str, start: int, end: int, language: str) -> Iterator[int]:
    """Yield where sentences end within a line, its own end apart."""
    for match in _END.finditer(plain, start, end):
        stop = match.end()
        opens = plain[stop : stop + 3].lstrip()[:1]
        if not (opens.isupper() or opens.isdigit() or opens in _OPENING):
            continue
        if match[0][0] == ".":
            before = plain[max(start, match.start() - 12) : match.start()]
            word = _CUT.split(before)[-1]
            # "U.S. Treasury", "J. Smith": a lone capital does not end a sentence.
            lone = len(word.rpartition(".")[2]) == 1 and word[-1:].isupper()
            if lone or word.lower() in _abbreviations(language):
                continue
            # "am 30. April"
            after = _WORD.match(plain, stop) if word.isdigit() else None
            if after and after[1].lower() in _months(language):
                continue
        yield stop
