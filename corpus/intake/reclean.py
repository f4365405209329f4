"""Cleaning stored pages again, with today's rules and all corrections: which page a report is
cleaned from, and what that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from corpus.clean import attempt
from corpus.errors import Hindered
from corpus.identity import canonical, sha256
from corpus.load.scan.remembered import remembering
from corpus.records import Page, Report
from corpus.store.folder import Store
from corpus.store.ledger import Entry
from corpus.strip.continued import later_pages
from corpus.wording.coded import said, to_record

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What cleaning a stored page again changed: the fields that differ, or why it could not be
    done."""

    report: str
    title: str | None
    fields: tuple[str, ...]
    reason: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """As plain values: the reason in words, and what it was made of."""
        return asdict(self) | {"why": to_record(self.reason) if self.reason else None}


NO_PAGE = said("raw_page_missing")
DAMAGED_PAGE = said("raw_page_damaged")


def primary(store: Store, report: str) -> Page | None:
    """The page that a report is cleaned from, whole: that of its first source, with the bytes that
    were entered for it.

    None where it is not kept, or not as it was. Without any entry: the page of the record, or
    whatever is kept where no record is.
    """
    versions = store.pages.readable(report)
    first = next(iter(store.ledger.of(report)), None)
    held = store.readable(report)
    wanted = first.sha256 if first else held.source_sha256 if held else None
    same = [page for page in versions if wanted is None or sha256(page.body) == wanted]
    of_first = [page for page in same if first is not None and page.address == first.address]
    return (of_first or same)[-1] if same else None


def _lacking(store: Store, first: Page, report: str) -> bool:
    """Is a page that goes on with the first one entered, but not kept as it was?"""
    kept = {sha256(page.body) for page in store.pages.readable(report)}
    entered = (Page(entry.address, b"") for entry in store.ledger.of(report) if entry.sha256 not in kept)
    return bool(first.url and later_pages(first, entered))


def clean_for(store: Store, page: Page, report: str, *addresses: str) -> Report:
    """Clean a page as the version of a stored report: with all its sources, `addresses` new ones,
    and the corrections made by hand.

    Raises Hindered.
    """
    noted = (entry.address for entry in store.ledger.of(report))
    sources = tuple(dict.fromkeys((*noted, page.address, *addresses)))
    following = later_pages(page, store.pages.readable(report)) if page.url else []
    corrections = store.corrections.of(report, sources)
    with remembering(store.recognised.of(report)):
        return attempt(page, report, sources, corrections=corrections, following=following)


def differing(before: Report | None, after: Report) -> tuple[str, ...]:
    """Names of the fields in which two records differ, as they are kept: a sentence that has a code
    now is another."""
    held, made = before.to_dict() if before else {}, after.to_dict()
    return tuple(name for name in made if name not in held or held[name] != made[name])


def clean_again(store: Store, report: str) -> Change:
    """Clean a stored page with today's rules and corrections, and store what comes out.

    A page that is damaged, or that this machine cannot read, changes nothing: the reason is given.
    """
    before = store.readable(report)  # a damaged record is made again from its page
    title = before.title if before else None
    page = primary(store, report)
    if page is None or _lacking(store, page, report):
        return Change(report, title, (), DAMAGED_PAGE if store.pages.path(report).exists() else NO_PAGE)
    try:
        after = clean_for(store, page, report)
    except Hindered as error:
        return Change(report, title, (), error.said)
    if not store.ledger.of(report):
        store.ledger.record(Entry(report, after.source_sha256, page.address))
    changed = differing(before, after)
    if changed:
        store.save(after)
    return Change(report, after.title or title, changed)


def _is_removed(store: Store, report: str) -> bool:
    """Is it a page whose every address was removed on purpose, and that a killed removal left
    behind?"""
    if store.has(report) or not (removed := store.removed()):
        return False
    versions = store.pages.readable(report)
    return bool(versions) and all(page.url and canonical(page.address) in removed for page in versions)


def reclean(store: Store, *, progress: Progress | None = None) -> Iterator[Change]:
    """Clean every stored page again, by id; one Change each, most of them with no fields. Raises
    StoreBusy."""
    with store.writing():
        reports = sorted({*store.pages.reports(), *store.ids()})
        for done, report in enumerate(reports, 1):
            if _is_removed(store, report):
                store.drop(report)
            else:
                yield clean_again(store, report)
            if progress:
                progress(done, len(reports))
