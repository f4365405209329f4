"""What is looked for in a segment's sorted characters. It stands twice: in Python and numpy, which
is what it means, and in C.

A *stretch* is given as `low` and `high`: the suffixes from `low` to before `high`, all of which
begin with one string. Documents are int64, ascending unless something else is said; deleted ones
are included unless `live` says which are not.
"""

from __future__ import annotations

from typing import ClassVar, Protocol

from index.characters.arrays import Array, Bools, Floats, Ints


class Twin(Protocol):
    """Both twins give the same answers, the numbers of a score to the last digit; the two figures
    say what costs them how much."""

    # So many occurrences are looked up in the time that looking through one document takes.
    OCCURRENCES_A_DOCUMENT: ClassVar[int]
    # Up to so many occurrences `counts_of` costs less than picking the documents out of counts that
    # are known.
    COUNTED_ANEW: ClassVar[int]

    def rows(self, phrase: str) -> tuple[int, int]:
        """The stretch of the suffixes that begin with `phrase`, which is squeezed and not empty
        (else ValueError)."""

    def counted(self, low: int, high: int, live: Bools | None = None, also: Ints | None = None) -> tuple[Ints, Ints]:
        """Documents of a stretch and those in `also`, and how often each is in the stretch; only
        `live` ones, where given."""

    def kept(self, low: int, high: int, live: Bools) -> int:
        """How many of a stretch belong to `live` documents."""

    def dense(self, low: int, high: int) -> Ints:
        """How often each document of the segment is in a stretch."""

    def mark(self, cells: Array, low: int, high: int, bit: int) -> None:
        """Set a bit in the cells of a stretch's documents; `cells`: uint8, one for each document."""

    def counts_of(self, docs: Ints, low: int, high: int) -> Ints:
        """How often each of `docs`, in any order, is in a stretch."""

    def counts_through(self, docs: Ints, phrase: str) -> Ints:
        """How often `phrase` stands in each of `docs`, by looking through them."""

    def places(self, doc: int, phrase: str) -> list[int]:
        """Where `phrase`, squeezed, begins in a document, counted from its beginning; overlapping
        occurrences too."""

    def belong(self, docs: Ints, orders: Array, firsts: Ints) -> Bools:
        """Which of `docs` belong to the reports that begin with `firsts`. `orders`: the place of
        each document in its report."""

    def weighted(
        self, docs: Ints, headings: Ints, phrase: str, low: int, high: int, inside: float
    ) -> tuple[Floats, Floats]:
        """For each of `docs`: occurrences of `phrase`, and those of them that stand in the heading,
        whose length is in `headings`.

        An occurrence weighs 1 where its ends are ends of words, else `inside`, a fraction of two:
        sums are the same in any order. `low` and `high`: the stretch of the phrase."""

    def weighted_through(self, docs: Ints, headings: Ints, phrase: str, inside: float) -> tuple[Floats, Floats]:
        """What `weighted` gives, by looking through the documents."""
