"""The inner loops of a search: what search asks of them. They stand twice: in Python and numpy,
which is what they mean, and in C.

Ints are int64[n], Floats float64[n], one for each of n documents, unless something else is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from index.characters.arrays import Array, Bools, Codes, Floats, Ints
from index.characters.lookup import Characters
from search.answer import FacetValue, Snippet

# Of a value of a facet: what the address holds, what a person reads, and the choice after it is
# toggled.
PlainValue = tuple[str, str, tuple[str, ...]]


class Twin(Protocol):
    """Both twins, modules, give the same answers, the numbers of a score to the last digit."""

    # Up to so many sections, scoring them one by one costs less than scoring them as arrays.
    SCORED_ONE_BY_ONE: int

    def norms(self, lengths: Array, docs: Ints, least: float, scale: float, rest: float) -> Floats:
        """What a count is multiplied by for the length of each document. `lengths`: uint32 for each
        document of the segment."""

    def frequencies(self, norm: Floats, in_text: Floats, in_heading: Floats, heading: float) -> Floats:
        """How often a term stands in each document; what stands in the heading counts `heading`
        more, however long the document is."""

    def add(
        self, total: Floats, frequency: Floats, named: Bools | None, about: float, weight: float, k1: float
    ) -> None:
        """Add one term's part to the scores. `named`: where the title holds it, which is worth
        `about` more."""

    def add_bounds(
        self,
        low: Floats,
        high: Floats,
        norm: Floats,
        counts: Ints,
        docs: Ints,
        headings: Ints,
        length: int,
        named: Bools | None,
        inside: float,
        heading: float,
        about: float,
        weight: float,
        k1: float,
    ) -> None:
        """Add the least and the most that a term of so many `counts` and characters may be worth:
        as if no occurrence was a word, and as if all were and stood in the heading, where there is
        room. `headings`: characters of it for each document of the segment."""

    def edge(self, values: Floats, count: int) -> float:
        """The `count`-th greatest of more values."""

    def at_least(self, values: Floats, least: float) -> Ints:
        """Indices of the values that are no less, ascending."""

    def by_code(self, codes: Codes, docs: Ints, size: int) -> Ints:
        """How many of `docs` have each of `size` codes. `codes`: int32 for each document of the
        segment."""

    def regrouped(self, codes: Ints, counts: Ints, size: int) -> dict[int, int]:
        """Counts of things as counts of their codes, which are less than `size`: ascending, those
        without any left out."""

    def few_regrouped(self, codes: Ints, counts: dict[int, int]) -> dict[int, int]:
        """What `regrouped` gives, for the counts of few things by their numbers."""

    def few_columns(self, columns: Sequence[tuple[str, Ints]], counts: dict[int, int]) -> dict[str, dict[int, int]]:
        """What `few_regrouped` gives for several columns, each with its name."""

    def facet_values(
        self, kind: type[FacetValue], plain: list[PlainValue], codes: list[int], counts: dict[int, int]
    ) -> tuple[FacetValue, ...]:
        """The values of a facet in which nothing is chosen, in the order of `codes`; `plain`:
        value, label and toggled for each code."""

    def matched(
        self, text: Characters, draft: Array, owners: Codes, many: int, least: int
    ) -> tuple[Codes, Codes, Ints, bool]:
        """What a draft shares with a segment: int32[places, many] of owners and of lengths. For each
        place of the draft the first `many` owners whose documents hold the longest strings that
        begin there, of `least` characters and more, longest first; -1 and 0 where there are no
        more. Then int64[places, 2]: the stretch of the suffixes that begin with the `least`
        characters there, whoever owns them; 0 and 0 where none does. The last value: whether every
        walk came to its end (FARTHEST).

        `draft`: uint32, folded and squeezed code points, GAP between paragraphs, across which
        nothing is shared. `owners`: int32 for each document of the segment, -1 for those left
        out."""

    def shown(self, text: Characters, doc: int, strings: list[str]) -> tuple[Snippet, int] | None:
        """The snippet of a document that holds some of `strings` and no personal number, and its
        first match's paragraph; None where it holds none of them."""
