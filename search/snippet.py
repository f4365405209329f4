"""The stretch of a section that a hit shows, with the matches in it."""

from __future__ import annotations

from bisect import bisect_right

from corpus.mask import mask
from search.answer import Range, Snippet
from search.spans import merged

# About three lines on a wide screen, five on a phone.
WIDTH = 120
# This share of what is left over goes before the first match.
LEAD = 0.3
# A sentence may begin this far before the place where the stretch would be cut.
REACH = 24
# Where a section is full of matches the first so many decide what is shown.
MOST_WEIGHED = 64
_SENTENCE_ENDS = "。；！？\n"


def snippet(text: str, ranges: list[Range], heading: int = 0) -> tuple[Snippet, int | None]:
    """A stretch of `text` around most of `ranges`, and the 1-based paragraph of its first match.

    It may run over the end of a paragraph, so that what stands behind a heading shows. Personal numbers are masked. Without
    ranges: the beginning of what stands behind the heading, which is `heading` characters long.
    """
    shown = mask(text)
    if not ranges:
        start = _body(text, heading)
        return Snippet(shown[start : start + WIDTH].rstrip(), ()), None
    first, last = _busiest(text, ranges[:MOST_WEIGHED])
    start, end = _around(text, ranges[first][0], max(end for _, end in ranges[first : last + 1]))
    # A match that the edge would cut comes in whole.
    start = min((a for a, b in ranges if a < start < b), default=start)
    end = max((b for a, b in ranges if a < end < b), default=end)
    inside = [(a - start, b - start) for a, b in ranges if a >= start and b <= end]
    return Snippet(shown[start:end], merged(inside)), text.count("\n", 0, start + inside[0][0]) + 1


def _body(text: str, heading: int) -> int:
    """Where the text behind the heading begins; 0 where there is none."""
    start = heading
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start if start < len(text) else 0


def _busiest(text: str, ranges: list[Range]) -> tuple[int, int]:
    """The first and last of the ranges that fit into one stretch where most do; the earliest such stretch."""
    starts = [start for start, _ in ranges]
    best, most = (0, 0), 0
    for first, start in enumerate(starts):
        last = bisect_right(starts, start + WIDTH) - 1
        while last > first and ranges[last][1] > start + WIDTH:
            last -= 1
        # Different words first, then many.
        weight = len({text[a:b] for a, b in ranges[first : last + 1]}) * len(ranges) + last - first + 1
        if weight > most:
            best, most = (first, last), weight
    return best


def _around(text: str, start: int, end: int) -> Range:
    """The stretch shown around the matches from `start` to `end`: from the beginning of a sentence, if one is near."""
    spare = max(0, WIDTH - (end - start))
    begin = max(0, start - int(spare * LEAD))
    sentence = max(text.rfind(mark, max(0, begin - REACH), start) for mark in _SENTENCE_ENDS) + 1
    begin = sentence or (begin if begin > REACH else 0)
    finish = min(len(text), max(end, begin + WIDTH))
    begin = max(0, min(begin, finish - WIDTH))
    while begin < start and text[begin].isspace():
        begin += 1
    while finish > end and text[finish - 1].isspace():
        finish -= 1
    return begin, finish
