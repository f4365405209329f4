"""An answer put together from what was found on a cluster."""

from __future__ import annotations

from corpus.saying import Saying
from search.answer import Answer, Cause, Hit, Partial
from search.match.filters import checked
from search.match.some import parts
from search.name.naming import Naming, naming
from search.once import once
from search.opensearch.asking.reading import READ
from search.opensearch.counting import Counting
from search.opensearch.finding import Finding
from search.opensearch.partial import Rest
from search.opensearch.showing import Hits
from search.request import Request
from search.show.explain import ENOUGH_SECTIONS, explain
from search.show.value_counts import facets_of


class Answering:
    """Answers a request and, for the same question, every other page of it."""

    def __init__(self, request: Request, finding: Finding) -> None:
        self._request, self._finding = request, finding

    @once
    def _named(self) -> Naming:
        return naming(self._finding)

    @once
    def _hits(self) -> Hits:
        ranked = self._request.sort == "relevance" and self._finding.query.operands
        return Hits(self._finding, self._request.sort, self._named.titled if ranked else None, self._request.texts)

    @once
    def _rest(self) -> Rest:
        return Rest(self._finding)

    def page(self, request: Request) -> tuple[tuple[Hit, ...], Partial | None]:
        """What the request's offset and limit ask for."""
        offset, limit = request.offset, request.limit
        found = self._hits.page(offset, limit) if offset < self._finding.sections else ()
        if not request.partial or len(parts(self._finding.query.node)[0]) < 2:
            return found, None
        return found, self._rest.partial(max(0, offset - self._finding.sections), limit - len(found))

    def answer(self) -> Answer:
        """The whole answer."""
        finding, named = self._finding, self._named
        page, behind = self.page(self._request)
        return Answer(
            version=finding.view.snapshot.version,
            text=self._request.q,
            interpreted=finding.query.interpreted,
            total=finding.total,
            hits=page,
            partial=behind,
            facets=facets_of(finding.facets, finding.filters.chosen, finding.view.snapshot.places),
            bodies=named.bodies,
            reports=named.reports,
            named=named.named,
            notes=(*finding.filters.notes, *self._notes()),
            explanation=self._explained(),
            readings=finding.query.notes,
        )

    def _notes(self) -> tuple[str, ...]:
        if self._finding.is_all_read:
            return ()
        return (Saying("“~”或“*”连起来的词只在前 %(most)s 段里数过；处数不止这些，先后只是大概。", most=f"{READ:,}"),)

    def _explained(self) -> tuple[Cause, ...]:
        finding = self._finding
        if finding.sections >= ENOUGH_SECTIONS:
            return ()
        chosen, places = checked(self._request), finding.view.snapshot.places
        return explain(finding.query, chosen, finding.sections, Counting(finding), places)
