"""What is held: every issuer, its years, and the years that are missing between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Flask, render_template, request

from corpus.gazetteer import division_code
from corpus.saying import Saying
from search.engine import Entry
from search.request import Request
from web.address import links
from web.address.argument import number
from web.address.parameters import MAX_OFFSET, Listing, Reading, State, read_language, read_listing
from web.errors import NotHeld
from web.kept import kept
from web.pages.listing import SHOWN, UNKNOWN, code_of, shown, states
from web.shelf import shelf

COLUMNS = 12  # years side by side: what is older is counted, not drawn
IN_CELL = 2  # reports of a year that a cell shows; the issuer's page has all
REPORTS = 300  # of an issuer's page, 130 to 250 bytes each


@dataclass(frozen=True, slots=True)
class Cell:
    """A year of a zone: the reports shown, and where more of them are listed, with how many."""

    year: int
    shown: tuple[Entry, ...]
    more: int
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A zone in the table: `cells` holds one for every year of the table; `older` counts the reports of
    other years."""

    zone: str
    url: str
    cells: tuple[Cell, ...]
    older: int


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/zones", "zones_page", zones_page)
    app.add_url_rule("/zones/<path:zone>", "zone_page", zone_page)


def zones_page() -> str:
    """All zones by province, a column a year."""
    listing = read_listing(request.args)
    return kept(shelf().engine.version, lambda: _drawn(listing))


def _drawn(listing: Listing) -> str:
    zones = shelf().zones()
    rows = sorted((entries for zone, entries in zones.items() if zone), key=_order)
    every = span(entry for entries in zones.values() for entry in entries)
    years = every[:COLUMNS]
    page = shown(rows, listing, "/zones", lambda entries: entries[0].province, lambda entries: entries[0].zone)
    lines = [
        (province, [_line(entries[0].zone or "", entries, years, listing.lang) for entries in some])
        for province, some in page.groups
    ]
    nameless = sorted(zones.get(None, ()), key=lambda entry: (-(entry.year or 0), entry.title or "", entry.id))
    return render_template(
        "zones.html",
        state=State(lang=listing.lang),
        reading=Reading(lang=listing.lang),
        listing=listing,
        shown=page,
        states=states(listing, "/zones"),
        provinces=lines,
        years=years,
        older=len(every) > len(years),
        nameless=nameless[:SHOWN] if listing == Listing(lang=listing.lang) else (),
        nameless_more=max(0, len(nameless) - SHOWN),
        unnamed=links.search(links.with_choice(State(lang=listing.lang), "zone", ("",))),
    )


def _order(entries: Sequence[Entry]) -> tuple[str, str, str]:
    """Issuers by the codes of their places, a province's own before those of its cities."""
    first = entries[0]
    province = code_of(first.province) or UNKNOWN
    place = (division_code(first.province, first.city) or UNKNOWN) if first.city else ""
    return province, place, first.zone or ""


def zone_page(zone: str) -> str:
    """One zone: its reports year by year, what it was called, which years are missing; a long list
    page by page. Raises NotHeld, BadParameter."""
    lang, offset = read_language(request.args), number(request.args, "offset", 0, 0, MAX_OFFSET)
    entries = shelf().zones().get(zone, ())
    if not entries:
        raise NotHeld(Saying("没有收录“%(zone)s”的报告；请从收录一览里选。", zone=zone[:40]))
    ordered = sorted(entries, key=lambda entry: -(entry.year or 0))
    page, first = ordered[offset : offset + REPORTS], entries[0]
    return render_template(
        "zone.html",
        state=State(lang=lang),
        reading=Reading(lang=lang),
        zone=zone,
        noted=[entry.id for entry in page],
        entries=page,
        first=first,
        total=len(entries),
        place=[name for name in (first.province, first.city if first.city != first.province else "") if name],
        years=by_year(page, _years(ordered, offset)),
        names=former_names(zone, entries),
        within=links.search(links.with_choice(State(lang=lang), "zone", (zone,))),
        before=links.zone(zone, lang, max(0, offset - REPORTS)) if offset else None,
        after=links.zone(zone, lang, offset + REPORTS) if offset + REPORTS < len(entries) else None,
        page=offset // REPORTS + 1,
        page_total=-(-len(entries) // REPORTS),
    )


def _years(ordered: Sequence[Entry], offset: int) -> list[int]:
    """The years of a page of reports, newest first, and those before it of which nothing is held."""
    page, every = [entry.year for entry in ordered[offset : offset + REPORTS] if entry.year], span(ordered)
    above = ordered[offset - 1].year if 0 < offset <= len(ordered) else None
    highest = max(page[0], (above or 0) - 1) if page else 0
    return [year for year in every if page and page[-1] <= year <= highest]


def by_year(entries: Iterable[Entry], years: Iterable[int]) -> list[tuple[int, tuple[Entry, ...]]]:
    """Each of the years with its entries, in their order."""
    held: dict[int | None, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.year, []).append(entry)
    return [(year, tuple(held.get(year, ()))) for year in years]


def span(entries: Iterable[Entry]) -> list[int]:
    """Every year from the first held to the last, newest first."""
    years = {entry.year for entry in entries if entry.year}
    return list(range(max(years), min(years) - 1, -1)) if years else []


def former_names(zone: str, entries: Iterable[Entry]) -> list[tuple[str, list[int]]]:
    """What the zone is called in its own reports where that is another name, with the years."""
    years: dict[str, set[int]] = {}
    for entry in entries:
        name = entry.zone_then
        if name and name != zone:
            years.setdefault(name, set()).update([entry.year] if entry.year else [])
    return [(name, sorted(years[name])) for name in sorted(years)]


def _line(zone: str, entries: Sequence[Entry], years: Sequence[int], lang: str) -> Line:
    held = by_year(entries, years)
    older = len(entries) - sum(len(some) for _, some in held)
    return Line(zone, links.zone(zone, lang), tuple([_cell(zone, *each, lang) for each in held]), older)


def _cell(zone: str, year: int, held: tuple[Entry, ...], lang: str) -> Cell:
    if len(held) <= IN_CELL:
        return Cell(year, held, 0, "")
    asked = State(Request(filters={"zone": (zone,), "year": (str(year),)}), view="reports", lang=lang)
    return Cell(year, held[:IN_CELL], len(held) - IN_CELL, links.search(asked))
