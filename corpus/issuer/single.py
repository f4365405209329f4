"""The identity of one issuer, by what its name is made of: a place, a zone, a town, a department, an
organ of the nation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.gazetteer import called, city_code, division_name, rank_of
from corpus.gazetteer.leading import TOWN, ZONE_BEGINS, leading_places
from corpus.gazetteer.zones import ZONE_WORD, abbreviated, known_zone, known_zones, other_names, zones
from corpus.issuer.department import BRANCH, CORPS, DEPARTMENT, NATION, SCHOOL, in_full
from corpus.issuer.division import division_zone, in_front, level_of, unplaced_level
from corpus.issuer.place import Hint, around, choose, county_around, locate
from corpus.issuer.self_name import LEVELS, by_mark, governed, own_mark
from corpus.issuer.zone import Identity, as_city, single_zone

ZONE = re.compile(rf"^(.{{0,20}}(?:{ZONE_WORD}))(?:管理委员会|管委会)?(.*)$")
# Every district is in the gazetteer, so another 区 is a zone of a city's: 洛阳市伊滨区, 丰台园
FUNCTIONAL = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[^社小校城郊地]区|(?<!公)(?<!陵)(?<!儿)(?<!物)园)$")
DISTRICT_BRANCH = re.compile(r"局([\u4e00-\u9fff]{2,4})分局$")
KIND = re.compile(ZONE_WORD)
MARKS = frozenset("市州盟县区旗")
CORPS_CODE = "650000"  # the corps has no code of its own
# 区教育局, and nobody says which
UNKNOWN_COUNTY = re.compile(r"^[县区旗](?=[\u4e00-\u9fff]{2,}(?:局|委|委员会|办公室|中心)$)")


def single(name: str, found: Sequence[Hint], known: Sequence[str] = ()) -> Identity:
    """The identity of one issuer."""
    branch = BRANCH.match(name)
    if branch:
        return Identity(name, locate(branch.group(1), found)[0], "部门")
    corps = CORPS.match(name)
    if corps and not re.search(ZONE_WORD, name):
        zone = corps.group(1) + corps.group(2) if corps.group(1) else name
        codes, rest = leading_places(corps.group(2))
        return Identity(zone, choose(codes, found) or CORPS_CODE, "部门" if DEPARTMENT.search(rest or "") else "市")
    if NATION.match(name):
        return Identity(name.removeprefix("中华人民共和国"), None, "国家")
    if own_mark(name):
        return _itself(name, found)
    byname = _by_name(name)
    if byname:
        return byname
    code, rest = locate(name, found)
    if not rest and code and not _open(name, code):
        return Identity(division_zone(code), code, level_of(code))
    if not code and rest[:1] in MARKS and (ZONE_BEGINS.match(rest, 1) or KIND.match(rest, 1)):
        code = _marked(rest[0], found)  # 县开发区, 市高新区: the mark is no part of the zone's name
        name = rest = rest[1:]
    parsed = ZONE.match(rest)
    if parsed and (not TOWN.match(rest) or TOWN.match(parsed.group(2))):
        return _zone_or_part(name, rest, parsed, code, found, known)
    if FUNCTIONAL.match(rest):
        return single_zone(name, rest, code, found, known)
    if leading_places(name)[0] and (code is None or _open(name, code)):
        return Identity(name, code, unplaced_level(name))
    if code is None:
        code, rest = by_mark(rest, found)
    if code and rest in ("人民政府", "政府"):
        return Identity(division_zone(code), code, level_of(code))
    if UNKNOWN_COUNTY.match(rest):
        return Identity(rest, code, "部门")
    if TOWN.match(rest):
        return Identity(in_front(code) + rest, code, "乡镇街道")
    rest = re.sub(r"^(?:管理委员会|管委会)(?!.{0,2}办公室)(?=.)", "", rest)
    lead = name.removesuffix(rest) if SCHOOL.search(rest) else in_front(code)
    return Identity(lead + in_full(rest), _of_branch(rest, code) or code, "部门")


def _of_branch(name: str, city: str | None) -> str | None:
    """The district that a city's department has a branch in: 某市公安局江北分局."""
    match = DISTRICT_BRANCH.search(name)
    codes = called().get(match.group(1), ()) if match and city else ()
    inside = [
        code for code in codes if rank_of(code) == 3 and city_code(code) == (city_code(city or "") or as_city(city))
    ]
    return inside[0] if len(inside) == 1 else None


def _marked(mark: str, found: Sequence[Hint]) -> str | None:
    """The place that 县 or 市 in front of a name means."""
    near = county_around(found) if mark in "县区旗" else around(found)
    if near is None or (division_name(near) or "").endswith(mark):
        return near
    return None if mark in "县区旗" else city_code(near) or near


def _open(name: str, code: str) -> bool:
    """Does the name begin with one of several places that only share the province `code`?"""
    codes = leading_places(name)[0]
    return len(codes) > 1 and code not in codes


def _by_name(name: str) -> Identity | None:
    """A department whose name begins with a zone's by-name: 光谷某局 → 武汉东湖新技术开发区某局."""
    if any(name[:length] in zones() or name[:length] in known_zones() for length in range(4, len(name) + 1)):
        return None
    for length in range(len(name) - 2, 1, -1):
        zone = other_names().get(name[:length])
        part = re.sub(r"^(?:管理委员会|管委会)", "", name[length:])
        if zone and DEPARTMENT.search(part):
            code = zones()[zone].code if zone in zones() else known_zone(zone)
            return Identity(abbreviated(zone) + in_full(part), code, "部门")
    return None


def _itself(name: str, found: Sequence[Hint]) -> Identity:
    """自治区, 市人民政府: the place of the page that calls itself so, else what is printed."""
    mark = own_mark(name)
    code = governed(mark, found)
    if code:
        return Identity(division_zone(code), code, level_of(code))
    whole = name if name != mark else f"{mark}人民政府"
    return Identity(whole, around(found), LEVELS.get(mark))


def _zone_or_part(
    name: str, rest: str, parsed: re.Match[str], code: str | None, found: Sequence[Hint], known: Sequence[str]
) -> Identity:
    zone_rest, part = parsed.group(1), parsed.group(2)
    if part and not DEPARTMENT.search(part) and not TOWN.match(part):
        zone_rest, part = rest, ""
    placed = name[: len(name) - len(rest)]
    whole = single_zone(placed + zone_rest, zone_rest, code, found, known)
    if not part:
        return whole
    level = "乡镇街道" if TOWN.match(part) else "部门"
    if part in ("办公室", "综合办公室", "党政办公室") and re.search(r"管委会|管理委员会", rest):
        part = "管委会" + part
    return Identity(abbreviated(whole.zone) + in_full(part), whole.code, level)
