"""The engine in this process: an index in a folder, asked through arrays that are mapped from its
files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from index.live import Live
from search.answer import Answer, KwicLine, Suggestion
from search.counting import Counting
from search.engine import Entry, Held
from search.found import Found
from search.listed import entries
from search.match.filters import bound, checked
from search.match.view import View
from search.name.leading import leading, led
from search.name.naming import naming
from search.query.read import parse
from search.request import NO_CHOICE, Chosen, Request
from search.show import kwic, suggest
from search.show.explain import explain
from search.show.facets import facets
from search.show.hits import hits
from search.show.kwic import Lines


class Embedded:
    """Answers questions about the index in a folder, always from its newest snapshot. Safe to use
    from many threads."""

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
        filters = bound(chosen, view, request.reports)
        ranked = request.sort == "relevance" and bool(query.operands)
        found = Found(view, query, filters, most=request.offset + request.limit if ranked else None)
        scored = found.scores if ranked else None
        named = naming(found)
        found.leaders = leading(found, named.titled) if ranked else []
        places = led(found.leaders, scored, view.keys(request.sort), found, request.offset, request.limit)
        return Answer(
            version=view.snapshot.version,
            text=request.q,
            interpreted=query.interpreted,
            total=found.total,
            hits=hits(found, places),
            facets=facets(view, found.tallies, filters),
            bodies=named.bodies,
            reports=named.reports,
            named=named.named,
            notes=filters.notes,
            explanation=explain(query, chosen, found.sections, Counting(found), view.snapshot.places),
            readings=query.notes,
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
        """How many lines the concordance has (at most `sample`, where that is given), and those the
        request's offset and limit ask for.

        `context`: characters on each side; `order`: left, right, zone or year. Raises as `search`
        does.
        """
        kwic.check(context, order, sample)
        lines = self._lines(request, order, sample, seed)
        return len(lines), lines.page(request.offset, request.limit, context)

    def _lines(self, request: Request, order: str, sample: int | None, seed: int) -> Lines:
        chosen, view = checked(request), self.view
        found = Found(view, parse(request.q), bound(chosen, view, request.reports))
        return Lines(found, kwic.ordered(found, kwic.occurrences(found, sample, seed), order))

    def suggest(self, prefix: str, limit: int = 10, filters: Chosen = NO_CHOICE) -> tuple[Suggestion, ...]:
        """What may be searched, going on from what is typed, and how many sections that finds."""
        view = self.view
        return suggest.suggest(view, prefix, limit, bound(checked(Request(filters=filters)), view))

    def catalogue(self) -> tuple[Entry, ...]:
        """Every report that can be searched, by id."""
        return entries(self.view)

    def pinned(self) -> Pinned:
        """An engine that stays with the snapshot of this moment."""
        return Pinned(self.view)


class Pinned(Embedded):
    """An engine that stays with one snapshot, whatever is built meanwhile.

    Lines of a concordance are sorted as a whole: they are placed and sorted once (numbers only),
    and every page of the same question reads its lines from there.
    """

    def __init__(self, view: View) -> None:
        self._kept = view
        self._last: tuple[tuple[object, ...], Lines] | None = None

    @property
    def view(self) -> View:
        """The snapshot of the beginning."""
        return self._kept

    def _lines(self, request: Request, order: str, sample: int | None, seed: int) -> Lines:
        asked, last = (replace(request, offset=0, limit=1), order, sample, seed), self._last
        if last is None or last[0] != asked:
            last = self._last = asked, super()._lines(request, order, sample, seed)
        return last[1]
