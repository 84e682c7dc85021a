"""The command line: what is printed, what is said, and how the program ends."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sovcrypto.cli import main
from sovcrypto.cli.terminal import plain, voice
from sovcrypto.loaders import bundled, load
from sovcrypto.records import structure

ARTICLE = "Bhutan holds about 12,000 BTC."
ROWS = "holder,asset,quantity\nSV,BTC,6200 BTC\n"
COMMAND = [sys.executable, "-m", "sovcrypto"]


# Which of the no-break spaces stands where is the business of `l10n`.
SPACES = str.maketrans("\u00a0\u202f", "  ")


class Run(NamedTuple):
    """How one run of the program went, no-break spaces made plain."""

    code: int
    out: str
    err: str


class Program:
    """The program, run in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Run:
        """Run it with these arguments."""
        code = main(arguments)
        captured = self._capsys.readouterr()
        return Run(int(code), captured.out.translate(SPACES), captured.err)

    def json(self, *arguments: str) -> dict[str, Any]:
        """Run what prints an object of JSON."""
        run = self(*arguments)
        assert run.code == 0
        found: dict[str, Any] = json.loads(run.out)
        return found


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, run in this process."""
    return Program(capsys)


@pytest.fixture(autouse=True)
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and an environment that says nothing."""
    monkeypatch.chdir(tmp_path)
    spoken = ("LC_ALL", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE")
    for name in spoken:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be printed as if it went to a wide terminal."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.setenv("TERM", "xterm-256color")


def write(name: str, content: str | bytes) -> str:
    """Put a file there."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


# --- read ----------------------------------------------------------------------------


def test_read_prints_facts_with_their_evidence(program: Program) -> None:
    """The sentence, the words it rests on, their place and the rule."""
    run = program("read", write("a.txt", ARTICLE))
    assert run.code == 0
    assert "• Bhutan holds about 12,000 BTC." in run.out
    assert "“Bhutan holds about 12,000 BTC.” (0–30, rule: reserve)" in run.out
    assert "1 file: 1 read, 0 rejected" in run.err
    assert "\x1b" not in run.out + run.err


def test_read_speaks_french(program: Program) -> None:
    """Everything but the quoted words."""
    run = program("read", write("a.txt", ARTICLE), "--locale", "fr")
    assert "• Le Bhoutan détient environ 12 000 BTC." in run.out
    quote = "« Bhutan holds about 12,000 BTC. » (0–30, règle : reserve)"
    assert quote in run.out


def test_read_tells_stories_apart(program: Program) -> None:
    """Each with its language; a story without facts is passed over."""
    stories = (
        f"{ARTICLE}\n\n\n\n\nLe Salvador détient plus de 6 200 BTC dans sa réserve."
    )
    run = program("read", write("a.txt", stories))
    one, two = run.out.index("Story 1 · en"), run.out.index("Story 2 · fr")
    assert one < run.out.index("Bhutan holds") < two
    assert two < run.out.index("El Salvador holds more than 6,200 BTC")


def test_read_groups_records_after_articles(program: Program) -> None:
    """Folders are gone through; records have their sources at the foot."""
    write("in/a.txt", ARTICLE)
    write("in/reserves.csv", ROWS)
    run = program("read", "in")
    assert run.code == 0
    assert run.out.index("Bhutan holds") < run.out.index("Records")
    assert "• El Salvador holds 6,200 BTC. [1]" in run.out
    assert "[1] “reserves.csv”" in run.out


@pytest.mark.parametrize(
    ("locale", "silence"),
    [("en", "No fact was found in it."), ("fr", "Aucun fait n’y a été trouvé.")],
)
def test_an_article_without_a_fact_is_no_error(
    program: Program, locale: str, silence: str
) -> None:
    """It is said, and that is all."""
    run = program("read", write("a.txt", "The weather is fine."), "--locale", locale)
    assert run.code == 0
    assert silence in run.out


def test_read_json_is_one_object_whose_facts_are_records(program: Program) -> None:
    """With the evidence in the quote of each citation, and a report."""
    found = program.json("read", write("a.txt", ARTICLE), "--json", "--locale", "fr")
    assert found["schema"] == "sovcrypto/read/1"
    assert found["locale"] == "fr"
    (fact,) = found["facts"]
    assert fact["citations"][0]["quote"] == ARTICLE
    data, _ = load("a.txt")
    assert structure(fact) == data.facts[0]
    assert found["sentences"] == ["Le Bhoutan détient environ 12 000 BTC."]
    (document,) = found["documents"]
    assert document["file"] == "a.txt"
    assert document["stories"] == [{"language": "en", "span": [0, 30]}]
    assert document["sha256"] == fact["citations"][0]["source"]["sha256"]
    assert found["report"]["problems"] == []


def test_what_cannot_be_read_is_told_and_the_rest_is_there(program: Program) -> None:
    """In the report of the JSON as well."""
    write("reserves.csv", f"{ROWS}ZQ,BTC,5 BTC\n")
    write("bad.txt", b"caf\xe9")
    run = program("read", "bad.txt", "reserves.csv", "gone.txt", "--json")
    assert run.code == 1
    found = json.loads(run.out)
    assert [fact["holder"] for fact in found["facts"]] == ["SV"]
    problems = found["report"]["problems"]
    assert [(p["file"], p["line"], p["path"]) for p in problems] == [
        ("bad.txt", None, None),
        ("reserves.csv", 3, "$.holder"),
        ("gone.txt", None, None),
    ]
    assert "problem in bad.txt: not UTF-8: byte 3, on line 1, is 0xe9" in run.err
    place = "problem in reserves.csv:3: $.holder"
    assert f"{place}: 'ZQ' is not a country of ISO 3166-1" in run.err
    assert "problem in gone.txt: no such file" in run.err


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("bad.txt", b"caf\xe9", 65, "not UTF-8: byte 3, on line 1, is 0xe9"),
        ("reserves.csv", "holder,asset\nZQ,BTC\n", 65, "$.holder: 'ZQ' is not a"),
        ("a.jsonl", '{"type": "reserve", "holder": 1}\n', 65, "$.asset: required"),
        ("a.png", b"", 65, "of a kind that is not read"),
        (None, b"", 66, "gone.txt: no such file"),
    ],
)
def test_nothing_that_can_be_read_is_an_error(
    program: Program, name: str | None, content: str | bytes, code: int, message: str
) -> None:
    """Bad data is told from no input; nothing is printed as data."""
    run = program("read", write(name, content) if name else "gone.txt")
    assert (run.code, run.out) == (code, "")
    assert message in run.err
    assert run.err.endswith("sovcrypto: nothing could be read\n")
    assert "Traceback" not in run.err


def test_an_empty_folder_is_no_input(program: Program) -> None:
    """It is no success."""
    Path("empty").mkdir()
    run = program("read", "empty")
    assert (run.code, run.err) == (66, "sovcrypto: there are no files in it\n")


def test_read_explains_where_it_is_asked(program: Program) -> None:
    """Brackets mark the parts, and a line for each says what it gave, how, by what."""
    run = program("read", "--explain", write("a.txt", ARTICLE))
    assert run.out.splitlines()[3:] == [
        "  • Bhutan holds about 12,000 BTC.",
        "    [1 Bhutan] [2 holds] [3 about 12,000 [4 BTC]]. (0–30, rule: reserve)",
        "     1 Bhutan → holder (named; country)",
        "     2 holds → trigger (calls the rule; verb/hold)",
        "     3 about 12,000 BTC → quantity (named; figure/unit+about)",
        "     4 BTC → asset (named; asset)",
    ]


def test_explanations_speak_french(program: Program) -> None:
    """Fields, ways and all; what the story named elsewhere is quoted."""
    story = "Bhutan mines bitcoin with hydropower. The country holds 12,000 BTC."
    run = program("read", "--explain", write("a.txt", story), "--locale", "fr")
    assert "1 The country → détenteur (évoqué ailleurs : « Bhutan » (0–6);" in run.out
    assert "→ déclencheur (appelle la règle; verb/hold)" in run.out
    assert "hydropower → énergie 1 (nommé; noun/energy.hydro)" in run.out


@pytest.mark.usefixtures("terminal")
def test_a_terminal_shows_the_parts_in_colour(program: Program) -> None:
    """Then no bracket is needed."""
    run = program("read", "--explain", write("a.txt", ARTICLE))
    assert "\x1b[4;36mBhutan\x1b[0m \x1b[4;32mholds\x1b[0m" in run.out
    assert "[1 " not in run.out


def test_explanations_as_json(program: Program) -> None:
    """One list for each fact, in the order of the facts; only where it is asked."""
    name = write("a.txt", ARTICLE)
    assert "explanations" not in program.json("read", name, "--json")
    found = program.json("read", name, "--json", "--explain")
    ((explanation,),) = found["explanations"]
    assert (explanation["rule"], explanation["span"]) == ("reserve", [0, 30])
    assert explanation["sha256"] == found["documents"][0]["sha256"]
    assert explanation["parts"][0] == {
        "span": [0, 6],
        "text": "Bhutan",
        "gives": "holder",
        "how": "named",
        "rule": "country",
        "antecedent": None,
    }


def test_explaining_records_changes_nothing(program: Program) -> None:
    """No text stands behind them."""
    name = write("reserves.csv", ROWS)
    assert program("read", name, "--explain") == program("read", name)
    assert program.json("read", name, "--explain", "--json")["explanations"] == [[]]


@pytest.mark.parametrize(
    ("piped", "shown"),
    [
        (ARTICLE.encode(), "• Bhutan holds about 12,000 BTC."),
        (f"date: 2026-01\n---\n{ARTICLE}".encode("utf-8-sig"), "January 2026"),
        (b'{"type": "exchange", "name": "KuCoin"}\n', "KuCoin"),
        (b" \n", "No fact was found in it."),
    ],
)
def test_a_hyphen_is_standard_input(
    program: Program, monkeypatch: pytest.MonkeyPatch, piped: bytes, shown: str
) -> None:
    """An article, or JSON Lines where it begins with a brace."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
    run = program("read", "-")
    assert run.code == 0
    assert shown in run.out


def test_standard_input_among_files(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is one more file, for every command; what is wrong with it is told."""
    bad = io.TextIOWrapper(io.BytesIO(b"caf\xe9"))
    monkeypatch.setattr(sys, "stdin", bad)
    run = program("show", "BT", "--from", "-", write("a.txt", ARTICLE))
    assert run.code == 1
    assert "Bhutan holds about 12,000 BTC." in run.out
    assert "problem in <stdin>: not UTF-8: byte 3, on line 1, is 0xe9" in run.err


@pytest.mark.parametrize(
    ("piped", "code", "message"),
    [
        (b"caf\xe9", 65, "<stdin>: not UTF-8: byte 3, on line 1, is 0xe9"),
        (b"a\0", 65, "<stdin>: not a text: a NUL character on line 1"),
        (None, 66, "sovcrypto: standard input is closed"),
    ],
)
def test_standard_input_that_cannot_be_read(
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    piped: bytes | None,
    code: int,
    message: str,
) -> None:
    """Is told as it is of a file."""
    stream = None if piped is None else io.TextIOWrapper(io.BytesIO(piped))
    monkeypatch.setattr(sys, "stdin", stream)
    run = program("read", "-")
    assert (run.code, run.out) == (code, "")
    assert message in run.err


@pytest.mark.usefixtures("terminal")
def test_a_bar_shows_progress_on_a_terminal(program: Program) -> None:
    """On standard error, and only there; names are never taken for markup."""
    names = [write(f"{number}[red].txt", ARTICLE) for number in range(3)]
    run = program("read", *names)
    assert "3/3" in run.err
    assert "2[red].txt" in run.err
    assert "3/3" not in run.out


def test_no_bar_elsewhere(program: Program) -> None:
    """A log file wants no bars."""
    assert "1/1" not in program("read", write("a.txt", ARTICLE)).err


# --- show ----------------------------------------------------------------------------


def test_show_prints_what_is_known_of_a_country(program: Program) -> None:
    """Under headings, each fact with the numbers of its sources."""
    run = program("show", "SV")
    assert run.code == 0
    assert run.out.startswith("El Salvador\n━━━━━━━━━━━\nSV · SLV · 222 · US Dollar\n")
    held = "El Salvador holds more than 6,200 BTC, worth about 745 million US dollars."
    assert held in run.out.replace("\n    ", " ")
    assert run.out.index("\nReserves\n") < run.out.index(held[:30])
    assert "\nSources\n  [1]" in run.out
    assert "https://" in run.out
    assert run.err == ""


def test_show_speaks_french(program: Program) -> None:
    """Headings, names and sentences."""
    run = program("show", "SV", "--locale", "fr")
    assert run.out.startswith("Salvador\n━━━━━━━━\n")
    assert "\nRéserves\n" in run.out
    assert "Le Salvador détient plus de 6 200 BTC" in run.out
    assert "\nMouvements de réserves\n" in run.out


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("SV", "El Salvador"),
        ("sv", "El Salvador"),
        ("SLV", "El Salvador"),
        ("el salvador", "El Salvador"),
        ("Bhoutan", "Bhutan"),
        ("KuCoin", "KuCoin"),
        ("kucoin", "KuCoin"),
        ("FMI", "IMF"),
        ("International Monetary Fund", "IMF"),
        ("Gelephu Mindfulness City", "Gelephu Mindfulness City"),
    ],
)
def test_show_takes_codes_and_names(program: Program, text: str, title: str) -> None:
    """In any case, and in French or English whatever the locale."""
    assert program("show", text).out.startswith(f"{title}\n")


def test_what_a_body_is_comes_first(program: Program) -> None:
    """Then what it does."""
    out = program("show", "KuCoin").out
    assert out.index("\nExchanges\n") < out.index("\nLicences\n")
    assert "more than 1.25 trillion US dollars" in out.replace("\n    ", " ")


@pytest.mark.parametrize(
    ("locale", "silence"),
    [("en", "Nothing is known yet."), ("fr", "Rien n’est encore connu.")],
)
def test_a_country_of_which_nothing_is_known(
    program: Program, locale: str, silence: str
) -> None:
    """That is an answer too."""
    run = program("show", "AQ", "--locale", locale)
    assert run.code == 0
    assert silence in run.out


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Bhutn", "; did you mean 'Bhutan' (BT)?"),
        ("KuCion", "; did you mean 'KuCoin'?"),
        ("XX", ""),
    ],
)
def test_an_unknown_name_is_a_mistake(program: Program, text: str, hint: str) -> None:
    """With a hint, where there is one."""
    run = program("show", text)
    called = f"sovcrypto: no country, body or exchange is called {text!r}"
    assert (run.code, run.out, run.err) == (2, "", f"{called}{hint}\n")


def test_show_from_files(program: Program) -> None:
    """They take the place of the facts that come along."""
    run = program("show", "BT", "--from", write("a.txt", ARTICLE))
    assert "Bhutan holds about 12,000 BTC." in run.out
    assert "\nAgreements\n" not in run.out
    assert program("show", "BT", "--from", "gone").code == 66


def test_show_json(program: Program) -> None:
    """Records with their citations, and the sentences."""
    found = program.json("show", "KuCoin", "--json", "--locale", "fr")
    assert found["schema"] == "sovcrypto/show/1"
    assert found["subject"] == "KuCoin"
    assert found["country"] is None
    facts = [structure(record) for record in found["facts"]]
    assert set(facts) <= set(bundled())
    assert len(found["sentences"]) == len(facts)
    assert any("plus de 1,25 billion" in text for text in found["sentences"])


# --- query ---------------------------------------------------------------------------

LARGE = ("query", "reserves", "--where", "holder == SV and quantity > '6300 BTC'")


def test_query_prints_aligned_columns(program: Program) -> None:
    """A row is one line where no terminal is, with headings of the locale."""
    run = program(*LARGE)
    assert run.code == 0
    lines = run.out.splitlines()
    assert [line.split()[0] for line in lines] == ["holder", "El"]
    assert "7,474.37 BTC" in lines[1]
    assert lines[0].index("quantity") == lines[1].index("7,474.37")
    assert "match; 1 more may match: --maybe" in run.err


def test_query_speaks_french(program: Program) -> None:
    """Headings and cells."""
    lines = program(*LARGE, "--locale", "fr").out.splitlines()
    assert lines[0].startswith("détenteur  actif")
    assert "7 474,37 BTC" in lines[1]


def test_query_maybe_has_what_is_vague(program: Program) -> None:
    """More than 6,200 may be more than 6,300."""
    run = program(*LARGE, "--maybe")
    assert "more than 6,200 BTC" in run.out
    assert "--maybe" not in run.err


def test_query_sorts_and_limits(program: Program) -> None:
    """A minus has the largest first; fields can be given one after the other."""
    first = ("query", "reserves", "--format", "jsonl", "--order-by")
    up = program(*first, "holder", "--order-by", "-period").out.splitlines()
    assert json.loads(up[0])["holder"] == "BT"
    run = program(*first, "-holder", "--limit", "2")
    assert [json.loads(line)["holder"] for line in run.out.splitlines()] == ["SV"] * 2
    assert "(2 shown)" in run.err


def test_several_conditions_have_to_hold(program: Program) -> None:
    """As if they were joined by `and`."""
    found = program.json(*LARGE, "--where", "body is not null", "--json")
    assert found["schema"] == "sovcrypto/query/1"
    assert (found["found"], found["facts"]) == (0, [])
    assert program(*LARGE, "--where", "body is not null").out == ""


def test_json_lines_are_read_back(program: Program) -> None:
    """Nothing is lost on the way."""
    run = program("query", "tokens", "--format", "jsonl")
    data, report = load(write("facts.jsonl", run.out))
    report.check()
    assert data.tokens.all() == bundled().tokens.all()
    assert [t.citations for t in data.tokens] == [t.citations for t in bundled().tokens]


@pytest.mark.parametrize(
    ("kind", "name"), [("reserves", "a"), ("agreements", "b"), ("mining", "c")]
)
def test_csv_is_read_back_with_the_first_citation(
    program: Program, kind: str, name: str
) -> None:
    """That is what a row has room for."""
    run = program("query", kind, "--format", "csv")
    data, report = load(write(f"{name}.csv", run.out))
    report.check()
    facts = [fact for fact in bundled() if fact in set(data)]
    assert len(facts) == len(data) == len(run.out.splitlines()) - 1
    for mine, theirs in zip(data, facts, strict=True):
        assert mine.citations == theirs.citations[:1]


def test_csv_runs_nothing_in_a_spreadsheet(program: Program) -> None:
    """A text that begins like a formula begins with a quote."""
    record = {"type": "exchange", "name": "=HYPERLINK(1)"}
    name = write("e.jsonl", json.dumps(record))
    run = program("query", "exchanges", "--from", name, "--format", "csv")
    assert "'=HYPERLINK(1)" in run.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reserve"], "no facts are called 'reserve'; did you mean 'reserves'?"),
        (["reserves", "--limit", "-1"], "--limit -1: no negative number"),
        (
            ["reserves", "--limit", "x"],
            'Invalid value for --limit: unable to convert "',
        ),
        (["reserves", "--order-by", "perod"], "did you mean 'period'?"),
        (["reserves", "--order-by", "acquisition"], "there is no such order; use"),
        (["reserves", "--format", "xml"], 'Invalid value "xml" for --format'),
        (["reserves", "more"], "more"),
    ],
)
def test_a_question_that_makes_no_sense(
    program: Program, arguments: list[str], message: str
) -> None:
    """Is told before any file is read."""
    run = program("query", *arguments, "--from", "gone")
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert "gone" not in run.err.replace("more gone", "")


def test_an_unknown_field_is_pointed_at(program: Program) -> None:
    """With all fields that there are."""
    run = program("query", "reserves", "--where", "asset == BTC and quantty > 5")
    assert run.code == 2
    assert run.err.splitlines()[:3] == [
        "sovcrypto: 'quantty' is not a field of Reserve; did you mean 'quantity'?",
        "  asset == BTC and quantty > 5",
        "                   ^^^^^^^",
    ]
    assert "fields of Reserve: holder, asset" in run.err


def test_amounts_of_different_things_have_no_order(program: Program) -> None:
    """The note says what to do."""
    rows = "holder,asset,quantity\nSV,BTC,1 BTC\nSV,ETH,1 ETH\n"
    asked = ("query", "reserves", "--from", write("reserves.csv", rows))
    run = program(*asked, "--order-by", "quantity")
    assert run.code == 2
    assert "keep one unit by a condition" in run.err


@pytest.mark.usefixtures("terminal")
def test_a_table_has_lines_on_a_terminal(program: Program) -> None:
    """And colours, unless they are not wanted."""
    run = program(*LARGE)
    assert "╭" in run.out
    assert "\x1b[" in run.out


@pytest.mark.usefixtures("terminal")
def test_a_table_that_is_too_wide_is_written_in_blocks(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each field is a line."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    lines = program("query", "reserves", "--limit", "2").out.splitlines()
    assert lines[0].startswith("holder ")
    assert "" in lines


# --- the world around ----------------------------------------------------------------


@pytest.mark.parametrize("command", [["read", "a.txt"], ["show", "SV"], [*LARGE]])
def test_an_unknown_locale_is_a_mistake(program: Program, command: list[str]) -> None:
    """With a hint at what was meant."""
    run = program(*command, "--locale", "french")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("sovcrypto: 'french' is not a locale")
    assert run.err.endswith("did you mean 'fr'?\n")


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr-FR"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "de_DE@euro"}, "de-DE"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "fr-FR"),
        ({"LC_ALL": "C.UTF-8", "LANG": "fr_FR"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "../../etc/passwd"}, "en"),
    ],
)
def test_the_environment_speaks_where_no_locale_is_given(
    environment: dict[str, str], locale: str
) -> None:
    """LC_ALL before LANG; what makes no sense there is English."""
    assert voice(None, environment).resolved_locale == locale
    assert voice("pt-BR", environment).resolved_locale == "pt-BR"


def test_the_locale_of_the_environment_is_used(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line is the one place where it is asked."""
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert program("show", "SV").out.startswith("Salvador\n")


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("command", [["show", "SV"], [*LARGE], ["--help"], ["shwo"]])
def test_no_color_is_respected(
    program: Program, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """Not one escape is written, even to a terminal."""
    assert "\x1b" in "".join(program(*command)[1:])
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in "".join(program(*command)[1:])


HOSTILE = (
    "Bhutan\x1b[2J holds about 12,000 BTC\u202e.\x1b]8;;http://x\x07link\x1b]8;;\x07"
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "a.txt"],
        ["read", "a.txt", "--json"],
        ["read", "a.txt", "--explain"],
        ["show", "BT"],
    ],
)
def test_an_article_gives_no_orders_to_the_terminal(
    program: Program, arguments: list[str]
) -> None:
    """Neither by its text nor by its title."""
    name = write("a.txt", f"title: x\x1b[31my\x9b0m\n---\n{HOSTILE}")
    if arguments[0] == "show":
        arguments = [*arguments, "--from", name]
    run = program(*arguments)
    assert "12,000 BTC" in run.out.replace("\\u202e", "")
    assert set("\x1b\x07\x9b\u202e") & set(run.out) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6\u202f200\u00a0BTC", "6\u202f200\u00a0BTC"),
        ("a\r\nb\tc\u2028d", "a b c d"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1bP1$r\x1b\\text", "text"),
        ("\x1bc\x9b31mtext", "text"),
        ("\x00\x7f\x85e\u0301", "e\u0301"),
        ("\u2067اب\u2069", "اب"),
    ],
)
def test_plain_text_is_what_a_reader_sees(text: str, expected: str) -> None:
    """White space is folded, no-break spaces stay."""
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["shwo", "SV"], 2, 'Did you mean "show"?'),
        (["read"], 2, "FILES requires an argument"),
        (["show"], 2, "NAME requires an argument"),
        (["show", "SV", "--jsn"], 2, "Did you mean --json?"),
    ],
)
def test_usage(program: Program, arguments: list[str], code: int, message: str) -> None:
    """Mistakes are told in one line, on standard error."""
    run = program(*arguments)
    assert (run.code, run.out) == (code, "")
    assert message in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("command", [[], ["read"], ["show"], ["query"]])
def test_help_has_an_example(program: Program, command: list[str]) -> None:
    """And is an answer, not an error."""
    run = program(*command, "--help")
    assert (run.code, run.err) == (0, "")
    assert f"Example: sovcrypto {' '.join(command)}" in run.out


def test_version(program: Program) -> None:
    """A number and nothing else."""
    run = program("--version")
    assert run.code == 0
    assert run.out.strip()[0].isdigit()


def test_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and one line."""

    class Interrupting(io.StringIO):
        def write(self, text: str) -> int:
            signal.raise_signal(signal.SIGINT)
            return super().write(text)

    told = io.StringIO()
    monkeypatch.setattr(sys, "stdout", Interrupting())
    monkeypatch.setattr(sys, "stderr", told)
    assert main(["show", "SV"]) == 130
    assert told.getvalue() == "sovcrypto: interrupted\n"


# --- as a process --------------------------------------------------------------------


def test_nobody_listens_any_more() -> None:
    """`sovcrypto … | head` ends without a word."""
    with subprocess.Popen(
        [*COMMAND, "show", "SV"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
def test_a_full_disk_is_told_in_one_line() -> None:
    """And is no success."""
    with Path("/dev/full").open("w") as full:
        process = subprocess.run(
            [*COMMAND, "show", "SV"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert process.returncode == 74
    assert process.stderr == "sovcrypto: cannot write: No space left on device\n"


def test_a_closed_output_is_told_in_one_line() -> None:
    """There is nowhere to print to."""
    command = ["sh", "-c", 'exec "$@" >&-', "sh", *COMMAND, "show", "SV"]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    assert process.returncode == 74
    assert process.stderr == "sovcrypto: standard output is closed\n"


def test_a_terminal_of_another_age_loses_no_output() -> None:
    """What ASCII cannot show is escaped, and JSON stays JSON."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    asked = [*COMMAND, "show", "SV", "--locale", "fr"]
    page = subprocess.run(asked, env=environment, capture_output=True, check=True)
    assert b"Le Salvador d\\xe9tient plus de 6\\u202f200" in page.stdout
    asked += ["--json"]
    found = subprocess.run(asked, env=environment, capture_output=True, check=True)
    assert "détient" in "".join(json.loads(found.stdout)["sentences"])


def test_the_library_imports_nothing_of_the_command_line() -> None:
    """Neither cyclopts nor rich."""
    code = "import sys, sovcrypto; print({'cyclopts', 'rich'} & set(sys.modules))"
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert process.stdout == "set()\n"
