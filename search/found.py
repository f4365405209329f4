"""Everything a query finds in a snapshot, before any of it is shown: matching sections by segment,
filters applied, and counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from itertools import pairwise, repeat

import numpy as np

from index.characters.arrays import Floats, Ints
from search.answer import Total
from search.match.excerpt import excerpts, is_frequent
from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.occurrences import Placed, plain, together, union
from search.match.sections import matching, unbroken
from search.match.tally import Tally
from search.match.view import View
from search.once import once
from search.query.read import Query
from search.query.syntax import Operand
from search.rank.best import best
from search.rank.score import Term, score, terms
from search.request import FACETS

# Documents whose pairs are brought together at a time: those of all need a hundred megabytes.
SIDE_BY_SIDE = 8_192
# Up to so many numbers Python adds up sooner than numpy is called.
ADDED_BY_PYTHON = 50


class Found:
    """The sections that match a query and pass the filters: `docs[i]` are those of segment i,
    ascending.

    `most`: so many of the best are asked for; None for all."""

    def __init__(
        self,
        view: View,
        query: Query,
        filters: Filters,
        lookups: tuple[Lookup, ...] | None = None,
        most: int | None = None,
    ) -> None:
        self.view, self.query, self.filters, self._most = view, query, filters, most
        self.lookups = lookups or tuple(Lookup(segment) for segment in view.segments)
        self._matching = tuple([matching(view, lookup, query) for lookup in self.lookups])
        if filters.within is not None:
            pairs = zip(view.segments, self._matching, strict=True)
            self._matching = tuple([filters.asked(*each) for each in pairs])
        pairs = zip(view.segments, self._matching, strict=True)
        self._passes = tuple([filters.passes(*each) for each in pairs]) if filters.tables else ()
        self.docs = self._without(())
        self._tally = Tally(view, self.docs)

    def instead(self, query: Query, filters: Filters) -> Found:
        """What another query finds, with what has been looked up already."""
        return Found(self.view, query, filters, self.lookups)

    @property
    def sections(self) -> int:
        """How many sections match and pass."""
        return self._tally.sections

    def passing(self, facets: Collection[str]) -> int:
        """How many sections match and pass the filters of these facets, whatever the others say."""
        others = [facet for facet in self.filters.tables if facet not in facets]
        return sum(map(len, self._without(others)))

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
        return {
            facet: Tally(self.view, self._without((facet,))) if facet in chosen else self._tally for facet in FACETS
        }

    @once
    def total(self) -> Total:
        """The counts of the whole answer."""
        zones, values = self._tally.column("zone"), self.view.snapshot.values["zone"]
        unknown = 0 in zones and not values[0]
        return Total(
            sections=self._tally.sections,
            reports=self._tally.reports,
            zones=len(zones) - unknown,
            occurrences=sum([_sum(counts) for counts in self.occurrences if len(counts)]),
            exact=self._exact(),
        )

    def _exact(self) -> int:
        if not self.query.runs:
            return self.sections
        return sum([len(unbroken(*each)) for each in zip(self.lookups, repeat(self.query), self.docs)])

    @once
    def occurrences(self) -> tuple[Ints, ...]:
        """For each section found, how many distinct occurrences of the query's operands it
        holds."""
        return tuple(
            _occurrences(lookup, self.query, docs) for lookup, docs in zip(self.lookups, self.docs, strict=True)
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
        """The score of one section found, which has to be among the best where only those are asked
        for."""
        if self._most is not None:
            return self.scores[segment].item(place)
        return score(self.view, self.lookups[segment], self.terms, self.docs[segment].item(place))

    def placed(self, segment: int, docs: Ints) -> Placed:
        """All occurrences in some of the sections found in one segment, distinct, in order."""
        return placed(self.lookups[segment], self.query, docs)


def _sum(counts: Ints) -> int:
    return sum(counts.tolist()) if len(counts) < ADDED_BY_PYTHON else int(counts.sum())


def _occurrences(lookup: Lookup, query: Query, docs: Ints) -> Ints:
    if len(query.operands) == 1:
        return lookup.counts_in(query.operands[0], docs)
    keys = dict.fromkeys([plain(operand) for operand in query.operands])
    if not len(docs) or not keys:
        return np.zeros(len(docs), np.int64)
    # Different strings never share start and end, so their counts add up.
    strings = [key for key in keys if isinstance(key, str)]
    counts = [lookup.counts_in(key, docs) for key in strings]
    if others := [key for key in keys if not isinstance(key, str)]:
        counts.append(_besides(lookup, others, strings, docs))
    return counts[0] if len(counts) == 1 else np.sum(counts, axis=0)


def _besides(lookup: Lookup, others: Sequence[Operand], strings: Sequence[str], docs: Ints) -> Ints:
    """How many occurrences of phrases with gaps and of pairs are in each of `docs`, those left out
    that are one of `strings` as well."""
    begins = lookup.view.text.starts[::SIDE_BY_SIDE].tolist()
    placed = [lookup.placed(other) for other in others]
    counts = np.zeros(lookup.view.size, np.int64)
    for low, high in pairwise([*begins, len(lookup.view.text.text)]):
        found = _not_one_of(lookup, strings, union([each.between(low, high) for each in placed]))
        counts += np.bincount(lookup.docs(found), minlength=lookup.view.size)
    return counts.take(docs)


def _not_one_of(lookup: Lookup, strings: Sequence[str], found: Placed) -> Placed:
    for text in strings:
        same = np.flatnonzero(found.ends - found.starts == len(text))
        for place, code in enumerate(map(ord, text)):
            same = same[lookup.view.text.text[found.starts[same] + place] == code]
        found = found.only(np.delete(np.arange(len(found.starts)), same))
    return found


def placed(lookup: Lookup, query: Query, docs: Ints) -> Placed:
    """The distinct occurrences of all operands in `docs`, by start, then end."""
    if is_frequent(lookup, query.operands):
        return together([part.placed(query.operands) for part in excerpts(lookup, docs)])
    found = union([lookup.placed(operand) for operand in query.operands])
    wanted = np.zeros(lookup.view.size, np.bool_)
    wanted[docs] = True
    return found.only(wanted[lookup.docs(found)])
