"""Everything a query finds in one version of the corpus, before any of it is shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from search.answer import Total
from search.match.filters import COLUMNS, Filters, bound
from search.match.lookup import Lookup
from search.once import once
from search.opensearch.asking.choosing import passes, within
from search.opensearch.asking.clauses import COUNTED, Clause, all_of, filtered, phrase, scored
from search.opensearch.asking.corpus import Corpus, Reports, values_in, values_of
from search.opensearch.asking.matching import Matching
from search.opensearch.asking.reading import counted
from search.opensearch.asking.scoring import Frequencies, Scoring, is_plain, occurrences
from search.opensearch.asking.telling import Telling
from search.query.read import Query, parse
from search.request import FACETS, Request
from search.work import check

# Reports are numbered, and those of one shard are on no other.
_REPORTS: Clause = {
    "scripted_metric": {
        "init_script": "state.seen = new BitSet()",
        "map_script": "state.seen.set((int) doc['report_n'].value)",
        "combine_script": "return state.seen.cardinality()",
        "reduce_script": "long sum = 0; for (one in states) { sum += one } return sum",
    }
}


class Finding:
    """The sections that match a query and pass the filters."""

    def __init__(self, corpus: Corpus, query: Query, filters: Filters, whole: bool = False) -> None:
        self.corpus, self.query, self.filters = corpus, query, filters
        self.matching = Matching(corpus, query, whole)
        check(query, (Frequencies(corpus, self.matching),))
        self.within = within(filters.reports)
        self.match = all_of([self.matching.clause, *self.within])
        self.passes = passes(filters.chosen)

    @property
    def view(self) -> Reports:
        """What is known here of the reports of this version."""
        return self.corpus.view

    @once
    def lookups(self) -> tuple[Lookup, ...]:
        """What is looked up in titles and names."""
        return Telling(self.corpus).lookups

    def instead(self, query: Query, filters: Filters) -> Finding:
        """What another query finds."""
        return self if query is self.query and filters is self.filters else Finding(self.corpus, query, filters)

    def passing(self, facets: Collection[str]) -> Clause:
        """What matches and passes the filters of these facets, whatever the others say."""
        return all_of([self.match, *(each for facet, each in self.passes.items() if facet in facets)])

    @property
    def where(self) -> Clause:
        """What matches and passes."""
        return self.passing(self.passes)

    @once
    def scoring(self) -> list[Clause]:
        """What scores a section."""
        return Scoring(self.corpus, self.matching, self.query).clauses() if self.query.operands else []

    @once
    def _told(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the cluster says of facets, and of the total."""
        faceted = {"size": 0, "query": self.match, "aggs": {facet: self._facet(facet) for facet in FACETS}}
        strings = occurrences(self.query) if is_plain(self.query) else []
        inner: dict[str, Clause] = {"reports": _REPORTS, "zones": values_of("zone")}
        if strings:
            inner["occurrences"] = COUNTED
        if self.query.runs:
            inner["exact"] = {"filter": all_of([phrase(run.text) for run in self.query.runs])}
        total = {"size": 0, "track_total_hits": True, "query": scored(self.where, strings), "aggs": inner}
        told = self.corpus.ask([faceted, total])
        return told[0]["aggregations"], told[1]

    def _facet(self, facet: str) -> Clause:
        others = all_of([each for name, each in self.passes.items() if name != facet])
        return filtered(others, {column: values_of(column) for column in COLUMNS[facet]})

    @once
    def facets(self) -> Mapping[str, Mapping[str, dict[str, int]]]:
        """For each facet, for each of its columns, the values of what passes all other filters."""
        told = self._told[0]
        return {facet: {column: values_in(told[facet][column]) for column in COLUMNS[facet]} for facet in FACETS}

    @property
    def sections(self) -> int:
        """How many sections match and pass."""
        return int(self._told[1]["hits"]["total"]["value"])

    @once
    def total(self) -> Total:
        """The counts of the whole answer."""
        told = self._told[1]["aggregations"]
        return Total(
            sections=self.sections,
            reports=told["reports"]["value"] if self.sections else 0,
            zones=len([zone for zone in values_in(told["zones"]) if zone]),
            occurrences=self._occurrences(told),
            exact=told["exact"]["doc_count"] if self.query.runs else self.sections,
        )

    def _occurrences(self, told: Mapping[str, Any]) -> int:
        if is_plain(self.query):
            return int(told["occurrences"]["value"]) if "occurrences" in told else 0
        return sum(self.read[0].values())

    @once
    def read(self) -> tuple[dict[int, int], bool]:
        """For a query with pairs or gaps: the occurrences in each section by its number, and
        whether all sections were read."""
        return counted(self.corpus, self.query, self.where)

    @property
    def is_all_read(self) -> bool:
        """Whether nothing of the answer rests on some of the sections only."""
        return is_plain(self.query) or self.read[1]


def finding(corpus: Corpus, request: Request, chosen: Mapping[str, tuple[str, ...]]) -> Finding:
    """What a request finds. Raises QueryError."""
    filters = bound(chosen, corpus.view, request.reports)
    return Finding(corpus, parse(request.q), filters)
