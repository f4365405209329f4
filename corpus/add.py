"""Pages into the store: each becomes a report, another source of one, or is refused with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from corpus.arrive import Unreadable, files_of, pages_of
from corpus.clean import clean, own_id
from corpus.continued import MOST_PAGES, first_page, goes_on, later_address, later_pages
from corpus.errors import XunzhangError
from corpus.identity import canonical, id_of_address, sha256, short_hash
from corpus.ledger import Entry
from corpus.load import LoadError, load
from corpus.public import source_name
from corpus.records import Page, Report
from corpus.store import Store
from corpus.strip import strip

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one page. `status`: added, replaced, unchanged, refused, failed; the last two have a reason."""

    source: str
    report: Report | None
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What cleaning a stored page again changed: the fields that differ, or why it could not be done."""

    report: str
    title: str | None
    fields: tuple[str, ...]
    reason: str | None = None


def report_for(store: Store, page: Page) -> str:
    """The id of the report that a page is a version of.

    A page keeps the id of its address; equal bytes are one report; a file keeps its id when its bytes change, unless
    others still stand for the old bytes.
    """
    hashed = sha256(page.body)
    if page.url and store.has(own_id(page)):
        return own_id(page)
    known, twin = store.ledger.by_address(page.address), store.ledger.by_hash(hashed)
    if twin is not None:
        return twin.report
    if known is not None and len(store.ledger.of(known.report)) == 1:
        return known.report
    report = own_id(page)
    return short_hash(page.body + page.address.encode()) if store.has(report) else report


def take(store: Store, page: Page, *, take_any: bool = False) -> Added:
    """Clean one page and store it with its raw copy; what is stored already is never lost to a page that is no report."""
    name = source_name(page.address)
    if page.url and canonical(page.address) in store.removed():
        return Added(name, None, "refused", "这个地址的报告曾被删除；要重新收录，请先从 removed.txt 里去掉它。")
    report, hashed = report_for(store, page), sha256(page.body)
    before = store.report(report) if store.has(report) else None
    same = any(entry.sha256 == hashed for entry in store.ledger.of(report))
    known = (primary(store, report) if same else None) or page
    cleaned = clean_for(store, known, report, page.address)
    if take_any and cleaned.refused and cleaned.title is not None:
        store.correct(report, "refused", "", "--any")
        cleaned = clean_for(store, known, report, page.address)
    if cleaned.title is None:
        return Added(name, None, "failed", cleaned.refused)
    if cleaned.refused and before and not before.refused and not same:
        return Added(name, cleaned, "refused", f"{cleaned.refused}原来收录的报告保持不变。")
    if page.url and before is None and (held := continued_by(store, page)):
        return _another_page(store, page, held)
    if page.url and before is None and not cleaned.refused and (twin := store.twin(cleaned)):
        return _another_source(store, page, twin)
    if not same:
        store.pages.keep(report, page)
    _note(store, Entry(report, hashed, page.address))
    changed = store.save(cleaned)
    if cleaned.refused:
        return Added(name, cleaned, "refused", cleaned.refused)
    if before is None and page.url:
        cleaned = _with_pages_that_came_before(store, page, cleaned)
    return Added(name, cleaned, "added" if before is None or before.refused else "replaced" if changed else "unchanged")


def _with_pages_that_came_before(store: Store, first: Page, cleaned: Report) -> Report:
    """Later pages that came before their first one are no reports of their own any more."""
    for number in range(1, MOST_PAGES + 1):
        entry = store.ledger.by_address(later_address(first.address, number))
        page = primary(store, entry.report) if entry and entry.report != cleaned.id else None
        if entry and page and page.address == entry.address and continued_by(store, page) == cleaned.id:
            alone = len(store.ledger.of(entry.report)) == 1
            _another_page(store, page, cleaned.id)
            if alone:
                store.drop(entry.report)
    return store.report(cleaned.id)


def continued_by(store: Store, page: Page) -> str | None:
    """The id of the held report that goes on with this page, if it is a later page of one."""
    found = first_page(page.address)
    held = id_of_address(found[0]) if found else ""
    if not found or not store.has(held) or store.report(held).refused:
        return None
    first = primary(store, held)
    try:
        return held if first and goes_on(strip(load(first)), strip(load(page))) else None
    except LoadError:
        return None


def _another_page(store: Store, page: Page, held: str) -> Added:
    """The page goes on with what is held: it is kept there, and the report cleaned again with it."""
    store.pages.keep(held, page)
    _note(store, Entry(held, sha256(page.body), page.address))
    changed = clean_again(store, held).fields
    return Added(source_name(page.address), store.report(held), "replaced" if changed else "unchanged")


def _another_source(store: Store, page: Page, held: Report) -> Added:
    """The page is a twin of what is held: its address and its raw copy go there."""
    store.pages.keep(held.id, page)
    _note(store, Entry(held.id, sha256(page.body), page.address))
    changed = _refresh_sources(store, held.id)
    return Added(source_name(page.address), store.report(held.id), "replaced" if changed else "unchanged")


def _note(store: Store, entry: Entry) -> None:
    """Enter a source in the ledger; the report that it was a source of until now loses it."""
    before = store.ledger.by_address(entry.address)
    store.ledger.record(entry)
    if before is not None and before.report != entry.report and store.has(before.report):
        _refresh_sources(store, before.report)


def _refresh_sources(store: Store, report: str) -> bool:
    held, sources = store.report(report), tuple(entry.address for entry in store.ledger.of(report))
    return store.save(replace(held, sources=sources)) if sources else False


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


def add(
    store: Store, paths: Iterable[Path], *, take_any: bool = False, progress: Progress | None = None
) -> Iterator[Added]:
    """Add everything that paths stand for, one outcome a page; one bad page stops nothing. Raises StoreBusy."""
    files = files_of(paths)
    with store.writing():
        for done, path in enumerate(files, 1):
            for page in pages_of(path):
                if isinstance(page, Unreadable):
                    yield Added(page.source, None, "failed", page.reason)
                else:
                    yield take(store, page, take_any=take_any)
            if progress:
                progress(done, len(files))


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
