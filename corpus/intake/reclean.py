"""Cleaning stored pages again, with today's rules and all corrections: which page a report is cleaned from, and what that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

from corpus.clean import clean
from corpus.errors import XunzhangError
from corpus.records import Page, Report
from corpus.store.folder import Store
from corpus.strip.continued import later_pages

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What cleaning a stored page again changed: the fields that differ, or why it could not be done."""

    report: str
    title: str | None
    fields: tuple[str, ...]
    reason: str | None = None


def primary(store: Store, report: str) -> Page | None:
    """The page that a report is cleaned from: the newest under the first of its addresses, else the newest; None if none is kept."""
    versions = store.pages.versions(report)
    first = next((entry.address for entry in store.ledger.of(report)), None)
    of_first = [page for page in versions if page.address == first]
    return (of_first or versions)[-1] if versions else None


def clean_for(store: Store, page: Page, report: str, *addresses: str) -> Report:
    """Clean a page as the version of a stored report: with all its sources, `addresses` new ones, and the corrections made by hand."""
    noted = (entry.address for entry in store.ledger.of(report))
    sources = tuple(dict.fromkeys((*noted, page.address, *addresses)))
    following = later_pages(page, store.pages.versions(report)) if page.url else []
    return clean(
        page, report=report, sources=sources, corrections=store.corrections.of(report, sources), following=following
    )


def differing(before: Report | None, after: Report) -> tuple[str, ...]:
    """Names of the fields in which two records differ."""
    names = (field.name for field in fields(Report))
    return tuple(name for name in names if before is None or getattr(before, name) != getattr(after, name))


def clean_again(store: Store, report: str) -> Change:
    """Clean a stored page with today's rules and corrections, and store what comes out."""
    try:
        before = store.report(report)
    except XunzhangError:  # a damaged record is made again from its page
        before = None
    title = before.title if before else None
    try:
        page = primary(store, report)
    except XunzhangError as error:
        return Change(report, title, (), str(error))
    if page is None:
        return Change(report, title, (), "没有它的原始网页；请用 xunzhang add 重新添加。")
    after = clean_for(store, page, report)
    changed = differing(before, after)
    if changed:
        store.save(after)
    return Change(report, after.title or title, changed)


def reclean(store: Store, *, progress: Progress | None = None) -> Iterator[Change]:
    """Clean every stored page again, by id; one Change each, most of them with no fields. Raises StoreBusy."""
    reports = sorted({*store.pages.reports(), *store.ids()})
    with store.writing():
        for done, report in enumerate(reports, 1):
            yield clean_again(store, report)
            if progress:
                progress(done, len(reports))
