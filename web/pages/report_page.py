"""A report as one reads it: its text with the search's marks, its outline with hits a section, and
what is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from flask import Flask, render_template, request

from corpus.errors import XunzhangError
from corpus.records import Report
from corpus.text.script import simplified
from search.answer import Range
from search.engine import Entry
from search.errors import QueryError
from search.match.spans import merged, spans
from search.query.read import Query, parse
from search.request import Request
from search.stream import every_hit
from web.address import links, place
from web.address.parameters import Reading, State, read_report
from web.language.languages import name_of
from web.pages.receipt import summary
from web.pages.typeset import typeset
from web.record.citation import citation
from web.shelf import Shelf, held_report, shelf


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the search stands in a report. `together` is False when no section holds all of it and
    its parts are marked alone."""

    ranges: dict[str, list[Range]]
    occurrences: dict[str, int]
    together: bool = True
    error: str | None = None

    @property
    def total(self) -> int:
        """Marks in the report."""
        return sum(len(ranges) for ranges in self.ranges.values())


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/r/<identity>", "report_page", report_page)


def report_page(identity: str) -> str:
    """One report with the marks of `q`."""
    reading = read_report(request.args)
    report = held_report(shelf(), identity)
    shown = in_script(report, reading.script)
    marks = marks_of(shelf(), report, shown, reading.q)
    return render_template(
        "report.html",
        state=State(Request(q=reading.q), lang=reading.lang),
        reading=reading,
        report=shown,
        sections=typeset(shown, marks.ranges, marks.occurrences),
        marks=marks,
        steps=steps(report.id, reading, marks.total),
        other_years=list(other_years(report, of_zone(shelf(), report.zone), reading)),
        scripts=script_choices(report, reading),
        facts=shown.provenance,
        receipt=summary(report.receipt),
        cited=citation(report, place.root(), datetime.now(UTC).date()),
        moved=request.args.get("from"),
    )


def in_script(report: Report, script: str) -> Report:
    """The report as written, or its text in simplified characters."""
    if script != "hans" or report.script == "hans":
        return report
    sections = tuple(
        replace(
            section,
            text=simplified(section.text),
            number=section.number and simplified(section.number),
            heading=section.heading and simplified(section.heading),
        )
        for section in report.sections
    )
    front, back = (tuple(simplified(line) for line in lines) for lines in (report.front, report.back))
    title = report.title and simplified(report.title)
    return replace(report, title=title, sections=sections, front=front, back=back, script="hans")


def marks_of(at_hand: Shelf, report: Report, shown: Report, q: str) -> Marks:
    """The marks in the sections that the search finds in this report; a query that cannot be read
    marks nothing and says why."""
    if not q.strip():
        return Marks({}, {})
    try:
        query = parse(q)
    except QueryError as error:
        return Marks({}, {}, error=error.message)
    found = _found(at_hand, report, q)
    marked = _marked(query, shown, found)
    if found or not marked.ranges:
        return marked
    return replace(marked, together=False)


def _marked(query: Query, shown: Report, within: frozenset[str]) -> Marks:
    ranges, occurrences = {}, {}
    for section in shown.sections:
        if within and section.id not in within:
            continue
        if here := spans(query, section.text):
            ranges[section.id] = list(merged(here))
            occurrences[section.id] = len(here)
    return Marks(ranges, occurrences)


def _found(at_hand: Shelf, report: Report, q: str) -> frozenset[str]:
    """Ids of the report's sections that the search finds; empty where the index does not answer or
    does not know the report."""
    try:
        _, hits = every_hit(at_hand.engine, Request(q=q, sort="newest", reports=(report.id,)))
        return frozenset(hit.section for hit in hits)
    except XunzhangError:
        return frozenset()


def steps(identity: str, reading: Reading, total: int) -> dict[str, Any] | None:
    """Where one stands among the marks, and the addresses of those before and after; they work
    without a script."""
    if not total:
        return None
    here = min(reading.mark, total) if reading.mark else None

    def at(number: int) -> str | None:
        if not 1 <= number <= total:
            return None
        return links.report(identity, replace(reading, mark=number), f"m{number}")

    return {"here": here, "total": total, "before": at((here or 1) - 1), "after": at((here or 0) + 1)}


def of_zone(at_hand: Shelf, zone: str | None) -> Sequence[Entry]:
    """The searchable reports of a zone; none where the index does not answer: the report can still
    be read."""
    try:
        return at_hand.zones().get(zone, ())
    except XunzhangError:
        return ()


def other_years(report: Report, entries: Sequence[Entry], reading: Reading) -> Iterator[tuple[str, str | None, str]]:
    """All reports of the zone: what to call each, its address (None for this one), its title;
    oldest first."""
    same_year = [entry.year for entry in entries]
    for entry in sorted(entries, key=lambda entry: (entry.year or 0, entry.kind, entry.id)):
        name = str(entry.year or "—")
        if same_year.count(entry.year) > 1:
            name = f"{name} {name_of(entry.kind)}"
        url = links.report(entry.id, Reading(q=reading.q, lang=reading.lang))
        yield name, None if entry.id == report.id else url, entry.title or ""


def script_choices(report: Report, reading: Reading) -> list[tuple[str, str, bool]]:
    """Original and simplified characters, for reports that are in traditional ones: key, address,
    in use."""
    if report.script == "hans":
        return []
    return [
        (script, links.report(report.id, replace(reading, script=script)), reading.script == script)
        for script in ("original", "hans")
    ]
