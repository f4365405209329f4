"""The hits of one page: what a section is called, and the stretch of it that shows the matches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from search.answer import Hit, Range, ReportHit, Snippet
from search.found import Found
from search.loops.compiled import shown
from search.match.occurrences import plain
from search.match.sections import reports_about
from search.match.spans import scan
from search.match.view import SegmentView
from search.query.read import Query
from search.show.snippet import busiest, cut_out, snippet

# How the index writes it.
PARAGRAPH_END = "\0"
# So many reports are named when only titles, zones or places match.
MOST_REPORTS = 20


def hits(found: Found, page: list[tuple[int, int]]) -> tuple[Hit, ...]:
    """The hits for a page of (segment, place among the documents found)."""
    texts = _strings(found.query)
    return tuple([_hit(found, texts, segment, place) for segment, place in page])


def _hit(found: Found, texts: list[str] | None, segment: int, place: int) -> Hit:
    view, doc = found.view.segments[segment], found.docs[segment].item(place)
    report, section, part = view.segment.fields(doc)
    id, title, zone, province, city, _, year, kind, _, script, _ = report
    snippet, paragraph = _snippet(found.query, texts, view, doc)
    return Hit(
        id,
        section[0],
        paragraph,
        title,
        zone or None,
        province or None,
        city or None,
        int(year) if year else None,
        kind,
        part or None,
        script,
        tuple(section[2:]),
        found.score(segment, place),
        found.occurrences[segment].item(place),
        snippet,
    )


def _snippet(query: Query, texts: list[str] | None, view: SegmentView, doc: int) -> tuple[Snippet, int | None]:
    native = view.text.native
    if shown is not None and texts is not None and native is not None and not view.text.may_hold_number(doc):
        found = shown(native, doc, texts)
        if found is not None:
            return found
    folded, words = _folded_ranges(query, texts, view, doc)
    if not folded:
        heading = int(view.segment.headings[doc])
        begin = shown_ranges(view, doc, [(heading - 1, heading)])[0][1] if heading and not query.operands else 0
        return snippet(view.text.shown(doc), [], begin)
    marked = shown_ranges(view, doc, folded)
    text = view.text
    if texts is None or text.may_hold_number(doc):
        return snippet(text.shown(doc), marked)
    around = busiest(marked, words)
    longest = max(map(len, texts)) + len(text.left_out(doc))
    stretch = cut_out(partial(text.stretch, doc), text.written_length(doc), marked, around, longest)
    return stretch, text.paragraph(doc, folded[0][0])


def _strings(query: Query) -> list[str] | None:
    """What is looked for, where all of it is plain strings: those can be found without making a string of the text first."""
    keys = dict.fromkeys([plain(operand) for operand in query.operands])
    texts = [key for key in keys if isinstance(key, str)]
    return texts if len(texts) == len(keys) else None


def _folded_ranges(
    query: Query, texts: list[str] | None, view: SegmentView, doc: int
) -> tuple[list[Range], Sequence[object]]:
    """The occurrences of a query in a section, as offsets in its folded text, and which of `texts` each is; () where there is one."""
    if texts is None:
        return scan(query.operands, view.text.folded(doc), PARAGRAPH_END), ()
    places = view.text.places
    if len(texts) == 1:
        size = len(texts[0])
        return [(at, at + size) for at in places(doc, texts[0])], ()
    found = [(at, at + len(text), which) for which, text in enumerate(texts) for at in places(doc, text)]
    found.sort()
    return [(start, end) for start, end, _ in found], [which for _, _, which in found]


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
