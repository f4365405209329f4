"""China as tiles, one a province, for counts by region: every province is as easy to see and to hit
as any other.

The grid is the usual one of Chinese newspapers: neighbours stay neighbours, seas and borders give
way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.gazetteer import division_name
from search.answer import FacetValue
from web.address import links
from web.address.parameters import State
from web.language.languages import counted, current
from web.language.sentences import gettext

Address = Callable[[tuple[str, ...]], str]
STEPS: Final = 4  # shades of what is held; none is a fifth
# First two digits of the division code → what stands on the tile, column, row.
TILES: Final = {
    "65": ("新", 0, 1),
    "62": ("甘", 2, 2),
    "15": ("蒙", 4, 1),
    "22": ("吉", 7, 1),
    "21": ("辽", 7, 2),
    "23": ("黑", 7, 0),
    "54": ("藏", 0, 3),
    "63": ("青", 1, 2),
    "64": ("宁", 3, 2),
    "14": ("晋", 4, 2),
    "13": ("冀", 5, 2),
    "11": ("京", 5, 1),
    "12": ("津", 6, 2),
    "51": ("川", 2, 4),
    "50": ("渝", 3, 4),
    "61": ("陕", 3, 3),
    "41": ("豫", 4, 3),
    "37": ("鲁", 5, 3),
    "53": ("云", 2, 5),
    "52": ("贵", 3, 5),
    "42": ("鄂", 4, 4),
    "34": ("皖", 5, 4),
    "32": ("苏", 6, 3),
    "31": ("沪", 7, 4),
    "43": ("湘", 4, 5),
    "36": ("赣", 5, 5),
    "33": ("浙", 6, 4),
    "45": ("桂", 3, 6),
    "44": ("粤", 5, 6),
    "35": ("闽", 6, 5),
    "71": ("台", 7, 6),
    "46": ("琼", 4, 7),
    "81": ("港", 6, 7),
    "82": ("澳", 5, 7),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the map: `step` is its shade, 0 where nothing is found; `held`: whether reports
    of it are held; `name` says both; `url` toggles it, None where there is nothing to choose."""

    sign: str
    column: int
    row: int
    step: int
    held: bool
    name: str
    url: str | None
    selected: bool


def tile_map(values: Iterable[FacetValue], held: Mapping[str, int], state: State, unit: str) -> list[Tile]:
    """All provinces with their counts in `unit`; none where fewer than two are held, for then a map
    says nothing. `held`: reports held a province, by division code."""
    found = {value.value[:2]: value for value in values if value.value}
    reports = {code[:2]: number for code, number in held.items()}
    if len({*reports, *(code for code, value in found.items() if value.count)}) < 2:
        return []
    most = max((value.count for value in found.values()), default=0)
    address = links.choosing(state, "region")
    return [_tile(code, found.get(code), reports.get(code, 0), most, address, unit) for code in TILES]


def _tile(code: str, value: FacetValue | None, held: int, most: int, address: Address, unit: str) -> Tile:
    sign, column, row = TILES[code]
    if value is None or not (value.count or value.selected or value.children):
        return Tile(
            sign,
            column,
            row,
            0,
            held > 0,
            _name(division_name(f"{code}0000") or sign, 0, held, unit, current()),
            None,
            False,
        )
    url = address(value.toggled)
    selected = value.selected or any(child.selected for child in value.children)
    step, name = -(-STEPS * value.count // most) if most else 0, _name(value.label, value.count, held, unit, current())
    return Tile(sign, column, row, step, held > 0 or value.count > 0, name, url, selected)


@lru_cache(maxsize=4096)
def _name(place: str, count: int, held: int, unit: str, lang: str) -> str:  # noqa: ARG001
    """What a tile says, in the language of the page, `lang`. Kept: translating it is most of the
    work of a map."""
    if not held and not count:
        return str(gettext("%(place)s 没有收录", place=place))
    figures = {"n": counted(unit, count), "held": counted("reports", held)}
    return str(gettext("%(place)s %(n)s，收录 %(held)s", place=place, **figures))
