"""The stretch of a section that a hit shows, with the matches in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from search.answer import Range, Snippet
from search.match.spans import merged

# About three lines on a wide screen, five on a phone.
WIDTH = 120
# This share of what is left over goes before the first match.
LEAD = 0.3
# A sentence may begin this far before the place where the stretch would be cut.
REACH = 24
# Where a section is full of matches the first so many decide what is shown.
MOST_WEIGHED = 32
_SENTENCE_END = re.compile(r"[。；！？\n]")


def snippet(text: str, ranges: list[Range], heading: int = 0) -> tuple[Snippet, int | None]:
    """A stretch of `text` around most of `ranges`, and the 1-based paragraph of its first match.

    It may run over the end of a paragraph, so that what stands behind a heading shows. Without ranges:
    the beginning of what stands behind the heading, which is `heading` characters long.
    """
    if not ranges:
        start = _body(text, heading)
        return Snippet(text[start : start + WIDTH].rstrip(), ()), None
    around = busiest(ranges, [text[a:b] for a, b in ranges[:MOST_WEIGHED]])
    start, end, inside = _marked(ranges, *_around(text, 0, len(text), around, _begin(around, len(text))))
    return Snippet(text[start:end], inside), text.count("\n", 0, ranges[0][0]) + 1


def cut_out(read: Callable[[int, int], str], length: int, ranges: list[Range], around: Range, longest: int) -> Snippet:
    """The same stretch of a text, without reading all of its `length` characters.

    `read` gives the text from one offset to another; `around` is the `busiest` part; a match is at most `longest` characters long."""
    begin = _begin(around, length)
    offset = max(0, begin - REACH - longest)
    window = read(offset, max(around[1], around[0] + WIDTH) + longest)
    start, end, inside = _marked(ranges, *_around(window, offset, length, around, begin))
    return Snippet(window[start - offset : end - offset], inside)


def _marked(ranges: list[Range], start: int, end: int) -> tuple[int, int, tuple[Range, ...]]:
    """The stretch from `start` to `end`, wider where its edge would cut a match, and the matches in it."""
    if len(ranges) == 1:
        return start, end, ((ranges[0][0] - start, ranges[0][1] - start),)
    near = [each for each in ranges if each[1] > start and each[0] < end]
    start, end = min(start, near[0][0]), max([end, *[b for _, b in near]])
    return start, end, merged([(a - start, b - start) for a, b in near])


def _body(text: str, heading: int) -> int:
    """Where the text behind the heading begins; 0 where there is none."""
    start = heading
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start if start < len(text) else 0


def busiest(ranges: list[Range], words: Sequence[object]) -> Range:
    """From where to where the ranges lie that fit into one stretch where most do; the earliest such stretch.

    `words`: what stands in each of the first MOST_WEIGHED ranges; () where the same stands in all."""
    begin = ranges[0][0]
    if len(ranges) == 1 or ranges[-1][1] - begin <= WIDTH:
        return begin, max([end for _, end in ranges])
    return _most_different(ranges[:MOST_WEIGHED], words) if words else _fullest(ranges[:MOST_WEIGHED])


def _fullest(ranges: list[Range]) -> Range:
    """The stretch with most ranges, where all are of one length."""
    best, most, last, size = ranges[0], 0, 0, len(ranges)
    for first, (begin, _) in enumerate(ranges):
        reach = begin + WIDTH
        while last < size and ranges[last][1] <= reach:
            last += 1
        if last - first > most:
            best, most = (begin, ranges[last - 1][1]), last - first
        if size - first <= most:
            break
    return best


def _most_different(ranges: list[Range], word: Sequence[object]) -> Range:
    """The stretch with most different words, then most words: both ends of it move on, and what is in it is counted."""
    inside: dict[object, int] = {}
    best, most, last, size = ranges[0], 0, 0, len(ranges)
    for first, (begin, _) in enumerate(ranges):
        reach, before = begin + WIDTH, last
        # The first one may be wider than the stretch.
        while last < size and (ranges[last][1] <= reach or last == first):
            inside[word[last]] = inside.get(word[last], 0) + 1
            last += 1
        # A stretch that ends with the one before holds less.
        if last > before and (weight := len(inside) * size + last - first) > most:
            best, most = (begin, max([end for _, end in ranges[first:last]])), weight
        inside[word[first]] -= 1
        if not inside[word[first]]:
            inside.pop(word[first])
    return best


def _begin(around: Range, length: int) -> int:
    """Where the stretch shown would begin, if no sentence began near."""
    start, end = around
    return max(0, min(start - int(max(0, WIDTH - (end - start)) * LEAD), length - WIDTH))


def _around(window: str, offset: int, length: int, around: Range, begin: int) -> Range:
    """The stretch shown around the matches: from `begin` on, or from the beginning of a sentence, if one is near."""
    start, end = around
    if begin <= REACH:
        begin = 0
    elif sentence := _SENTENCE_END.search(window, begin - REACH - offset, start - offset):
        begin = sentence.end() + offset
    finish = min(length, max(end, begin + WIDTH))
    while begin < start and window[begin - offset].isspace():
        begin += 1
    while finish > end and window[finish - 1 - offset].isspace():
        finish -= 1
    return begin, finish
