"""Whole reports, as `search.match.whole` has them: where a query only excludes, a report is given if
no section of it is such, by the first of its sections that passes.

All but the part of a section is a fact about its report: so reports are counted here, by what the
cluster says of each report and part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from index.characters.arrays import Bools, Ints
from search.answer import Answer, Cause, Hit, Partial, Total
from search.match.filters import COLUMNS, Filters, checked
from search.match.whole import only_excludes as only_excludes
from search.name.naming import NOTHING
from search.once import once
from search.opensearch.asking.choosing import passes, within
from search.opensearch.asking.clauses import Clause, all_of, one_of
from search.opensearch.asking.corpus import Corpus
from search.opensearch.asking.matching import Matching
from search.opensearch.asking.telling import Telling
from search.opensearch.showing import hits
from search.query.read import Query
from search.request import FACETS, Request
from search.show.asked import Question
from search.show.explain import ENOUGH_SECTIONS, explain
from search.show.value_counts import facets_of


class WholeReports:
    """Answers a request for whole reports and, for the same question, every other page of it."""

    def __init__(self, request: Request, corpus: Corpus, query: Query, filters: Filters) -> None:
        self._request, self._corpus, self._query, self._filters = request, corpus, query, filters
        self._match = all_of([Matching(corpus, query, whole=True).clause, *within(filters.reports)])
        self._passes = passes(filters.chosen)

    def _where(self, but: Collection[str] = ()) -> Clause:
        return all_of([self._match, *(each for facet, each in self._passes.items() if facet not in but)])

    def _sections(self, but: Collection[str] = ()) -> Ints:
        """For each report how many of its sections match, and pass all filters but those of some
        facets."""
        return Telling(self._corpus).summed(self._where(but))[0]

    @once
    def _found(self) -> Ints:
        return self._sections()

    @once
    def _order(self) -> Ints:
        """The reports found, by their codes, in the order asked for."""
        view = self._corpus.view
        sort = "newest" if self._request.sort == "relevance" else self._request.sort
        codes: Ints = np.flatnonzero(self._found)
        ranks = np.zeros(len(self._found), np.int64)
        for segment, keys in zip(view.segments, view.keys(sort), strict=True):
            ranks[segment.segment.codes["report"][segment.documents]] = keys[segment.documents]
        ordered: Ints = codes[np.argsort(ranks[codes])]
        return ordered

    def page(self, request: Request) -> tuple[tuple[Hit, ...], Partial | None]:
        """What the request's offset and limit ask for."""
        codes = self._order[request.offset : request.offset + request.limit]
        numbers = self._corpus.view.numbers[codes].tolist()
        if not numbers:
            return (), None
        where = all_of([self._where(), {"terms": {"report_n": numbers}}])
        body: dict[str, Any] = {"size": len(numbers), "query": {"bool": {"filter": [where]}}, "sort": ["order"]}
        body |= {"collapse": {"field": "report_n"}, "_source": ["kept", "order", "part", "report_n"]}
        found = self._corpus.ask([body])[0]["hits"]["hits"]
        by_number = {each["_source"]["report_n"]: each for each in found}
        return hits(self._query, [by_number[number] for number in numbers], request.texts), None

    def answer(self) -> Answer:
        """The whole answer."""
        filters, view = self._filters, self._corpus.view
        page, _ = self.page(self._request)
        return Answer(
            version=view.snapshot.version,
            text=self._request.q,
            interpreted=self._query.interpreted,
            total=self._total,
            hits=page,
            facets=facets_of(self._facets(), filters.chosen, view.snapshot.places),
            named=NOTHING.named,
            notes=filters.notes,
            explanation=self._explained(),
            readings=self._query.notes,
            whole=True,
        )

    @property
    def _total(self) -> Total:
        zones = np.unique(self._corpus.view.of_reports("zone")[self._found > 0]).tolist()
        named = [code for code in zones if self._corpus.view.snapshot.values["zone"][code]]
        sections = int(self._found.sum())
        return Total(sections, int((self._found > 0).sum()), len(named), 0, sections)

    def _facets(self) -> dict[str, dict[str, dict[str, int]]]:
        found = {facet: self._facet(self._reports(facet), COLUMNS[facet]) for facet in FACETS if facet != "part"}
        values = self._corpus.view.snapshot.values["part"]
        parts = {value: self._count(all_of([self._where(("part",)), one_of("part", [value])])) for value in values}
        return found | {"part": {"part": {value: count for value, count in parts.items() if count}}}

    def _reports(self, facet: str) -> Bools:
        """Which reports pass all filters but that of a facet."""
        found: Bools = (self._sections((facet,)) if facet in self._passes else self._found) > 0
        return found

    def _facet(self, reports: Bools, columns: Sequence[str]) -> dict[str, dict[str, int]]:
        return {column: self._values(reports, column) for column in columns}

    def _values(self, reports: Bools, column: str) -> dict[str, int]:
        view = self._corpus.view
        counts = np.bincount(view.of_reports(column)[reports]).tolist()
        return {view.snapshot.values[column][code]: count for code, count in enumerate(counts) if count}

    def _count(self, where: Clause) -> int:
        return int(Telling(self._corpus).holding(where).sum())

    def _explained(self) -> tuple[Cause, ...]:
        found = int((self._found > 0).sum())
        if found >= ENOUGH_SECTIONS:
            return ()
        places = self._corpus.view.snapshot.places
        causes = explain(self._query, checked(self._request), found, self, places)
        # Without a part of it, a query for whole reports may be one for sections.
        return tuple([cause for cause in causes if cause.facet])

    def counts(self, questions: Sequence[Question]) -> list[int]:
        """For each question how many reports it finds."""
        return [self._asked(question) for question in questions]

    def _asked(self, question: Question) -> int:
        if question.query is self._query:
            return self._count(self._where([facet for facet in self._passes if facet not in question.facets]))
        filters = self._filters.only(question.facets)
        other = WholeReports(self._request, self._corpus, question.query, filters)
        return int((other._found > 0).sum()) if only_excludes(question.query) else self._plain(question, filters)

    def _plain(self, question: Question, filters: Filters) -> int:
        """Sections that a question finds which asks for no whole reports."""
        match = Matching(self._corpus, question.query).clause
        where = all_of([match, *within(filters.reports), *passes(filters.chosen).values()])
        return self._corpus.counts([where])[0]

    def rarities(self, strings: Sequence[str]) -> list[int]:
        """How often each of these folded strings occurs."""
        return self._corpus.occurrences(strings)

    def occur(self, strings: Sequence[str]) -> list[bool]:
        """Whether each of these folded strings occurs at all."""
        return [count > 0 for count in self.rarities(strings)]
