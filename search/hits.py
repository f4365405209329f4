"""The hits of one page: what a section is called, and the stretch of it that shows the matches."""

from __future__ import annotations

from bisect import bisect_right

from search.answer import Hit, Range, ReportHit, Snippet
from search.found import Found
from search.match import reports_about
from search.query import Query
from search.snippet import snippet
from search.spans import scan
from search.view import SegmentView

# So many reports are named when only titles, zones or places match.
MOST_REPORTS = 20


def hits(found: Found, page: list[tuple[int, int]]) -> tuple[Hit, ...]:
    """The hits for a page of (segment, place among the documents found)."""
    return tuple([_hit(found, segment, place) for segment, place in page])


def _hit(found: Found, segment: int, place: int) -> Hit:
    view, doc = found.view.segments[segment], found.docs[segment].item(place)
    stored = view.segment.stored(doc)
    shown, paragraph = _snippet(found.query, view, doc)
    return Hit(
        report=stored.report,
        section=stored.section,
        paragraph=paragraph,
        title=stored.title,
        zone=stored.zone,
        province=stored.province,
        city=stored.city,
        year=stored.year,
        kind=stored.kind,
        part=stored.part,
        script=stored.script,
        headings=stored.headings,
        score=found.scores[segment].item(place),
        occurrences=found.occurrences[segment].item(place),
        snippet=shown,
    )


def _snippet(query: Query, view: SegmentView, doc: int) -> tuple[Snippet, int | None]:
    text = view.text.shown(doc)
    if query.operands:
        return snippet(text, ranges(query, view, doc))
    heading = int(view.segment.headings[doc])
    return snippet(text, [], shown_ranges(view, doc, [(heading - 1, heading)])[0][1] if heading else 0)


def ranges(query: Query, view: SegmentView, doc: int) -> list[Range]:
    """The occurrences of a query in a section, as offsets in its text as written."""
    return shown_ranges(view, doc, scan(query.operands, view.text.folded(doc), "\0"))


def shown_ranges(view: SegmentView, doc: int, folded: list[Range]) -> list[Range]:
    """Ranges of a section's folded text as ranges of its text as written."""
    skips = view.text.left_out(doc)
    if not skips:
        return folded
    # An end is the place behind the last character, so no white space is marked after a match.
    return [(start + bisect_right(skips, start), end + bisect_right(skips, end - 1)) for start, end in folded]


def report_hits(found: Found) -> tuple[ReportHit, ...]:
    """The first reports, newest first, whose title, zone or place holds what no section does; () where a section matches."""
    if any(map(len, found.docs)):
        return ()
    pairs = [
        (int(keys[doc]), view.segment, doc)
        for view, lookup, keys in zip(found.view.segments, found.lookups, found.view.keys("newest"), strict=True)
        for doc in reports_about(found.view, lookup, found.query).tolist()
        if found.filters.pass_report(view, doc)
    ]
    chosen = sorted(pairs, key=lambda pair: pair[0])[:MOST_REPORTS]
    stored = [segment.stored(doc) for _, segment, doc in chosen]
    return tuple(ReportHit(each.report, each.title, each.zone, each.year) for each in stored)
