"""The divisions an issuer's name begins with: 江苏省句容经济开发区 → 句容市 in 江苏省, and the rest
经济开发区.

Names nest, so each division must lie in the one before. A short county name is taken only before
the word for a kind of zone: 永川高新区 begins with 永川区, but 凤泉湖高新区 does not begin with
凤泉区, nor 兴国镇 with 兴国县.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.gazetteer.divisions import MUNICIPALITIES, called, codes_named, division_name, rank_of

LONGEST_LEADING = 15  # 积石山保安族东乡族撒拉族自治县 has 15 characters
# Then what went before was the name of something smaller: 兴国镇, 城区街道
SMALLER = re.compile(r"镇|乡(?!村)|街道|社区|苏木")
TOWN = re.compile(r"^.{1,12}(?:镇|乡|街道?|苏木)$")
NOT_AFTER = re.compile(r"[镇村路]|乡(?!村)|街道|社区|苏木|大道|站$")
ZONE_BEGINS = re.compile(
    r"(国家|省级|高新|高技术|新技术|经济|经开|工业|产业|开发|技术|综合|科技|现代|新区|农业|农产|物流|循环|化工|临港|临空|航空|综保|保税|台商|生态|旅游|"
    r"文化|风景|园区|新城|集中|空港|港区|医药|食品|新材料|装备|创新|自贸|边境|特色|滨海|城南|城北|城东|城西)"
)


@lru_cache(maxsize=4096)
def leading_places(name: str) -> tuple[tuple[str, ...], str]:
    """(codes, rest): the codes the name's leading divisions may mean, finest only, and what follows
    them.

    Several codes where a name is not unique (城区管委会); none where the name begins with no
    division.
    """
    held: tuple[str, ...] = ()
    rest = name
    while rest:
        step = _next(rest, held)
        if step is None:
            break
        held, rest = step
    return held, rest


def _next(rest: str, held: tuple[str, ...]) -> tuple[tuple[str, ...], str] | None:
    for length in range(min(LONGEST_LEADING, len(rest)), 1, -1):
        head, after = rest[:length], rest[length:]
        named = codes_named(head)
        if (SMALLER if named else NOT_AFTER).match(after) and not (named and _begins_with_name(after)):
            continue
        codes = inside(named or _short(head, after), held)
        if codes:
            return codes, after
    return None


def _begins_with_name(text: str) -> bool:
    """宁波市 is a place of its own before 镇海区, though 镇 follows it."""
    return any(codes_named(text[:length]) for length in range(3, min(LONGEST_LEADING, len(text)) + 1))


def _short(head: str, after: str) -> tuple[str, ...]:
    codes = called().get(head, ())
    ends_like_a_division = len(head) > 2 and head[-1] in "州县旗"
    if head + after[:1] in called() if after else not ends_like_a_division:
        return ()  # 凉山州 is no 凉山 with a 州 behind it
    zone = bool(ZONE_BEGINS.match(after))
    return tuple(code for code in codes if rank_of(code) < 3 or zone or ends_like_a_division)


def inside(codes: tuple[str, ...], held: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `codes` that lie below one of `held`; all where nothing is held yet."""
    if not held:
        return codes
    again = tuple(code for code in codes if code in held)  # 新乡市新乡高新区: the city twice, not 新乡县
    return again or tuple(code for code in codes if any(below(code, outer) for outer in held))


def below(code: str, outer: str) -> bool:
    """Is `code` a division inside `outer`? The four municipalities hold their counties directly."""
    if rank_of(code) <= rank_of(outer) or code[:2] != outer[:2]:
        return False
    if rank_of(outer) == 1 or outer[:2] in MUNICIPALITIES:
        return division_name(code) != division_name(outer)
    return code[:4] == outer[:4]
