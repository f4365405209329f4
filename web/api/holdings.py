"""What is held as tables: a line a report; a line an issuer, kind and year, those that are missing
too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flask import Flask, Response, current_app, request

from corpus.coverage import ZoneYears
from corpus.gazetteer import division_code
from corpus.text.fold import squeeze
from search.engine import Entry
from web.address import links, place
from web.address.parameters import Listing, read_listing
from web.language.languages import N_
from web.language.sentences import gettext
from web.pages.coverage_page import EXTENSION, Counted
from web.pages.listing import UNKNOWN, code_of
from web.record.sheet import Row, Sheet
from web.shelf import shelf
from web.taking.file import now, table_file
from web.taking.hits import Records

REPORTS: Final = (
    N_("报告主体"),
    N_("省份"),
    N_("城市"),
    N_("级别"),
    N_("类型"),
    N_("年份"),
    N_("标题"),
    N_("段数"),
    N_("文中称"),
    N_("报告编号"),
    N_("网址"),
    N_("文号"),
    N_("官方网址"),
)
YEARS: Final = (
    N_("报告主体"),
    N_("省份"),
    N_("城市"),
    N_("级别"),
    N_("类型"),
    N_("年份"),
    N_("收录份数"),
    N_("报告编号"),
    N_("网址"),
)


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/zones.<any(csv, xlsx):ending>", "zones_table", zones_table)
    app.add_url_rule("/coverage.<any(csv, xlsx):ending>", "coverage_table", coverage_table)


def zones_table(ending: str) -> Response:
    """A report a line, those of the issuers that `name` and `region` leave."""
    listing = read_listing(request.args)
    entries = [entry for some in shelf().zones().values() for entry in some]
    held = sorted((each for each in entries if _wanted(listing, each.zone, each.province)), key=_order)
    return _file(listing, "/zones", Sheet(tuple(map(gettext, REPORTS)), reports(held)), ending, gettext("收录"))


def coverage_table(ending: str) -> Response:
    """An issuer, kind and year a line, with how many reports are held: 0 for a year that is missing
    between others."""
    listing = read_listing(request.args)
    counted: Counted = current_app.extensions[EXTENSION]
    zones = [each for each in counted.of(shelf().data)[1].zones if _wanted(listing, each.zone, each.province)]
    return _file(listing, "/coverage", Sheet(tuple(map(gettext, YEARS)), years(zones)), ending, gettext("收录与缺漏"))


def reports(entries: list[Entry]) -> Iterator[Row]:
    """Reports in the order of `REPORTS`."""
    root, records = place.root(), Records(shelf().store)
    for each in entries:
        known = (each.zone, each.province, each.city, each.level, each.kind, each.year, each.title, each.sections)
        yield (*known, each.zone_then, each.id, root + links.report(each.id), *records.of(each.id))


def years(zones: list[ZoneYears]) -> Iterator[Row]:
    """Years in the order of `YEARS`; a report without a year stands in a line without one."""
    root = place.root()
    for zone in zones:
        known = (zone.zone, zone.province, zone.city, zone.level, zone.kind)
        for year in sorted({*zone.held, *zone.missing}):
            held = zone.held.get(year, ())
            yield (*known, year, len(held), " ".join(held), " ".join(root + links.report(each) for each in held))
        for each in zone.undated:
            yield (*known, None, 1, each, root + links.report(each))


def _wanted(listing: Listing, zone: str | None, province: str | None) -> bool:
    named = squeeze(listing.name) in squeeze(zone or "")
    return named and listing.region in (None, code_of(province))


def _order(entry: Entry) -> tuple[str, str, str, int, str]:
    """By the codes of places, a province's own before those of its cities; an issuer's newest first."""
    city = (division_code(entry.province, entry.city) or UNKNOWN) if entry.city else ""
    return code_of(entry.province) or UNKNOWN, city, entry.zone or UNKNOWN, -(entry.year or 0), entry.id


def _file(listing: Listing, path: str, sheet: Sheet, ending: str, what: str) -> Response:
    about = {
        "query": listing.name,
        "address": place.root() + links.listing(listing, path),
        "version": shelf().engine.version,
        "date": now(),
        "complete": "complete",
    }
    return table_file(sheet, ending, about, what)
