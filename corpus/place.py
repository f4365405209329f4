"""Where a report comes from: hints on the page weighed against each other, by division code.

No single hint is safe: a county's site reposts the province's report, a name like 鼓楼区 exists four times, 高新区 says no city
at all. So a name in the title says what the body is, and the hints (网站标识码, police and ICP registration, host, names of
places on the page) only choose among the places a name can mean or supply the city it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.gazetteer import called, city_code, codes_named, division_name, national_zone, rank_of
from corpus.gazetteer.hosts import host_places
from corpus.gazetteer.leading import leading_places
from corpus.printed import flat
from corpus.records import Loaded, Stripped
from corpus.script import simplified
from corpus.signature import addressees

SITE_CODE = re.compile(r"(?:网站标识码|標識碼|标识码)\D{0,6}(\d{6})")
POLICE = re.compile(r"公网?安备\D{0,6}(\d{6})")
ICP = re.compile(r"([京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新蒙])\s*ICP备")
PROVINCE_DIGITS = (
    "11 12 31 50 13 14 21 22 23 32 33 34 35 36 37 41 42 43 44 45 46 51 51 52 52 53 53 54 61 62 62 63 64 65 15"
)
PROVINCE_OF = dict(
    zip(
        "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新蒙",
        PROVINCE_DIGITS.split(),
        strict=True,
    )
)
MARK = re.compile(r"[省市区县州盟旗]")
LONGEST = 12  # characters of a division's name looked back from its last one
SITE, POLICED, LICENSED, SITE_NAME, ADDRESSED, SIGNED, HEAD, MENTION = 6.0, 5.0, 3.0, 4.0, 5.0, 6.0, 2.0, 0.5
MENTIONS = 6  # names of one place in the text count no more than this often
MENTIONED = 4_000  # characters of the body in which places are counted
SITE_SOURCES = frozenset({"网站标识码", "公安备案号", "网址", "网站名称"})
COUNTY_SITE = 2.5  # weight of a county among site hints from which a site is taken to be the county's


@dataclass(frozen=True, slots=True)
class Hint:
    """A place some part of the page speaks for: its code, how much that weighs, and where it was read, in words."""

    code: str
    weight: float
    source: str


def hints(address: str, loaded: Loaded, stripped: Stripped, paragraphs: Sequence[str]) -> tuple[Hint, ...]:
    """Everything on a page that says where it comes from."""
    foot = simplified("\n".join([*stripped.tail, *stripped.head]))
    found = [Hint(code, weight, "网址") for code, weight in host_places(address)]
    codes = SITE_CODE.findall(foot) + re.findall(r"^\d{6}", loaded.meta.get("siteidcode", ""))
    found += [Hint(code, SITE, "网站标识码") for code in _known(codes)]
    found += [Hint(code, POLICED, "公安备案号") for code in _known(POLICE.findall(foot))]
    found += [Hint(PROVINCE_OF[mark] + "0000", LICENSED, "ICP 备案号") for mark in dict.fromkeys(ICP.findall(foot))]
    names = [loaded.meta.get("sitename", ""), re.split(r"[_|—]|-(?=\D)", loaded.title_tag or "")[-1]]
    found += _named(names, SITE_NAME, "网站名称")
    found += _named(addressees(stripped.front, paragraphs), ADDRESSED, "主送机关")
    found += _named([*stripped.back, *stripped.front], SIGNED, "落款")
    found += _named([line for line in stripped.head[:80] if len(line) < 200], HEAD, "页首")
    found += _mentioned("\n".join(paragraphs)[:MENTIONED])
    return tuple(found)


def _known(codes: Iterable[str]) -> list[str]:
    """Codes in use; an outdated county code still tells its city."""
    found = []
    for code in dict.fromkeys(codes):
        for known in (code, code[:4] + "00", code[:2] + "0000"):
            if division_name(known):
                found.append(known)
                break
    return found


def names_in(text: str) -> list[tuple[str, ...]]:
    """The divisions a text names in full, each as the codes its name can mean, nested ones as one (汕尾市城区)."""
    plain = simplified(text)
    found: list[tuple[str, ...]] = []
    until = 0
    for mark in MARK.finditer(plain):
        for start in range(max(until, mark.end() - LONGEST), mark.end() - 1):
            codes = codes_named(plain[start : mark.end()])
            if codes and rank_of(codes[0]) == 3 and found and start == until:
                codes = tuple(code for code in codes if code[:2] in {outer[:2] for outer in found[-1]}) or codes
            if codes:
                found.append(codes)
                until = mark.end()
                break
    return found


def _named(lines: Iterable[str], weight: float, source: str) -> list[Hint]:
    codes = list(dict.fromkeys(codes for line in lines for codes in names_in(line)))
    return [Hint(code, weight / len(group), source) for group in codes for code in group]


def _mentioned(text: str) -> list[Hint]:
    counts: dict[tuple[str, ...], int] = {}
    for codes in names_in(text):
        counts[codes] = min(counts.get(codes, 0) + 1, MENTIONS)
    return [Hint(code, MENTION * count / len(codes), "正文") for codes, count in counts.items() for code in codes]


def closeness(code: str, hint: str) -> float:
    """How far a hint for one place speaks for another, 0–1."""
    if code == hint:
        return 1.0
    if code[:2] != hint[:2]:
        return 0.0
    if rank_of(hint) == 1 or rank_of(code) == 1:
        return 0.5
    city, other = city_code(code), city_code(hint)
    return (0.8 if rank_of(hint) == 2 else 0.6) if city is not None and city == other else 0.1


def score(code: str, found: Sequence[Hint]) -> float:
    """How much a page's hints speak for a place."""
    return sum(hint.weight * closeness(code, hint.code) for hint in found)


def choose(codes: Sequence[str], found: Sequence[Hint]) -> str | None:
    """The likeliest of the places a name can mean; None where nothing on the page tells them apart."""
    if len(codes) < 2:
        return codes[0] if codes else None
    ranked = sorted(((score(code, found), -rank_of(code), code) for code in codes), reverse=True)
    return ranked[0][2] if ranked[0][0] > ranked[1][0] or ranked[0][1] > ranked[1][1] else None


def around(found: Sequence[Hint]) -> str | None:
    """The place a page comes from, for bodies whose name says none: the site's county or city, else what is named most."""
    if not found:
        return None
    cities = {city_code(hint.code) or _direct(hint.code) for hint in found} - {None}
    best = max(sorted(cities), key=lambda code: score(code, found), default=None)  # type: ignore[type-var, arg-type]
    provinces = {hint.code for hint in found if rank_of(hint.code) == 1}
    if best is None:
        return max(sorted(provinces), key=lambda code: score(code, found), default=None)
    inside = {hint.code for hint in found if rank_of(hint.code) == 3 and city_code(hint.code) == best}
    weights = {
        code: sum(hint.weight for hint in found if hint.code == code and hint.source != "正文") for code in inside
    }
    county = max(sorted(weights), key=lambda code: weights[code], default=None)
    return county if county and weights[county] >= COUNTY_SITE else best


def _direct(code: str) -> str | None:
    return code if rank_of(code) == 3 and city_code(code) is None else None


def site_of(found: Sequence[Hint]) -> str | None:
    """The place the site itself belongs to, by code and host only."""
    return around([hint for hint in found if hint.source in SITE_SOURCES])


def locate(name: str, found: Sequence[Hint]) -> tuple[str | None, str]:
    """(code, rest): the division a cleaned name begins with and what follows; a name without one gives (None, name)."""
    codes, rest = leading_places(flat(name))
    code = choose(codes, found)
    if codes and code is None:
        today = [held for held in codes if (division_name(held) or " ") in name]  # before those that once had the name
        code = today[0] if len(today) == 1 else _common(codes)
    if not codes and len(name) > 1 and name in called():
        short = choose(tuple(code for code in called()[name]), found)
        return short, "" if short else name
    return code, rest if codes else name


def _common(codes: Sequence[str]) -> str | None:
    """What several places share: nothing, or their province."""
    provinces = {code[:2] for code in codes}
    return provinces.pop() + "0000" if len(provinces) == 1 else None


def zone_code(name: str, around_code: str | None) -> str | None:
    """The place of the national zone a name without a city means, if the place around it has one."""
    zone = national_zone(name, around_code) or (national_zone(name, city_code(around_code)) if around_code else None)
    return zone.code if zone else None
