"""What an engine adds up by report, so that everything about issuers and years is told alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from index.characters.arrays import Ints
from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.view import View
from search.query.read import Query


class Sums(Protocol):
    """What an engine adds up by report: arrays of one number for each report, by its code."""

    @property
    def view(self) -> View:
        """The reports, with what is known of them."""
        ...

    @property
    def query(self) -> Query:
        """What was asked."""
        ...

    @property
    def filters(self) -> Filters:
        """What was chosen."""
        ...

    @property
    def lookups(self) -> tuple[Lookup, ...]:
        """What is looked up in titles and names, for each segment of the view."""
        ...

    def sections(self, query: Query) -> int:
        """How many sections another query finds with the same filters."""
        ...

    def counts_by_name(self, texts: Sequence[str]) -> bool:
        """Whether a section found holds none of these texts, its report being about one."""
        ...

    def found(self, part: int | None = None) -> tuple[Ints, Ints]:
        """Sections found, and occurrences in them; of all, or of those of one part (its code)."""
        ...

    def held(self, query: Query, filters: Filters, part: int | None = None) -> tuple[Ints, Ints]:
        """Sections that a query and filters select, and characters in them."""
        ...

    def first(self, report: int) -> tuple[str, str]:
        """The ids of a report (given by its code) and of the first of its sections that is found."""
        ...
