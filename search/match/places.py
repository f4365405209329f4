"""Where the operands of a query stand in a text, each looked up once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from index.characters.arrays import Array, Bools, Ints
from search.match.excerpt import excerpts, is_frequent
from search.match.occurrences import Placed, Searched, gapped, plain, string
from search.match.pairs import Beside, beside, pairs
from search.match.segment_view import SegmentView
from search.query.syntax import Near, Operand, Phrase

MOST_BITS = 8
NO_BITS = np.zeros(0, np.uint8)


class Places:
    """Asks one text, and remembers the answers."""

    def __init__(self, searched: Searched) -> None:
        self._searched = searched
        self._placed: dict[str | Phrase | Near, Placed] = {}
        self._near: dict[Near, Beside] = {}

    def placed(self, operand: Operand | str) -> Placed:
        """All occurrences of an operand; of a pair those of both sides."""
        key = plain(operand)
        if key not in self._placed:
            self._placed[key] = self._beside(key).members if isinstance(key, Near) else self._look_up(key)
        return self._placed[key]

    def _look_up(self, key: str | Phrase) -> Placed:
        return string(self._searched, key) if isinstance(key, str) else gapped(self._searched, key)

    def _beside(self, near: Near) -> Beside:
        if near not in self._near:
            left, right = self.placed(near.left), self.placed(near.right)
            self._near[near] = beside(self._searched, left, right, near.distance)
        return self._near[near]

    def paired(self, nears: Sequence[Near]) -> Placed:
        """All occurrences of pairs that are alternatives to each other."""
        return pairs([self._beside(near) for near in nears])


class SegmentPlaces(Places):
    """Asks the texts of one segment: live sections only."""

    def __init__(self, view: SegmentView) -> None:
        super().__init__(view.text)
        self.view = view
        self._rows: dict[str, tuple[int, int]] = {}
        self._bits: tuple[tuple[str, ...], Array] = (), NO_BITS

    def rows(self, text: str) -> tuple[int, int]:
        """The stretch of the suffixes that begin with `text`."""
        if text not in self._rows:
            self._rows[text] = self.view.text.rows(text)
        return self._rows[text]

    def bits(self, texts: tuple[str, ...]) -> Array:
        """For each document uint8 whose n-th bit says whether it holds the n-th of at most MOST_BITS
        strings; of deleted ones it says nothing. Not to be changed; kept until others are asked
        for."""
        if self._bits[0] != texts:
            cells = np.zeros(self.view.size, np.uint8)
            for place, text in enumerate(texts):
                self.view.text.mark(cells, *self.rows(text), 1 << place)
            self._bits = texts, cells
        return self._bits[1]

    def holding_all(self, texts: Collection[str]) -> int:
        """How many live documents hold all of some strings that `bits` knows of."""
        known, bits = self._bits
        wanted = np.uint8(sum(1 << place for place, text in enumerate(known) if text in texts))
        held: Bools = (bits & wanted) == wanted
        return int(np.count_nonzero(held if self.view.live is None else held & self.view.live))

    @property
    def told(self) -> tuple[str, ...]:
        """The strings that `bits` knows of."""
        return self._bits[0]

    def rarity(self, text: str) -> int:
        """About how many occurrences a string has: deleted documents are not looked for."""
        low, high = self.rows(text)
        return high - low

    def is_frequent(self, keys: Iterable[str | Phrase | Near]) -> bool:
        """Whether what is looked for is better looked for in some texts at a time."""
        return is_frequent(self.rarity, keys)

    def placed_by_excerpts(self, key: Phrase | Near) -> Iterator[Placed]:
        """All occurrences of what is frequent, one part behind the other; none is kept."""
        for part in excerpts(self.view.text, self.view.documents):
            yield part.in_segment(Places(part).placed(key))

    def _look_up(self, key: str | Phrase) -> Placed:
        found = super()._look_up(key)
        kept = self.view.kept(self.docs(found)) if self.view.live is not None else None
        return found if kept is None else found.only(kept)

    def docs(self, placed: Placed) -> Ints:
        """The document of each occurrence."""
        return self.view.text.starts.searchsorted(placed.starts.astype(np.uint32), "right") - 1
