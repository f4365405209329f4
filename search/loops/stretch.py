"""The stretch of a section that shows its matches: which one it is, and how it is cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from index.characters.lookup import Characters
from search.answer import Range, Snippet

# About three lines on a wide screen, five on a phone.
WIDTH = 120
# This share of what is left over goes before the first match.
LEAD = 0.3
# A sentence may begin this far before the place where the stretch would be cut.
REACH = 24
# Where a section is full of matches the first so many decide what is shown.
MOST_WEIGHED = 32
_SENTENCE_END = re.compile(r"[。；！？\n]")


def shown(text: Characters, doc: int, strings: list[str]) -> tuple[Snippet, int] | None:
    """The snippet of a document that holds some of `strings` and no personal number, and its first
    match's paragraph; None where it holds none of them. Looking through the bytes needs no string
    of the whole text."""
    folded, which = _found(text, doc, strings)
    if not folded:
        return None
    ranges = as_written(text, doc, folded)
    longest = max(map(len, strings)) + len(text.left_out(doc))
    cut = cut_out(partial(text.stretch, doc), text.written_length(doc), ranges, busiest(ranges, which), longest)
    return cut, text.paragraph(doc, folded[0][0])


def _found(text: Characters, doc: int, strings: list[str]) -> tuple[list[Range], Sequence[int]]:
    """Where some strings stand in the folded text of a document, in order, and which of them each
    is; () where there is one."""
    if len(strings) == 1:
        size = len(strings[0])
        return [(at, at + size) for at in text.places(doc, strings[0])], ()
    found = [(at, at + len(each), which) for which, each in enumerate(strings) for at in text.places(doc, each)]
    found.sort()
    return [(start, end) for start, end, _ in found], [which for _, _, which in found]


def as_written(text: Characters, doc: int, folded: list[Range]) -> list[Range]:
    """Ranges of a document's folded text as ranges of its text as written."""
    skips = text.left_out(doc)
    if not skips:
        return folded
    # An end is the place behind the last character, so no white space is marked after a match.
    return [(start + bisect_right(skips, start), end + bisect_right(skips, end - 1)) for start, end in folded]


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Sorted ranges, those that overlap made one; ranges that only touch stay apart.

    >>> merged([(0, 3), (2, 4), (4, 6)])
    ((0, 4), (4, 6))
    """
    found: list[Range] = []
    for start, end in ranges:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def cut_out(read: Callable[[int, int], str], length: int, ranges: list[Range], around: Range, longest: int) -> Snippet:
    """The stretch shown of a text that holds no personal number, without reading all of its
    `length` characters.

    `read` gives the text from one offset to another; `around` is the `busiest` part; a match is at
    most `longest` characters long."""
    begin = begin_of(around, length)
    offset = max(0, begin - REACH - longest)
    window = read(offset, max(around[1], around[0] + WIDTH) + longest)
    start, end, inside = marked(ranges, *around_matches(window, offset, length, around, begin))
    return Snippet(window[start - offset : end - offset], inside)


def marked(ranges: list[Range], start: int, end: int) -> tuple[int, int, tuple[Range, ...]]:
    """The stretch from `start` to `end`, wider where its edge would cut a match, and the matches in
    it."""
    if len(ranges) == 1:
        return start, end, ((ranges[0][0] - start, ranges[0][1] - start),)
    near = [each for each in ranges if each[1] > start and each[0] < end]
    start, end = min(start, near[0][0]), max([end, *[b for _, b in near]])
    return start, end, merged([(a - start, b - start) for a, b in near])


def busiest(ranges: list[Range], words: Sequence[object]) -> Range:
    """From where to where the ranges lie that fit into one stretch where most do; the earliest such
    stretch.

    `words`: what stands in each of the first MOST_WEIGHED ranges; () where the same stands in all.
    """
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
    """The stretch with most different words, then most words: both ends of it move on, and what is
    in it is counted."""
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


def begin_of(around: Range, length: int) -> int:
    """Where the stretch shown would begin, if no sentence began near."""
    start, end = around
    return max(0, min(start - int(max(0, WIDTH - (end - start)) * LEAD), length - WIDTH))


def around_matches(window: str, offset: int, length: int, around: Range, begin: int) -> Range:
    """The stretch shown around the matches: from `begin` on, or from the beginning of a sentence,
    if one is near."""
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
