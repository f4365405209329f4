"""An answer put together from what a search found: what is named, hits, facets, explanation."""

from __future__ import annotations

from collections.abc import Mapping

from search.answer import Answer, Cause, Hit, Partial
from search.counting import Counting
from search.found import Found
from search.match.filters import checked
from search.name.leading import Place, leading, led
from search.name.naming import naming
from search.partial import partial
from search.request import Request
from search.show.explain import ENOUGH_SECTIONS, explain
from search.show.facets import facets
from search.show.hits import hits
from search.show.same import same_texts


def answered(request: Request, found: Found) -> Answer:
    """The answer to a request, from what it found."""
    view, query, filters = found.view, found.query, found.filters
    named = naming(found)
    found.leaders = leading(found, named.titled) if _is_ranked(request, found) else []
    page, behind, same = shown(request, found)
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
        same=same,
    )


def _explained(found: Found, chosen: Mapping[str, tuple[str, ...]]) -> tuple[Cause, ...]:
    """Why little was found. Without a part of it, a query for whole reports may be one for sections:
    only filters are named then."""
    if found.sections >= ENOUGH_SECTIONS:
        return ()
    causes = explain(found.query, chosen, found.sections, Counting(found), found.view.snapshot.places)
    return tuple([cause for cause in causes if cause.facet]) if found.whole else causes


def _places(request: Request, found: Found, ahead: int) -> list[Place]:
    offset, limit = request.offset, request.limit
    begin, known = found.ahead
    if not begin <= offset <= offset + limit <= begin + len(known):
        scored = found.scores if _is_ranked(request, found) else None
        keys = found.view.keys(request.sort)
        begin, known = offset, led(found.leaders, scored, keys, found, offset, limit + ahead)
        found.ahead = (begin, known) if ahead else found.ahead
    return known[offset - begin : offset - begin + limit]


def _is_ranked(request: Request, found: Found) -> bool:
    return request.sort == "relevance" and bool(found.query.operands)


def shown(request: Request, found: Found, ahead: int = 0) -> tuple[tuple[Hit, ...], Partial | None, tuple[int, ...]]:
    """What the request's offset and limit ask for: hits, what follows them, how many say the same as
    each. So many hits `ahead` are put in order, too, and kept for who goes on from there."""
    offset, limit = request.offset, request.limit
    places = _places(request, found, ahead)
    behind = partial(found, max(0, offset - found.sections), limit - len(places)) if request.partial else None
    same = same_texts(found, places) if request.same and not found.whole else ()
    return hits(found, places, request.texts), behind, same
