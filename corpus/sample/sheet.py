"""A printed sheet of the sample: words and rules, and where a paragraph's lines end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.sample.scan import NEVER_FIRST, width_of


class Placed(NamedTuple):
    """Words on a sheet: the left end of their base line, their size, and how far one character is
    set from the next beyond its width."""

    x: float
    y: float
    size: float
    text: str
    spread: float = 0.0


@dataclass(slots=True)
class Sheet:
    """One side of paper: its words, and its rules as left, lower, right and upper end."""

    words: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def lines_of(text: str, measure: float, size: float, indent: float) -> Iterator[str]:
    """The printed lines of a paragraph; figures are not cut, and no line begins with a mark."""
    start, room = 0, measure - indent * size
    for end in range(1, len(text)):
        room -= width_of(text[end - 1]) * size
        held = text[end] in NEVER_FIRST or (text[end - 1].isascii() and text[end].isascii())
        if room < width_of(text[end]) * size and not held:
            yield text[start:end]
            start, room = end, measure
    yield text[start:]
