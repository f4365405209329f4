"""Which numbers are headings': those that go on a count, begin it anew, or stand on a line of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.outline.heading import LONGEST_RUN_IN, heading_of
from corpus.outline.rows import table_rows
from corpus.text.numbering import ARABIC, BRACKET, CHINESE, PART, RANKS, Number, number_of

# A number may skip so many (a heading lost on the way); rejects 12、 after 3.
LONGEST_SKIP = 4
# Members of a row of 1理论武装 2能力建设, before such numbers count at all.
FEWEST_DOTLESS = 2
# A number after lost ones is a heading's up to here; rejects amounts (一百二十、).
LATEST_LOST = 30


def counted_numbers(paragraphs: Sequence[str]) -> list[Number | None]:
    """The heading's number of each paragraph, None where it has none or one that fits no count."""
    dotless, loose = _has_row(paragraphs, dotless=True), _has_row(paragraphs, loose=True)
    last: dict[str, int] = {}
    numbers: list[Number | None] = []
    found = [number_of(paragraph, dotless=dotless, loose=loose) for paragraph in paragraphs]
    rows = table_rows(paragraphs, found)
    for at, (paragraph, number) in enumerate(zip(paragraphs, found, strict=True)):
        if number is not None and (at in rows or not _counts_on(number, last, paragraph)):
            number = None
        if number is not None:
            last[number.family] = number.value
            for family, rank in RANKS.items():
                if rank > number.rank and family != ARABIC:
                    last.pop(family, None)
        numbers.append(number)
    return numbers


def arabic_on_top(numbers: Sequence[Number | None]) -> bool:
    """Does 1. hold （一）, as in documents that have no 一、 at all?"""
    found = [number.family for number in numbers if number]
    return bool(found) and found[0] == ARABIC and BRACKET in found and not {PART, CHINESE} & set(found)


def _counts_on(number: Number, last: dict[str, int], paragraph: str) -> bool:
    """Does the number go on the count, begin it anew, or stand on a line of its own?"""
    before = last.get(number.family)
    if number.value == 1 or (before is None and number.family != ARABIC):
        return True
    if before is not None and 0 < number.value - before <= LONGEST_SKIP:
        return True
    if number.family == ARABIC:
        return (before is None and number.value <= LONGEST_SKIP) or number.value == before
    return number.value <= LATEST_LOST and len(heading_of(paragraph, number)) <= 2 * LONGEST_RUN_IN


def _has_row(paragraphs: Sequence[str], *, dotless: bool = False, loose: bool = False) -> bool:
    """Do paragraphs open with 1理论 2能力 … (`dotless`), or 一 总体情况 … (`loose`), counting
    on?"""
    found = (number_of(p, dotless=dotless, loose=loose) for p in paragraphs if number_of(p) is None)
    values = [number.value for number in found if number]
    return (
        len(values) >= FEWEST_DOTLESS and values[0] == 1 and all(0 <= b - a <= 1 or b == 1 for a, b in pairwise(values))
    )
