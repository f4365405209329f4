"""The stretch of a section that a hit shows, with the matches in it."""

from __future__ import annotations

from corpus.text.fold import squeeze
from search.answer import Range, Snippet
from search.loops.stretch import MOST_WEIGHED, around_matches, begin_of, busiest, marked
from search.loops.stretch import WIDTH as WIDTH


def snippet(text: str, ranges: list[Range], heading: int = 0) -> tuple[Snippet, int | None]:
    """A stretch of `text` around most of `ranges`, and the 1-based paragraph of its first match.

    It may run over the end of a paragraph, so that what stands behind a heading shows.
    Without ranges: the beginning of what stands behind the heading, which is
    `heading` characters long.
    """
    if not ranges:
        start = _body(text, heading)
        return Snippet(text[start : start + WIDTH].rstrip(), ()), None
    around = busiest(ranges, _words(text, ranges))
    start, end, inside = marked(ranges, *around_matches(text, 0, len(text), around, begin_of(around, len(text))))
    return Snippet(text[start:end], inside), text.count("\n", 0, ranges[0][0]) + 1


def _words(text: str, ranges: list[Range]) -> list[str]:
    """What stands in each of the first MOST_WEIGHED ranges, in whatever script or width; [] where
    all fit into one stretch."""
    if ranges[-1][1] - ranges[0][0] <= WIDTH:
        return []
    return [squeeze(text[a:b]) for a, b in ranges[:MOST_WEIGHED]]


def _body(text: str, heading: int) -> int:
    """Where the text behind the heading begins; 0 where there is none."""
    start = heading
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start if start < len(text) else 0
