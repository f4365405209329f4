"""Where a report comes from: the hints of a page weighed against each other, by division code.

No single hint is safe: a county's site reposts the province's report, a name like 鼓楼区 exists
four times, 高新区 says no city at all. So a name in the title says who the issuer is, and the hints
(`corpus.issuer.hints`) only choose among the places a name can mean or supply the city it leaves
out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.gazetteer import called, city_code, codes_named, division_name, national_zone, rank_of
from corpus.gazetteer.leading import leading_places
from corpus.name.printed import flat

SPOKEN_OF = 1.0  # what the text alone says of a place weighs so much at least; one passing mention tells nothing
OWN_NAME = 2.0  # hints for another province that weigh so much make 双塔产业园 a name of its own, not 双塔区's
SITE_SOURCES = frozenset({"网站标识码", "公安备案号", "网址", "网站名称", "主办单位和地址"})
COUNTY_SITE = 2.5  # weight of a county among site hints from which a site is taken to be the county's
# How far a hint speaks for a place that is not its own: of its province, of its city (the city itself,
# another county of it), of another city. The order is what counts: every hint of a city outweighs
# those of its neighbours, and a passing neighbour never makes a place.
OF_PROVINCE, OF_ITS_CITY, OF_SISTER, OF_NEIGHBOUR = 0.5, 0.8, 0.6, 0.1
EXACT = 6  # decimals of a score: sums in another order are the same
LONGEST_DIVISION = 12  # characters of a division's name


@dataclass(frozen=True, slots=True)
class Hint:
    """A place some part of the page speaks for: its code, how much that weighs, and where it was
    read, in words."""

    code: str
    weight: float
    source: str


def closeness(code: str, hint: str) -> float:
    """How far a hint for one place speaks for another, 0–1."""
    if code == hint:
        return 1.0
    if code[:2] != hint[:2]:
        return 0.0
    if rank_of(hint) == 1 or rank_of(code) == 1:
        return OF_PROVINCE
    city, other = city_code(code), city_code(hint)
    if city is None or city != other:
        return OF_NEIGHBOUR
    return OF_ITS_CITY if rank_of(hint) == 2 else OF_SISTER


def score(code: str, found: Sequence[Hint]) -> float:
    """How much a page's hints speak for a place."""
    return round(sum(hint.weight * closeness(code, hint.code) for hint in found), EXACT)


def choose(codes: Sequence[str], found: Sequence[Hint]) -> str | None:
    """The likeliest of the places a name can mean; None where nothing on the page tells them
    apart."""
    if len(codes) < 2:
        return codes[0] if codes else None
    ranked = sorted(((score(code, found), -rank_of(code), code) for code in codes), reverse=True)
    return ranked[0][2] if ranked[0][0] > ranked[1][0] or ranked[0][1] > ranked[1][1] else None


def around(found: Sequence[Hint]) -> str | None:
    """The place a page comes from, for issuers whose name says none: the site's county or city,
    else what is named most."""
    province = _heaviest((hint.code[:2] + "0000", hint.weight) for hint in found)
    inside = [hint for hint in found if hint.code[:2] == (province or "")[:2]]
    cities = {city_code(hint.code) or _direct(hint.code) for hint in inside} - {None}
    best = _heaviest((code, score(code, inside)) for code in cities if code and _spoken_of(code, inside))
    if best is None:
        return province
    counties = _counties(best, inside)
    county = _heaviest(counties)
    return county if county and sum(weight for code, weight in counties if code == county) >= COUNTY_SITE else best


def county_around(found: Sequence[Hint]) -> str | None:
    """The county a page comes from, for issuers that must lie in one (区教育局); None where two are
    as likely."""
    near = around(found)
    if near is None or rank_of(near) != 2:
        return near
    weights: dict[str, float] = {}
    for code, weight in _counties(near, found):
        weights[code] = weights.get(code, 0) + weight
    best = sorted(weights, key=lambda code: weights[code])[-2:]
    return best[-1] if best and (len(best) == 1 or weights[best[1]] > weights[best[0]]) else near


def _heaviest(weighed: Iterable[tuple[str, float]]) -> str | None:
    """The code with the greatest sum of weights; None where two are as heavy, or none weighs more
    than a passing mention."""
    sums: dict[str, float] = {}
    for code, weight in weighed:
        sums[code] = sums.get(code, 0) + weight
    sums = {code: round(weight, EXACT) for code, weight in sums.items()}
    best = sorted(sums, key=lambda code: sums[code])[-2:]
    if not best or sums[best[-1]] < SPOKEN_OF or (len(best) > 1 and sums[best[0]] == sums[best[1]]):
        return None
    return best[-1]


def _spoken_of(city: str, found: Sequence[Hint]) -> bool:
    return sum(hint.weight for hint in found if city in (hint.code, city_code(hint.code))) >= SPOKEN_OF


def _counties(city: str, found: Sequence[Hint]) -> list[tuple[str, float]]:
    """What speaks for each county of a city, passing mentions in the text left out."""
    return [
        (hint.code, hint.weight)
        for hint in found
        if rank_of(hint.code) == 3 and city_code(hint.code) == city and hint.source != "正文"
    ]


def _direct(code: str) -> str | None:
    return code if rank_of(code) == 3 and city_code(code) is None else None


def site_of(found: Sequence[Hint]) -> str | None:
    """The place the site itself belongs to, by code and host only."""
    return around([hint for hint in found if hint.source in SITE_SOURCES])


def locate(name: str, found: Sequence[Hint]) -> tuple[str | None, str]:
    """(code, rest): the division a cleaned name begins with and what follows; a name without one
    gives (None, name)."""
    codes, rest = leading_places(flat(name))
    code = choose(codes, found)
    if code and _own_name(flat(name), code, found):
        return None, name
    if codes and code is None:
        today = [held for held in codes if (division_name(held) or " ") in name]  # before those that once had the name
        code = today[0] if len(today) == 1 else _common(codes)
    if not codes and len(name) > 1 and name in called():
        short = choose(tuple(code for code in called()[name]), found)
        return short, "" if short else name
    return code, rest if codes else name


def _own_name(name: str, code: str, found: Sequence[Hint]) -> bool:
    """双塔产业园 on a page of quite another province: 双塔 is the zone's own name and no place."""
    if rank_of(code) < 3 or any(codes_named(name[:length]) for length in range(2, LONGEST_DIVISION)):
        return False
    return elsewhere(code, found)


def elsewhere(code: str, found: Sequence[Hint]) -> bool:
    """Does the page speak for quite another province, and not at all for this place?"""
    near = around(found)
    return (
        near is not None
        and near[:2] != code[:2]
        and not score(code, found)
        and score(near[:2] + "0000", found) >= OWN_NAME
    )


def _common(codes: Sequence[str]) -> str | None:
    """What several places share: nothing, or their province."""
    provinces = {code[:2] for code in codes}
    return provinces.pop() + "0000" if len(provinces) == 1 else None


def zone_code(name: str, around_code: str | None) -> str | None:
    """The place of the national zone a name without a city means, if the place around it has
    one."""
    zone = national_zone(name, around_code) or (national_zone(name, city_code(around_code)) if around_code else None)
    return zone.code if zone else None
