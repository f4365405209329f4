"""`/coverage`: what is held by place and year, what is missing between, and every page that was
refused or did not come."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final

from flask import Flask, current_app, render_template, request

from corpus.coverage import Coverage, NotHeld, ZoneYears, coverage
from corpus.crawl.journal import JOURNAL, Journal
from corpus.standing import Standing, standings
from corpus.store.folder import Store
from corpus.wording.coded import general
from web.address import links
from web.address.parameters import Listing, Reading, State, read_listing
from web.address.remembered import Remembered
from web.kept import kept
from web.language.sentences import gettext
from web.pages.listing import SHOWN, around, shown, states
from web.shelf import shelf

LOG = logging.getLogger(__name__)
EXTENSION: Final = "xunzhang-coverage"
MOST_REASONS = 30  # reasons on the first page, the most frequent ones
FEW_PAGES = 5  # pages named under a reason there; the others have pages of their own
MOST_SOURCES = 40  # rows of sources there, 350 bytes each; all have pages of their own
MOST_COUNTING = 0.1  # share of the time that may go into counting while records come in by the minute
WORTH = 1.0  # seconds of counting from which that matters


@dataclass(frozen=True, slots=True)
class Reason:
    """Why pages are not held: how many, some of them with the address of what cleaning made of
    each, and where all of them are."""

    status: str
    reason: str
    count: int
    pages: tuple[tuple[NotHeld, str | None], ...]
    url: str


class Counted:
    """What is held, counted again only when a folder or the crawl's journal has changed."""

    def __init__(self) -> None:
        self._lock, self._stamp, self._found = Lock(), (0, 0, 0), Coverage((), (), ())
        self._sources: list[Standing] = []
        self._store: Store | None = None
        self._not_before = 0.0

    def of(self, data: Path) -> tuple[tuple[int, ...], Coverage, list[Standing]]:
        """The coverage of a data folder and how its sources stand, behind what tells them from earlier
        ones."""
        with self._lock:
            stamp = (_changed(data / "reports"), _changed(data / "refused"), _changed(data / "crawl.csv"))
            if stamp != self._stamp and monotonic() >= self._not_before:
                began = monotonic()
                self._store = self._store or Remembered(data)
                self._found = coverage(self._store)
                self._sources = standings(Journal(data / JOURNAL), self._found)
                for sentence in self._found.damaged:
                    LOG.error("%s", sentence)
                took = monotonic() - began
                self._stamp, self._not_before = stamp, began + (took / MOST_COUNTING if took > WORTH else 0.0)
            return self._stamp, self._found, self._sources


def _changed(path: Path) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 (a file or a folder, whichever it is)
    except OSError:
        return 0


def register(app: Flask) -> None:
    """The address of this module."""
    app.extensions[EXTENSION] = Counted()
    app.add_url_rule("/coverage", "coverage_page", coverage_page)


def coverage_page() -> str:
    """Zones by province with their years, then what is not held, by reason."""
    listing = read_listing(request.args)
    counted: Counted = current_app.extensions[EXTENSION]
    stamp, found, sources = counted.of(shelf().data)
    if listing.sources:
        return kept(stamp, lambda: _sources_page(sources, listing))
    return kept(stamp, lambda: _reason_page(found, listing) if listing.reason else _drawn(found, sources, listing))


def _drawn(found: Coverage, sources: list[Standing], listing: Listing) -> str:
    first = listing == Listing(lang=listing.lang)
    return render_template(
        "coverage.html",
        state=State(lang=listing.lang),
        reading=Reading(lang=listing.lang),
        listing=listing,
        held=sum(len(each) for zone in found.zones for each in (*zone.held.values(), zone.undated)),
        bodies=len({zone.zone for zone in found.zones}),
        gaps=sum(len(zone.missing) for zone in found.zones),
        shown=shown(found.zones, listing, "/coverage", lambda zone: zone.province, lambda zone: zone.zone),
        states=states(listing, "/coverage"),
        cells=cells,
        reasons=reasons(found, listing) if first else (),
        status_name=status_names(),
        sources=sources[:MOST_SOURCES] if first else (),
        more_sources=max(0, len(sources) - MOST_SOURCES),
        every_source=links.listing(Listing(sources=True, lang=listing.lang), "/coverage"),
        damaged=found.damaged if first else (),
    )


def _reason_page(found: Coverage, listing: Listing) -> str:
    pages = [page for page in found.not_held if general(page.reason) == listing.reason]
    some = pages[listing.offset : listing.offset + SHOWN]
    return render_template(
        "reason.html",
        state=State(lang=listing.lang),
        reason=general(pages[0].reason) if pages else listing.reason,
        count=len(pages),
        show_refused=shelf().show_refused,
        pages_of=[(page, _receipt(page, listing.lang)) for page in some],
        status_name=status_names(),
        **around(listing, "/coverage", len(pages)),
    )


def _sources_page(sources: list[Standing], listing: Listing) -> str:
    return render_template(
        "sources.html",
        state=State(lang=listing.lang),
        count=len(sources),
        sources=sources[listing.offset : listing.offset + SHOWN],
        **around(listing, "/coverage", len(sources)),
    )


def status_names() -> dict[str, str]:
    """What became of pages that are not held."""
    return {
        "refused": gettext("拒收"),
        "failed": gettext("未能抓到"),
        "gone": gettext("已失效"),
        "waiting": gettext("待抓取"),
    }


def cells(zone: ZoneYears) -> list[tuple[int, tuple[str, ...]]]:
    """Years from the last to the first held, each with the ids of its reports; none for a missing
    year."""
    years = sorted({*zone.held, *zone.missing}, reverse=True)
    return [(year, tuple(zone.held.get(year, ()))) for year in years]


def reasons(found: Coverage, listing: Listing) -> list[Reason]:
    """Reasons by how many pages they keep out, the first pages under each."""
    grouped: dict[tuple[str, str], list[NotHeld]] = {}
    for page in found.not_held:
        grouped.setdefault((page.status, general(page.reason)), []).append(page)
    most = sorted(grouped.items(), key=lambda item: -len(item[1]))[:MOST_REASONS]
    return [_reason(status, reason, pages, listing) for (status, reason), pages in most]


def _reason(status: str, reason: str, pages: list[NotHeld], listing: Listing) -> Reason:
    some = tuple((page, _receipt(page, listing.lang)) for page in pages[:FEW_PAGES])
    url = links.listing(Listing(reason=reason, lang=listing.lang), "/coverage")
    return Reason(status, reason, len(pages), some, url)


def _receipt(page: NotHeld, lang: str) -> str | None:
    public = page.report and shelf().show_refused
    return links.page(f"/r/{page.report}/receipt", lang) if public else None
