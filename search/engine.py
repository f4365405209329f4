"""The one door to search: a `Request` in, an `Answer` out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.live import Live
from search.answer import Answer, KwicLine, Suggestion
from search.found import Found
from search.match.filters import bound, checked
from search.match.view import View
from search.query.read import parse
from search.rank.order import page
from search.request import Request
from search.show import kwic, suggest
from search.show.explain import explain
from search.show.facets import facets
from search.show.hits import hits, report_hits


@dataclass(frozen=True, slots=True)
class Held:
    """What the index holds: `years` ascending, those known."""

    reports: int
    sections: int
    zones: int
    years: tuple[int, ...]


class Engine:
    """Answers questions about the index in a folder, always from its newest snapshot. Safe to use from many threads."""

    def __init__(self, directory: Path) -> None:
        self._live = Live(directory)
        self._view: View | None = None

    @property
    def view(self) -> View:
        """The newest snapshot. Raises IndexMissing, IndexDamaged, IndexOutdated."""
        snapshot, view = self._live.snapshot(), self._view
        if view is None or view.snapshot is not snapshot:
            view = self._view = View(snapshot)
        return view

    @property
    def version(self) -> str:
        """The version of the corpus: generation and commit."""
        return self.view.snapshot.version

    def held(self) -> Held:
        """What there is to search."""
        view = self.view
        values = view.snapshot.values
        years = tuple(int(year) for year in values["year"] if year)
        zones = sum(1 for zone in values["zone"] if zone)
        return Held(len(values["report"]), view.sections, zones, years)

    def search(self, request: Request) -> Answer:
        """Answer a request. Raises QueryError, BadRequest, and what opening an index raises."""
        chosen, query, view = checked(request), parse(request.q), self.view
        filters = bound(chosen, view)
        ranked = request.sort == "relevance" and bool(query.operands)
        found = Found(view, query, filters, most=request.offset + request.limit if ranked else None)
        scored = found.scores if ranked else None
        places = page(scored, view.keys(request.sort), found.docs, request.offset, request.limit)
        return Answer(
            version=view.snapshot.version,
            text=request.q,
            interpreted=query.interpreted,
            total=found.total,
            hits=hits(found, places),
            facets=facets(view, found.tallies, filters),
            reports=report_hits(found),
            notes=filters.notes,
            explanation=explain(found, chosen),
        )

    def kwic(
        self,
        request: Request,
        *,
        context: int = 20,
        order: str = "left",
        sample: int | None = None,
        seed: int = 0,
    ) -> tuple[int, list[KwicLine]]:
        """How many lines the concordance has (at most `sample`, where that is given), and those the request's offset and limit ask for.

        `context`: characters on each side; `order`: left, right, zone or year. Raises as `search` does.
        """
        kwic.check(context, order, sample)
        chosen, view = checked(request), self.view
        found = Found(view, parse(request.q), bound(chosen, view))
        given = kwic.ordered(found, kwic.occurrences(found, sample, seed), order)
        page_of = np.arange(len(given.docs))[request.offset : request.offset + request.limit]
        return len(given.docs), kwic.lines(found, given.only(page_of), context)

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """How what is typed goes on in the reports, most sections first."""
        return suggest.suggest(self.view, prefix, limit)
