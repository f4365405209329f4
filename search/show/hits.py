"""The hits of one page: what a section is called, and the stretch of it that shows the matches."""

from __future__ import annotations

from search.answer import Hit, ReportHit, Snippet
from search.found import Found
from search.loops import chosen
from search.loops.stretch import as_written
from search.match.sections import reports_about
from search.match.spans import scan_all
from search.match.view import SegmentView
from search.query.read import Query
from search.show.snippet import snippet

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
    if texts is not None:
        return chosen.loops.shown(view.text, doc, texts) or _beginning(query, view, doc)
    folded = scan_all(query, view.text.folded(doc), PARAGRAPH_END)
    if not folded:
        return _beginning(query, view, doc)
    return snippet(view.text.shown(doc), as_written(view.text, doc, folded))


def _beginning(query: Query, view: SegmentView, doc: int) -> tuple[Snippet, int | None]:
    """What is shown where nothing in the section matches."""
    heading = int(view.segment.headings[doc])
    begin = as_written(view.text, doc, [(heading - 1, heading)])[0][1] if heading and not query.operands else 0
    return snippet(view.text.shown(doc), [], begin)


def _strings(query: Query) -> list[str] | None:
    """What is looked for, where all of it is plain strings: those can be found without making a
    string of the text first."""
    keys = query.counted.keys
    texts = [key for key in keys if isinstance(key, str)]
    return texts if len(texts) == len(keys) and not query.counted.pairs else None


def report_hits(found: Found) -> tuple[ReportHit, ...]:
    """The first reports, newest first, whose title, zone or place holds what no section does; ()
    where a section matches."""
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
