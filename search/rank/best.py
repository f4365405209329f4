"""Scores where only a page of the best is asked for: all sections are scored about, and only those
exactly that may be on the page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Floats, Ints
from search.loops import chosen
from search.match.lookup import Lookup
from search.match.view import View
from search.rank import score as rank
from search.rank.score import Term, exact, named, norm_of, scores

# From so many sections on bounds cost less than they save.
PRUNED = 200
# Bounds are sums of the same numbers in another order, so they may be off by a few last digits.
ROUNDING = 1e-9


def best(
    view: View, lookups: Sequence[Lookup], wanted: Sequence[Term], docs: Sequence[Ints], most: int | None
) -> tuple[Floats, ...]:
    """For each segment the score of each of `docs`, sections that match; where only the best `most`
    are asked for, of the others a number that is no less than theirs and less than those."""
    pairs = list(zip(lookups, docs, strict=True))
    if most is None or sum(map(len, docs)) < max(PRUNED, 2 * most):
        return tuple([scores(view, lookup, wanted, found) for lookup, found in pairs])
    bounded = [_Bounded(view, lookup, wanted, found) for lookup, found in pairs]
    low = [each.low for each in bounded]
    least = chosen.loops.edge(low[0] if len(low) == 1 else np.concatenate(low), most) * (1.0 - ROUNDING)
    return tuple([each.sharpened(least) for each in bounded])


class _Bounded:
    """The sections found in one segment, and the least and the most that each may score."""

    def __init__(self, view: View, lookup: Lookup, wanted: Sequence[Term], docs: Ints) -> None:
        self.lookup, self.wanted, self.docs = lookup, wanted, docs
        self.low, self.high = np.zeros(len(docs)), np.zeros(len(docs))
        if len(docs):
            self.norm = norm_of(view, lookup, docs)
            self.counts = [lookup.counts_in(term.key, docs) for term in wanted]
            self._bound()

    def _bound(self) -> None:
        low, high, headings = self.low, self.high, self.lookup.view.headings
        for term, counts in zip(self.wanted, self.counts, strict=True):
            held = named(self.lookup, term, self.docs)
            if term.placed:
                given = (self.norm, counts, self.docs, headings, len(str(term.key)), held)
                chosen.loops.add_bounds(low, high, *given, rank.INSIDE, rank.HEADING, term.about, term.weight, rank.K1)
            else:
                for total in (low, high):
                    chosen.loops.add(total, counts * self.norm, held, term.about, term.weight, rank.K1)

    def sharpened(self, least: float) -> Floats:
        """The exact score of each section that may score so much, of the others the most they
        may."""
        near = chosen.loops.at_least(self.high, least) if len(self.docs) else ()
        if len(near):
            # Where all that counts is how often a term stands there, that is known by now.
            pairs = zip(self.wanted, self.counts, strict=True)
            known = [None if term.placed else counts.take(near) for term, counts in pairs]
            self.high[near] = exact(self.lookup, self.wanted, self.docs.take(near), self.norm.take(near), known)
        return self.high
