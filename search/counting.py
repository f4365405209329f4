"""What an explanation asks, answered from one snapshot with what the search has looked up
already."""

from __future__ import annotations

from collections.abc import Sequence

from search.found import Found
from search.match.joint import split
from search.query.read import Query
from search.query.syntax import Word
from search.show.asked import Question


class Counting:
    """Counts for other questions than the one that was searched, within the same reports."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def counts(self, questions: Sequence[Question]) -> list[int]:
        """For each question how many sections it finds."""
        return [self._count(question) for question in questions]

    def _count(self, question: Question) -> int:
        found, filters = self._found, self._found.filters
        if question.query.node is None and len(question.facets) == 1 and filters.within is None:
            # Nothing has to be looked for: how many sections have each value is known.
            column, passes = filters.tables[question.facets[0]]
            return int(found.view.counts(column)[passes].sum())
        if question.query is found.query:
            return found.passing(question.facets)
        known = self._known(question.query)
        if known is not None:
            return known
        return found.instead(question.query, filters.only(question.facets)).sections

    def _known(self, query: Query) -> int | None:
        """How many sections hold all strings of a query, where it is known already what each section
        holds of them; None where more is asked for, or they may stand in a title instead."""
        found = self._found
        strings, others = split((query.node,)) if query.node else ([], [])
        if others or not strings or found.is_filtered or found.whole:
            return None
        texts, lookups = {part.text for part in strings}, found.lookups
        if any(not texts.issubset(lookup.told) for lookup in lookups):
            return None
        if len(texts) > 1 and any(
            len(lookup.meant(part.text)) for part in strings if isinstance(part, Word) for lookup in lookups
        ):
            return None
        return sum([lookup.holding_all(texts) for lookup in lookups])

    def rarities(self, strings: Sequence[str]) -> list[int]:
        """How often each of these folded strings occurs; 0 where it does not occur at all."""
        return [sum([lookup.frequency(text) for lookup in self._found.lookups]) for text in strings]

    def occur(self, strings: Sequence[str]) -> list[bool]:
        """Whether each of these folded strings occurs at all."""
        absent = strings
        for lookup in self._found.lookups:
            absent = lookup.view.absent(absent)
            if not absent:
                return [True] * len(strings)
        nowhere = set(absent)
        return [text not in nowhere for text in strings]
