"""What is no report is refused with a reason of the table, and no report is, of any kind and
shape; all with invented text."""

from collections import Counter

import pytest
from material.told_pages import Told, made_reports, told

from corpus.clean import clean
from corpus.records import Page
from corpus.refusal import REASONS

NO_REPORTS, REPORTS = told("no_reports.txt"), told("reports.txt")


def refusal(page: bytes) -> str | None:
    return clean(Page("file:///page", page)).refused


@pytest.mark.parametrize("page", NO_REPORTS, ids=lambda page: page.title)
@pytest.mark.parametrize("form", ["text", "page"])
def test_what_is_no_report_is_refused(page: Told, form: str) -> None:
    reason = refusal(getattr(page, form))
    assert reason is not None
    assert reason.endswith("。")


@pytest.mark.parametrize("page", NO_REPORTS, ids=lambda page: page.title)
def test_nor_is_it_taken_where_it_is_longer(page: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.refusal.scant.SHORTEST_REPORT", 0)
    monkeypatch.setattr("corpus.refusal.scant.SHORTEST_TITLED", 0)
    assert refusal(page.page) is not None


@pytest.mark.parametrize("page", [*REPORTS, *made_reports(40, 13)], ids=lambda page: f"{page.sort} {page.title}")
@pytest.mark.parametrize("form", ["text", "page"])
def test_no_report_is_refused(page: Told, form: str) -> None:
    assert refusal(getattr(page, form)) is None


def test_every_reason_has_a_code_and_says_what_it_was_made_for() -> None:
    codes = [reason.code for reason in REASONS]
    assert len(set(codes)) == len(codes)
    assert all(reason.seen for reason in REASONS)


def test_there_are_enough_of_both() -> None:
    assert len(NO_REPORTS) >= 40
    assert len(Counter(page.sort.split()[0] for page in NO_REPORTS)) >= 8
    assert len(REPORTS) + 40 >= 60
