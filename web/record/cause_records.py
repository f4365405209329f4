"""Where a search finds nothing: other searches that find something, as the API gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from search.answer import Answer, Cause
from web.address import links
from web.address.parameters import State


def cause_records(answer: Answer, state: State) -> list[dict[str, Any]]:
    """The ways out of a search that finds nothing, the best first; none for one that finds
    something.

    `kind`: apart (the same characters as they stand, with signs or a paragraph's end between),
    shorter (the longest piece that occurs), filter (without that filter), without (what is left of
    the query).
    """
    if answer.total.sections:
        return []
    found = [record for cause in answer.explanation for record in _ways(cause, state)]
    return list({each["url"]: each for each in reversed(found)}.values())[::-1]


def _ways(cause: Cause, state: State) -> Iterator[dict[str, Any]]:
    if cause.shorter and cause.shorter_sections:
        found = links.with_request(links.without_filters(state), q=cause.shorter_q)
        yield _way("apart" if cause.apart else "shorter", cause.shorter, cause.shorter_sections, found)
    if cause.without and cause.facet:
        yield _way("filter", cause.label, cause.without, links.with_choice(state, cause.facet, ()))
    elif cause.without and cause.q:
        yield _way("without", cause.q, cause.without, links.with_request(state, q=cause.q))


def _way(kind: str, text: str, sections: int, found: State) -> dict[str, Any]:
    return {"kind": kind, "text": text, "sections": sections, "url": links.search(found, links.API_SEARCH)}
