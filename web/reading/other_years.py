"""The other reports of an issuer, reached from the section one reads: the same section there, the
same search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.errors import XunzhangError
from corpus.records import Report, Section
from corpus.text.fold import squeeze
from search.engine import Entry
from web.address import links
from web.address.parameters import Reading
from web.language.languages import name_of
from web.shelf import Shelf, held_report


def of_zone(at_hand: Shelf, zone: str | None) -> Sequence[Entry]:
    """The searchable reports of a zone; none where the index does not answer: the report can still
    be read."""
    try:
        return at_hand.zones().get(zone, ())
    except XunzhangError:
        return ()


def other_years(
    report: Report, entries: Sequence[Entry], reading: Reading, section: Section | None
) -> Iterator[tuple[str, str | None, str]]:
    """All reports of the zone: what to call each, its address (None for this one), its title;
    oldest first."""
    same_year = [entry.year for entry in entries]
    beside = f"{report.id}/{section.id}" if section else ""
    for entry in sorted(entries, key=lambda entry: (entry.year or 0, entry.kind, entry.id)):
        name = str(entry.year or "—")
        if same_year.count(entry.year) > 1:
            name = f"{name} {name_of(entry.kind)}"
        url = links.report(entry.id, Reading(q=reading.q, lang=reading.lang, beside=beside))
        yield name, None if entry.id == report.id else url, entry.title or ""


def beside(at_hand: Shelf, report: Report, place: str) -> Section | None:
    """The section of a report that stands for one of another report (`<report>/<section>`), if
    there is one."""
    identity, _, section = place.partition("/")
    try:
        there = held_report(at_hand, identity)
    except XunzhangError:
        return None
    wanted = next((each for each in there.sections if each.id == section), None)
    return _alike(wanted, report.sections) if wanted else None


def _alike(wanted: Section, sections: Sequence[Section]) -> Section | None:
    """The section with the same heading, nearest in its number; else the one with the same
    number."""
    same = [each for each in sections if wanted.heading and _key(each) == _key(wanted)]
    same = same or [each for each in sections if each.id == wanted.id]
    nearness = [(each.id != wanted.id, each.level != wanted.level, place) for place, each in enumerate(same)]
    return same[min(nearness)[-1]] if same else None


def _key(section: Section) -> str:
    return squeeze(section.heading or "").strip("。.：:；;，,")
