"""What was typed as one thing though segmentation cuts it: 下一年度, 互联网+, 1+3, 1.5万, 两个维护.

That it stands together is what ranks first and what `exact` counts, no more: its words may stand in
a section in any order, as the words of every run. (What had to stand together found less: 下一年度 no
section of the sample, where eleven hold its words.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.words.cut import domain_words
from search.query.number import NUMERALS

Span = tuple[int, int]
# What segmentation may have joined to the name of a plan: “八五”普法 is written with quotation
# marks too.
_PLAN = re.compile("(?:十?[一二三四五六七八九]五|十五)(?=(?:普法|规划|计划|期间|时期)$)")
# What our dictionary has joined to the number of it.
_SOME = re.compile("[两三四五六七八九十]个(?=..)")


class Together(NamedTuple):
    """A stretch that was typed as one thing, and the other ways to write all of it."""

    start: int
    end: int
    ways: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _fixed() -> frozenset[str]:
    """The entries of our dictionary that say how many there are of something."""
    return frozenset(word for word, _ in domain_words() if _SOME.match(word))


def parts(word: str, start: int) -> tuple[list[Span], list[Together]]:
    """The words that a word of segmentation is looked for as, and what they are together."""
    end = start + len(word)
    plan, some = _PLAN.match(word), _SOME.match(word) if word in _fixed() else None
    if begun := plan or some:
        cut = start + begun.end()
        return [(start, cut), (cut, end)], [Together(start, end)] if some else []
    return [(start, end)], []


def signed(text: str, spans: list[Span]) -> list[Together]:
    """Words with the plus behind them, which also joins letters and digits: 互联网+, 1+3."""
    if "+" not in text:
        return []

    def together(one: Span, other: Span) -> bool:
        behind = text[one[0]] == "+" and text[one[0] - 1].isascii() and text[other[0]].isascii()
        return one[1] == other[0] and (text[other[0]] == "+" or behind)

    signs = [match.span() for match in re.finditer(r"(?<=[^\W_])\++", text)]
    return [Together(*span) for span in joined(sorted(spans + signs), together) if span not in spans]


def is_amount(text: str) -> bool:
    """Whether a number has no measure word behind it: 2,904 and 1.5万."""
    return text[-1] in NUMERALS


def united(spans: list[Span], units: Iterable[Together]) -> Iterator[tuple[Span, list[Span], Together | None]]:
    """Each stretch in order with the words in it, those of a unit together: of units that overlap
    the first, and none whose edge lies within a word."""
    at = 0
    for unit in _kept(spans, units):
        while spans[at][0] < unit.start:
            yield spans[at], [spans[at]], None
            at += 1
        inside = [span for span in spans[at:] if span[0] < unit.end]
        yield unit[:2], inside, unit
        at += len(inside)
    yield from ((span, [span], None) for span in spans[at:])


def _kept(spans: list[Span], units: Iterable[Together]) -> list[Together]:
    kept: list[Together] = []
    for unit in sorted(units, key=lambda unit: (unit.start, -unit.end)):
        whole = not any(start < edge < end for start, end in spans for edge in unit[:2])
        if whole and unit[:2] not in spans and (not kept or kept[-1].end <= unit.start):
            kept.append(unit)
    return kept


def joined(spans: Iterable[Span], together: Callable[[Span, Span], bool]) -> list[Span]:
    """Neighbours put together where they belong so."""
    spans = list(spans)
    starts = [span[0] for span in spans[:1]] + [other[0] for one, other in pairwise(spans) if not together(one, other)]
    ends = [one[1] for one, other in pairwise(spans) if not together(one, other)] + [span[1] for span in spans[-1:]]
    return list(zip(starts, ends, strict=True))
