"""Files and folders: what is read of them, passed over and refused."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from pathlib import Path

import pytest

from sovcrypto.codes import asset_code, country_code
from sovcrypto.errors import LoadFailed
from sovcrypto.loaders import Loaded, Outcome, Report, bundled, load
from sovcrypto.model import Exchange, Reserve, Stage
from sovcrypto.provenance import Citation, Source
from sovcrypto.values import Amount, Period

BHUTAN = "Bhutan holds about 12,000 BTC."
KUCOIN = '{"type": "exchange", "name": "KuCoin"}\n'
HELD = Reserve(
    holder=country_code("BT"),
    asset=asset_code("BTC"),
    quantity=Amount.about(12_000, "BTC"),
)
SEEDS = Path(__file__).parents[1] / "seeds"
ORIGINALS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, so that names in messages are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, content: str | bytes) -> str:
    """Put a file there, its bytes as they are given."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def problems(report: Report) -> list[str]:
    """Everything that is wrong, as text."""
    return [str(problem) for problem in report.problems]


def balanced(report: Report) -> bool:
    """Whether every file is read, rejected or skipped, and nothing twice."""
    parts = (*report.read, *report.rejected, *report.skipped)
    return sorted(f.file for f in parts) == sorted(f.file for f in report.files)


# --- articles ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT"])
def test_an_article_gives_facts_with_their_evidence(name: str) -> None:
    """The evidence is found again by the digest of the text."""
    data, report = load(write(name, BHUTAN))
    (fact,) = data.reserves
    (citation,) = fact.citations
    assert fact == HELD
    assert citation.source.title == name
    assert citation.source.sha256 == hashlib.sha256(BHUTAN.encode()).hexdigest()
    assert report.evidence(citation) == BHUTAN
    assert report.evidence(Citation(source=Source())) is None


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("opening", ["", "---"])
def test_a_header_names_the_source(line_end: str, opening: str) -> None:
    """It is no part of the text: spans count from the line after it."""
    header = [
        "publisher: The Daily Example",
        'Title: "Bhutan: a reserve"',
        "",
        "url: https://example.org/a?b=c:d",
        "date: 2025-07-16",
        "language: en",
        "---",
    ]
    lines = [opening, *header] if opening else header
    data, report = load(write("a.txt", line_end.join([*lines, BHUTAN])))
    (citation,) = data.facts[0].citations
    assert citation.source == Source(
        publisher="The Daily Example",
        title="Bhutan: a reserve",
        url="https://example.org/a?b=c:d",
        published=Period("2025-07-16"),
        language=citation.source.language,
        sha256=hashlib.sha256(BHUTAN.encode()).hexdigest(),
    )
    assert citation.source.language == "en"
    assert report.documents[0].text == BHUTAN
    assert report.evidence(citation) == BHUTAN
    report.check()


@pytest.mark.parametrize(
    "text",
    [
        f"{BHUTAN}\n---\nAnd more.",
        f"Note: this is an article.\n---\n{BHUTAN}",
        f"---\n{BHUTAN}\n---\n",
        f"publisher: X\n{BHUTAN}\n---\n",
        f"publisher: X\n\n{BHUTAN}\n",
        "---",
        f"date: {BHUTAN}",
    ],
)
def test_what_is_no_header_belongs_to_the_text(text: str) -> None:
    """Colons and rules stand in articles too."""
    _, report = load(write("a.txt", text))
    assert report.documents[0].text == text
    assert report.documents[0].source == Source(title="a.txt")
    report.check()


def test_front_matter_may_say_more_than_is_used() -> None:
    """That is remarked on, and keeps nothing from being read."""
    header = "---\ntitle: A reserve\ntags:\n  - crypto\nlayout: post\n---\n"
    data, report = load(write("a.md", header + BHUTAN))
    assert data.facts == (HELD,)
    assert report.notices == ("a.md: not used of its header: tags, layout",)
    report.check()


def test_a_moment_is_published_on_its_day() -> None:
    """Content systems write the hour as well."""
    header = "published: 2025-07-16T10:30:00+02:00\n---\n"
    data, _ = load(write("a.txt", header + BHUTAN))
    assert data.sources[0].published == Period("2025-07-16")


def test_a_header_that_cannot_be_read_costs_no_fact() -> None:
    """Each wrong line is told, and left out."""
    header = (
        "publisher: A\npublished: 16/07/2025\nlanguage: English\npublisher: B\n---\n"
    )
    data, report = load(write("a.txt", header + BHUTAN))
    assert data.facts == (HELD,)
    assert data.sources[0].publisher == "A"
    assert data.sources[0].published is None
    assert problems(report) == [
        "a.txt:4: publisher: publisher is stated on line 1 already",
        (
            "a.txt:2: published: '16/07/2025' is not a date such as 2025, 2025-05, "
            "2025-05-13, 2025-Q1 or 2021/2027"
        ),
        (
            "a.txt:3: language: 'English' is not a BCP 47 language tag such as 'fr' "
            "or 'pt-BR'"
        ),
    ]


def test_line_ends_are_left_alone() -> None:
    """Spans count in the text as it stands in the file."""
    text = f"First line.\r\n\rThird.\n{BHUTAN}\r\n"
    data, report = load(write("a.txt", text))
    assert report.documents[0].text == text
    (citation,) = data.facts[0].citations
    assert report.evidence(citation) == BHUTAN


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the two originals are not here")
def test_the_originals_are_read() -> None:
    """Exactly such files have to be."""
    data, report = load(ORIGINALS)
    report.check()
    assert len(report.documents) == 2
    for fact in data:
        for citation in fact.citations:
            assert report.evidence(citation)


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the two originals are not here")
def test_the_seed_articles_are_in_our_own_words() -> None:
    """No more than a name or a figure is shared with the originals."""
    theirs = load(ORIGINALS).report.documents
    ours = load(SEEDS / "articles").report.documents
    told = {run for document in theirs for run in runs_of_words(document.text)}
    assert not [run for d in ours for run in runs_of_words(d.text) if run in told]


def runs_of_words(text: str, length: int = 10) -> list[str]:
    """Every so many words of a text in a row."""
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]


# --- records -------------------------------------------------------------------------


def test_records_of_every_kind_of_file_are_loaded() -> None:
    """JSON Lines, JSON and CSV say the same."""
    write("a.jsonl", KUCOIN)
    write("b.json", f"[{KUCOIN}]")
    write("c.json", KUCOIN)
    write("exchanges.csv", "name\nKuCoin\n")
    data, report = load("a.jsonl", "b.json", "c.json", "exchanges.csv")
    (fact,) = data
    assert fact == Exchange(name="KuCoin")
    assert [c.source.title for c in fact.citations] == [
        "a.jsonl",
        "b.json",
        "c.json",
        "exchanges.csv",
    ]
    assert [file.facts for file in report.files] == [1, 1, 1, 1]


def test_a_record_that_names_no_source_is_cited_from_its_file() -> None:
    """Nothing is known without knowing from where."""
    given = '"citations": [{"source": {"publisher": "Gazette"}}]'
    lines = [
        '{"type": "exchange", "name": "A"}',
        (
            '{"type": "exchange", "name": "B", "citations": '
            '[{"source": {}, "standing": "official"}]}'
        ),
        f'{{"type": "exchange", "name": "C", {given}}}',
    ]
    text = "\n".join(lines)
    data, _ = load(write("e.jsonl", text))
    here = Source(title="e.jsonl", sha256=hashlib.sha256(text.encode()).hexdigest())
    cited = [citation for fact in data for citation in fact.citations]
    assert [c.source for c in cited] == [here, here, Source(publisher="Gazette")]
    assert [c.standing for c in cited] == ["reported", "official", "reported"]


def test_the_good_rest_is_kept_and_counted() -> None:
    """A record is made a fact or rejected; a row with two faults is rejected once."""
    write("reserves.csv", "holder,asset\nSV,BTC\nZQ,BTCC\nBT,BTC\nBT\n")
    data, report = load("reserves.csv")
    assert [fact.holder for fact in data.reserves] == ["SV", "BT"]
    (file,) = report.files
    assert (file.outcome, file.facts, file.rejected) == (Outcome.READ, 2, 2)
    assert problems(report) == [
        "reserves.csv:3: $.holder: 'ZQ' is not a country of ISO 3166-1",
        (
            "reserves.csv:3: $.asset: 'BTCC' is not a virtual asset of the registry; "
            "did you mean 'BTC'?"
        ),
        "reserves.csv:5: 1 cells where the header has 2",
    ]
    assert report.problems[0].value == "'ZQ'"
    assert report.problems[0].raw == "ZQ,BTCC"


# --- the dataset ---------------------------------------------------------------------


def test_one_claim_of_two_documents_is_one_fact_with_two_citations() -> None:
    """Whoever says so, and in whatever kind of file."""
    write("a.txt", f"publisher: A\n---\n{BHUTAN}")
    write("b.txt", f"publisher: B\n---\nMore news. {BHUTAN}")
    write("r.jsonl", '{"type": "reserve", "holder": "BT", "asset": "BTC", '
                     '"quantity": "~12000 BTC"}')  # fmt: skip
    data, _ = load("a.txt", "b.txt", "r.jsonl")
    (fact,) = data
    assert fact == HELD
    assert [c.source.publisher or c.source.title for c in fact.citations] == [
        "A",
        "B",
        "r.jsonl",
    ]


def test_two_figures_that_disagree_stay_two_facts() -> None:
    """Nobody decides here who is right."""
    write("a.txt", BHUTAN)
    write("b.txt", "Bhutan holds about 13,000 BTC.")
    data, _ = load("a.txt", "b.txt")
    assert [str(fact.quantity) for fact in data.reserves] == [
        "~12000 BTC",
        "~13000 BTC",
    ]
    assert [len(fact.citations) for fact in data] == [1, 1]


# --- folders -------------------------------------------------------------------------


def test_a_folder_is_gone_through_by_name() -> None:
    """What is hidden is left alone, what is of no known kind is listed."""
    for name in ("in/b.jsonl", "in/a.txt", "in/sub.csv/exchanges.csv", "in/c/d.json"):
        write(name, "")
    for name in ("in/.hidden.txt", "in/.git/a.txt", "in/logo.png", "in/README"):
        write(name, b"\x89PNG\0")
    _, report = load("in")
    assert [file.file for file in report.read] == [
        str(Path(name))
        for name in (
            "in/a.txt",
            "in/b.jsonl",
            "in/c/d.json",
            "in/sub.csv/exchanges.csv",
        )
    ]
    kind = "of a kind that is not read (which are .csv, .json, .jsonl, .md, .txt)"
    assert [(file.file, file.notes) for file in report.skipped] == [
        (str(Path("in/README")), (kind,)),
        (str(Path("in/logo.png")), (kind,)),
    ]
    assert balanced(report)
    report.check()


def test_a_file_given_twice_is_loaded_once() -> None:
    """By whatever path."""
    write("in/a.txt", BHUTAN)
    Path("link.txt").symlink_to("in/a.txt")
    data, report = load("in", "in/a.txt", Path("in", "..", "in", "a.txt"), "link.txt")
    assert len(data.facts[0].citations) == 1
    assert [file.outcome for file in report.files] == [
        Outcome.READ,
        Outcome.SKIPPED,
        Outcome.SKIPPED,
        Outcome.SKIPPED,
    ]
    assert {file.notes for file in report.skipped} == {("given before",)}
    report.check()


def test_a_link_to_a_folder_is_not_followed() -> None:
    """It may lead back to where it stands."""
    write("in/a.txt", BHUTAN)
    Path("in/loop").symlink_to("..")
    _, report = load("in")
    assert len(report.read) == 1
    assert [file.notes for file in report.skipped] == [("a link to a folder",)]


def test_the_caller_is_told_of_each_file() -> None:
    """To show how far the load has come."""
    write("in/a.txt", BHUTAN)
    write("in/b.jsonl", KUCOIN)
    seen: list[str] = []
    load("in", "missing.csv", on_file=lambda path: seen.append(path.name))
    assert seen == ["a.txt", "b.jsonl", "missing.csv"]


# --- what cannot be read -------------------------------------------------------------


def refused(name: str, *, max_bytes: int = 1000) -> str:
    """Load a file beside a good one; return what is said of it."""
    write("good.txt", BHUTAN)
    data, report = load(name, "good.txt", max_bytes=max_bytes)
    assert data.facts == (HELD,)
    assert [file.outcome for file in report.files] == [Outcome.REJECTED, Outcome.READ]
    assert balanced(report)
    (problem,) = problems(report)
    return problem


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9", "not UTF-8: byte 3, on line 1, is 0xe9"),
        (b"one\ntwo\n\xc0\xaf", "not UTF-8: byte 8, on line 3, is 0xc0"),
        (b"a\xed\xa0\x80", "not UTF-8: byte 1, on line 1, is 0xed"),
        (b"\xef\xbb\xbfa\xff", "not UTF-8: byte 4, on line 1, is 0xff"),
        (b"\xff\xfea\0b", "not UTF-16: byte 4, on line 1, is 0x62"),
        (b"a\nb\0c", "not a text: a NUL character on line 2"),
        (b"x" * 1001, "too large: 1,001 bytes where max_bytes is 1,000"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.json"])
def test_bytes_that_are_no_text_are_refused(
    name: str, content: bytes, message: str
) -> None:
    """With their place; nothing is left out or replaced in silence."""
    assert refused(write(name, content)) == f"{name}: {message}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be"])
def test_a_byte_order_mark_says_how_to_read(encoding: str) -> None:
    """And is no part of the text."""
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    data, report = load(write("a.txt", mark + BHUTAN.encode(encoding)))
    assert data.facts == (HELD,)
    assert report.documents[0].text == BHUTAN


def test_a_missing_file_is_told() -> None:
    """Whatever its name."""
    assert refused("nope.csv") == "nope.csv: no such file"
    assert refused("a\nb\x1b.csv") == "a\\nb\\x1b.csv: no such file"
    assert refused("a\0.csv") == "a\\x00.csv: cannot be read: embedded null byte"


def test_a_link_to_nothing_is_told() -> None:
    """Though it has a name."""
    Path("dangling.csv").symlink_to("nowhere.csv")
    assert refused("dangling.csv") == "dangling.csv: no such file"


def test_a_pipe_is_refused_and_not_waited_for() -> None:
    """Nobody may ever write into it."""
    os.mkfifo("pipe.csv")
    assert refused("pipe.csv") == "pipe.csv: not a file but a pipe"


def test_a_device_is_refused() -> None:
    """It may never end."""
    Path("zero.txt").symlink_to("/dev/zero")
    assert refused("zero.txt") == "zero.txt: not a file but a device"


def test_a_named_file_of_an_unknown_kind_is_a_problem() -> None:
    """In a folder it would be passed over."""
    message = "of a kind that is not read (which are .csv, .json, .jsonl, .md, .txt)"
    assert refused(write("a.xml", "<a/>")) == f"a.xml: {message}"


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the system says."""
    write("locked.csv", "name\n")
    opened = Path.open

    def deny(path: Path, mode: str = "r") -> object:
        if path.name == "locked.csv":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", deny)
    assert refused("locked.csv") == "locked.csv: cannot be read: permission denied"


def test_a_folder_that_may_not_be_listed_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And the others are loaded."""
    write("in/a.txt", BHUTAN)
    write("in/locked/b.txt", BHUTAN)
    scan = os.scandir

    def deny(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", deny)
    data, report = load("in")
    assert data.facts == (HELD,)
    assert [file.file for file in report.read] == [str(Path("in/a.txt"))]
    assert problems(report) == [
        f"{Path('in/locked')}: cannot be read: permission denied"
    ]


def test_a_name_that_is_no_text_is_shown_escaped() -> None:
    """File names are bytes; the file is read all the same."""
    name = os.fsdecode(b"caf\xe9.txt")
    data, report = load(write(name, BHUTAN))
    assert data.facts == (HELD,)
    assert report.files[0].file == "caf\\udce9.txt"


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
def test_an_empty_file_is_remarked_on(name: str, content: str) -> None:
    """It is no error."""
    data, report = load(write(name, content))
    assert len(data) == 0
    assert report.notices == (f"{name}: empty",)
    report.check()


def test_text_that_was_decoded_wrongly_is_remarked_on() -> None:
    """It can be read, but its author should know."""
    wrong = "Le Bhoutan possède.\nL’été.".encode().decode("cp1252")
    _, report = load(write("a.txt", wrong))
    assert report.notices == (
        "a.txt: 'Ã¨' on line 1: was UTF-8 taken for Windows-1252?",
    )
    report.check()


def test_an_article_without_a_fact_is_no_error() -> None:
    """Most articles are about something else."""
    data, report = load(write("a.txt", "The weather is fine."))
    assert len(data) == 0
    assert report.notices == ()
    report.check()


def test_nothing_is_loaded_from_nothing() -> None:
    """No paths, no facts."""
    assert load() == Loaded(load().data, Report())


# --- the report ----------------------------------------------------------------------


def test_a_report_can_be_asked_to_be_clean() -> None:
    """It tells all problems at once."""
    write("e.jsonl", f'{KUCOIN}{{"type": "exchange"}}')
    _, report = load("e.jsonl", "nope.csv")
    with pytest.raises(LoadFailed) as caught:
        report.check()
    assert caught.value.problems == (
        "e.jsonl:2: $.name: required field missing",
        "nope.csv: no such file",
    )


def test_a_report_reads_well() -> None:
    """Counts first, then what was passed over, remarks and problems."""
    write("in/a.txt", BHUTAN)
    write("in/b.jsonl", f'{KUCOIN}{KUCOIN}{{"type": "exchange"}}')
    write("in/c.csv", "")
    write("in/d.png", "")
    _, report = load("in", "nope.csv")
    assert str(report).replace(os.sep, "/") == (
        "5 files: 3 read, 1 rejected, 1 skipped\n"
        "3 facts from 1 article and 2 records\n"
        "1 record rejected\n"
        "skipped in/d.png: of a kind that is not read "
        "(which are .csv, .json, .jsonl, .md, .txt)\n"
        "note on in/c.csv: empty\n"
        "problem in in/b.jsonl:3: $.name: required field missing\n"
        "problem in nope.csv: no such file"
    )


# --- the seeds -----------------------------------------------------------------------


def test_the_seeds_are_loaded_once() -> None:
    """They are facts of records and of articles, every one of them cited."""
    data = bundled()
    assert data is bundled()
    assert all(fact.citations for fact in data)
    publishers = {source.publisher for source in data.sources}
    assert {"sovcrypto seed articles", "The Block"} <= publishers


def test_the_seeds_know_of_el_salvador() -> None:
    """One claim of an article in each language, and figures of records."""
    data = bundled()
    stated = Amount.more_than(6200, "BTC")
    held = [r for r in data.reserves if r.holder == "SV" and r.quantity == stated]
    (fact,) = held
    assert {c.source.language for c in fact.citations} == {"fr", "en"}
    assert fact.value == Amount.about(745_000_000, "USD")
    tender = [s for s in data.legal_statuses if s.status == "legal_tender"]
    assert {s.country for s in tender} == {"SV"}
    assert {r.stage for r in data.reserves if r.holder == "PK"} == {Stage.PLANNED}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", KUCOIN.encode() + b'{"type": "exchange", "name": "\xff"}\n'),
        ("a.csv", b"type,name\nexchange,KuCoin\nexchange,\xff\n"),
    ],
)
def test_a_wrong_byte_spoils_one_record(name: str, content: bytes) -> None:
    """The others are kept, and their own faults are told as well."""
    more = content + (KUCOIN if name.endswith("l") else "exchange,Kraken\n").encode()
    data, report = load(write(name, more))
    assert {e.name for e in data.exchanges} <= {"KuCoin", "Kraken"}
    assert data.exchanges.exists()
    (problem,) = problems(report)
    line = content.count(b"\n")
    assert problem.startswith(f"{name}:{line}: not UTF-8: byte ")
    assert problem.endswith("of the line is 0xff")
    assert balanced(report)
