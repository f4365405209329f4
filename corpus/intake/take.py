"""One page into the store: it becomes a report, another source or a later page of one, or is
refused with a reason."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from corpus.clean import own_id, unread
from corpus.errors import Hindered, LoadError, reading
from corpus.identity import canonical, id_of_address, sha256, short_hash
from corpus.intake.reclean import clean_again, clean_for, primary
from corpus.load.page import load
from corpus.records import Page, Report
from corpus.store.folder import Store
from corpus.store.ledger import Entry
from corpus.store.pages import LARGEST_PAGE
from corpus.store.public import source_name
from corpus.strip.continued import MOST_LATER_PAGES, first_page, goes_on, later_address
from corpus.strip.page import strip
from corpus.wording.coded import said, to_record


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one page. `status`: added, replaced, unchanged, refused, failed; the last two
    have a reason."""

    source: str
    report: Report | None
    status: str
    reason: str | None = None

    @property
    def why(self) -> dict[str, Any] | None:
        """The reason as plain values: what its words were made of."""
        return to_record(self.reason) if self.reason else None


def report_for(store: Store, page: Page) -> str:
    """The id of the report that a page is a version of.

    A page keeps the id of its address; equal bytes are one report; a file keeps its id when its
    bytes change, unless others still stand for the old bytes.
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


def take(
    store: Store, page: Page, *, take_any: bool = False, settled: bool = False, known: Report | None = None
) -> Added:
    """Clean one page and store it with its raw copy; what is stored already is never lost to a page
    that is no report. `settled`: a page that says what is held already is not kept beside it.
    `known`: what this page by itself is cleaned to, where that is known."""
    if page.url and canonical(page.address) in store.removed():
        return Added(source_name(page.address), None, "refused", said("removed"))
    report = report_for(store, page)
    try:
        return _taken(store, page, report, take_any=take_any, settled=settled, known=known)
    finally:
        store.recognised.forget_without(store.pages, report)


def _taken(store: Store, page: Page, report: str, *, take_any: bool, settled: bool, known: Report | None) -> Added:
    """One page as a version of the report whose it is."""
    name, hashed = source_name(page.address), sha256(page.body)
    before = store.readable(report)  # a damaged record is made again
    same = any(entry.sha256 == hashed for entry in store.ledger.of(report))
    kept = primary(store, report) if same else None
    cleaned = _known(store, page, report, known) if known and before is None else None
    cleaned = cleaned or _cleaned(store, kept or page, report, page.address, take_any=take_any)
    if cleaned.title is None and not _worth_keeping(page, before):
        return Added(name, None, "failed", cleaned.refused)
    if cleaned.refused and before and not before.refused and not same:
        return Added(name, cleaned, "refused", said("held_stays", reason=cleaned.refused))
    if settled and before and not cleaned.refused and says_the_same(before, cleaned):
        return Added(name, before, "unchanged")
    if page.url and before is None and (held := continued_by(store, page)):
        return _another_page(store, page, held)
    if page.url and before is None and not cleaned.refused and (twin := store.twin(cleaned)):
        return _another_source(store, page, twin)
    if kept is None:
        store.pages.keep(report, page)
    _note(store, Entry(report, hashed, page.address))
    changed = store.save(cleaned)
    if cleaned.title is None:
        return Added(name, None, "failed", cleaned.refused)
    if cleaned.refused:
        return Added(name, cleaned, "refused", cleaned.refused)
    if before is None and page.url:
        cleaned = _with_pages_that_came_before(store, page, cleaned)
    return Added(name, cleaned, "added" if before is None or before.refused else "replaced" if changed else "unchanged")


def says_the_same(one: Report, other: Report) -> bool:
    """Do two records differ only in what surrounds the report: counters, clocks, where they came
    from?"""
    aside = ("source_sha256", "receipt", "provenance", "sources", "url")
    return all(getattr(one, each.name) == getattr(other, each.name) for each in fields(one) if each.name not in aside)


def _known(store: Store, page: Page, report: str, known: Report) -> Report | None:
    """The record of a new report as it is known already; None where corrections are to be applied."""
    sources = (page.address,)
    if store.ledger.of(report) or store.pages.path(report).exists() or store.corrections.of(report, sources):
        return None
    return replace(known, id=report, sources=sources)


def _cleaned(store: Store, page: Page, report: str, address: str, *, take_any: bool) -> Report:
    """The page cleaned as a version of the report; one that this machine cannot read says why and
    is cleaned again another time."""
    try:
        cleaned = clean_for(store, page, report, address)
        if take_any and cleaned.refused and cleaned.title is not None:
            store.correct(report, "refused", "", "--any")
            cleaned = clean_for(store, page, report, address)
    except Hindered as error:
        return unread(page, report, (page.address,), error.said)
    return cleaned


def _worth_keeping(page: Page, before: Report | None) -> bool:
    """Is a page that nobody can read kept? One of the web is, for it need not be asked for again,
    and may be read one day."""
    return page.url is not None and len(page.body) <= LARGEST_PAGE and (before is None or before.refused is not None)


def _with_pages_that_came_before(store: Store, first: Page, cleaned: Report) -> Report:
    """Later pages that came before their first one are no reports of their own any more."""
    for number in range(1, MOST_LATER_PAGES + 1):
        entry = store.ledger.by_address(later_address(first.address, number))
        page = primary(store, entry.report) if entry and entry.report != cleaned.id else None
        if entry and page and page.address == entry.address and continued_by(store, page) == cleaned.id:
            store.pages.keep(cleaned.id, page)
            if len(store.ledger.of(entry.report)) == 1:
                store.drop(entry.report)
            _another_page(store, page, cleaned.id)
    return store.readable(cleaned.id) or cleaned


def continued_by(store: Store, page: Page) -> str | None:
    """The id of the held report that goes on with this page, if it is a later page of one."""
    found = first_page(page.address)
    held = id_of_address(found[0]) if found else ""
    record = store.readable(held) if found else None
    if record is None or record.refused:
        return None
    first = primary(store, held)
    try:
        with reading():
            return held if first and goes_on(strip(load(first)), strip(load(page))) else None
    except LoadError:
        return None


def _another_page(store: Store, page: Page, held: str) -> Added:
    """The page goes on with what is held: it is kept there, and the report cleaned again with
    it."""
    store.pages.keep(held, page)
    _note(store, Entry(held, sha256(page.body), page.address))
    change = clean_again(store, held)
    if change.reason:
        return Added(source_name(page.address), None, "failed", change.reason)
    return Added(source_name(page.address), store.report(held), "replaced" if change.fields else "unchanged")


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
    if before is not None and before.report != entry.report and store.readable(before.report):
        _refresh_sources(store, before.report)


def _refresh_sources(store: Store, report: str) -> bool:
    held, sources = store.report(report), tuple(entry.address for entry in store.ledger.of(report))
    return store.save(replace(held, sources=sources)) if sources else False
