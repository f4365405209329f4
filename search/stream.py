"""All hits of a search, in order, without holding them: what exports send.

One version of the corpus answers from the first hit to the last, asked page by page, as anybody
may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from search.answer import Answer, Hit, KwicLine
from search.engine import Engine
from search.request import MAX_LIMIT, Request

Page = Callable[[int], tuple[int, list[KwicLine]]]


def every_hit(engine: Engine, request: Request) -> tuple[Answer, Iterator[Hit]]:
    """The answer's first page, and all its hits. The request's offset and limit do not count.
    Raises as `Engine.search` does."""
    pinned = engine.pinned()
    first = pinned.search(replace(request, offset=0, limit=MAX_LIMIT))
    return first, _hits(pinned, request, first)


def _hits(pinned: Engine, request: Request, first: Answer) -> Iterator[Hit]:
    yield from first.hits
    for offset in range(MAX_LIMIT, first.given, MAX_LIMIT):
        yield from pinned.search(replace(request, offset=offset, limit=MAX_LIMIT)).hits


def every_line(
    engine: Engine, request: Request, *, context: int, order: str, sample: int | None = None, seed: int = 0
) -> tuple[Answer, int, Iterator[KwicLine]]:
    """The answer the lines belong to, how many lines there are, and all of them. Raises as
    `Engine.kwic` does."""
    pinned = engine.pinned()

    def page(offset: int) -> tuple[int, list[KwicLine]]:
        asked = replace(request, offset=offset, limit=MAX_LIMIT)
        return pinned.kwic(asked, context=context, order=order, sample=sample, seed=seed)

    total, first = page(0)
    answer = pinned.search(replace(request, offset=0, limit=1))
    return answer, total, _lines(page, total, first)


def _lines(page: Page, total: int, first: list[KwicLine]) -> Iterator[KwicLine]:
    yield from first
    for offset in range(MAX_LIMIT, total, MAX_LIMIT):
        yield from page(offset)[1]
