"""One name for a development zone: the national list's where it is on it, else the fullest form the
page prints.

A zone without a place in its name gets its city's: 高新区 → 珠海高新技术产业开发区. Renamed and
merged zones become what they are now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.gazetteer import called, city_code, division_name, rank_of, short_names
from corpus.gazetteer.divisions import MUNICIPALITIES
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.zones import ZONE_WORD, Zone, bearing, known_zone, national_zone, other_names, zone_key, zones
from corpus.issuer.place import Hint, around, choose, elsewhere, locate, score
from corpus.name.composed import clean_name

BRACKETED = re.compile(r"[^()]{0,4}\(([\u4e00-\u9fff]{2,3})\)")
FREE_TRADE = re.compile(r"(?:中国)?\(([\u4e00-\u9fff]{2,3})\)(?:自由贸易试验区|自贸试验区|自贸区)(.*)")


@dataclass(frozen=True, slots=True)
class Identity:
    """An issuer's one name, its finest division code (None for national organs and unknown places),
    and its level."""

    zone: str
    code: str | None
    level: str | None


def renamed(name: str, found: Sequence[Hint]) -> Identity:
    """The identity of a zone by a former name or a by-name."""
    today = other_names()[name]
    if today in zones():
        return listed(zones()[today])
    return Identity(today, known_zone(today) or locate(today, found)[0] or around(found), "省级开发区")


def single_zone(name: str, rest: str, code: str | None, found: Sequence[Hint], known: Sequence[str]) -> Identity:
    """A zone by its name, the rest of it after the place, and the place if it names one."""
    if FREE_TRADE.match(name):
        return Identity(name, free_trade(name) or code or as_city(around(found)), "省级开发区")
    if rest != name and (other := _other_reading(name, code, found)):
        return other
    fuller = _fuller(name, rest, known)
    known_place = known_zone(name) if code and rank_of(code) > 1 and name != rest else None
    if known_place and score(known_place, found) >= score(code or "", found):
        code, rest = known_place, name  # 曲江新区 is Xi'an's, unless the page speaks for 曲江区
    if code is None or rank_of(code) == 1:
        code = _here(known_zone(rest), found) or _inner(around(found), code) or code
    leads = leading_places(name)[0] if rest != name else ()  # 双塔产业园 far from 双塔区 names no place
    named = code if leads else None
    if fuller != name:
        leads = leading_places(fuller)[0]
        name, code = fuller, choose(leads, found) or code
    near = as_city(code or around(found))
    byname = (short_names(division_name(near) or "") or ("",))[0] + rest if near else rest
    if byname in other_names():
        return renamed(byname, found)
    # 湖口县's 高新区 is not its city's; a district's site may well mean the city's
    own = (named and rank_of(named) == 3) or (division_name(near or "") or "").endswith(("县", "市", "旗"))
    # 吉林高新区: the province or its city of that name
    for where in dict.fromkeys((near, None if own or near is None else city_code(near), *leads)):
        national = national_zone(name, where)
        if national and (leads or not elsewhere(national.code, found)):  # 东湖高新区 of a page from Jinan
            return listed(national)
    bracketed = BRACKETED.match(name)  # 西部(重庆)科学城
    code = code or choose(leads, found) or choose(called().get(bracketed.group(1), ()) if bracketed else (), found)
    zone = name if leads else _with_city(name, near)
    return Identity(zone, as_city(code or near), "省级开发区")


def _other_reading(name: str, code: str | None, found: Sequence[Hint]) -> Identity | None:
    """Another zone than that of the place a name begins with, where one bears the same: 滨海高新区 is
    Tianjin's, or 滨海县's; 海东新区 is 湛江's, or 海东市's. Open where the page speaks for neither."""
    zone, known = bearing(name), known_zone(name)
    if code is None or rank_of(code) == 1:
        return None
    other = zone.code if zone and rank_of(code) == 3 else known if rank_of(code) == 2 else None
    if other is None or other[:2] == code[:2] or score(other, found) < score(code, found):
        return None
    if score(other, found) == score(code, found):
        return Identity(name, None, "省级开发区")
    return listed(zone) if zone else None


def _here(code: str | None, found: Sequence[Hint]) -> str | None:
    """The place of a zone known by its name alone, unless the page speaks for another province."""
    return code if code and not elsewhere(code, found) else None


def free_trade(name: str) -> str | None:
    """The code of the place of a free trade zone's part: 中国(湖北)自由贸易试验区襄阳片区 →
    襄阳市's, else the province's."""
    match = FREE_TRADE.match(name)
    provinces = [code for code in called().get(match.group(1), ()) if rank_of(code) == 1] if match else []
    if not match or not provinces:
        return None
    inside = [code for code in leading_places(match.group(2))[0] if code[:2] == provinces[0][:2]]
    part = inside[0] if len(inside) == 1 else known_zone(match.group(2))
    return part or as_city(provinces[0])


def as_city(code: str | None) -> str | None:
    """A municipality as the city it also is; any other code as it stands."""
    return code[:2] + "0100" if code and rank_of(code) == 1 and code[:2] in MUNICIPALITIES else code


def _inner(near: str | None, outer: str | None) -> str | None:
    """The page's place where it lies inside the one a name gives (浙江头门港…区 on 临海市's
    site)."""
    return near if near and outer and near[:2] == outer[:2] else None


def listed(zone: Zone) -> Identity:
    """The identity of a zone of the national lists."""
    return Identity(zone.name, zone.code, "国家级开发区")


def _with_city(name: str, code: str | None) -> str:
    """高新区 → 珠海高新区; a name that begins with its city's first character (郑东新区) stays."""
    if code is None or (rank_of(code) == 1 and not city_code(code)):
        return name
    own = division_name(code) or ""
    if own.endswith("新区"):  # 东疆保税港区 is Tianjin's, not 滨海新东疆保税港区
        own = division_name(city_code(code) or code) or own
    near = (short_names(own) or (own,))[0]
    return name if name.startswith(near[0]) else near + name


def _fuller(name: str, rest: str, known: Sequence[str]) -> str:
    """The fullest form of a zone's name on the page: 凤泉湖高新区 →
    潮州凤泉湖高新技术产业开发区."""
    key = zone_key(name)
    best = name
    for other in known:
        form = clean_name(other)
        if not re.search(rf"(?:{ZONE_WORD})$", form) or len(form) <= len(best) or form[1:] == name:  # 县开发区
            continue
        other_key = zone_key(form)
        same_place = not leading_places(name)[0] or bool(leading_places(form)[0])
        if same_place and (other_key == key or (rest in ("开发区", "园区") and other_key.endswith(rest))):
            best = form
    return best
