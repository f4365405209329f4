"""Since when a report's sections say what they say, by the pages that are kept of it.

A section appeared with the oldest page from which on every one has its text. Earlier pages are
cleaned as they would be today, so that another cleaner changes nothing; the time a record was
written stands in where no page is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from corpus.errors import Hindered
from corpus.identity import sha256
from corpus.intake.reclean import clean_for
from corpus.records import Page, Report
from corpus.store.folder import Store
from corpus.text.fingerprint import fingerprint

UNKNOWN: Final = "1970-01-01T00:00:00Z"
MOST_VERSIONS: Final = 20  # earlier pages that are read, newest first: cleaning one takes some 20 ms


def appeared(store: Store, report: Report) -> Mapping[str, str]:
    """Section id → since when its text stands there, as ISO 8601 in UTC."""
    dates = store.pages.dates(report.id)
    if len(dates) < 2:
        return dict.fromkeys([section.id for section in report.sections], _told(dates) or _saved(store, report.id))
    pages = store.pages.readable(report.id)
    now = max((place for place, page in enumerate(pages) if sha256(page.body) == report.source_sha256), default=None)
    if now is None:  # nothing tells which of them the record was made of
        return dict.fromkeys([section.id for section in report.sections], _told(dates[-1:]) or _saved(store, report.id))
    return _followed_back(report, pages[now], _earlier(store, report.id, pages[:now]))


def _followed_back(report: Report, page: Page, earlier: Iterator[tuple[str, frozenset[str]]]) -> dict[str, str]:
    """The sections of a page's report, each as far back as its text stands on every page."""
    texts = {section.id: fingerprint(section.text, section.number) for section in report.sections}
    since, standing = dict.fromkeys(texts, page.fetched or UNKNOWN), set(texts)
    for date, held in earlier:
        standing = {section for section in standing if texts[section] in held}
        since.update(dict.fromkeys(standing, date))
        if not standing:
            break
    return since


def _earlier(store: Store, report: str, pages: list[Page]) -> Iterator[tuple[str, frozenset[str]]]:
    """The earlier pages, the latest first: when each came, and what its sections say."""
    for page in pages[: -MOST_VERSIONS - 1 : -1]:
        try:
            cleaned = clean_for(store, page, report)
        except Hindered:
            return
        yield page.fetched or UNKNOWN, frozenset(fingerprint(each.text, each.number) for each in cleaned.sections)


def _told(dates: list[str]) -> str:
    return dates[0] if dates else ""


def _saved(store: Store, report: str) -> str:
    saved = store.saved(report)
    return saved.strftime("%Y-%m-%dT%H:%M:%SZ") if saved else UNKNOWN
