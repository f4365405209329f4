"""The engine in this process: an index in a folder, asked through arrays that are mapped from its
files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from index.live import Live
from search.answer import Answer, Cause, Hit, KwicLine, Partial, Suggestion
from search.counting import Counting
from search.engine import Entry, Held
from search.found import Found
from search.lines import kwic
from search.lines.kwic import Lines
from search.listed import entries
from search.match.filters import bound, checked
from search.match.view import View
from search.name.leading import leading, led
from search.name.naming import naming
from search.partial import partial
from search.query.read import parse
from search.request import NO_CHOICE, Chosen, Request
from search.show import suggest
from search.show.explain import ENOUGH_SECTIONS, explain
from search.show.facets import facets
from search.show.hits import hits


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
        ranked = request.sort == "relevance"
        found = self._found(request, request.offset + request.limit if ranked else None)
        return _answered(request, found)

    def _found(self, request: Request, most: int | None = None) -> Found:
        chosen, query, view = checked(request), parse(request.q), self.view
        filters = bound(chosen, view, request.reports)
        return Found(view, query, filters, most=most if query.operands else None, whole=request.whole)

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
        return kwic.concordance(self._found(request), order, sample, seed)

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


def _answered(request: Request, found: Found) -> Answer:
    view, query, filters = found.view, found.query, found.filters
    named = naming(found)
    found.leaders = leading(found, named.titled) if _is_ranked(request, found) else []
    page, behind = _shown(request, found)
    return Answer(
        version=view.snapshot.version,
        text=request.q,
        interpreted=query.interpreted,
        total=found.total,
        hits=page,
        partial=behind,
        facets=facets(view, found.tallies, filters),
        bodies=named.bodies,
        reports=named.reports,
        named=named.named,
        notes=filters.notes,
        explanation=_explained(found, checked(request)),
        readings=query.notes,
        whole=found.whole,
    )


def _explained(found: Found, chosen: Mapping[str, tuple[str, ...]]) -> tuple[Cause, ...]:
    """Why little was found. Without a part of it, a query for whole reports may be one for sections:
    only filters are named then."""
    if found.sections >= ENOUGH_SECTIONS:
        return ()
    causes = explain(found.query, chosen, found.sections, Counting(found), found.view.snapshot.places)
    return tuple([cause for cause in causes if cause.facet]) if found.whole else causes


def _is_ranked(request: Request, found: Found) -> bool:
    return request.sort == "relevance" and bool(found.query.operands)


def _shown(request: Request, found: Found) -> tuple[tuple[Hit, ...], Partial | None]:
    """What the request's offset and limit ask for."""
    offset, limit = request.offset, request.limit
    scored = found.scores if _is_ranked(request, found) else None
    places = led(found.leaders, scored, found.view.keys(request.sort), found, offset, limit)
    behind = partial(found, max(0, offset - found.sections), limit - len(places)) if request.partial else None
    return hits(found, places), behind


class Pinned(Embedded):
    """An engine that stays with one snapshot, whatever is built meanwhile.

    Lines of a concordance are sorted as a whole: they are placed and sorted once (numbers only),
    and every page of the same question reads its lines from there. In the same way a search finds
    once what all its pages show.
    """

    def __init__(self, view: View) -> None:
        self._kept = view
        self._last: tuple[tuple[object, ...], Lines] | None = None
        self._answered: tuple[Request, Found, Answer] | None = None

    @property
    def view(self) -> View:
        """The snapshot of the beginning."""
        return self._kept

    def search(self, request: Request) -> Answer:
        """Answer a request, or another page of the one before."""
        asked, last = replace(request, offset=0, limit=1), self._answered
        if last is None or last[0] != asked:
            found = self._found(request)
            answer = _answered(request, found)
            self._answered = asked, found, answer
            return answer
        page, behind = _shown(request, last[1])
        return replace(last[2], hits=page, partial=behind)

    def _lines(self, request: Request, order: str, sample: int | None, seed: int) -> Lines:
        asked, last = (replace(request, offset=0, limit=1), order, sample, seed), self._last
        if last is None or last[0] != asked:
            last = self._last = asked, super()._lines(request, order, sample, seed)
        return last[1]
