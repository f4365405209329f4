"""What an explanation asks an engine: questions about many things at once, for an engine may be far
away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from search.query.read import Query


class Question(NamedTuple):
    """A query within what the search itself chose in these facets; () is without filters."""

    query: Query
    facets: tuple[str, ...] = ()


class Asked(Protocol):
    """The corpus as the search saw it: the same version, the same reports."""

    def counts(self, questions: Sequence[Question]) -> list[int]:
        """For each question how many sections it finds."""
        ...

    def rarities(self, strings: Sequence[str]) -> list[int]:
        """How often each of these folded strings occurs; 0 where it does not occur at all."""
        ...

    def occur(self, strings: Sequence[str]) -> list[bool]:
        """Whether each of these folded strings occurs at all."""
        ...
