"""One name for each reporting body, however a page writes it.

A district carries its city (汕尾市城区), and so do the departments, towns and bare zones in one (市水务局 → 某市水务局, 高新区 →
珠海高新技术产业开发区). National zones get the full name of the national list, which is also where renamed and merged zones
become one. Bodies that report jointly keep the form they print: 某开发区(某街道), 某开发区、某市某区.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.body import clean_name, flat
from corpus.gazetteer import called, city_code, codes_named, division_name, place_of, rank_of, short_names
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.zones import ZONE_WORD, Zone, abbreviated, national_zone, other_names, without_place, zone_key, zones
from corpus.place import Hint, around, choose, locate

TOWN = re.compile(r"^.{1,12}(?:镇|乡|街道|苏木)$")
DEPARTMENT = re.compile(
    r"(?:局|厅|委|委员会|办公室|办|中心|队|支队|总队|大队|院|校|馆|站|所|处|公司|集团|社|协会|联合会|联社|部|台|署|库|学院|大学|中学|小学|医院|会)$"
)
ZONE = re.compile(rf"^(.{{0,20}}(?:{ZONE_WORD}))(?:管理委员会|管委会)?(.*)$")
OF_THE_PLACE = re.compile(r"^([省市州盟县区旗])(?=[\u4e00-\u9fff]{2,})")
NATION = re.compile(
    r"^(?:国务院.*|国家.{2,12}(?:局|委员会|委|署|总局)|中国(?:人民银行|气象局|地震局|民用航空局).{0,2}|.{0,4}(?:外交|教育|科学技术|科技|工业和信息化|公安|国家安全|民政|司法|财政|"
    r"人力资源和社会保障|人力资源社会保障|自然资源|生态环境|环境保护|国土资源|住房和城乡建设|住房城乡建设|交通运输|水利|农业农村|农业|商务|文化和旅游|文化|退役军人事务|应急管理|"
    r"国防|审计|海关总|税务总|市场监督管理总|审计)(?:部|署|局)|海关总署|审计署|国家税务总局|交通运输部)$"
)
# What people shorten in a department's name; whole names only.
DEPARTMENTS = {
    "发展改革委": "发展和改革委员会",
    "发改委": "发展和改革委员会",
    "发展改革局": "发展和改革局",
    "发改局": "发展和改革局",
    "人社局": "人力资源和社会保障局",
    "人力资源社会保障局": "人力资源和社会保障局",
    "人力社保局": "人力资源和社会保障局",
    "人社厅": "人力资源和社会保障厅",
    "人力资源社会保障厅": "人力资源和社会保障厅",
    "住建局": "住房和城乡建设局",
    "住房城乡建设局": "住房和城乡建设局",
    "住建厅": "住房和城乡建设厅",
    "住房城乡建设厅": "住房和城乡建设厅",
    "住建委": "住房和城乡建设委员会",
    "住房城乡建设委": "住房和城乡建设委员会",
    "卫健委": "卫生健康委员会",
    "卫生健康委": "卫生健康委员会",
    "卫健局": "卫生健康局",
    "市监局": "市场监督管理局",
    "市场监管局": "市场监督管理局",
    "市场监管厅": "市场监督管理厅",
    "文旅局": "文化和旅游局",
    "文化旅游局": "文化和旅游局",
    "城管局": "城市管理局",
    "城管执法局": "城市管理综合执法局",
    "退役军人局": "退役军人事务局",
    "应急局": "应急管理局",
    "交通局": "交通运输局",
    "国资委": "国有资产监督管理委员会",
    "工信局": "工业和信息化局",
    "工信厅": "工业和信息化厅",
    "民宗局": "民族宗教事务局",
    "民政厅": "民政厅",
    "自然资源和规划局": "自然资源和规划局",
    "自规局": "自然资源和规划局",
    "农业农村委": "农业农村委员会",
    "城市管理委": "城市管理委员会",
    "教委": "教育委员会",
    "经信局": "经济和信息化局",
    "经信委": "经济和信息化委员会",
    "政府办公室": "人民政府办公室",
    "政府办": "人民政府办公室",
    "人民政府办": "人民政府办公室",
    "机关事务局": "机关事务管理局",
    "医保局": "医疗保障局",
    "教体局": "教育和体育局",
    "教育体育局": "教育和体育局",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """A body's one name, its finest division code (None for national bodies and unknown places), and its level."""

    zone: str
    code: str | None
    level: str | None


def identify(name: str, found: Sequence[Hint], known: Iterable[str] = ()) -> Identity:
    """The identity behind a cleaned name. `known` are other names on the page, among which a fuller form may stand."""
    plain = flat(name).strip(" 、")
    fuller_names = [flat(other) for other in known]
    if plain in other_names() and other_names()[plain] in zones():
        return _national(zones()[other_names()[plain]])
    inner = re.fullmatch(r"(.{2,}?)\((.{2,12})\)", plain)
    if inner and not plain.endswith(("部)", "组)")):
        return _joint(inner.group(1), inner.group(2), "({})", found, fuller_names)
    for mark in ("·", "、"):
        first, _, second = plain.partition(mark)
        if second and _stands_alone(first) and _stands_alone(second):
            return _joint(first, second, mark + "{}", found, fuller_names)
    return single(plain, found, fuller_names)


def _stands_alone(name: str) -> bool:
    """Is this half of 甲、乙 a body of its own, as 人力资源 in 人力资源、社会保障局 is not?"""
    return bool(re.search(rf"(?:{ZONE_WORD}|[市县区旗州镇乡]|街道)$", name))


def _joint(first: str, second: str, form: str, found: Sequence[Hint], known: Sequence[str]) -> Identity:
    """甲(乙), 甲·乙, 甲、乙: the first body leads; the second stays as printed; its place counts when it is a division."""
    lead = single(first, found, known)
    code = lead.code
    codes, rest = leading_places(second)
    if codes and not rest:
        inside = tuple(held for held in codes if code is None or held[:4] == code[:4] or city_code(held) == city_code(code))
        code = choose(inside or codes, found) or code
    # 甲、乙 spell both names out, so the first is not the bare kind a short form is
    zone = first if "、" in form and leading_places(first)[0] else lead.zone
    return Identity(zone + form.format(second), code, lead.level)


def single(name: str, found: Sequence[Hint], known: Sequence[str] = ()) -> Identity:
    """The identity of one body."""
    if NATION.match(name):
        return Identity(name, None, "国家")
    code, rest = locate(name, found)
    if not rest and code:
        return Identity(division_zone(code), code, _level(code))
    if code is None and leading_places(name)[0]:
        return Identity(name, None, _unplaced_level(name))
    parsed = ZONE.match(rest)
    if parsed and not TOWN.match(rest):
        return _zone_or_part(name, rest, parsed, code, found, known)
    if code is None:
        code, rest = _by_mark(rest, found)
    if TOWN.match(rest):
        return Identity(_prefix(code) + rest, code, "乡镇街道")
    return Identity(_prefix(code) + _department(rest), code, "部门")


def _by_mark(rest: str, found: Sequence[Hint]) -> tuple[str | None, str]:
    """市水务局 on a city's site: the city; 中村乡: the county of the page."""
    near = around(found)
    mark = OF_THE_PLACE.match(rest)
    if mark is None or near is None:
        return near, rest
    code: str | None = near
    ending = mark.group(1)
    if ending == "省":
        code = near[:2] + "0000"
    elif ending in "市州盟" and not (division_name(near) or "").endswith(ending):
        code = city_code(near) or near
    return code, rest[1:]


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
    return Identity(abbreviated(whole.zone) + _department(part), whole.code, level)


def single_zone(name: str, rest: str, code: str | None, found: Sequence[Hint], known: Sequence[str]) -> Identity:
    """A zone by its name, the rest of it after the place, and the place if it names one."""
    fuller = _fuller(name, rest, known)
    if fuller != name:
        name, code = fuller, choose(leading_places(fuller)[0], found) or code
    near = code or around(found)
    for where in dict.fromkeys((near, city_code(near) if near else None)):
        national = national_zone(name, where)
        if national:
            return _national(national)
    code = code or choose(leading_places(name)[0], found)
    zone = name if leading_places(name)[0] else _with_city(name, near)
    return Identity(zone, code or near, "省级开发区")


def _national(zone: Zone) -> Identity:
    return Identity(zone.name, zone.code, "国家级开发区")


def _with_city(name: str, code: str | None) -> str:
    """高新区 → 珠海高新区; a name that begins with its city's first character (郑东新区) stays."""
    if code is None or rank_of(code) == 1 and not city_code(code):
        return name
    own = division_name(code) or ""
    near = own if rank_of(code) == 3 and own.endswith("区") else (short_names(own) or (own,))[0]
    return name if name.startswith(near[0]) else near + name


def _fuller(name: str, rest: str, known: Sequence[str]) -> str:
    """The fullest form of a zone's name on the page: 凤泉湖高新区 → 潮州凤泉湖高新技术产业开发区."""
    key = zone_key(name)
    best = name
    for other in known:
        form = clean_name(other)
        if not re.search(rf"(?:{ZONE_WORD})$", form) or len(form) <= len(best):
            continue
        other_key = zone_key(form)
        same_place = not leading_places(name)[0] or bool(leading_places(form)[0])
        if same_place and (other_key == key or (rest in ("开发区", "园区") and other_key.endswith(rest))):
            best = form
    return best


def division_zone(code: str) -> str:
    """A division's name as a body: districts carry their city, 汕尾市城区, 天津市静海区."""
    name = division_name(code) or ""
    city = city_code(code)
    if rank_of(code) == 3 and name.endswith("区") and city and division_name(city) != name:
        return f"{division_name(city)}{name}"
    return name


def _prefix(code: str | None) -> str:
    """The place in front of a department or town; an autonomous prefecture in its short form (恩施州)."""
    if code is None:
        return ""
    name = division_name(code) or ""
    if name.endswith("自治州"):
        short = short_names(name)
        provinces = {held for held in called().get(short[0], ()) if rank_of(held) == 1}
        return name if provinces else next((held for held in short if held.endswith("州")), name)
    return division_zone(code)


def _department(name: str) -> str:
    """The department's name in full: 发改委 → 发展和改革委员会."""
    return DEPARTMENTS.get(name, name)


def _level(code: str) -> str:
    if rank_of(code) == 1:
        return "省"
    return "市" if rank_of(code) == 2 else "区县"


def _unplaced_level(name: str) -> str | None:
    """The level of a body whose place stays unknown (鼓楼区 on a page that says no more)."""
    if codes_named(name):
        return _level(codes_named(name)[0])
    return "乡镇街道" if TOWN.match(name) else "部门" if DEPARTMENT.search(name) else None


def place(identity: Identity) -> tuple[str | None, str | None, str | None]:
    """(province, city, county) of a body: none below the province for a province's own report and its departments."""
    if identity.code is None:
        return None, None, None
    province, city, county = place_of(identity.code)
    if rank_of(identity.code) == 1 and identity.level in ("省", "部门", None) and province != city:
        city = province if identity.code[:2] in ("11", "12", "31", "50") else None
    return province, city, county


__all__ = ["Identity", "division_zone", "identify", "place", "single", "without_place"]
