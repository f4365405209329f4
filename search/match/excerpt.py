"""The texts of some sections of a segment, side by side: what is frequent is looked for in them, not
among all suffixes.

Placing a string that stands everywhere copies, sorts and joins its suffixes as numbers, a hundred
bytes an occurrence; looking through a text costs nothing that stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from index.characters.arrays import Ints
from search.match.lookup import Lookup
from search.match.occurrences import NOWHERE, Placed, joined, plain, string, union
from search.query.syntax import Near, Operand, Phrase

# Characters that are laid side by side at a time.
CHARACTERS = 1 << 20
# From so many occurrences in a segment on, texts are looked through.
FREQUENT = 200_000


class Excerpt:
    """The texts of `docs`, ascending; each ends with a GAP, so that no match goes on in the next."""

    def __init__(self, lookup: Lookup, docs: Ints) -> None:
        starts, text = lookup.view.text.starts, lookup.view.text.text
        first, end = starts[docs].astype(np.int64), starts[docs + 1].astype(np.int64)
        self.text = np.concatenate([text[low:high] for low, high in zip(first.tolist(), end.tolist(), strict=True)])
        self._begins = np.cumsum(end - first) - (end - first)
        self._moved = first - self._begins
        self._highest = int(np.iinfo(text.dtype).max)

    def begins(self, text: str) -> Ints:
        """Where a string begins, ascending."""
        codes = [ord(character) for character in text]
        if max(codes) > self._highest:
            return NOWHERE.starts
        found = np.flatnonzero(self.text == codes[0])
        for place, code in enumerate(codes[1:], 1):
            # What has matched so far ends before the last GAP: there is a character behind it.
            found = found[self.text[found + place] == code]
        return found

    def placed(self, operands: Iterable[Operand]) -> Placed:
        """The distinct occurrences of all operands, where they stand in the segment."""
        keys = dict.fromkeys([plain(operand) for operand in operands])
        found = union([string(self, key) if isinstance(key, str) else joined(self, key) for key in keys])
        moved = self._moved[self._begins.searchsorted(found.starts, "right") - 1]
        return Placed(found.starts + moved, found.ends + moved)


def excerpts(lookup: Lookup, docs: Ints) -> Iterator[Excerpt]:
    """The texts of `docs` in their order, about CHARACTERS at a time."""
    if not len(docs):
        return
    lengths = np.diff(lookup.view.text.starts.astype(np.int64))[docs]
    number = (np.cumsum(lengths) - lengths) // CHARACTERS
    for part in np.split(docs, np.flatnonzero(np.diff(number)) + 1):
        yield Excerpt(lookup, part)


def is_frequent(lookup: Lookup, operands: Iterable[Operand]) -> bool:
    """Whether there are too many occurrences to place them all."""
    return sum(lookup.rarity(piece) for operand in operands for piece in _pieces(plain(operand))) > FREQUENT


def _pieces(key: str | Phrase | Near) -> tuple[str, ...]:
    if isinstance(key, Near):
        return (*key.left.pieces, *key.right.pieces)
    return (key,) if isinstance(key, str) else key.pieces
