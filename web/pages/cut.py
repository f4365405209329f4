"""The text of a section cut into pieces: where marks are, and where it is what others have, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from search.answer import Range
from web.reading.beside_text import Beside


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with or without a mark. `mark` counts from 1 through the report; `opens`
    says the mark begins here; `kind`: "formula", "shared" or "", as it is told in the margin."""

    text: str
    mark: int | None = None
    opens: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text with its marks, `before` of which come earlier in the report, and what others have of
    it."""

    text: str
    marks: Sequence[Range]
    before: int
    beside: Sequence[Beside] = ()

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """A stretch of the text in pieces."""
        marked = tuple(self._marked(start, end))
        return tuple(self._told(marked, start)) if self.beside else marked

    def _marked(self, start: int, end: int) -> Iterator[Piece]:
        here = start
        for count, (left, right) in enumerate(self.marks, self.before + 1):
            if right <= start or left >= end:
                continue
            if left > here:
                yield Piece(self.text[here:left])
            here = max(left, here)
            yield Piece(self.text[here : min(right, end)], count, opens=left >= start)
            here = min(right, end)
        if here < end:
            yield Piece(self.text[here:end])

    def _told(self, pieces: Iterable[Piece], here: int) -> Iterator[Piece]:
        """The pieces, cut again where what others have begins and ends."""
        for piece in pieces:
            end = here + len(piece.text)
            inside = {place for each in self.beside for place in each[:2] if here < place < end}
            for left, right in pairwise(sorted({here, end} | inside)):
                opens = piece.opens and left == here
                yield replace(piece, text=self.text[left:right], opens=opens, kind=self._kind(left))
            here = end

    def _kind(self, place: int) -> str:
        for start, end, is_formula in self.beside:
            if start <= place < end:
                return "formula" if is_formula else "shared"
        return ""
