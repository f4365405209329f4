"""The hits of a search under their reports, on demand: each report once, where its best section
stands, with the sections that match."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from search.answer import Hit
from search.engine import Engine
from search.request import MAX_LIMIT, Request

MOST: Final = 1_000  # sections that are looked at: a fifth of a second; the page says when there are more
SHOWN, UNFOLDED = 5, 6  # sections of a report at first sight, and of those that unfold; the report shows all


@dataclass(frozen=True, slots=True)
class Group:
    """A report and its matching sections, in the order of the search; `occurrences` is their
    sum."""

    first: Hit
    shown: tuple[Hit, ...]
    rest: tuple[Hit, ...]
    occurrences: int
    unfolds: int = UNFOLDED

    def within(self, room: tuple[int, int]) -> Group:
        """The same with so many sections at first sight, and so many that unfold."""
        every = self.shown + self.rest
        return replace(self, shown=every[: room[0]], rest=every[room[0] :], unfolds=room[1])

    @property
    def unfolded(self) -> tuple[Hit, ...]:
        """Those that unfold."""
        return self.rest[: self.unfolds]

    @property
    def sections(self) -> int:
        """How many of its sections match."""
        return len(self.shown) + len(self.rest)


def by_report(engine: Engine, request: Request) -> tuple[list[Group], bool]:
    """All reports found, and whether every section was looked at. The request's offset and limit do
    not count here. `engine` should be a pinned one: what is found once is found for all pages."""
    hits, total = list[Hit](), None
    while total is None or len(hits) < min(total, MOST):
        answer = engine.search(replace(request, offset=len(hits), limit=MAX_LIMIT, partial=False))
        total = answer.total.sections
        if not answer.hits:
            break
        hits.extend(answer.hits)
    grouped: dict[str, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.report, []).append(hit)
    return [_group(each) for each in grouped.values()], len(hits) >= total


def _group(hits: list[Hit]) -> Group:
    occurrences = sum(hit.occurrences for hit in hits)
    return Group(hits[0], tuple(hits[:SHOWN]), tuple(hits[SHOWN:]), occurrences)
