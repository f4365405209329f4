"""What a bare run asks for: its words, cut as the reports are cut, and nothing dropped.

Punctuation in a run separates. Letters and digits of scripts the segmentation does not know are words as they stand.
"""

from __future__ import annotations

import re

from corpus.fold import squeeze
from index.segment import segment
from search.syntax import Phrase, Run, Word


def squeezed(typed: str) -> str:
    """The characters of a query that count: as in reports, but a line break is white space like any other."""
    return squeeze(typed.replace("\n", " ").replace("\r", " "))


def runs(typed: str) -> tuple[Run | Phrase, ...]:
    """The unbroken runs in what was typed without a space; a single phrase if it is all punctuation; () if it is empty.

    >>> [run.text for run in runs("放管服、行政復議")]
    ['放管服', '行政复议']
    """
    text = squeezed(typed)
    known = segment(text)
    words = sorted([(start, word) for word, start in known] + _unknown(text, known))
    found: list[list[tuple[int, str]]] = []
    for start, word in words:
        if found and found[-1][-1][0] + len(found[-1][-1][1]) == start:
            found[-1].append((start, word))
        else:
            found.append([(start, word)])
    cut = tuple(Run("".join(word for _, word in run), tuple(Word(word) for _, word in run)) for run in found)
    return cut or ((Phrase((text,)),) if text else ())


def _unknown(text: str, known: list[tuple[str, int]]) -> list[tuple[int, str]]:
    """Stretches of letters and digits that segmentation passed over."""
    if sum([len(word) for word, _ in known]) == len(text):
        return []
    left = list(text)
    for word, start in known:
        left[start : start + len(word)] = " " * len(word)
    left = [character if character.isalnum() else " " for character in left]
    return [(match.start(), match[0]) for match in re.finditer(r"\S+", "".join(left))]
