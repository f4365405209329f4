"""Headings glued into a paragraph: whole pages come as one line, 「…成效。
一、2025年度…。（一）…」.

Split only where a row of numbers counts on from one, each behind a full stop or a gap: enumerations
inside a sentence stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.records import Trace
from corpus.text.numbering import BRACKET, CHINESE, number_of
from corpus.text.numerals import COUNTING

# Shorter paragraphs are no glued pages.
SHORTEST_GLUED = 150
# A chapter glued together with its sections may be short.
SHORTEST_UNDER_HEADING = 30
# Looking at a number, so many characters suffice; keeps a page of a million numbers linear.
LONGEST_NUMBER = 40
# A row of headings has so many members at least.
FEWEST_GLUED = 2

_MARKS = {
    CHINESE: re.compile(rf"(?:(?<=[。！？!?”）)])|(?<=\s))\s*(?=[{COUNTING}]{{1,3}}、\s*[^{COUNTING}、])"),
    BRACKET: re.compile(
        rf"(?:(?<=[。！？!?”])|(?<=\s))\s*(?=[（(][{COUNTING}]{{1,3}}[)）]\s*[\u4e00-\u9fffA-Za-z0-9“\"《])"
    ),
}
# （一） right behind the words of a chapter's heading.
_UNDER = re.compile(r"[\u4e00-\u9fff、，]{2,30}(?=[（(]一[)）][\u4e00-\u9fff])")


def split_glued(paragraphs: Sequence[str], traces: list[Trace]) -> list[str]:
    """The paragraphs with glued headings on lines of their own."""
    parts = list(paragraphs)
    for family in (CHINESE, BRACKET):
        if family == CHINESE and sum(_family(part) == CHINESE for part in parts) >= FEWEST_GLUED:
            continue  # chapters stand on lines of their own: 一、 inside a paragraph enumerates
        parts = [piece for part in parts for piece in _split(part, family, traces)]
    return parts


def _split(paragraph: str, family: str, traces: list[Trace]) -> list[str]:
    if "\t" in paragraph:  # a row of a table
        return [paragraph]
    own = number_of(paragraph)
    if len(paragraph) < (SHORTEST_UNDER_HEADING if own and own.family == CHINESE else SHORTEST_GLUED):
        return [paragraph]
    cuts = _row(paragraph, family)
    if not cuts:
        return [paragraph]
    edges = [0, *cuts, len(paragraph)]
    pieces = [paragraph[a:b].strip() for a, b in pairwise(edges)]
    pieces = [piece for piece in pieces if piece]
    traces.extend(Trace("glued heading", piece[:30], "\n" + piece[:30]) for piece in pieces[1:])
    return pieces


def _row(paragraph: str, family: str) -> list[int]:
    """Offsets of the numbers that count on from one, the paragraph's own included in the count."""
    own = number_of(paragraph)
    value = own.value if own and own.family == family else 0
    cuts: list[int] = []
    if own and own.family == CHINESE and family == BRACKET and (under := _UNDER.match(paragraph, own.end)):
        value, cuts = 1, [under.end()]
    for found in _MARKS[family].finditer(paragraph, cuts[-1] if cuts else 0):
        number = number_of(paragraph[found.end() : found.end() + LONGEST_NUMBER])
        if number and number.family == family and found.end() and number.value == value + 1:
            value += 1
            cuts.append(found.end())
    return cuts if len(cuts) + bool(own and own.family == family) >= FEWEST_GLUED else []


def _family(paragraph: str) -> str | None:
    number = number_of(paragraph)
    return number.family if number else None
