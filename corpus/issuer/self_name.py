"""What a place calls itself, 市, 我县, 自治区人民政府, and which of the page's places that is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.gazetteer import city_code, division_name, province_code, rank_of
from corpus.gazetteer.divisions import MUNICIPALITIES
from corpus.issuer.composed import clean_name
from corpus.issuer.place import Hint, around, county_around

# The ranks of places that end so: 1 a province, 2 a city, 3 a county. 句容市 is a county, 北京市 a province too.
RANKS = {
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
GOVERNMENT = re.compile(r"(?:人民)?政府|行政公署|行署|人民委员会")
LEVELS = {(1,): "省", (2,): "市", (3,): "区县"}  # 市 alone leaves the level open


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
