"""A page that came, into the store: what it became, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from corpus.crawl.account.likely import SCRIPTED
from corpus.crawl.visit import Visit
from corpus.crawl.ways.document import document_of
from corpus.crawl.ways.link import OTHER, REPORT, SAME, Link, is_list
from corpus.crawl.ways.links import links_of
from corpus.identity import id_of_address, sha256
from corpus.intake.take import take
from corpus.records import Page, Report
from corpus.store.folder import Store
from corpus.store.pages import Pages

# Seconds to wait for another command that writes; cleaning a large store again takes minutes.
PATIENCE = 1800.0
# A page with fewer characters that are no link, and a script, has its text from the script.
FEWEST_WORDS = 60
# Links with titles make a page a list; boxes of related texts have fewer.
FEWEST_TITLES = 5
# Validators of these are asked past after so many days: some servers say 304 whatever happens. A
# page that was no report, or gone, is looked at again after as many.
DAYS = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a server with a page in it: the page, where it leads, how it was taken; `report`
    and `title` are of what is held now, `leads`: is it asked again for its links?"""

    page: Page
    links: tuple[Link, ...]
    status: str
    reason: str = ""
    report: str = ""
    title: str = ""
    leads: bool = False


def lists_of(store: Store) -> Pages:
    """Where the newest copies of lists and site maps are, which are no pages."""
    return Pages(store.data / "lists")


def held(store: Store, address: str, role: str = "") -> Page | None:
    """The raw page that the store holds for an address, as it was read last."""
    if is_list(role):
        return next(iter(lists_of(store).readable(id_of_address(address))), None)
    entry = store.ledger.by_address(address)
    versions = reversed(store.pages.readable(entry.report)) if entry else ()
    return next((page for page in versions if entry and sha256(page.body) == entry.sha256), None)


def receive(store: Store, visit: Visit, page: Page) -> Answer:
    """Take a page into the store and read its links; one with the bytes it had is unchanged, and so is
    one of which only counters and clocks have changed."""
    links = links_of(page, visit.role, visit.worth, visit.page)
    if is_list(visit.role):
        lists_of(store).remove(id_of_address(page.address))
        lists_of(store).keep(id_of_address(page.address), page)
        return Answer(page, links, "read", leads=True)
    with store.writing(PATIENCE):
        entry = store.ledger.by_address(page.address)
        before = store.readable(entry.report) if entry else None
        same = entry is not None and entry.sha256 == sha256(page.body) and before is not None
        settled = _settled(store, visit, page.address, links)
        added = take(store, page, settled=settled)
    answer = Answer(page, links, *_status(before, added.status, added.report, same=same), leads=leads(links))
    if added.report and answer.status != "refused":
        return replace(answer, report=added.report.id, title=added.report.title or "")
    scripted = answer.status == "refused" and is_scripted(page, links)
    return replace(answer, reason=SCRIPTED if scripted else added.reason or "")


def _settled(store: Store, visit: Visit, address: str, links: tuple[Link, ...]) -> bool:
    """Does the held copy lead where this one leads? Then its bytes need not be kept for that."""
    page = held(store, address)
    return page is not None and set(links_of(page, visit.role, visit.worth)) == set(links)


def _status(before: Report | None, status: str, after: Report | None, *, same: bool) -> tuple[str]:
    """What a taken page is to the crawl. Whatever came and is no report is refused, even if nobody can
    read it."""
    if status not in ("added", "replaced", "unchanged") or after is None:
        return ("refused",)
    if same or status == "unchanged":
        return ("unchanged",)
    if before is None or before.refused:  # it may be another address of what is held
        return ("new" if status == "added" else "unchanged",)
    return ("changed",)


def leads(links: tuple[Link, ...]) -> bool:
    """Is a page a list, or one that attaches what it is about? Those are asked for again."""
    titled = sum(link.worth in (OTHER, REPORT) and not link.role for link in links)
    return titled >= FEWEST_TITLES or any(link.role not in ("", SAME) for link in links)


def is_scripted(page: Page, links: tuple[Link, ...]) -> bool:
    """Is there a script, and neither text nor a title that leads on; or nothing at all?"""
    document = document_of(page)
    if document is None or any(link.role not in ("", SAME) or link.worth in (OTHER, REPORT) for link in links):
        return False
    words, scripts = document.words(), next(document.tree.iter("script"), None) is not None
    return (scripts and len(words) < FEWEST_WORDS) or not (words or links)


def age(time: str) -> float:
    """Days since an ISO time; very many where there is none."""
    try:
        then = datetime.fromisoformat(time.replace("Z", "+00:00"))
    except ValueError:
        return 1e9
    return (datetime.now(UTC) - then).total_seconds() / 86400
