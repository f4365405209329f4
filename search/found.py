"""Everything a query finds in a snapshot, before any of it is shown: matching sections by segment,
filters applied, and counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from itertools import repeat

import numpy as np

from index.characters.arrays import Bools, Floats, Ints
from search.answer import Total
from search.match.counts import occurrences, placed, unbroken, unbroken_counts
from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.occurrences import Placed
from search.match.sections import matching, standing
from search.match.tally import Tally
from search.match.view import View
from search.match.whole import one_of_each_report, only_excludes
from search.once import once
from search.query.read import Query
from search.rank.best import best
from search.rank.score import Term, score, terms
from search.request import FACETS
from search.work import check

# Up to so many numbers Python adds up sooner than numpy is called.
ADDED_BY_PYTHON = 50


class Found:
    """The sections that match a query and pass the filters: `docs[i]` are those of segment i,
    ascending. Where `whole` reports are asked for and the query only excludes, they are one section
    a report: the first that passes.

    `most`: so many of the best are asked for; None for all."""

    def __init__(
        self,
        view: View,
        query: Query,
        filters: Filters,
        lookups: tuple[Lookup, ...] | None = None,
        most: int | None = None,
        whole: bool = False,
    ) -> None:
        self.view, self.query, self.filters, self._most = view, query, filters, most
        self.lookups = lookups or tuple(Lookup(segment) for segment in view.segments)
        check(query, self.lookups)
        self.whole = whole and only_excludes(query)
        self._matching = tuple([matching(view, lookup, query, self.whole) for lookup in self.lookups])
        if filters.within is not None:
            pairs = zip(view.segments, self._matching, strict=True)
            self._matching = tuple([filters.asked(*each) for each in pairs])
        pairs = zip(view.segments, self._matching, strict=True)
        self._passes = tuple([filters.passes(*each) for each in pairs]) if filters.tables else ()
        self._sections = self._without(())
        self.docs = self._given(self._sections)
        # Sections that lead the hits whatever they score.
        self.leaders: list[tuple[int, int]] = []
        # Where a stretch of the hits begins, and their places in order, for who reads on.
        self.ahead: tuple[int, list[tuple[int, int]]] = (0, [])
        self._tally = Tally(view, self.docs)

    def instead(self, query: Query, filters: Filters) -> Found:
        """What another query finds, with what has been looked up already."""
        return Found(self.view, query, filters, self.lookups, whole=self.whole)

    @property
    def matching(self) -> tuple[Ints, ...]:
        """For each segment the documents that match, whatever the filters say."""
        return self._matching

    @property
    def is_filtered(self) -> bool:
        """Whether anything that matches may not pass."""
        return bool(self.filters.tables) or self.filters.within is not None

    def passing_all(self, docs: Sequence[Ints]) -> tuple[Ints, ...]:
        """Those of other documents that pass the filters."""
        if not self.is_filtered:
            return tuple(docs)
        pairs = zip(self.view.segments, docs, strict=True)
        asked = [(view, self.filters.asked(view, some)) for view, some in pairs]
        return tuple(some[_all(self.filters.passes(view, some).values(), len(some))] for view, some in asked)

    @property
    def sections(self) -> int:
        """How many sections match and pass; of whole reports, how many reports."""
        return self._tally.sections

    def passing(self, facets: Collection[str]) -> int:
        """How many sections (or whole reports) match and pass the filters of these facets, whatever
        the others say."""
        others = [facet for facet in self.filters.tables if facet not in facets]
        return sum(map(len, self._given(self._without(others))))

    def _given(self, docs: tuple[Ints, ...], column: str | None = None) -> tuple[Ints, ...]:
        """The documents; of whole reports one each, or one for each code of a column."""
        return one_of_each_report(self.view, docs, column) if self.whole else docs

    def _without(self, facets: Collection[str]) -> tuple[Ints, ...]:
        """For each segment the documents that pass every filter but those of `facets`."""
        if not self._passes:
            return self._matching
        others = [[mask for name, mask in masks.items() if name not in facets] for masks in self._passes]
        pairs = zip(self._matching, others, strict=True)
        return tuple(docs[reduce(np.logical_and, masks)] if masks else docs for docs, masks in pairs)

    @once
    def tallies(self) -> dict[str, Tally]:
        """For each facet the counts of what passes all other filters."""
        chosen = self._passes[0] if self._passes else ()
        tallies = {facet: self._of_others(facet) if facet in chosen else self._tally for facet in FACETS}
        # A report has several parts: it counts once in each.
        return tallies | {"part": self._of_others("part", "part")} if self.whole else tallies

    def _of_others(self, facet: str, column: str | None = None) -> Tally:
        return Tally(self.view, self._given(self._without((facet,)), column))

    @once
    def total(self) -> Total:
        """The counts of the whole answer."""
        zones, values = self._tally.column("zone"), self.view.snapshot.values["zone"]
        unknown = 0 in zones and not values[0]
        return Total(
            sections=sum(map(len, self._sections)),
            reports=self._tally.reports,
            zones=len(zones) - unknown,
            occurrences=sum([_sum(counts) for counts in self.occurrences if len(counts)]),
            exact=self._exact(),
        )

    def _exact(self) -> int:
        if not self.query.runs:
            return sum(map(len, self._sections))
        return sum([len(standing(*each)) for each in zip(self.lookups, repeat(self.query), self.docs)])

    @once
    def occurrences(self) -> tuple[Ints, ...]:
        """For each section found, how many distinct occurrences of the query's operands it
        holds."""
        return tuple(
            occurrences(lookup, self.query, docs) for lookup, docs in zip(self.lookups, self.docs, strict=True)
        )

    @once
    def terms(self) -> tuple[Term, ...]:
        """What scores."""
        return terms(self.view, self.lookups, self.query)

    @once
    def scores(self) -> tuple[Floats, ...]:
        """The score of each section found; where only the best `most` of them are asked for, less
        for the others."""
        return best(self.view, self.lookups, self.terms, self.docs, self._most)

    def score(self, segment: int, place: int) -> float:
        """The score of one section found, which has to be among the best or the leaders where only
        the best are asked for. Where all have been scored nothing is worked out again."""
        known = "scores" in self.__dict__ if self._most is None else (segment, place) not in self.leaders
        if known:
            return self.scores[segment].item(place)
        return score(self.view, self.lookups[segment], self.terms, self.docs[segment].item(place))

    @once
    def unbroken_counts(self) -> tuple[Ints, ...]:
        """For each section found, how many of its occurrences are a bare run that stands unbroken."""
        pairs = zip(self.lookups, self.docs, strict=True)
        return tuple([unbroken_counts(lookup, self.query.counted, docs) for lookup, docs in pairs])

    def placed(self, segment: int, docs: Ints, only_unbroken: bool = False) -> Placed:
        """All occurrences in some of the sections found in one segment, or only the bare runs that
        stand unbroken there; distinct, in order."""
        return placed(self.lookups[segment], self.query.counted, docs, only_unbroken)

    def unbroken(self, segment: int, found: Placed) -> Bools:
        """Which occurrences in one segment are a bare run that stands unbroken."""
        return unbroken(self.lookups[segment], self.query.counted, found)


def _all(masks: Iterable[Bools], size: int) -> Bools:
    return reduce(np.logical_and, masks, np.ones(size, np.bool_))


def _sum(counts: Ints) -> int:
    return sum(counts.tolist()) if len(counts) < ADDED_BY_PYTHON else int(counts.sum())
