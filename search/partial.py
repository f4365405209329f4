"""The second block of an answer: below the sections that hold all that was typed, those that hold
some of it, each with what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from index.characters.arrays import Bools, Floats, Ints
from search.answer import Part, Partial
from search.found import Found
from search.match.some import Some, missing, parts
from search.once import once
from search.rank.leading import leading
from search.rank.order import page
from search.rank.score import Key
from search.show.hits import hits


def partial(found: Found, offset: int, limit: int) -> Partial | None:
    """How many such sections there are, and `limit` of them from `offset` on, by score; None where
    one thing only is asked for."""
    if len(parts(found.query.node)[0]) < 2:
        return None
    rest = Rest(found)
    return Partial(rest.sections, rest.page(offset, limit) if limit > 0 else ())


class Rest:
    """The sections that hold some parts of a search and not all, within its filters."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._some = [Some(found.view, lookup, found.query) for lookup in found.lookups]

    @once
    def sections(self) -> int:
        """How many there are."""
        masks = self._masks(())
        if self._found.is_filtered:
            return sum(map(len, self._passing(masks)))
        return sum([int(np.count_nonzero(mask)) for mask in masks])

    def _masks(self, keys: Sequence[Key]) -> list[Bools]:
        pairs = zip(self._some, self._found.matching, strict=True)
        return [some.mask(docs, keys) for some, docs in pairs]

    def _passing(self, masks: Iterable[Bools]) -> tuple[Ints, ...]:
        return self._found.passing_all([np.flatnonzero(mask) for mask in masks])

    def holding(self, keys: Sequence[Key]) -> tuple[Ints, ...]:
        """For each segment those that hold one of these in their own text, or any part where there
        are none."""
        return self._passing(self._masks(keys))

    def page(self, offset: int, limit: int) -> tuple[Part, ...]:
        """A stretch of them by score."""
        view, lookups = self._found.view, self._found.lookups
        docs, scores = leading(view, lookups, self._found.terms, self.holding, offset + limit)
        places = page(scores, view.keys("relevance"), docs, offset, limit)
        shown = _Shown(self._found, docs, scores, places)
        held = [
            list(zip(*map(np.ndarray.tolist, some.held(docs)), strict=True))
            for some, docs in zip(self._some, shown.docs, strict=True)
        ]
        # Told by what is held: hashing a whole tree for each hit takes longer than telling.
        lacks = {each: missing(self._found.query.node, each) for segment in held for each in segment}
        found = zip(hits(shown, shown.places), shown.places, strict=True)
        return tuple([Part(hit, lacks[held[segment][place]]) for hit, (segment, place) in found])


class _Shown(Found):
    """A few sections as what a search found, so that they are shown as hits are."""

    def __init__(
        self, found: Found, docs: tuple[Ints, ...], scores: tuple[Floats, ...], places: list[tuple[int, int]]
    ) -> None:
        self.view, self.query, self.lookups = found.view, found.query, found.lookups
        kept = [sorted(place for segment, place in places if segment == number) for number in range(len(docs))]
        self.docs = tuple(each.take(some) for each, some in zip(docs, kept, strict=True))
        self._scores = [each.take(some) for each, some in zip(scores, kept, strict=True)]
        self.places = [(segment, kept[segment].index(place)) for segment, place in places]

    def score(self, segment: int, place: int) -> float:
        """The score of one of them."""
        return float(self._scores[segment][place])
