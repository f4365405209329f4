"""The sections of a report as one text, and where its places lie in the sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from corpus.records import Section


class Whole:
    """`text`: the texts of the sections, a line break between them."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.text = "\n".join(section.text for section in sections)
        self._sections = sections
        self._starts = [0, *accumulate(len(section.text) + 1 for section in sections)][: len(sections)]

    @classmethod
    def of(cls, text: str) -> Whole:
        """A text that is no report: one section."""
        return cls([Section("0", 1, None, None, text)])

    def at(self, place: int) -> tuple[Section, int]:
        """The section that a place of the text lies in, and the place in it."""
        number = bisect_right(self._starts, place) - 1
        return self._sections[number], place - self._starts[number]
