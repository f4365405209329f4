"""About how many bytes a page of results will have, told before it is drawn.

The figures are those of the templates, measured over 54,132 sections of laws and over the sample
(28 November 2026): what is told is within some 5 % of what comes. Three bytes a character of text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from search.answer import Answer, Hit, KwicLine
from web.address import links
from web.address.parameters import State
from web.finding.listed import Listed
from web.finding.room import Room
from web.portrait.profile import Profile

FRAME, REPEATED = 6_300, 20  # what stands on every page, and how often it has the address
FACET, VALUE, PORTRAIT, BAR, TILE = 900, 240, 1_900, 230, 195
MARK: Final = len("<mark></mark>")
ENGLISH: Final = 1.09  # a page in English says whose words are Chinese


def weight(answer: Answer, state: State, profile: Profile) -> Callable[[Room, Mapping[str, Any]], int]:
    """What tells the weight of a page in a room, by what it shows in the widest."""
    address = len(links.search(state).written().encode())
    facets = [len(values) for values in answer.facets.values() if len(values) > 1]
    bars, tiles = profile.years.shown if profile.years else (), profile.tiles
    portrait = BAR * len(bars) + TILE * len(tiles) + (PORTRAIT if bars or tiles else 0)
    drawn = len(bars) + 2 * sum(tile.url is not None for tile in tiles)

    def weigh(room: Room, shown: Mapping[str, Any]) -> int:
        values = sum(min(each, room.values) for each in facets) * (VALUE + address) + len(facets) * FACET
        linked = drawn * address if room.linked else 0
        whole = FRAME + REPEATED * address + values + portrait + linked + _lines(shown, room, address)
        return round(whole * ENGLISH) if state.lang == "en" else whole

    return weigh


def _lines(shown: Mapping[str, Any], room: Room, address: int) -> int:
    if "hits" in shown:
        every = [first for first, _ in (*shown["hits"], *shown["some"])][: room.lines]
        return sum(_listed(each, room.snippet) for each in every) + len(every) * (2 if room.linked else 1) * address
    if "groups" in shown:
        groups = [each.within(room.sections) for each in shown["groups"][: room.lines]]
        return sum(_group(each.first, (*each.shown, *each.unfolded), address) for each in groups)
    return sum(_line(line) + address for line, _, _ in shown["lines"][: room.lines])


def _listed(each: Listed, snippet: int) -> int:
    hit, written = each.hit, len(each.snippet.text)
    kept = min(written, snippet)
    marks = MARK * len(each.snippet.ranges) * kept // max(written, 1)
    text = 2 * len(hit.zone or hit.title) + sum(map(len, hit.headings or (hit.title,))) + kept
    return 430 + 3 * text + marks + 40 * len(hit.headings) + 45 * len(each.lacks or ())


def _group(hit: Hit, sections: Iterable[Hit], address: int) -> int:
    named = 330 + address + 3 * (3 * len(hit.zone or "") + len(hit.title))
    return named + sum(75 + address + 3 * len((each.headings or ("",))[-1]) for each in sections)


def _line(line: KwicLine) -> int:
    text = 2 * len(line.zone or "") + len(line.left) + len(line.match) + len(line.right)
    return 280 + 3 * (text + sum(map(len, line.headings)))
