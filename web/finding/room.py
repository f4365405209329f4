"""How much stands on a page of results: as much as stays below 100 KB.

A page has one to two hundred addresses, and each repeats the search; hits are as long as their
titles. So what is asked for is drawn as rich as it may be, weighed, and drawn leaner where it is too
heavy. As many lines as were asked for come first: a hundred with long titles, and two hundred, may
weigh more. Nothing is out of reach: the next page, the pages of a facet and the report have the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from search.request import MAX_LIMIT
from web.address import links
from web.address.parameters import State
from web.finding.listed import Listed
from web.language.choices import LIMITS_OFFERED, Choice, limit_choices
from web.language.sentences import gettext

Item = TypeVar("Item")

MOST_BYTES: Final = 100_000
# A line that was asked for is left out where it would take more: 200 hits of laws are 112 KB before
# the first word of an excerpt, 560 bytes each, of the longest titles 1,000 (28 November 2026).
LINE: Final = 1_200
WHOLE: Final = 120  # characters of a snippet as the search gives it


@dataclass(frozen=True, slots=True)
class Room:
    """`lines`: hits, reports or lines of a page; `snippet`: characters of an excerpt; `values`: of a
    facet, `unfolded`: of the one that is turned page by page; `sections`: of a report at first sight
    and of those that unfold; `linked`: whether bars, tiles and counts are links, too."""

    lines: int
    snippet: int
    values: int
    unfolded: int
    sections: tuple[int, int]
    linked: bool

    def first(self, found: Sequence[Item], before: int = 0) -> tuple[Item, ...]:
        """Those for which there is room behind `before` others."""
        return tuple(found[: max(0, self.lines - before)])

    def cut(self, found: Sequence[Listed], before: int = 0) -> list[Listed]:
        """The same, with excerpts as long as there is room."""
        return [each.within(self.snippet) if self.snippet < WHOLE else each for each in self.first(found, before)]

    def lengths(self, state: State) -> list[Choice]:
        """How long a page may be, where one may choose."""
        found = limit_choices(state)
        return found if self.lines >= LIMITS_OFFERED[1] else []

    def turned(self, state: State) -> State:
        """The search with as many lines a page as there are."""
        request = state.request
        return links.with_request(state, offset=request.offset, limit=min(request.limit, self.lines))

    def said(self, state: State) -> list[str]:
        """What a person is told of it, in sentences."""
        if self.lines < state.request.limit:
            return [gettext("标题或检索式很长，一页列 %(n)s 条。", n=self.lines)]
        return [gettext("一页列得多，摘录从短。")] if state.view == "list" and self.snippet < WHOLE else []


# From rich to lean. In the first stand 20 hits, mostly 50; in the fourth 100 (99 KB of laws, 152 KB in
# the first); LEAN is the last with all lines that were asked for; the last of all holds any query of
# 500 characters (80 to 95 KB, 900 KB and more before).
LEAN: Final = Room(MAX_LIMIT, 20, 2, 12, (0, 0), False)
ROOMS: Final = (
    Room(MAX_LIMIT, WHOLE, 24, 60, (5, 6), True),
    Room(MAX_LIMIT, WHOLE, 8, 40, (5, 6), True),
    Room(MAX_LIMIT, 60, 8, 30, (3, 3), True),
    Room(MAX_LIMIT, 36, 4, 24, (1, 2), False),
    LEAN,
    Room(50, 60, 4, 12, (1, 2), False),
    Room(20, WHOLE, 4, 12, (1, 2), False),
    Room(8, 60, 0, 5, (0, 0), False),
)


def fitting(draw: Callable[[Room], str], weigh: Callable[[Room], int], lines: int) -> str:
    """The richest page that is not too heavy, else the leanest there is. `weigh` tells about how
    many bytes a page will have, so that few are drawn in vain; `lines`: as many were asked for and
    are there."""
    page, amiss = "", 0  # bytes by which the last page was heavier than told
    for room in ROOMS:
        most = max(MOST_BYTES, LINE * lines) if room is LEAN else MOST_BYTES
        if room is ROOMS[-1] or weigh(room) + amiss <= most:
            page = draw(room)
            if (drawn := len(page.encode())) <= most:
                break
            amiss = drawn - weigh(room)
    return page
