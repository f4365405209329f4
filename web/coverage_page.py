"""`/coverage`: what is held by place and year, what is missing between, and every page that was refused or did not come."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from flask import Flask, render_template, request
from flask_babel import gettext

from corpus.coverage import Coverage, NotHeld, ZoneYears, coverage
from web import links
from web.parameters import Reading, State, read_language
from web.shelf import shelf

MOST_PAGES = 200  # pages named under one reason; a crawl refuses column pages by the thousand


@dataclass(frozen=True, slots=True)
class Reason:
    """Why pages are not held: how many, and the first of them with the address of what cleaning made of each."""

    status: str
    reason: str
    count: int
    pages: tuple[tuple[NotHeld, str | None], ...]


class Counted:
    """Coverage reads every record; it is counted again only when a folder or the crawl's journal has changed."""

    def __init__(self) -> None:
        self._lock, self._stamp, self._found = Lock(), (), Coverage((), (), ())

    def of(self, data: Path) -> Coverage:
        """The coverage of a data folder. Raises DamagedRecord."""
        with self._lock:
            stamp = tuple(_changed(data / name) for name in ("reports", "refused", "crawl.csv"))
            if stamp != self._stamp:
                self._stamp, self._found = stamp, coverage(shelf().store)  # type: ignore[assignment]
            return self._found


def _changed(path: Path) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 (a file or a folder, whichever it is)
    except OSError:
        return 0


_counted = Counted()


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/coverage", "coverage_page", coverage_page)


def coverage_page() -> str:
    """Zones by province with their years, then what is not held, by reason."""
    lang = read_language(request.args)
    found = _counted.of(shelf().data)
    return render_template(
        "coverage.html",
        state=State(lang=lang),
        reading=Reading(lang=lang),
        found=found,
        held=sum(len(each) for zone in found.zones for each in (*zone.held.values(), zone.undated)),
        bodies=len({zone.zone for zone in found.zones}),
        gaps=sum(len(zone.missing) for zone in found.zones),
        provinces=found.provinces(),
        cells=cells,
        reasons=reasons(found, lang),
        status_name={"refused": gettext("拒收"), "failed": gettext("未能抓到"), "waiting": gettext("待抓取")},
    )


def cells(zone: ZoneYears) -> list[tuple[int, tuple[str, ...]]]:
    """Years from the last to the first held, each with the ids of its reports; none for a missing year."""
    years = sorted({*zone.held, *zone.missing}, reverse=True)
    return [(year, tuple(zone.held.get(year, ()))) for year in years]


def reasons(found: Coverage, lang: str) -> list[Reason]:
    """Reasons by how many pages they keep out, the pages under them."""
    return [
        Reason(status, reason, count, _pages(found, status, reason, lang)) for status, reason, count in found.reasons()
    ]


def _pages(found: Coverage, status: str, reason: str, lang: str) -> tuple[tuple[NotHeld, str | None], ...]:
    pages = [page for page in found.not_held if (page.status, page.reason) == (status, reason)][:MOST_PAGES]
    return tuple((page, links.page(f"/r/{page.report}/receipt", lang) if page.report else None) for page in pages)
