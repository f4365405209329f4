"""A report as one reads it: its text with the search's marks, its outline with hits a section, and
what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.errors import XunzhangError
from corpus.records import Report, Section
from corpus.text.fingerprint import fingerprint
from corpus.text.script import simplified
from search.answer import Range
from search.changes.earlier import earlier
from search.errors import QueryError
from search.match.spans import merged, spans
from search.query.read import Query, parse
from search.request import Request
from search.stream import every_hit
from web.address import comparing, links, place
from web.address.parameters import Reading, State, read_report
from web.pages.permalink import arrived
from web.pages.receipt import summary
from web.pages.typeset import label, typeset
from web.reading.beside_text import Beside, beside_text
from web.reading.other_years import beside, of_zone, other_years
from web.reading.standing import standing, steps
from web.record.citation import citation, part, whole
from web.record.scholarly import described, meta
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


def report_page(identity: str) -> str | Response:
    """One report with the marks of `q`; 302 to the section that stands for the one of another
    report."""
    reading = read_report(request.args)
    report = held_report(shelf(), identity)
    if reading.beside:
        return redirect(_beside(report, reading))
    shown = in_script(report, reading.script)
    marks = marks_of(shelf(), report, shown, reading.q)
    at = standing(shown, reading, marks.ranges)
    others, untold = _beside_text(report, shown, reading)
    return render_template(
        "report.html",
        compared=comparing.changes,
        state=State(Request(q=reading.q), lang=reading.lang),
        reading=reading,
        noted=(report.id,),
        report=shown,
        sections=typeset(shown, marks.ranges, marks.occurrences, others),
        untold=untold,
        margin=links.report(report.id, replace(reading, shared=not reading.shared)),
        marks=marks,
        at=at,
        came_from=came_from(),
        steps=steps(report.id, reading, at, marks.total),
        other_years=list(other_years(report, of_zone(shelf(), report.zone), reading, at.section)),
        before=earlier(report, of_zone(shelf(), report.zone)),
        scripts=script_choices(report, reading),
        facts=shown.provenance,
        receipt=summary(report.receipt),
        gone=shelf().store.gone.since,
        **references(report, at.section),
        arrived=arrived(shelf().store, report, request.args),
        fingerprints={section.id: fingerprint(section.text, section.number) for section in report.sections},
    )


def references(report: Report, section: Section | None) -> dict[str, Any]:
    """How the report is cited, and the section one came to; what the page says of itself to
    programs."""
    root, today = place.root(), datetime.now(UTC).date()
    original = next((each for each in report.sections if section and each.id == section.id), None)
    return {
        "cited": citation(whole(report), root, today),
        "cited_section": citation(part(report, original, label(original)), root, today) if original else "",
        "section_cited": original.id if original else "",
        "description": described(report),
        "meta": meta(report, root),
    }


def _beside(report: Report, reading: Reading) -> str:
    section = beside(shelf(), report, reading.beside)
    if section is None:
        return links.report(report.id, replace(reading, beside=""))
    return links.hit(report.id, section.id, replace(reading, beside=""))


def _beside_text(report: Report, shown: Report, reading: Reading) -> tuple[dict[str, list[Beside]], str]:
    """What others have, where the margin is wanted; else, or where that cannot be told, nothing and
    why: the text can be read all the same."""
    if not reading.shared:
        return {}, ""
    try:
        return beside_text(shelf().engine, report, shown.sections), ""
    except XunzhangError as error:
        return {}, error.said


def came_from() -> str | None:
    """The list of hits one comes from, with all its filters, as the browser tells; None where it
    tells of none."""
    before = urlsplit(request.referrer or "")
    if before.netloc != request.host or before.path != links.SEARCH:
        return None
    return f"{before.path}?{before.query}" if before.query else before.path


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


def script_choices(report: Report, reading: Reading) -> list[tuple[str, str, bool]]:
    """Original and simplified characters, for reports that are in traditional ones: key, address,
    in use."""
    if report.script == "hans":
        return []
    return [
        (script, links.report(report.id, replace(reading, script=script)), reading.script == script)
        for script in ("original", "hans")
    ]
