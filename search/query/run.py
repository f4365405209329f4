"""What a bare run asks for: its words, cut as the reports are cut, and nothing dropped.

Punctuation in a run separates. Letters and digits of scripts the segmentation does not know are
words as they stand. Three things are put together again that segmentation cuts: a number with its
measure word, which then is looked for in all its writings; a word and the plus behind it; and
neighbours of one character, for what the dictionary does not know is most often a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from corpus.text.fold import SKIPPED, fold, squeeze
from index.words.cut import segment
from index.words.kinds import HAN, KINDS
from search.query.number import NUMERALS, numbers
from search.query.particles import PARTICLES
from search.query.syntax import Number, Phrase, Run, Word

# What segmentation may have joined to the name of a plan: “八五”普法 is written with quotation
# marks too.
_PLAN = re.compile("(?:十?[一二三四五六七八九]五|十五)(?=(?:普法|规划|计划|期间|时期)$)")
# Without any of these there is no number.
_NUMERAL = NUMERALS | {"%", "百"}
Span = tuple[int, int]
# The other writings of a number, by where it stands.
Ways = dict[Span, tuple[str, ...]]


def squeezed(typed: str) -> str:
    """The characters of a query that count: as in reports, but a line break is white space like any
    other."""
    return squeeze(typed.replace("\n", " ").replace("\r", " "))


def counted(typed: str) -> str:
    """The characters as they were typed, one for each that folding and squeezing leaves.

    >>> counted("行政 復議\\n５２件")
    '行政復議５２件'
    """
    return both(typed)[1]


def both(typed: str) -> tuple[str, str]:
    """`squeezed` and `counted`."""
    folded = fold(typed)
    if SKIPPED.isdisjoint(folded) and "\n" not in folded and "\r" not in folded:
        return folded, typed
    kept = [(each, one) for each, one in zip(folded, typed, strict=True) if each not in SKIPPED and each not in "\n\r"]
    return "".join([each for each, _ in kept]), "".join([one for _, one in kept])


def runs(typed: str) -> tuple[Run | Phrase, ...]:
    """The unbroken runs in what was typed without a space; a single phrase if it is all
    punctuation; () if it is empty.

    >>> [run.text for run in runs("放管服、行政復議")]
    ['放管服', '行政复议']
    """
    text, shown = both(typed)
    spans, ways = _with_numbers(text, _with_signs(text, _words(text)))
    if spans == [(0, len(text))] and not ways:
        return (Run(text, (Word(text, shown),), shown),)
    spans = _with_names(text, spans, ways)
    found: list[list[Span]] = []
    for span in spans:
        if found and found[-1][-1][1] == span[0]:
            found[-1].append(span)
        else:
            found.append([span])
    cut = tuple(_run(text, shown, run, ways) for run in found)
    return cut or ((Phrase((text,), (shown,)),) if text else ())


def _run(text: str, shown: str, spans: list[Span], ways: Ways) -> Run:
    words = [(Word(text[start:end], shown[start:end]), ways.get((start, end), ())) for start, end in spans]
    whole = slice(spans[0][0], spans[-1][1])
    cut = tuple(Number((word, *map(Word, others))) if others else word for word, others in words)
    return Run(text[whole], cut, shown[whole])


def _words(text: str) -> list[Span]:
    """Where the words are; stretches of letters and digits that segmentation passes over are words
    too."""
    known = [part for word, start in segment(text) for part in _parts(word, start)]
    if sum(end - start for start, end in known) == len(text):
        return known
    left = [each if each.isalnum() else " " for each in text]
    for start, end in known:
        left[start:end] = " " * (end - start)
    return sorted(known + [match.span() for match in re.finditer(r"\S+", "".join(left))])


def _parts(word: str, start: int) -> list[Span]:
    """A word, or the plan and what it is about, whatever the dictionary has joined."""
    end, plan = start + len(word), _PLAN.match(word)
    return [(start, start + plan.end()), (start + plan.end(), end)] if plan else [(start, end)]


def _with_signs(text: str, spans: list[Span]) -> list[Span]:
    """A plus behind a word belongs to it, and joins letters and digits: 互联网+, 1+3."""
    if "+" not in text:
        return spans

    def together(one: Span, other: Span) -> bool:
        behind = text[one[0]] == "+" and text[one[0] - 1].isascii() and text[other[0]].isascii()
        return one[1] == other[0] and (text[other[0]] == "+" or behind)

    signs = [match.span() for match in re.finditer(r"(?<=[^\W_])\++", text)]
    return _joined(sorted(spans + signs), together)


def _with_numbers(text: str, spans: list[Span]) -> tuple[list[Span], Ways]:
    """Each number and its measure word as one word, where no word reaches over its edge: 一件事
    stays, and so do numbers before it."""
    ways: Ways = {}
    if _NUMERAL.isdisjoint(text):
        return spans, ways
    for start, end, others in numbers(text):
        if not any(a < edge < b for a, b in spans for edge in (start, end)):
            spans = sorted([span for span in spans if not start <= span[0] < end] + [(start, end)])
            ways |= {(start, end): others} if others else {}
    return spans, ways


def _with_names(text: str, spans: list[Span], ways: Ways) -> list[Span]:
    """Neighbouring words of one Han character put together, unless one only joins others: 鹤渚, but
    not 鹤与渚."""

    def single(span: Span) -> bool:
        alone = span[1] - span[0] == 1 and span not in ways
        return alone and KINDS[ord(text[span[0]])] == HAN and text[span[0]] not in PARTICLES

    if sum([end - start == 1 for start, end in spans]) < 2:
        return spans
    return _joined(spans, lambda one, other: one[1] == other[0] and single(one) and single(other))


def _joined(spans: Iterable[Span], together: Callable[[Span, Span], bool]) -> list[Span]:
    spans = list(spans)
    starts = [span[0] for span in spans[:1]] + [other[0] for one, other in pairwise(spans) if not together(one, other)]
    ends = [one[1] for one, other in pairwise(spans) if not together(one, other)] + [span[1] for span in spans[-1:]]
    return list(zip(starts, ends, strict=True))
