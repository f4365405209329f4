"""Where a query stands in a text that is shown: a plain scan of the folded text.

This is the definition of an occurrence, in a few lines; what the index counts is tested against it.
The report page and the snippets mark what it finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.text.fold import SKIPPED, fold
from search.answer import Range
from search.loops.stretch import merged as merged
from search.query.read import Query
from search.query.syntax import GAP_WIDTH, Near, Operand, Phrase

PARAGRAPH_END = "\n"


def spans(query: Query, text: str) -> list[Range]:
    """The distinct occurrences (start, end) of a query's words and phrases in `text` as written, in
    order.

    White space inside a match is covered by it. Words under NOT and fields have no occurrences.
    """
    squeezed, offsets = squeezed_at(text)
    return [(offsets[start], offsets[end - 1] + 1) for start, end in scan(query.operands, squeezed)]


def squeezed_at(text: str) -> tuple[str, Sequence[int]]:
    """Folded text without white space, and the offset in `text` of each character left."""
    folded = fold(text)
    if SKIPPED.isdisjoint(folded):
        return folded, range(len(folded))
    offsets = [at for at, character in enumerate(folded) if character not in SKIPPED]
    return "".join([folded[at] for at in offsets]), offsets


def scan(operands: Iterable[Operand], text: str, paragraph_end: str = PARAGRAPH_END) -> list[Range]:
    """The distinct spans of all `operands` in squeezed `text`, sorted."""
    operands = tuple(operands)
    if len(operands) == 1 and not isinstance(operands[0], Near):
        # Distinct and in order as it is.
        return _operand(operands[0], text, paragraph_end)
    found: set[Range] = set()
    for operand in operands:
        found.update(_operand(operand, text, paragraph_end))
    return sorted(found)


def _operand(operand: Operand, text: str, paragraph_end: str) -> list[Range]:
    if isinstance(operand, Near):
        return _near(operand, text, paragraph_end)
    if isinstance(operand, Phrase) and len(operand.pieces) > 1:
        return [match.span(1) for match in _with_gaps(operand.pieces, paragraph_end).finditer(text)]
    return _exact(operand.text, text)


def _exact(phrase: str, text: str) -> list[Range]:
    """Every occurrence, overlapping ones too."""
    found, length, at = [], len(phrase), text.find(phrase)
    while at >= 0:
        found.append((at, at + length))
        at = text.find(phrase, at + 1)
    return found


@lru_cache(maxsize=256)
def _with_gaps(pieces: tuple[str, ...], paragraph_end: str) -> re.Pattern[str]:
    """Tried at every start; lazy gaps give the shortest end."""
    gap = f"[^{re.escape(paragraph_end)}]{{0,{GAP_WIDTH}}}?"
    return re.compile(f"(?=({gap.join(map(re.escape, pieces))}))")


def _near(near: Near, text: str, paragraph_end: str) -> list[Range]:
    """The occurrences of both sides that have one of the other side near enough."""
    left = _operand(near.left, text, paragraph_end)
    right = _operand(near.right, text, paragraph_end)
    return _beside(left, right, near.distance, text, paragraph_end) + _beside(
        right, left, near.distance, text, paragraph_end
    )


def _beside(some: list[Range], others: list[Range], distance: int, text: str, paragraph_end: str) -> list[Range]:
    starts, ends = [start for start, _ in others], [end for _, end in others]

    def has_other(start: int, end: int) -> bool:
        behind, before = bisect_left(starts, end), bisect_right(ends, start) - 1
        gaps = [(end, starts[behind])] if behind < len(starts) else []
        gaps += [(ends[before], start)] if before >= 0 else []
        return any(to - since <= distance and paragraph_end not in text[since:to] for since, to in gaps)

    return [(start, end) for start, end in some if has_other(start, end)]
