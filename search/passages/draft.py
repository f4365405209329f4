"""A text that is compared with what is held: its characters as they match, and where they stand in
the text as it was given."""

from __future__ import annotations

import re

import numpy as np

from corpus.text.fold import FOLD_TABLE
from corpus.text.mask_digits import LINE_ENDS
from index.characters.arrays import Array, Bools, Ints
from index.characters.lookup import GAP, decoded
from index.words.cut import codes_of, squeezed
from search.once import once

# Ends of clauses, folded: full-width signs are half-width ones. Between digits they are no ends.
CLAUSE_ENDS = ",。;:!?"
_TITLES = re.compile("《[^《》\0]*》")
_DIGITS = [*map(ord, "0123456789")]


class Draft:
    """`codes`: uint32, folded, white space out, GAP at the ends of paragraphs; `text`: the same as a
    string."""

    def __init__(self, given: str) -> None:
        self.given = given
        codes, skips = squeezed(FOLD_TABLE[codes_of(given)])
        self.codes: Array = np.where(np.isin(codes, [*map(ord, LINE_ENDS)]), GAP, codes).astype(np.uint32)
        self._skips = skips
        self.text = decoded(self.codes)
        self.characters = int(np.count_nonzero(self.codes))

    def __len__(self) -> int:
        return len(self.codes)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch as places in the text that was given."""
        first, last = self._shown(start), self._shown(end - 1)
        return first, last + 1

    def _shown(self, place: int) -> int:
        return place + int(self._skips.searchsorted(place, "right"))

    def shown(self, start: int, end: int) -> str:
        """A stretch as it was given."""
        first, last = self.span(start, end)
        return self.given[first:last]

    def titles(self) -> Bools:
        """Which characters stand in 《》, the marks too."""
        inside = np.zeros(len(self.codes), np.bool_)
        for found in _TITLES.finditer(self.text):
            inside[found.start() : found.end()] = True
        return inside

    @once
    def clauses(self) -> tuple[Ints, Ints]:
        """Where clauses begin, and where they end: behind their mark, or before it."""
        codes = self.codes
        ends = np.isin(codes, [GAP, *map(ord, CLAUSE_ENDS)])
        digit = np.isin(codes, _DIGITS)
        if len(codes) > 2:
            ends[1:-1] &= ~(digit[:-2] & digit[2:] & (codes[1:-1] != GAP))
        marks = np.flatnonzero(ends)
        begins = np.unique(np.concatenate(([0], marks + 1)))
        return begins, np.unique(np.concatenate((marks, marks + 1, [len(codes)])))
