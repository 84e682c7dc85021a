"""Tests of finding dates: tables of our own sentences, and what no table can say.

Each line of `cases/dates.*.jsonl` is a sentence with the dates that it states, in
order: the span, the period in EDTF, the role of the preposition, and how it lies to the
day of publication.
"""

from __future__ import annotations

import pytest

from sovcrypto.errors import UnknownLocale
from sovcrypto.reading.amounts import find_amounts
from sovcrypto.reading.dates import FoundPeriod, find_periods, resolve
from sovcrypto.reading.folding import Shadow
from sovcrypto.values import Period
from tests.tables import CASES, table


def found_in(text: str, language: str) -> list[FoundPeriod]:
    """Find the dates of a text beside its amounts."""
    shadow = Shadow.of(text)
    taken = [(found.start, found.end) for found in find_amounts(shadow, language)]
    return find_periods(shadow, language, taken=taken)


@pytest.mark.parametrize(("language", "text", "periods"), table("dates", "periods"))
def test_a_sentence_gives_its_dates(
    language: str, text: str, periods: list[dict[str, str]]
) -> None:
    """Span, period, role and relation, all of them and nothing else."""
    plain = Shadow.of(text).plain
    got = [
        (plain[found.start : found.end], found.period, found.role, found.relative)
        for found in found_in(text, language)
    ]
    want = [
        (
            case["span"],
            Period(case["period"]) if "period" in case else None,
            case.get("role"),
            case.get("relative"),
        )
        for case in periods
    ]
    assert got == want


@pytest.mark.parametrize(
    ("language", "enough"),
    [("en", 60), ("fr", 60), ("es", 20), ("de", 20), ("pt", 20), ("it", 15)],
)
def test_there_are_cases_enough(language: str, enough: int) -> None:
    """Every language that is read has a table of sentences."""
    lines = (CASES / f"dates.{language}.jsonl").read_text("utf-8").splitlines()
    assert len(lines) >= enough


@pytest.mark.parametrize(
    ("text", "published", "resolved"),
    [
        ("Last year, it signed.", "2025-07-16", "2024"),
        ("Last year, it signed.", "2025", "2024"),
        ("This year, it signed.", "2025-07-16", "2025"),
        ("Next year, it will sign.", "2025-07-16", "2026"),
        ("Last month, it signed.", "2025-01-16", "2024-12"),
        ("Last month, it signed.", "2025", None),
        ("Last quarter, it signed.", "2025-01-16", "2024-Q4"),
        ("Yesterday, it signed.", "2025-03-01", "2025-02-28"),
        ("Yesterday, it signed.", "2025-03", None),
        ("It signed in May.", "2025-07-16", "2025-05"),
        ("It signed in December.", "2025-07-16", "2024-12"),
        ("It signed in November of last year.", "2025-12-16", "2024-11"),
        ("It signed in 2021.", "2025-07-16", "2021"),
    ],
)
def test_the_day_of_publication_completes_a_date(
    text: str, published: str, resolved: str | None
) -> None:
    """As far as it is known itself: a year does not tell what last month was."""
    [found] = found_in(text, "en")
    assert resolve(found, Period(published)) == (resolved and Period(resolved))


def test_a_coming_month_lies_after_publication() -> None:
    """`juin prochain` is the next June, not the last."""
    [found] = found_in("La réunion de juin prochain.", "fr")
    assert resolve(found, Period("2025-07-16")) == Period("2026-06")
    assert resolve(found, Period("2025-02-16")) == Period("2025-06")


def test_without_a_day_of_publication_dates_stay_as_written() -> None:
    """A month without its year stays partial, "last year" stays unknown."""
    [month] = found_in("It signed in May.", "en")
    [year] = found_in("It signed last year.", "en")
    assert resolve(month, None) == Period("XXXX-05")
    assert resolve(year, None) is None


def test_a_number_is_a_year_or_an_amount_never_both() -> None:
    """Amounts come first, and what they took is no date."""
    shadow = Shadow.of("In 2021, 2021 dollars were paid for 2021 BTC.")
    amounts = find_amounts(shadow, "en")
    taken = [(found.start, found.end) for found in amounts]
    [found] = find_periods(shadow, "en", taken=taken)
    assert [str(item.amount) for item in amounts] == ["2021 USD", "2021 BTC"]
    assert (found.start, found.end) == (3, 7)


def test_offsets_refer_to_the_whole_shadow() -> None:
    """A stretch is read by itself, and its spans still lie in the whole text."""
    text = "En mai 2020. In May 2021. En mai 2022."
    [found] = find_periods(Shadow.of(text), "en", 13, 26)
    assert text[found.start : found.end] == "May 2021"


def test_an_unknown_language_is_refused() -> None:
    """And the languages that can be read are named."""
    with pytest.raises(UnknownLocale, match=r"fr"):
        found_in("in 2021", "xx")
