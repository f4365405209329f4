"""Pages of a search: the one before, the one after, any by its number, and how long one is."""

from __future__ import annotations

from typing import Any, Final

from flask import request

from web.address import links
from web.address.argument import number
from web.address.parameters import MAX_OFFSET, State
from web.finding.room import Room

PAGE: Final = "page"  # in an address that a form writes: the page to turn to, from 1
WORTH: Final = 20  # hits from which somebody may want longer pages


def turned(state: State) -> State:
    """The search at the page that is asked for by its number, or as it is. Raises BadParameter."""
    limit = state.request.limit
    if PAGE not in request.args:
        return state
    page = number(request.args, PAGE, 1, 1, MAX_OFFSET // limit)
    return links.with_request(state, offset=(page - 1) * limit)


def turning(asked: State, total: int, room: Room) -> dict[str, Any]:
    """The pages around this one: addresses or None, where we are, what a form that asks for another
    one carries along, and how long a page may be. Behind the end one goes back to the last page."""
    state = room.turned(asked)
    offset, limit = state.request.offset, state.request.limit
    pages = max(1, -(-total // limit))
    earlier = min(offset - limit, (pages - 1) * limit)
    return {
        "before": links.search(links.with_request(state, offset=max(0, earlier))) if offset else None,
        "after": links.search(links.with_request(state, offset=offset + limit)) if offset + limit < total else None,
        "page": min(offset // limit + 1, pages),
        "page_total": pages,
        "kept_turning": links.pairs(links.with_request(state)),
        "limits": room.lengths(state) if total > WORTH else (),
    }
