"""The sentences of a report: where each stands, and by what two of them are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from corpus.records import Report
from corpus.text.fold import SKIPPED, fold
from corpus.text.numbering import number_of
from search.changes.counted_thing import Thing, things
from search.changes.reading import figures_in
from search.query.number import YEARS

# On text as it is written: folded, a quotation mark no longer says whether it closes.
_END = re.compile(r"[。！？；!?;]+[”’」』）》〉】)\]]*")
# What counts inside a section: （1） ① 一是 第一， 其一， — headings are numbered by `corpus.text`.
_MARK = re.compile(
    r"\s*(?:[（(]\s*\d{1,2}\s*[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}(?:是|要)(?!否)|[第其][一二三四五六七八九十]{1,3}[，,、])"
)
_SIGNS = re.compile(r"[\W_]+")
MASK = "#"  # stands for a figure, its unit behind it
LEFT, RIGHT = 6, 3  # characters beside a figure by which it is known again


class Reading(NamedTuple):
    """A figure of a sentence: from `start` to before `end` of its text, as counted; `left` and
    `right` are what stands beside it, figures masked; `thing` is what it counts."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    is_one: bool
    left: str
    right: str
    thing: Thing

    @property
    def is_year(self) -> bool:
        """Whether it is a year of the calendar."""
        return self.unit in YEARS and 1900 <= self.value <= 2100


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a paragraph (counted from 1), from `start` to before `end` of it as shown.

    `key` is what has to be equal in two sentences that say the same: folded, without white space,
    signs and the mark that counts it, figures by value; `masked` the same without the values.
    """

    section: str
    paragraph: int
    start: int
    end: int
    text: str
    key: str
    masked: str
    figures: tuple[Reading, ...]


def sentences(report: Report) -> Iterator[Sentence]:
    """All sentences of a report in their order. A heading ends where its mark does; a row of a table
    is one sentence. Nothing but white space stands between them."""
    for section in report.sections:
        for place, paragraph in enumerate(section.text.split("\n"), 1):
            for start, end in _spans(paragraph):
                yield _sentence(section.id, place, paragraph, start, end)


def _spans(paragraph: str) -> Iterator[tuple[int, int]]:
    ends = [] if "\t" in paragraph else [match.end() for match in _END.finditer(paragraph)]
    for start, end in zip([0, *ends], [*ends, len(paragraph)], strict=True):
        inner = paragraph[start:end]
        if inner.strip():
            yield start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _sentence(section: str, place: int, paragraph: str, start: int, end: int) -> Sentence:
    text = paragraph[start:end]
    begin = _counted(text)
    squeezed, at = _squeezed(text, begin)
    found = list(figures_in(squeezed))
    spans = [(each.start, each.end) for each in found]
    bare = _outside(squeezed, spans)
    masks = [MASK + each.unit for each in found]
    masked = _woven(bare, masks)
    counted = things(squeezed, spans)
    figures = [
        Reading(
            at[each.start],
            at[each.end - 1] + 1,
            text[at[each.start] : at[each.end - 1] + 1],
            each.value.normalize(),
            each.unit,
            each.is_one,
            _woven(bare[: n + 1], masks[:n])[-LEFT:],
            _woven(bare[n + 1 :], masks[n + 1 :])[:RIGHT],
            counted[n],
        )
        for n, each in enumerate(found)
    ]
    key = _woven(bare, [f"{MASK}{each.value:f}{each.unit}" for each in figures])
    return Sentence(section, place, start, end, text, key or squeezed, masked or squeezed, tuple(figures))


def _counted(text: str) -> int:
    """How long the mark is that counts a sentence; 0 where it is all there is."""
    number = number_of(text)
    end = number.end if number else 0
    if mark := _MARK.match(text, end):
        end = mark.end()
    return end if end < len(text) else 0


def _squeezed(text: str, begin: int) -> tuple[str, Sequence[int]]:
    """The folded text from `begin` on without white space, and where each of its characters
    stands."""
    folded = fold(text)
    if SKIPPED.isdisjoint(folded):
        return folded[begin:], range(begin, len(text))
    at = [place for place in range(begin, len(text)) if folded[place] not in SKIPPED]
    return "".join([folded[place] for place in at]), at


def _outside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """What stands between the spans, without signs: one piece more than spans."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [_SIGNS.sub("", text[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _woven(pieces: list[str], between: list[str]) -> str:
    """Pieces with something between each two of them."""
    return "".join([piece + (between[n] if n < len(between) else "") for n, piece in enumerate(pieces)])
