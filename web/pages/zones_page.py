"""What is held: every issuer, its years, and the years that are missing between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Flask, render_template, request

from corpus.gazetteer import division_code
from corpus.saying import Saying
from search.engine import Entry
from web.address import links
from web.address.parameters import Listing, Reading, State, read_language, read_listing
from web.errors import NotHeld
from web.kept import kept
from web.pages.listing import SHOWN, UNKNOWN, code_of, shown, states
from web.shelf import shelf

COLUMNS = 12  # years side by side: what is older is counted, not drawn


@dataclass(frozen=True, slots=True)
class Line:
    """A zone in the table: `years` holds a cell for every year of the table, the entries held of
    it; `older` counts the rest."""

    zone: str
    place: str
    url: str
    reports: int
    years: tuple[tuple[int, tuple[Entry, ...]], ...]
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
    """One zone: its reports year by year, what it was called, which years are missing. Raises
    NotHeld."""
    lang = read_language(request.args)
    entries = shelf().zones().get(zone, ())
    if not entries:
        raise NotHeld(Saying("没有收录“%(zone)s”的报告；请从收录一览里选。", zone=zone[:40]))
    years = span(entries)
    names = former_names(zone, entries)
    return render_template(
        "zone.html",
        state=State(lang=lang),
        reading=Reading(lang=lang),
        zone=zone,
        noted=[entry.id for entry in entries],
        entries=entries,
        line=_line(zone, entries, years, lang),
        names=names,
        missing=[year for year in years if not any(entry.year == year for entry in entries)],
        within=links.search(links.with_choice(State(lang=lang), "zone", (zone,))),
    )


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
    held: dict[int | None, tuple[Entry, ...]] = {}
    for entry in entries:
        held[entry.year] = (*held.get(entry.year, ()), entry)
    cells = tuple((year, held.get(year, ())) for year in years)
    first = entries[0]
    place = first.city if first.city and first.city != first.province else ""
    older = len(entries) - sum(len(some) for _, some in cells)
    return Line(zone, place, links.zone(zone, lang), len(entries), cells, older)
