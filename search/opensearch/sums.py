"""Sums over reports of what a search finds on a cluster."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Ints
from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.view import View
from search.opensearch.asking.clauses import COUNTED, Clause, all_of, any_of, none_of, one_of, phrase, scored
from search.opensearch.asking.matching import named
from search.opensearch.asking.reading import counted
from search.opensearch.asking.scoring import is_plain, occurrences
from search.opensearch.asking.telling import Telling
from search.opensearch.finding import Finding
from search.query.read import Query

# Sections are numbered by report: see `index.opensearch.template.MOST_SECTIONS`.
_PLACES = 20


class ClusterSums:
    """Adds up one search: keeps `search.spread.sums.Sums`."""

    def __init__(self, finding: Finding) -> None:
        self._finding, self._telling = finding, Telling(finding.corpus)

    @property
    def view(self) -> View:
        """What is known here of the reports."""
        return self._finding.view

    @property
    def query(self) -> Query:
        """What was asked."""
        return self._finding.query

    @property
    def filters(self) -> Filters:
        """What was chosen."""
        return self._finding.filters

    @property
    def lookups(self) -> tuple[Lookup, ...]:
        """What is looked up in titles and names."""
        return self._finding.lookups

    def sections(self, query: Query) -> int:
        """How many sections another query finds with the same filters."""
        return self._finding.instead(query, self.filters).sections

    def counts_by_name(self, texts: Sequence[str]) -> bool:
        """Whether a section found holds none of these texts, its report being about one."""
        about, held = any_of(map(named, texts)), any_of(map(phrase, texts))
        return self._finding.corpus.counts([all_of([self._finding.where, about, none_of(held)])])[0] > 0

    def found(self, part: int | None = None) -> tuple[Ints, Ints]:
        """Sections found, and occurrences in them, by report; of all, or of those of one part."""
        where, query = self._of_part(self._finding.where, part), self.query
        if not query.operands:
            (sections,) = self._telling.summed(where)
            return sections, np.zeros_like(sections)
        if is_plain(query):
            sections, counts = self._telling.summed(scored(where, occurrences(query)), {"occurrences": COUNTED})
            return sections, counts
        (sections,) = self._telling.summed(where)
        return sections, self._read(where)

    def _read(self, where: Clause) -> Ints:
        """Occurrences of what was read here."""
        counts = np.zeros(len(self._finding.view.numbers), np.int64)
        held = (
            self._finding.read[0]
            if where == self._finding.where
            else counted(self._finding.corpus, self.query, where)[0]
        )
        for number, count in held.items():
            counts[self._finding.view.code_of[number >> _PLACES]] += count
        return counts

    def held(self, query: Query, filters: Filters, part: int | None = None) -> tuple[Ints, Ints]:
        """Sections that a query and filters select, and characters in them, by report."""
        view = self._finding.view
        if query.node is None and not filters.tables and filters.within is None and part is None:
            return view.held_sections, view.characters
        where = self._of_part(self._finding.instead(query, filters).where, part)
        sections, characters = self._telling.summed(where, {"characters": {"sum": {"field": "length"}}})
        return sections, characters

    def _of_part(self, where: Clause, part: int | None) -> Clause:
        if part is None:
            return where
        return all_of([where, one_of("part", [self.view.snapshot.values["part"][part]])])

    def first(self, report: int) -> tuple[str, str]:
        """The ids of a report and of the first of its sections that is found."""
        own: Clause = {"term": {"report_n": int(self._finding.view.numbers[report])}}
        body = {"size": 1, "query": all_of([self._finding.where, own]), "sort": ["order"], "_source": ["report"]}
        (found,) = self._finding.corpus.ask([body])[0]["hits"]["hits"]
        id: str = found["_source"]["report"]
        return id, found["_id"].removeprefix(f"{id}#")
