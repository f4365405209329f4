"""Headings without a number: a short line without an end mark between paragraphs, in a report that sets
such lines above whatever it numbers.

One alone is none, and so is a line inside a count that goes on behind it: rows of tables, labels
and closing lines look alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.text.numbering import Number, number_of
from corpus.text.numerals import COUNTING

# Characters of such a heading, squeezed; rejects labels and sentences.
SHORTEST, LONGEST = 4, 32
# So many make a row.
FEWEST = 2
# What follows is a sentence of so many characters, or a numbered heading.
SHORTEST_FOLLOWING = 8

_NO_HEADING: Final = re.compile(
    r"[。；;！!？?\t|]|[：:，,、]$|^[（(【\[].*[)）】\]]$|^(?:\d|20\d\d年\d+月)[\d年月日\-/.]*$"
    rf"|^[{COUNTING}]{{1,2}}是|^第[{COUNTING}]+[,，、]|(?:摄|记者|编辑)"
)
_FINAL: Final = tuple("。！!？?；;…”’」』)）：:")


def unnumbered(paragraphs: Sequence[str], numbers: Sequence[Number | None], end: int) -> frozenset[int]:
    """The positions of headings without a number, up to `end`."""
    looks = [at for at in range(end) if _looks_like_one(paragraphs, numbers, at, end)]
    first_number = next((at for at, number in enumerate(numbers[:end]) if number), end)
    if len(looks) < FEWEST or looks[0] > first_number:
        return frozenset()
    found = frozenset(at for at in looks if _begins_anew(numbers, at, end))
    return found if len(found) >= FEWEST else frozenset()


def _looks_like_one(paragraphs: Sequence[str], numbers: Sequence[Number | None], at: int, end: int) -> bool:
    text = squeeze(paragraphs[at])
    if not SHORTEST <= len(text) <= LONGEST or _NO_HEADING.search(text) or han(text) < SHORTEST:
        return False
    if numbers[at] or number_of(paragraphs[at]) or at + 1 >= end:
        return False
    above, below = paragraphs[at - 1].rstrip() if at else "。", paragraphs[at + 1].rstrip()
    follows = numbers[at + 1] is not None or (len(below) >= SHORTEST_FOLLOWING and below.endswith(_FINAL))
    return follows and above.endswith(_FINAL) and "\t" not in below


def _begins_anew(numbers: Sequence[Number | None], at: int, end: int) -> bool:
    """Does whatever is numbered behind the line begin at one?"""
    following = next((number for number in numbers[at + 1 : end] if number), None)
    return following is None or following.value == 1
