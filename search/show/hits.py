"""The hits of one page: what a section is called, and the stretch of it that shows the matches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from index.characters.lookup import Characters
from search.answer import Hit, Snippet
from search.found import Found
from search.loops import chosen
from search.loops.stretch import as_written
from search.match.segment_view import SegmentView
from search.match.spans import scan
from search.query.counted import Counted
from search.query.read import Query
from search.show.snippet import snippet

# Gives the plain strings that count in a document.
Strings: TypeAlias = Callable[[Characters, int], list[str]]
# How the index writes it.
PARAGRAPH_END = "\0"


def hits(found: Found, page: list[tuple[int, int]], texts: bool = False) -> tuple[Hit, ...]:
    """The hits for a page of (segment, place among the documents found), with their whole `texts` if
    wanted."""
    strings = _strings(found.query.counted)
    return tuple([_hit(found, strings, segment, place, texts) for segment, place in page])


def _hit(found: Found, strings: Strings | None, segment: int, place: int, texts: bool) -> Hit:
    view, doc = found.view.segments[segment], found.docs[segment].item(place)
    snippet, paragraph = _snippet(found.query, strings, view, doc)
    text = view.text.shown(doc) if texts else None
    score, occurrences = found.score(segment, place), found.occurrences[segment].item(place)
    return hit(view, doc, score, occurrences, snippet, paragraph, text)


def hit(
    view: SegmentView,
    doc: int,
    score: float,
    occurrences: int,
    snippet: Snippet,
    paragraph: int | None,
    text: str | None = None,
) -> Hit:
    """A document as a hit; `text`: the whole of it, where that is wanted."""
    report, section, part = view.segment.fields(doc)
    id, title, zone, province, city, _, year, kind, _, script, scan, _, _ = report
    return Hit(
        id,
        section[0],
        section[2],
        paragraph,
        title,
        zone or None,
        province or None,
        city or None,
        int(year) if year else None,
        kind,
        part or None,
        script,
        tuple(section[3:]),
        score,
        occurrences,
        snippet,
        float(scan) if scan else None,
        text,
    )


def _snippet(query: Query, strings: Strings | None, view: SegmentView, doc: int) -> tuple[Snippet, int | None]:
    if strings is not None:
        return chosen.loops.shown(view.text, doc, strings(view.text, doc)) or _beginning(query, view, doc)
    folded = scan(query, view.text.folded(doc), PARAGRAPH_END)
    if not folded:
        return _beginning(query, view, doc)
    return snippet(view.text.shown(doc), as_written(view.text, doc, folded))


def _beginning(query: Query, view: SegmentView, doc: int) -> tuple[Snippet, int | None]:
    """What is shown where nothing in the section matches."""
    heading = int(view.segment.headings[doc])
    begin = as_written(view.text, doc, [(heading - 1, heading)])[0][1] if heading and not query.operands else 0
    return snippet(view.text.shown(doc), [], begin)


def _strings(counted: Counted) -> Strings | None:
    """What tells the plain strings that count in a document; None where more is looked for. Plain
    strings can be found without making a string of the text first."""
    if counted.pairs or not all(isinstance(key, str) for key in counted.keys):
        return None
    whole = _plain(counted.whole)
    if not counted.words:
        return lambda *_: whole
    return lambda text, doc: _plain(counted.keys_where(lambda run: bool(text.places(doc, run))))


def _plain(keys: Iterable[object]) -> list[str]:
    return [key for key in keys if isinstance(key, str)]
