"""Where a query stands in a text that is shown: a plain scan of the folded text.

This is the definition of an occurrence, in a few lines; what the index counts is tested against it.
The report page and the snippets mark what it finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.text.fold import SKIPPED, fold
from search.answer import Range
from search.loops.stretch import merged as merged
from search.query.counted import Texts, offsets
from search.query.read import Query
from search.query.syntax import GAP_WIDTH, Near, Phrase

PARAGRAPH_END = "\n"


def spans(query: Query, text: str) -> list[Range]:
    """The distinct occurrences (start, end) of a query in `text` as written, in order.

    White space inside a match is covered by it. Words under NOT and fields have no occurrences.
    """
    squeezed, places = squeezed_at(text)
    return _as_written(scan(query, squeezed), places)


def looked_for(query: Query, text: str) -> list[Range]:
    """What `spans` gives, and the words that lie in unbroken runs."""
    squeezed, places = squeezed_at(text)
    return _as_written(scan_all(query, squeezed), places)


def _as_written(found: Iterable[Range], places: Sequence[int]) -> list[Range]:
    return [(places[start], places[end - 1] + 1) for start, end in found]


def squeezed_at(text: str) -> tuple[str, Sequence[int]]:
    """Folded text without white space, and the offset in `text` of each character left."""
    folded = fold(text)
    if SKIPPED.isdisjoint(folded):
        return folded, range(len(folded))
    places = [at for at, character in enumerate(folded) if character not in SKIPPED]
    return "".join([folded[at] for at in places]), places


def scan(query: Query, text: str, paragraph_end: str = PARAGRAPH_END) -> list[Range]:
    """The distinct occurrences of a query in squeezed `text`, sorted."""
    counted = query.counted
    if len(counted.whole) == 1 and not counted.words and not counted.pairs:
        # Distinct and in order as it is.
        return _key(counted.whole[0], text, paragraph_end)
    found = _everything(counted.whole, counted.pairs, text, paragraph_end)
    for word, runs in counted.words.items():
        found.update(_broken(word, runs, text))
    return sorted(found)


def scan_all(query: Query, text: str, paragraph_end: str = PARAGRAPH_END) -> list[Range]:
    """What `scan` gives, and the words that lie in unbroken runs."""
    return sorted(_everything(query.counted.keys, query.counted.pairs, text, paragraph_end))


def _everything(
    keys: Iterable[str | Phrase], pairs: Iterable[tuple[Near, ...]], text: str, paragraph_end: str
) -> set[Range]:
    found = {span for key in keys for span in _key(key, text, paragraph_end)}
    return found.union(*(_pairs(nears, text, paragraph_end) for nears in pairs))


def _key(key: str | Phrase, text: str, paragraph_end: str) -> list[Range]:
    if isinstance(key, str):
        return _exact(key, text)
    return [match.span(1) for match in _with_gaps(key.pieces, paragraph_end).finditer(text)]


def _alone(phrase: Phrase) -> str | Phrase:
    return phrase.pieces[0] if len(phrase.pieces) == 1 else phrase


def _broken(word: str, runs: Iterable[Texts], text: str) -> list[Range]:
    """A word where it lies in no unbroken run, of one of its runs at least."""
    inside = [
        {start + at for one in texts for start, _ in _exact(one, text) for at in offsets(word, one)} for texts in runs
    ]
    return [span for span in _exact(word, text) if any(span[0] not in starts for starts in inside)]


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


def _pairs(nears: Iterable[Near], text: str, paragraph_end: str) -> list[Range]:
    """The pairs of several alternatives, the nearest first, then from left to right; each member in
    one at most."""
    able = {pair for near in nears for pair in _both_ways(near, text, paragraph_end)}
    found: list[Range] = []
    taken: set[Range] = set()
    for _, one, other in sorted(able):
        if one not in taken and other not in taken:
            taken |= {one, other}
            found.append((one[0], other[1]))
    return found


def _both_ways(near: Near, text: str, paragraph_end: str) -> Iterator[tuple[int, Range, Range]]:
    left, right = (_key(_alone(side), text, paragraph_end) for side in (near.left, near.right))
    for before, behind in ((left, right), (right, left)):
        for one, other in _beside(before, behind):
            between = text[one[1] : other[0]]
            if len(between) <= near.distance and paragraph_end not in between:
                yield len(between), one, other


def _beside(before: list[Range], behind: list[Range]) -> Iterator[tuple[Range, Range]]:
    """Which stand side by side in this order: no other of the same two lies nearer to either."""
    starts, ends = [start for start, _ in behind], [end for _, end in before]
    for number, one in enumerate(before):
        at = bisect_left(starts, one[1])
        if at < len(behind) and bisect_right(ends, starts[at]) - 1 == number:
            yield one, behind[at]
