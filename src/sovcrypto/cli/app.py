"""`sovcrypto`: three commands, and how the program ends."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, CycloptsError, Parameter
from rich.text import Text

from ..errors import LoadFailed, SovcryptoError
from ..records import unstructure
from . import answers, loading, pages, readings, tables
from .subjects import subject
from .terminal import Exit, Refusal, output, plain, talk, voice

_HELP = """Typed, sourced facts about states and crypto-assets.

Example: sovcrypto show SV --locale fr
"""

app: App = App(
    name="sovcrypto",
    help=_HELP,
    version=lambda: version("sovcrypto"),
    help_format="plaintext",
    default_parameter=Parameter(negative="", show_default=False),
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)

_Files = Annotated[
    list[Path],
    Parameter(
        consume_multiple=True,
        help="articles (.txt, .md), records (.jsonl, .json, .csv), folders of them, "
        "or - for standard input",
    ),
]
_Name = Annotated[str, Parameter(help="a code (SV) or a name (Bhutan, KuCoin, IMF)")]
_Kind = Annotated[str, Parameter(help=f"one of {', '.join(answers.MODELS)}")]
_From = Annotated[
    list[Path] | None,
    Parameter(
        name="--from",
        consume_multiple=True,
        help="files and folders to ask, in place of the facts that come along",
    ),
]
_Locale = Annotated[
    str | None,
    Parameter(help="language of the output, such as fr; else that of LC_ALL, LANG"),
]
_Json = Annotated[bool, Parameter(help="print one JSON object")]
_Explain = Annotated[
    bool, Parameter(help="show which words each fact rests on, and what each gave")
]
_Format = Annotated[
    Literal["table", "json", "jsonl", "csv"],
    Parameter(
        name="--format",
        show_choices=False,
        help="table, json, jsonl, or csv (with the first citation of each fact)",
    ),
]


@app.command(sort_key=1)
def read(
    files: _Files,
    /,
    *,
    explain: _Explain = False,
    locale: _Locale = None,
    json: _Json = False,
) -> Exit:
    """Read articles and records, and print the facts with their evidence.

    Example: sovcrypto read article.txt reserves.csv --locale fr
    """
    formatter = voice(locale, os.environ)
    console = output()
    loaded, code = loading.loaded(files)
    if json:
        content = readings.as_json(formatter, loaded, explaining=explain)
        tables.write_json(console, content)
    else:
        readings.readings(console, formatter, loaded, explaining=explain)
    return code


@app.command(sort_key=2)
def show(
    name: _Name,
    /,
    *,
    from_: _From = None,
    locale: _Locale = None,
    json: _Json = False,
) -> Exit:
    """Print all that is known of a country, an exchange or another body.

    Example: sovcrypto show SV --locale fr
    """
    formatter = voice(locale, os.environ)
    console = output()
    data, code = loading.dataset(from_ or [])
    found = subject(data, name, formatter)
    if json:
        content = {
            "schema": "sovcrypto/show/1",
            "subject": found.name,
            "country": found.country and found.country.code,
            "locale": formatter.resolved_locale,
            "facts": [unstructure(fact) for fact in found.facts],
            "sentences": [formatter.fact(fact) for fact in found.facts],
        }
        tables.write_json(console, content)
    else:
        pages.show(console, formatter, found)
    return code


@app.command(sort_key=3)
def query(
    kind: _Kind,
    /,
    *,
    question: answers.Question | None = None,
    from_: _From = None,
    locale: _Locale = None,
    form: _Format = "table",
    json: _Json = False,
) -> Exit:
    """Ask for facts of one kind, and print them as a table.

    Conditions: FIELD == VALUE, also with != < <= > >= has startswith contains
    overlaps; FIELD in (A, B); FIELD is null; joined by and, or, not, ( ).
    An amount with its unit stands in quotes.

    Example: sovcrypto query reserves --where 'value > "500000000 USD"'
    """
    formatter = voice(locale, os.environ)
    console = output()
    question = question or answers.Question()
    answers.check(kind, question)
    data, code = loading.dataset(from_ or [])
    answer = answers.answer(data, kind, question)
    if json or form == "json":
        content = {
            "schema": "sovcrypto/query/1",
            "kind": kind,
            "locale": formatter.resolved_locale,
            "where": question.where,
            "found": answer.found,
            "possible": answer.possible,
            "facts": [unstructure(fact) for fact in answer.facts],
            "sentences": [formatter.fact(fact) for fact in answer.facts],
        }
        tables.write_json(console, content)
    elif form == "jsonl":
        tables.write_json_lines(console, answer.facts)
    elif form == "csv":
        tables.write_csv(console, answer.facts)
    else:
        tables.table(console, formatter, answer.facts)
    _say(answer.summary)
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program, and return its exit code; errors are told, not raised.

    Args:
        arguments: what follows the name of the program; by default, that of this
            process.
    """
    for stream in (sys.stdout, sys.stderr):
        # What the terminal cannot show is escaped: no output is lost for one letter.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(arguments)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        return _unheard()
    except KeyboardInterrupt:
        return _refused("interrupted", Exit.INTERRUPTED)
    except OSError as error:
        _silence()
        return _refused(f"cannot write: {error.strerror or error}", Exit.IO_ERROR)
    return code


def _run(arguments: Sequence[str] | None) -> Exit:
    typed = sys.argv[1:] if arguments is None else arguments
    try:
        code: Exit | None = app(
            [str(loading.STDIN) if word == "-" else word for word in typed],
            console=output(),
            exit_on_error=False,
            print_error=False,
        )
    except CycloptsError as error:
        return _refused(str(error), Exit.USAGE)
    except Refusal as error:
        return _refused(str(error), error.code)
    except LoadFailed as error:
        return _refused(str(error), Exit.BAD_DATA)
    except SovcryptoError as error:
        return _refused(str(error), Exit.USAGE, getattr(error, "__notes__", ()))
    # The help and the version have no code of their own.
    return Exit.OK if code is None else code


def _say(text: str) -> None:
    talk().print(Text(plain(text), "dim"), soft_wrap=True)


def _refused(message: str, code: Exit, notes: Sequence[str] = ()) -> Exit:
    console = talk()
    text = Text("sovcrypto: ", "bold red") + Text(plain(message))
    console.print(text, soft_wrap=True)
    for note in notes:
        console.print(Text(note), soft_wrap=True)
    return code


def _unheard() -> Exit:
    """End quietly where nobody listens any more, as `head` does after ten lines."""
    _silence()
    return Exit.BROKEN_PIPE


def _silence() -> None:
    """Give up on stdout: Python flushes once more at its end, and would complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
