"""The best of the sections that hold some of the terms: those that hold the weightiest ones are
scored first, and mostly no other can reach them.

Two words, one of them rare: what lacks the rare one scores less than the frequent one can ever
give, and so need not be looked at. (Of 24 questions of two and three words over 54,132 sections
that is so for 18, and 47 sections are scored instead of 41,394.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import numpy as np

from index.characters.arrays import Floats, Ints
from search.loops import chosen
from search.match.lookup import Lookup
from search.match.view import View
from search.rank.best import ROUNDING, best
from search.rank.score import K1, Key, Term

Docs: TypeAlias = tuple[Ints, ...]
# Gives the documents of each segment that hold one of the keys; of any, where there are none.
Holding: TypeAlias = Callable[[Sequence[Key]], Docs]
# So often what holds the weightiest terms is scored for nothing, at most.
TRIES = 3
# The last one of a page mostly scores about this share of the weights of what was looked for: where
# others can reach more, trying is of no use. (Of 24 questions of two to four words over 54,132
# sections one was tried for nothing so, 2026-11-28.)
REACHED = 0.4


def leading(
    view: View, lookups: Sequence[Lookup], wanted: Sequence[Term], holding: Holding, most: int
) -> tuple[Docs, tuple[Floats, ...]]:
    """Documents among which the best `most` are, ascending in each segment, and their scores; less
    for those that are not among the best."""
    for docs, rest in _tried(lookups, wanted, holding, most):
        scores = best(view, lookups, wanted, docs, most)
        if chosen.loops.edge(np.concatenate(scores), most) * (1.0 - ROUNDING) > rest:
            return docs, scores
    docs = holding(())
    return docs, best(view, lookups, wanted, docs, most)


def _tried(
    lookups: Sequence[Lookup], wanted: Sequence[Term], holding: Holding, most: int
) -> Iterator[tuple[Docs, float]]:
    """What holds the first of the weightiest terms, and the most that anything else can score."""
    terms, tried = sorted(wanted, key=lambda term: -term.weight), 0
    for size in range(1, len(terms)):
        heavy = [term.key for term in terms[:size]]
        rest = sum(_most(lookups, term, heavy) for term in terms)
        if tried == TRIES or rest > REACHED * sum(term.weight for term in terms[:size]):
            continue
        docs = holding(heavy)
        if sum(map(len, docs)) >= most:
            tried += 1
            yield docs, rest


def _most(lookups: Sequence[Lookup], term: Term, lacking: Sequence[Key]) -> float:
    """The most that a term gives to a section that lacks these in its own text."""
    if not any(key == term.key or (isinstance(key, str) and key in str(term.key)) for key in lacking):
        return term.weight
    is_named = term.about and any(len(lookup.meant(str(term.key))) for lookup in lookups)
    return term.weight * term.about / (term.about + K1) if is_named else 0.0
