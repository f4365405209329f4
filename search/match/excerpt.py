"""The texts of some sections of a segment, side by side: what is frequent is looked for in them, not
among all suffixes.

Placing a string that stands everywhere copies, sorts and joins its suffixes as numbers, a hundred
bytes an occurrence; looking through a text costs nothing that stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from index.characters.arrays import Array, Ints
from index.characters.lookup import Characters
from search.match.occurrences import NOTHING, Placed
from search.query.syntax import Near, Phrase

# Characters that are laid side by side at a time.
CHARACTERS = 1 << 20
# From so many occurrences in a segment on, texts are looked through.
FREQUENT = 200_000


class Excerpt:
    """The texts of `docs`, ascending; each ends with a GAP, so that no match goes on in the next."""

    def __init__(self, characters: Characters, docs: Ints) -> None:
        firsts, ends = _stretches(characters, docs)
        pairs = zip(firsts.tolist(), ends.tolist(), strict=True)
        self._text = np.concatenate([characters.text[low:high] for low, high in pairs])
        self._begins = np.cumsum(ends - firsts) - (ends - firsts)
        self._moved = firsts - self._begins
        self._highest = int(np.iinfo(self._text.dtype).max)

    @property
    def text(self) -> Array:
        """The characters; GAPs between paragraphs."""
        return self._text

    def begins(self, text: str) -> Ints:
        """Where a string begins, ascending."""
        codes = [ord(character) for character in text]
        if max(codes) > self._highest:
            return NOTHING
        found = np.flatnonzero(self._text == codes[0])
        for place, code in enumerate(codes[1:], 1):
            # What has matched so far ends before the last GAP: there is a character behind it.
            found = found[self._text[found + place] == code]
        return found

    def in_segment(self, found: Placed) -> Placed:
        """Occurrences in these texts, as they stand in the segment."""
        moved = self._moved[self._begins.searchsorted(found.starts, "right") - 1]
        return Placed(found.starts + moved, found.ends + moved)


def _stretches(characters: Characters, docs: Ints) -> tuple[Ints, Ints]:
    """Where the texts of `docs` begin and end; neighbours are one stretch."""
    apart = np.flatnonzero(np.diff(docs) != 1)
    first, last = docs[np.append(0, apart + 1)], docs[np.append(apart, len(docs) - 1)]
    return characters.starts[first].astype(np.int64), characters.starts[last + 1].astype(np.int64)


def excerpts(characters: Characters, docs: Ints) -> Iterator[Excerpt]:
    """The texts of `docs` in their order, about CHARACTERS at a time."""
    if not len(docs):
        return
    lengths = np.diff(characters.starts.astype(np.int64))[docs]
    number = (np.cumsum(lengths) - lengths) // CHARACTERS
    for part in np.split(docs, np.flatnonzero(np.diff(number)) + 1):
        yield Excerpt(characters, part)


def is_frequent(rarity: Callable[[str], int], keys: Iterable[str | Phrase | Near]) -> bool:
    """Whether what is looked for has too many occurrences to place them all; `rarity` says how many
    a string has."""
    return sum(map(rarity, pieces(keys))) > FREQUENT


def pieces(keys: Iterable[str | Phrase | Near]) -> Iterator[str]:
    """The strings that have to be looked for."""
    for key in keys:
        if isinstance(key, Near):
            yield from pieces((key.left, key.right))
        else:
            yield from (key,) if isinstance(key, str) else key.pieces
