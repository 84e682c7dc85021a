"""The catalogues: complete, in step with the code, and agreeing on their parts."""

import ast
import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import sovcrypto.model as model_package
from sovcrypto import provenance
from sovcrypto.cli.words import words
from sovcrypto.l10n import Formatter
from sovcrypto.l10n.catalogs import catalog, languages
from sovcrypto.l10n.grammars import grammar
from sovcrypto.l10n.labels import LABELS
from sovcrypto.l10n.phrases import filled, named
from sovcrypto.l10n.rows import HEADINGS, KINDS
from sovcrypto.model import FACTS
from sovcrypto.records import structure
from tools.generate_l10n_catalogs import (
    KEYWORDS,
    L10N,
    LOCALES,
    TEMPLATE,
    extracted,
    written,
)

TRANSLATED = sorted(languages() - {"en"})
REGIONAL = sorted(LOCALES.glob("*/LC_MESSAGES/*-*.po"))
# The forms that a phrase may have beside its bare one and those of its language.
FORMS = {"some", "stem", "as_of", "since", "until", "bare", "after", "closed"}


def read(language: str) -> Catalog:
    """Read a catalogue with Babel."""
    path = LOCALES / language / "LC_MESSAGES" / "sovcrypto.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def texts(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the singular and the plurals of a message, or its only text."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def entries(language: str) -> list[Message]:
    """Return the messages of a catalogue without its header."""
    return [message for message in read(language) if message.id]


def test_the_template_is_in_step_with_the_code() -> None:
    """`python -m tools.generate_l10n_catalogs` was run after the last change."""
    assert TEMPLATE.read_text("utf-8") == written(extracted())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_complete(language: str) -> None:
    """Every message is translated, none is fuzzy, none is left over."""
    keys = {(message.context, message.id) for message in entries(language)}
    assert keys == {(m.context, m.id) for m in extracted() if m.id}
    for message in entries(language):
        assert not message.fuzzy, message.id
        assert all(texts(message.string)), message.id


@pytest.mark.parametrize("path", REGIONAL, ids=lambda path: path.stem)
def test_a_region_differs_from_its_language(path: Path) -> None:
    """In each of its messages, with the same parts; and it has no other messages."""
    with path.open("rb") as file:
        own = {(m.context, m.id): m.string for m in read_po(file) if m.id}
    common = {(m.context, m.id): m.string for m in entries(path.parts[-3])}
    assert own
    for key, text in own.items():
        assert text != common[key], key
        assert named(str(text)) == named(str(common[key]))
        assert named(bare(str(text))) == named(bare(str(common[key])))


def test_a_region_speaks_in_its_own_way() -> None:
    """And as its language does in all else."""
    fact = structure(
        {"type": "licence", "holder": "KuCoin", "status": "not_on_register"}
    )
    assert Formatter("pt").fact(fact) == "A KuCoin não consta do registro."
    assert Formatter("pt-PT").fact(fact) == "A KuCoin não consta do registo."
    assert Formatter("pt-AO").field_name("users") == "utilizadores"
    assert Formatter("pt-BR").field_name("users") == "usuários"
    assert Formatter("de-CH").field_name("measure") == "Messgrösse"
    assert Formatter("de-CH").field_name("users") == "Nutzer"


@pytest.mark.parametrize("language", TRANSLATED)
def test_plurals_are_those_of_cldr(language: str) -> None:
    """A plural message has one text for each category of the language."""
    count = len(catalog(language).rules.categories)
    for message in entries(language):
        if message.pluralizable:
            assert len(texts(message.string)) == count, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_parts_agree(language: str) -> None:
    """A translation has the parts of the message, optional where they are there."""
    for message in entries(language):
        needed = {frozenset(named(bare(text))) for text in texts(message.id)}
        parts = set[str]().union(*(named(text) for text in texts(message.id)))
        for text in texts(message.string):
            assert named(text) == parts, message.id
            assert named(bare(text)) <= parts, message.id
            # a verb may agree with a period that need not be stated
            missing = set[str]().union(*needed) - named(bare(text)) - {"period"}
            assert not missing, message.id
            assert not named(bare(text)) - set[str]().union(*needed), message.id
            assert balanced(text), text


def bare(text: str) -> str:
    """Return a message without its optional pieces, with what stands instead."""
    return re.sub(r"\[(?:[^\]{}|]|\{[^}]*\})*\|?([^\]]*)\]", r"\1", text)


def balanced(text: str) -> bool:
    """Whether brackets close, and do not stand in one another."""
    return re.fullmatch(r"[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*", text) is not None


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_forms_are_known(language: str) -> None:
    """A misspelt form would fall back to the bare name without a word."""
    known = FORMS | set(grammar(language).before)
    messages = extracted() if language == "en" else entries(language)
    for message in messages:
        for text in texts(message.id if language == "en" else message.string):
            for form in re.findall(r"\{\w+:([^}]*)\}", text):
                assert form in known or set("|/;") & set(form), text


def test_the_small_reader_reads_what_babel_reads() -> None:
    """Our reader of .po files and Babel's agree on every message."""
    for language in TRANSLATED:
        for message in entries(language):
            key = str(message.context), texts(message.id)[0]
            assert catalog(language).messages[key] == texts(message.string)


def test_messages_are_literal() -> None:
    """What is no literal is not extracted, and so never translated."""
    literal = 0
    for path in sorted(set(L10N.rglob("*.py")) - {L10N / "catalogs.py"}):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or name_of(node) not in KEYWORDS:
                continue
            match node.args:
                case [ast.Constant(), ast.Constant(), *_]:
                    literal += 1
                case [_] | [ast.Name(), ast.Name()] | [ast.Starred()]:
                    pass  # a method of another type, or a message marked elsewhere
                case _:
                    pytest.fail(f"{path.name}: {ast.unparse(node)}")
    assert literal > 400


def name_of(call: ast.Call) -> str:
    """Return the name of a called function or method."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def vocabularies(module: ModuleType) -> set[type[StrEnum]]:
    """Return the closed vocabularies that a module exports."""
    values = vars(module).values()
    return {
        value
        for value in values
        if isinstance(value, type)
        and issubclass(value, StrEnum)
        and value is not StrEnum
    }


def test_every_member_of_every_vocabulary_has_a_label() -> None:
    """And in every language a label of its own within its vocabulary."""
    known = vocabularies(model_package) | vocabularies(provenance)
    assert set(LABELS) == known
    for language in ("en", *TRANSLATED):
        formatter = Formatter(language)
        for vocabulary in known:
            labels = [formatter.label(member) for member in vocabulary]
            assert len(set(labels)) == len(labels), (language, vocabulary)


def test_every_field_and_every_kind_has_a_name() -> None:
    """Headings cover the fields of all records, and nothing else."""
    fields = {name for model in FACTS.values() for name in model.__columns__}
    assert set(HEADINGS) == fields - {"citations"}
    assert set(KINDS) == set(FACTS)
    assert Formatter("fr").kind_name("trading_volume") == "volume d’échanges"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_command_line_has_words_in_each_language(language: str) -> None:
    """Every text of the English ones, in words of its own."""
    english, own = words("en"), words(language)
    assert own is not english
    assert set(own.sections) == set(FACTS)
    assert own.gives.keys() == english.gives.keys()
    assert own.how.keys() == english.how.keys()
    assert own.silent != english.silent
    assert own.unknown != english.unknown


def test_an_optional_piece_falls_away() -> None:
    """With one of its parts, however many it has; braces in a value do no harm."""
    message = "{a}[, {b} {c}][ ({d})]."
    assert filled(message, {"a": "1", "b": "2", "c": None, "d": ""}) == "1."
    assert (
        filled(message, {"a": "{x}", "b": "[2]", "c": "3", "d": "4"})
        == "{x}, [2] 3 (4)."
    )
