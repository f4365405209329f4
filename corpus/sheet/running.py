"""What belongs to the sheet and not to the text: page numbers and running heads, at the edges of
pages.

A page number counts pages, or is dressed as one; a bare figure that does neither is the end of a
sentence. A running head recurs, and stands apart or recurs often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.records import Trace
from corpus.sheet.printed import Printed
from corpus.text.numerals import COUNTING

# A running head stands at the edge of so many pages, and of such a share of them; where it stands
# apart, or in other type, fewer do.
FEWEST_HEADS, FEWEST_APART, HEAD_SHARE = 3, 2, 0.4
EDGE = 2  # lines at the top and at the bottom of a page
# Apart: so many times as far from its neighbour as lines are from each other; or so much smaller.
APART, SMALLER = 1.4, 0.9

_DASHES = r"[\-—–―－·•~～\s|]*"
_COUNT = rf"(?:\d{{1,4}}|[{COUNTING}百〇]{{1,5}}|[ivxlIVXL]{{1,6}})"
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}(?:[Pp]age\s*|第\s*)?({_COUNT})(?:\s*页)?"
    rf"(?:\s*[/，,]?\s*(?:of\s*|共\s*)?\d{{1,4}}\s*页?)?{_DASHES}"
)
_BARE = re.compile(r"\s*\d{1,4}\s*")
_UNDRESSED = re.compile(rf"\s*{_COUNT}\s*")


def without_running(pages: Sequence[Sequence[Printed]], receipt: list[Trace]) -> Iterator[list[Printed]]:
    """Every page without its number and its running heads; what goes is told the receipt."""
    heads, offsets = _heads(pages), _offsets(pages)
    for page, lines in enumerate(pages):
        kept, edges = [], set(_edges(lines))
        for at, line in enumerate(lines):
            number = at in edges and _counts(line.text, page, offsets) and (len(pages) > 1 or at in set(_apart(lines)))
            if number or (at in edges and _shape(line.text) in heads):
                receipt.append(Trace("page number" if number else "running head", line.text))
            else:
                kept.append(line)
        yield kept


def _edges(lines: Sequence[Printed]) -> Iterator[int]:
    """Positions of the lines at the top and the bottom of a page."""
    yield from dict.fromkeys((*range(min(EDGE, len(lines))), *range(max(len(lines) - EDGE, 0), len(lines))))


def _offsets(pages: Sequence[Sequence[Printed]]) -> frozenset[int]:
    """By how much the numbers at the edges run ahead of the pages, where two pages agree; 1 in
    any case: the first page is 1."""
    ahead = Counter(
        offset
        for page, lines in enumerate(pages)
        for offset in {int(lines[at].text) - page for at in _edges(lines) if _BARE.fullmatch(lines[at].text)}
    )
    return frozenset((1, *(offset for offset, times in ahead.items() if times > 1)))


def _counts(text: str, page: int, offsets: frozenset[int]) -> bool:
    """Is it the number of that page?"""
    if _BARE.fullmatch(text):
        return int(text) - page in offsets
    return bool(_PAGE_NUMBER.fullmatch(text)) and not _UNDRESSED.fullmatch(text)


def _heads(pages: Sequence[Sequence[Printed]]) -> frozenset[str]:
    """What stands at the edge of many pages, numbers aside."""
    often = Counter(shape for lines in pages for shape in {_shape(lines[at].text) for at in _edges(lines)})
    apart = Counter(shape for lines in pages for shape in {_shape(lines[at].text) for at in _apart(lines)})
    share = HEAD_SHARE * len(pages)
    found = {shape for shape, count in often.items() if count >= max(FEWEST_HEADS, share)}
    found |= {shape for shape, count in apart.items() if count >= max(FEWEST_APART, min(share, FEWEST_HEADS))}
    return frozenset(found - {"", "0"})  # a bare figure counts pages, or is text


def _apart(lines: Sequence[Printed]) -> Iterator[int]:
    """The positions of what stands above or below the text of a page, away from it or in smaller
    type."""
    text = [line for line in lines if line.grid is None]
    steps = [above.top - line.top for above, line in pairwise(text)]
    if len(steps) < 2 * EDGE:
        return
    usual, size = median(steps), median(line.size for line in text)
    for at, near in ((0, 1), (len(lines) - 1, len(lines) - 2)):
        line, other = lines[at], lines[near]
        gap = line.top - other.top if at == 0 else other.top - line.top
        if line.grid is None and (gap >= APART * usual or line.size <= SMALLER * size):
            yield at


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", text))
