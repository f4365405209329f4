"""A division as an issuer: its one name, what stands for it in front of its departments and towns,
its level and its place."""

from __future__ import annotations

from corpus.gazetteer import called, city_code, codes_named, division_name, place_of, rank_of, short_names
from corpus.gazetteer.divisions import MUNICIPALITIES
from corpus.gazetteer.leading import TOWN
from corpus.issuer.department import DEPARTMENT


def division_zone(code: str) -> str:
    """A division's name as an issuer: districts carry their city, 汕尾市城区, 天津市静海区."""
    name = division_name(code) or ""
    city = city_code(code)
    if rank_of(code) == 3 and name.endswith("区") and city and division_name(city) != name:
        return f"{division_name(city)}{name}"
    return name


def in_front(code: str | None) -> str:
    """The place in front of a department or town; an autonomous prefecture in its short form
    (恩施州)."""
    if code is None:
        return ""
    name = division_name(code) or ""
    if name.endswith("自治州"):
        short = short_names(name)
        provinces = {held for held in called().get(short[0], ()) if rank_of(held) == 1}
        return name if provinces else next((held for held in short if held.endswith("州")), name)
    return division_zone(code)


def level_of(code: str) -> str:
    """省, 市 or 区县."""
    if rank_of(code) == 1:
        return "省"
    return "市" if rank_of(code) == 2 else "区县"


def unplaced_level(name: str) -> str | None:
    """The level of an issuer whose place stays unknown (鼓楼区 on a page that says no more)."""
    if codes_named(name):
        return level_of(codes_named(name)[0])
    return "乡镇街道" if TOWN.match(name) else "部门" if DEPARTMENT.search(name) else None


def place_fields(code: str | None) -> tuple[str | None, str | None, str | None]:
    """(province, city, county) of an issuer's code: none below the province for a province's own
    report and its departments."""
    if code is None:
        return None, None, None
    province, city, county = place_of(code)
    return province, province if code[:2] in MUNICIPALITIES else city, county
