"""Everything a query finds in a snapshot, before any of it is shown: matching sections by segment, filters applied, and counts."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from search.answer import Total
from search.facets import Passed
from search.filters import Filters
from search.match import matching, unbroken
from search.occurrences import Lookup, Placed, plain
from search.query import Query
from search.rank import Term, aligned, scores, terms
from search.view import Floats, Ints, View


class Found:
    """The sections that match a query and pass the filters: `docs[i]` are those of segment i, ascending."""

    def __init__(self, view: View, query: Query, filters: Filters) -> None:
        self.view, self.query = view, query
        self.lookups = tuple(Lookup(segment) for segment in view.segments)
        self.passed = tuple(_passed(view, lookup, query, filters) for lookup in self.lookups)
        self.docs = tuple(part.without("") for part in self.passed)

    @cached_property
    def total(self) -> Total:
        """The counts of the whole answer."""
        exact = [len(unbroken(*each, self.docs[at])) for at, each in enumerate(self._asked())]
        return Total(
            sections=sum(map(len, self.docs)),
            reports=len(self._values("report")),
            zones=len(self._values("zone") - {""}),
            occurrences=sum(int(counts.sum()) for counts in self.occurrences),
            exact=sum(exact),
        )

    def _asked(self) -> list[tuple[Lookup, Query]]:
        return [(lookup, self.query) for lookup in self.lookups]

    def _values(self, column: str) -> set[str]:
        values = self.view.snapshot.values[column]
        counts = np.zeros(len(values), np.int64)
        for lookup, docs in zip(self.lookups, self.docs, strict=True):
            counts += np.bincount(lookup.view.segment.codes[column][docs], minlength=len(values))
        return {values[code] for code in np.flatnonzero(counts).tolist()}

    @cached_property
    def occurrences(self) -> tuple[Ints, ...]:
        """For each section found, how many distinct occurrences of the query's operands it holds."""
        return tuple(
            _occurrences(lookup, self.query, docs) for lookup, docs in zip(self.lookups, self.docs, strict=True)
        )

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """What scores."""
        return terms(self.view, self.lookups, self.query)

    @cached_property
    def scores(self) -> tuple[Floats, ...]:
        """The score of each section found."""
        pairs = zip(self.lookups, self.docs, strict=True)
        return tuple(scores(self.view, lookup, self.terms, docs) for lookup, docs in pairs)

    def keys(self, sort: str) -> tuple[Ints, ...]:
        """The sorting key of each section found."""
        pairs = zip(self.view.keys(sort), self.docs, strict=True)
        return tuple(keys[docs] for keys, docs in pairs)

    def placed(self, segment: int) -> Placed:
        """All occurrences in the sections found in one segment, distinct, in order."""
        return placed(self.lookups[segment], self.query, self.docs[segment])


def _passed(view: View, lookup: Lookup, query: Query, filters: Filters) -> Passed:
    docs = matching(view, lookup, query)
    return Passed(lookup.view, docs, filters.passes(lookup.view, docs))


def _occurrences(lookup: Lookup, query: Query, docs: Ints) -> Ints:
    keys = dict.fromkeys(plain(operand) for operand in query.operands)
    if all(isinstance(key, str) for key in keys):
        # Different strings never share start and end, so their counts add up.
        counted = [lookup.counted(operand) for operand in {plain(each): each for each in query.operands}.values()]
        parts = [aligned(each.docs, each.counts, docs).astype(np.int64) for each in counted]
        return sum(parts, np.zeros(len(docs), np.int64))
    found = placed(lookup, query, docs)
    return np.bincount(docs.searchsorted(found.docs), minlength=len(docs))


def placed(lookup: Lookup, query: Query, docs: Ints) -> Placed:
    """The distinct occurrences of all operands in `docs`, by start, then end."""
    parts = [lookup.placed(operand) for operand in query.operands]
    if not parts or not len(docs):
        return Placed(*(np.zeros(0, np.int64) for _ in range(3)))
    starts, ends, of = (np.concatenate([getattr(part, name) for part in parts]) for name in ("starts", "ends", "docs"))
    wanted = np.zeros(lookup.view.size, np.bool_)
    wanted[docs] = True
    inside = np.flatnonzero(wanted[of])
    order = inside[np.lexsort((ends[inside], starts[inside]))]
    new = np.ones(len(order), np.bool_)
    new[1:] = (np.diff(starts[order]) != 0) | (np.diff(ends[order]) != 0)
    return Placed(starts, ends, of).only(order[new])
