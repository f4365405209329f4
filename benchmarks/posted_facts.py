"""Invented reports for calibration: who reports on which year, when it was posted and signed, under
which number.

Frequencies follow what was read on some 500 real pages: a report comes out the year after in nine of
ten cases, in the same year in seven of a hundred, later in the rest; every ninth site was moved, so
that its machine's date is years too late.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from corpus.gazetteer import city_code, place_of, province_code, rank_of, zones
from corpus.gazetteer.divisions import Division, divisions

DEPARTMENTS = (
    *("司法局", "教育局", "财政局", "水务局", "应急管理局", "民政局", "自然资源局", "统计局", "审计局"),
    *("市场监督管理局", "卫生健康委员会", "发展和改革委员会", "人力资源和社会保障局"),
)
TOWNS = ("青石镇", "柳林乡", "河东街道", "桃园镇", "三岔河镇", "南关街道", "白马镇", "石桥乡")
LEVELS = {1: "省", 2: "市", 3: "区县"}
SUBJECTS = {
    "法治政府建设": ("法治政府建设", "法治政府建设工作", "推进法治政府建设", "全面依法治{unit}"),
    "信息公开": ("政府信息公开", "政府信息公开工作", "政务公开工作"),
    "依法行政": ("依法行政", "推进依法行政", "依法行政工作"),
    "其他": ("优化营商环境", "安全生产", "生态环境保护", "行政审批制度改革", "政府网站工作"),
}
KINDS = ("法治政府建设", "信息公开", "法治政府建设", "政府工作报告", "依法行政", "其他", "信息公开", "法治政府建设")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who reports: the organ as it signs, the body by itself, and what a record should say of it.

    `own` is the name without the places it lies in.
    """

    organ: str
    body: str
    own: str
    place: tuple[str | None, str | None, str | None]
    level: str
    host: str
    site: str
    code: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of one report."""

    issuer: Issuer
    kind: str
    subject: str
    year: int
    posted: datetime.date
    signed: datetime.date
    number: str


@cache
def _held() -> tuple[Division, ...]:
    """Divisions with governments of their own; a municipality stands in the table twice."""
    doubled = {each.name for each in divisions().values() if each.rank == 1}
    return tuple(each for each in divisions().values() if each.rank == 1 or each.name not in doubled)


@cache
def _spelled() -> Counter[str]:
    return Counter(each.pinyin for each in _held())


def _host(place: Division) -> str:
    """www.longxi.gov.cn; where several are spelled alike, below the host of their city or province."""
    outer = divisions().get(city_code(place.code) or province_code(place.code))
    above = f".{outer.pinyin.replace(' ', '')}" if outer and _spelled()[place.pinyin] > 1 and outer != place else ""
    return f"www.{place.pinyin.replace(' ', '')}{above}.gov.cn"


def issuer(chance: Random) -> Issuer:
    """A division, a department of one, a town of a county, or a national zone."""
    form = chance.choices(("division", "department", "town", "zone"), (45, 25, 12, 18))[0]
    if form == "zone":
        return _zone(chance)
    place = chance.choice([each for each in _held() if form != "town" or each.rank == 3])
    where, host = place_of(place.code), _host(place)
    site = f"{place.name}人民政府"
    if form == "division":
        return Issuer(site, place.name, place.name, where, LEVELS[rank_of(place.code)], host, site, place.code)
    own = chance.choice(DEPARTMENTS if form == "department" else TOWNS)
    if form == "department" and rank_of(place.code) == 1 and place.name.endswith(("省", "区")):
        own = own.removesuffix("局") + "厅" if own.endswith("局") else own
    organ = place.name + own + ("人民政府" if own.endswith(("镇", "乡")) else "办事处" if own.endswith("街道") else "")
    level = "部门" if form == "department" else "乡镇街道"
    return Issuer(organ, place.name + own, own, where, level, host, site, place.code)


def _zone(chance: Random) -> Issuer:
    zone = chance.choice(tuple(zones().values()))
    where = place_of(zone.code)
    level = "国家级开发区" if zone.kind.startswith("国家级") else "省级开发区"
    city = divisions().get(city_code(zone.code) or zone.code)
    host = f"{chance.choice(('gxq', 'kfq', 'jkq'))}.{city.pinyin.replace(' ', '') if city else 'zone'}.gov.cn"
    organ = f"{zone.name}管理委员会"
    return Issuer(organ, zone.name, zone.name, where, level, host, organ, zone.code)


def reposted(who: Issuer, chance: Random) -> Issuer:
    """The issuer on another's site: one report in twelve stands on that of the city or province."""
    outer = divisions().get(city_code(who.code) or province_code(who.code))
    if outer is None or outer.code == who.code or chance.random() > 1 / 12:
        return who
    return replace(who, host=_host(outer), site=f"{outer.name}人民政府", code=outer.code)


def facts(chance: Random) -> Facts:
    """One report."""
    who, kind, year = reposted(issuer(chance), chance), chance.choice(KINDS), chance.randrange(2011, 2026)
    if kind == "政府工作报告" and who.level not in LEVELS.values():
        kind = "法治政府建设"
    subject = chance.choice(SUBJECTS.get(kind, ("",))).format(unit=who.body[-1] if who.level != "部门" else "市")
    later = chance.choices((1, 0, 2, 4), (90, 7, 2, 1))[0] if kind != "政府工作报告" else 0
    month = chance.choice((1, 1, 2, 3, 3, 4)) if later or kind == "政府工作报告" else chance.choice((11, 12, 12))
    signed = datetime.date(year + later, month, chance.randrange(1, 29))
    posted = signed + datetime.timedelta(days=chance.choice((0, 1, 2, 3, 7, 15, 40)))
    letters = "".join(chance.sample("东西南北河山林海安平", 2)) + chance.choice(("政发", "府发", "法委", "局字"))
    return Facts(who, kind, subject, year, posted, signed, f"{letters}〔{signed.year}〕{chance.randrange(1, 90)}号")
