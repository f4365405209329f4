"""What a place calls itself, 市, 我县, 自治区人民政府, and which of the page's places that is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.gazetteer import city_code, division_name, province_code, rank_of
from corpus.gazetteer.divisions import MUNICIPALITIES
from corpus.gazetteer.leading import TOWN
from corpus.gazetteer.organs import ending_of
from corpus.issuer.place import Hint, around, county_around
from corpus.name.composed import clean_name

# The ranks of places that end so: 1 a province, 2 a city, 3 a county. 句容市 is a county, 北京市 a province too.
RANKS: dict[str, tuple[int, ...]] = {
    "自治区": (1,),
    "省": (1,),
    "自治州": (2,),
    "地区": (2,),
    "州": (2,),
    "盟": (2,),
    "市": (2, 3),
    "自治县": (3,),
    "自治旗": (3,),
    "县": (3,),
    "区": (3,),
    "旗": (3,),
}
MARK = re.compile("|".join(RANKS))
GOVERNMENT = re.compile(ending_of("government", "committee"))
# 市 alone leaves the level open
LEVELS = {mark: ("省", "市", "区县")[ranks[0] - 1] for mark, ranks in RANKS.items() if len(ranks) == 1}


def mark_of(name: str) -> str:
    """The word for a kind of place with which a name begins, and something behind it; else ""."""
    mark = MARK.match(name)
    return mark.group() if mark and len(name) > mark.end() + 1 else ""


def own_mark(name: str) -> str:
    """The word for a kind of place where a name is nothing else: 自治区, 市人民政府; else ""."""
    mark = MARK.match(name)
    return mark.group() if mark and (mark.end() == len(name) or GOVERNMENT.fullmatch(name, mark.end())) else ""


def is_self(name: str) -> bool:
    """Does a printed name only say what it is, not which: 市人民政府, 自治区?"""
    return bool(own_mark(clean_name(name)))


def in_county(mark: str) -> bool:
    """Does only a county call itself so?"""
    return RANKS.get(mark) == (3,)


def meant(mark: str, found: Sequence[Hint]) -> str | None:
    """The page's place that calls itself so; None where it comes from none, or nobody says which."""
    near = county_around(found) if in_county(mark) else around(found)
    if near is None:
        return None
    for code in (near, city_code(near), province_code(near)):
        if code and rank_of(code) in RANKS[mark] and (division_name(code) or "").endswith(mark):
            return code
    return None


def governed(mark: str, found: Sequence[Hint]) -> str | None:
    """The same for a government: that of a municipality is a province's."""
    code = meant(mark, found)
    return province_code(code) if code and rank_of(code) == 2 and code[:2] in MUNICIPALITIES else code


def by_mark(rest: str, found: Sequence[Hint]) -> tuple[str | None, str]:
    """市水务局 on a city's site: the city; 中村乡: the county of the page."""
    mark = mark_of(rest)
    inner = TOWN.match(rest) or in_county(mark)
    near = county_around(found) if inner else around(found)
    if not mark or near is None:
        return near, rest
    if in_county(mark) and rank_of(near) < 3:
        return near, rest  # nobody says which county
    wider = province_code(near) if RANKS[mark] == (1,) else city_code(near) or near
    return meant(mark, found) or (near if in_county(mark) else wider), rest[len(mark) :]
