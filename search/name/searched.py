"""What naming asks of a search."""

from __future__ import annotations

from typing import Protocol

from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.view import View
from search.query.read import Query


class Searched(Protocol):
    """A search: its query and filters, and what is known of the reports it is asked about. Texts of
    sections need not be among it."""

    @property
    def view(self) -> View:
        """The reports, with titles and names."""
        ...

    @property
    def lookups(self) -> tuple[Lookup, ...]:
        """One for each segment of the view."""
        ...

    @property
    def query(self) -> Query:
        """What was typed."""
        ...

    @property
    def filters(self) -> Filters:
        """What was chosen."""
        ...
