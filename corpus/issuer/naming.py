"""One name for each issuer, however a page writes it.

A district carries its city (汕尾市城区), and so do the departments, towns and bare zones in one
(市水务局 → 某市水务局, 高新区 → 珠海高新技术产业开发区). National zones get the national list's full
name; renamed and merged ones become one. Joint issuers keep their form: 某开发区(某街道).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.gazetteer import called, city_code, rank_of
from corpus.gazetteer.leading import TOWN, leading_places
from corpus.gazetteer.zones import ZONE_WORD, abbreviated, other_names, zones
from corpus.issuer.department import DEPARTMENT, in_full
from corpus.issuer.place import Hint, choose, elsewhere
from corpus.issuer.single import single
from corpus.issuer.zone import FREE_TRADE, Identity, renamed
from corpus.name.printed import flat


def identify(name: str, found: Sequence[Hint], known: Iterable[str] = ()) -> Identity:
    """The identity behind a cleaned name. `known`: other names on the page, fuller ones perhaps."""
    plain = flat(name).strip(" 、")
    fuller_names = [flat(other) for other in known]
    if plain in other_names() and not _another(plain, found):
        return renamed(plain, found)
    if FREE_TRADE.match(plain):
        return single(plain, found, fuller_names)
    inner = re.fullmatch(r"(.{2,}?)\((.{2,12})\)", plain)
    if inner and not plain.endswith(("部)", "组)")):
        return _joint(inner.group(1), inner.group(2), "({})", found, fuller_names)
    nested = re.fullmatch(r"(.{2,}?)\((.{2,12})\)(.{2,})", plain)
    if (
        nested
        and (TOWN.match(nested.group(3)) or DEPARTMENT.search(nested.group(3)))
        and _stands_alone(nested.group(1))
    ):
        lead = _joint(nested.group(1), nested.group(2), "({})", found, fuller_names)
        level = "乡镇街道" if TOWN.match(nested.group(3)) else "部门"
        return Identity(abbreviated(lead.zone) + in_full(nested.group(3)), lead.code, level)
    for mark in ("·", "、"):
        first, _, second = plain.partition(mark)
        if second and _stands_alone(first) and _stands_alone(second):
            return _joint(first, second, mark + "{}", found, fuller_names)
    return single(plain, found, fuller_names)


def _another(name: str, found: Sequence[Hint]) -> bool:
    """Is it another zone of a name that a known one also bears, for the page is from elsewhere?"""
    zone = zones().get(other_names()[name])
    return zone is not None and not leading_places(name)[0] and elsewhere(zone.code, found)


def _stands_alone(name: str) -> bool:
    """Is this half of 甲、乙 an organ of its own, as 人力资源 in 人力资源、社会保障局 is not?"""
    return bool(re.search(rf"(?:{ZONE_WORD}|[市县区旗州镇乡]|街道)$", name))


def _joint(first: str, second: str, form: str, found: Sequence[Hint], known: Sequence[str]) -> Identity:
    """甲(乙), 甲·乙, 甲、乙: the first leads; the second stays as printed, its place counts."""
    lead = single(first, found, known)
    code = lead.code
    codes, rest = leading_places(second)
    if second in called():  # 杭州高新区(滨江)
        codes, rest = tuple(held for held in called()[second] if rank_of(held) == 3), ""
    if codes and not rest:
        inside = tuple(
            held for held in codes if code is None or held[:4] == code[:4] or city_code(held) == city_code(code)
        )
        code = choose(inside or codes, found) or code
    # 甲、乙 spell both names out, so the first is not the bare kind a short form is
    zone = first if "、" in form and leading_places(first)[0] else lead.zone
    return Identity(zone + form.format(second), code, lead.level)
