"""Who speaks where nobody is named: 我局 on a bureau's own site, 我区 on a zone's.

Asked last and always marked as inferred. The word a text uses for itself must fit the site: 我县 on
a bureau's site is the county, not the bureau.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.gazetteer import city_code, national_zone
from corpus.gazetteer.organs import bureaus
from corpus.gazetteer.zones import ZONE_WORD
from corpus.issuer.department import DEPARTMENT
from corpus.issuer.division import in_front
from corpus.issuer.hints import BANNER, KEPT_BY
from corpus.issuer.named import Named
from corpus.name.composed import clean_name
from corpus.name.printed import flat, is_name
from corpus.name.site_name import site_of_tag
from corpus.records import Loaded, Stripped

ITSELF = re.compile(
    r"(?:我|本)(局|委|厅|办|中心|院|站|队|单位|区|县|市|镇|乡|街道|州|省|旗|苏木|管委会|校)|全(区|县|市|镇|乡|街道|州|省|旗)"
)
OFFICE = frozenset(["局", "委", "厅", "办", "中心", "院", "站", "队", "单位", "校"])
SURE = 0.45  # of issuers of their sites 0.38 were right on made pages: a guess
OPENING = 4  # paragraphs in which a text says 我局 or 全区
HOST = re.compile(r"https?://(?:www\.)?([a-z-]+)\.")
# The end of a zone's label says what kind it is: zhuhai-hitech, lygeda
HIGH_TECH, ECONOMIC = re.compile(r"(?:hitech|htz|htp|hdz|gxq|gx|gxkfq)$"), re.compile(r"(?:eda|edz|etdz|jkq|jkfq|kfq)$")


def calls_itself(paragraphs: Sequence[str]) -> str:
    """The word a text uses for whoever reports: 局 of 我局, 区 of 全区; "" where it uses none."""
    word = ITSELF.search("".join(paragraphs[:OPENING]))
    return (word.group(1) or word.group(2)) if word else ""


def names_of_site(
    address: str, loaded: Loaded, stripped: Stripped, paragraphs: Sequence[str], site: str | None
) -> list[Named]:
    """Names of the organ whose site this is, if it is the issuer; `site` is the code of the site's
    place."""
    itself = calls_itself(paragraphs)
    if not itself:
        return []
    lines = [line.strip() for line in stripped.head if BANNER.match(line.strip())]
    kept = [name for line in stripped.tail for match in KEPT_BY.findall(line) for name in match.split()]
    names = [
        re.sub(r"(?:门户|政务)?网站?$|欢迎您?$", "", flat(name))
        for name in (loaded.meta.get("sitename", ""), *lines, *kept, site_of_tag(loaded.title_tag or ""))
    ]
    found = [name for name in names if is_name(name) and _speaks(clean_name(name), itself)]
    office = _by_host(address, site, itself)
    return [Named(name, "网站名称", SURE) for name in dict.fromkeys([*found, *([office] if office else [])])]


def _speaks(name: str, itself: str) -> bool:
    """May the organ of this name call itself so?"""
    if itself in OFFICE:
        return bool(DEPARTMENT.search(name)) and (
            itself == "单位" or name.endswith((itself, f"{itself}员会")) or itself == "办"
        )
    if itself in ("区", "管委会"):
        return bool(re.search(rf"(?:{ZONE_WORD})$", name))
    return name.endswith(itself) and itself in ("镇", "乡", "街道", "苏木")


def _by_host(address: str, site: str | None, itself: str) -> str | None:
    """The organ a host names besides its place: sfj.suzhou.gov.cn → 苏州市司法局,
    www.zhuhai-hitech.gov.cn → 珠海高新区."""
    match = HOST.match(address.lower())
    label = match.group(1) if match else ""
    if not site or not label:
        return None
    if itself in OFFICE:
        name = bureaus().get(label, "")
        return in_front(site) + name if name and _speaks(name, itself) else None
    bare = "高新区" if HIGH_TECH.search(label) else "经开区" if ECONOMIC.search(label) else None
    zone = national_zone(bare, city_code(site) or site) if bare and itself in ("区", "管委会") else None
    return zone.name if zone else None
