"""What a bare run asks for: its words, cut as the reports are cut, and nothing dropped.

Punctuation in a run separates. Letters and digits of scripts the segmentation does not know are
words as they stand. Three things are put together again that segmentation cuts: a number with its
measure word, which then is looked for in all its writings; a word and the plus behind it; and
neighbours of one character, for what the dictionary does not know is most often a name.
"""

from __future__ import annotations

import re

from corpus.text.fold import SKIPPED, fold, squeeze
from index.words.cut import segment
from index.words.kinds import HAN, KINDS
from index.words.particles import PARTICLES
from search.query.number import NUMERALS, numbers
from search.query.syntax import Number, Phrase, Run, Unit, Word
from search.query.unit import Span, Together, is_amount, joined, parts, signed, united

# Without any of these there is no number.
_NUMERAL = NUMERALS | {"%", "百"}
# A word, or what was typed as one thing with the words in it.
Stretch = tuple[Span, list[Span], Together | None]
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
    spans, units = _words(text)
    spans, ways, amounts = _with_numbers(text, spans)
    if spans == [(0, len(text))] and not ways:
        return (Run(text, (Word(text, shown),), shown),)
    spans = _with_names(text, spans, ways)
    found: list[list[Stretch]] = []
    for stretch in united(spans, [*units, *signed(text, spans), *amounts]):
        if found and found[-1][-1][0][1] == stretch[0][0]:
            found[-1].append(stretch)
        else:
            found.append([stretch])
    cut = tuple([_run(text, shown, run, ways) for run in found])
    return cut or ((Phrase((text,), (shown,)),) if text else ())


def _run(text: str, shown: str, stretches: list[Stretch], ways: Ways) -> Run:
    """A run; what is nothing but a unit is that unit."""
    words = [_word(text, shown, stretch, ways) for stretch in stretches]
    if len(words) == 1 and isinstance(words[0], Unit):
        return words[0]
    whole = slice(stretches[0][0][0], stretches[-1][0][1])
    return Run(text[whole], tuple(words), shown[whole])


def _word(text: str, shown: str, stretch: Stretch, ways: Ways) -> Word | Number | Unit:
    (start, end), spans, unit = stretch
    if unit is None:
        word = Word(text[start:end], shown[start:end])
        others = ways.get((start, end), ())
        return Number((word, *map(Word, others))) if others else word
    words = tuple([_word(text, shown, (span, [span], None), ways) for span in spans])
    return Unit(text[start:end], words, shown[start:end], unit.ways)


def _words(text: str) -> tuple[list[Span], list[Together]]:
    """Where the words are, and which of them are one thing; stretches of letters and digits that
    segmentation passes over are words too."""
    both = [parts(word, start) for word, start in segment(text)]
    known, units = [span for spans, _ in both for span in spans], [unit for _, some in both for unit in some]
    if sum(end - start for start, end in known) == len(text):
        return known, units
    left = [each if each.isalnum() else " " for each in text]
    for start, end in known:
        left[start:end] = " " * (end - start)
    return sorted(known + [match.span() for match in re.finditer(r"\S+", "".join(left))]), units


def _with_numbers(text: str, spans: list[Span]) -> tuple[list[Span], Ways, list[Together]]:
    """Each number and its measure word as one word, where no word reaches over its edge: 一件事
    stays, and so do numbers before it. What is cut though it is an amount, or no number at all,
    is one thing."""
    ways: Ways = {}
    units: list[Together] = []
    if _NUMERAL.isdisjoint(text):
        return spans, ways, units
    for start, end, others in numbers(text):
        if any(a < edge < b for a, b in spans for edge in (start, end)):
            continue
        if not others or (is_amount(text[start:end]) and (start, end) not in spans):
            units.append(Together(start, end, others))
        else:
            spans = sorted([span for span in spans if not start <= span[0] < end] + [(start, end)])
            ways[start, end] = others
    return spans, ways, units


def _with_names(text: str, spans: list[Span], ways: Ways) -> list[Span]:
    """Neighbouring words of one Han character put together, unless one only joins others: 鹤渚, but
    not 鹤与渚."""

    def single(span: Span) -> bool:
        alone = span[1] - span[0] == 1 and span not in ways
        return alone and KINDS[ord(text[span[0]])] == HAN and text[span[0]] not in PARTICLES

    if sum([end - start == 1 for start, end in spans]) < 2:
        return spans
    return joined(spans, lambda one, other: one[1] == other[0] and single(one) and single(other))
