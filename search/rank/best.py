"""Scores where only a page of the best is asked for: all sections are scored about, and only those
exactly that may be on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from index.characters.arrays import Floats, Ints
from search.loops import chosen
from search.match.lookup import Lookup
from search.match.view import View
from search.rank import score as rank
from search.rank.score import Key, Term, exact, named, norm_of, scores

# From so many sections on bounds cost less than they save.
PRUNED = 200
# A term with so many occurrences a section, or more, is counted only in those that may be on the page.
DEAR = 2
# Bounds are sums of the same numbers in another order, so they may be off by a few last digits.
ROUNDING = 1e-9


def best(
    view: View, lookups: Sequence[Lookup], wanted: Sequence[Term], docs: Sequence[Ints], most: int | None
) -> tuple[Floats, ...]:
    """For each segment the score of each of `docs`, sections that match; where only the best `most`
    are asked for, of the others a number that is less than those."""
    pairs = list(zip(lookups, docs, strict=True))
    if most is None or sum(map(len, docs)) < max(PRUNED, 2 * most):
        return tuple([scores(view, lookup, wanted, found) for lookup, found in pairs])
    dear = _dear(wanted, pairs)
    bounded = [_Bounded(view, lookup, wanted, found) for lookup, found in pairs]
    for each in bounded:
        each.bound([term for term in wanted if term not in dear])
    if dear:
        least = _least(bounded, most)
        rest = sum(term.weight for term in dear)
        for each in bounded:
            each.bound_near(dear, least, rest)
    least = _least(bounded, most)
    return tuple([each.sharpened(least) for each in bounded])


def _dear(wanted: Sequence[Term], pairs: Sequence[tuple[Lookup, Ints]]) -> list[Term]:
    """The terms that stand so often that they are counted only where they can make a difference."""
    size = sum(len(docs) for _, docs in pairs)
    return [
        term
        for term in wanted
        if isinstance(term.key, str)
        and any(not lookup.is_counted(term.key, docs) for lookup, docs in pairs)
        and sum(lookup.rarity(term.key) for lookup, _ in pairs) > DEAR * size
    ]


def _least(bounded: Sequence[_Bounded], most: int) -> float:
    low = [each.low for each in bounded]
    return chosen.loops.edge(low[0] if len(low) == 1 else np.concatenate(low), most) * (1.0 - ROUNDING)


class _Bounded:
    """The sections found in one segment, and the least and the most that each may score."""

    def __init__(self, view: View, lookup: Lookup, wanted: Sequence[Term], docs: Ints) -> None:
        self.lookup, self.wanted, self.docs = lookup, wanted, docs
        self.low, self.high = np.zeros(len(docs)), np.zeros(len(docs))
        self.counts: dict[Key, Ints] = {}
        self.norm = norm_of(view, lookup, docs) if len(docs) else self.low

    def bound(self, terms: Sequence[Term]) -> None:
        """Bound what these terms give."""
        if len(self.docs):
            self.counts |= {term.key: self.lookup.counts_in(term.key, self.docs) for term in terms}
            self._bound(terms, self.low, self.high, self.norm, self.docs, self.counts)

    def bound_near(self, terms: Sequence[Term], least: float, rest: float) -> None:
        """Bound what these terms give to the sections that may score so much with as much as `rest`
        from them; the others are known to score less."""
        near = chosen.loops.at_least(self.high, least - rest) if len(self.docs) else ()
        if not len(near):
            return
        docs = self.docs.take(near)
        norm, low, high = (each.take(near) for each in (self.norm, self.low, self.high))
        counts = {term.key: self.lookup.counts_in(term.key, docs) for term in terms}
        self._bound(terms, low, high, norm, docs, counts)
        self.low[near], self.high[near] = low, high
        for key, some in counts.items():
            self.counts[key] = np.zeros(len(self.docs), np.int64)
            self.counts[key][near] = some

    def _bound(
        self, terms: Sequence[Term], low: Floats, high: Floats, norm: Floats, docs: Ints, counted: Mapping[Key, Ints]
    ) -> None:
        headings = self.lookup.view.headings
        for term in terms:
            held, counts = named(self.lookup, term, docs), counted[term.key]
            if term.placed:
                given = (norm, counts, docs, headings, len(str(term.key)), held)
                chosen.loops.add_bounds(low, high, *given, rank.INSIDE, rank.HEADING, term.about, term.weight, rank.K1)
            else:
                for total in (low, high):
                    chosen.loops.add(total, counts * norm, held, term.about, term.weight, rank.K1)

    def sharpened(self, least: float) -> Floats:
        """The exact score of each section that may score so much, of the others the most they may,
        as far as it is known."""
        near = chosen.loops.at_least(self.high, least) if len(self.docs) else ()
        if len(near):
            # Where all that counts is how often a term stands there, that is known by now.
            known = [None if term.placed else self.counts[term.key].take(near) for term in self.wanted]
            self.high[near] = exact(self.lookup, self.wanted, self.docs.take(near), self.norm.take(near), known)
        return self.high
