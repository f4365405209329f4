"""All hits of a search, in order, without holding them: what exports send. One snapshot answers from the first hit to the last.

Hits are asked for page by page, as anybody may. Lines of a concordance are sorted as a whole, which every page would do again: they are
placed and sorted once (numbers only) and read as they are sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from search.answer import Answer, Hit, KwicLine
from search.engine import Engine
from search.found import Found
from search.match.filters import bound, checked
from search.match.view import View
from search.query.read import parse
from search.request import MAX_LIMIT, Request
from search.show import kwic


class Pinned(Engine):
    """An engine that stays with the snapshot it began with, whatever is built meanwhile."""

    def __init__(self, engine: Engine) -> None:
        self._kept = engine.view

    @property
    def view(self) -> View:
        """The snapshot of the beginning."""
        return self._kept


def every_hit(engine: Engine, request: Request) -> tuple[Answer, Iterator[Hit]]:
    """The answer's first page, and all its hits. The request's offset and limit do not count. Raises as `Engine.search` does."""
    pinned = Pinned(engine)
    first = pinned.search(replace(request, offset=0, limit=MAX_LIMIT))
    return first, _hits(pinned, request, first)


def _hits(pinned: Pinned, request: Request, first: Answer) -> Iterator[Hit]:
    yield from first.hits
    for offset in range(MAX_LIMIT, first.total.sections, MAX_LIMIT):
        yield from pinned.search(replace(request, offset=offset, limit=MAX_LIMIT)).hits


def every_line(
    engine: Engine, request: Request, *, context: int, order: str, sample: int | None = None, seed: int = 0
) -> tuple[Answer, int, Iterator[KwicLine]]:
    """The answer the lines belong to, how many lines there are, and all of them. Raises as `Engine.kwic` does."""
    kwic.check(context, order, sample)
    pinned = Pinned(engine)
    answer = pinned.search(replace(request, offset=0, limit=1))
    found = Found(pinned.view, parse(request.q), bound(checked(request), pinned.view))
    given = kwic.ordered(found, kwic.occurrences(found, sample, seed), order)
    return answer, len(given.docs), _lines(found, given, context)


def _lines(found: Found, given: kwic.Occurrences, context: int) -> Iterator[KwicLine]:
    places = np.arange(len(given.docs))
    for start in range(0, len(places), MAX_LIMIT):
        yield from kwic.lines(found, given.only(places[start : start + MAX_LIMIT]), context)
