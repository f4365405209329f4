"""Where a title breaks over lines: names that run across the break, and a site's banner that only stands above.

A break inside a name (经济技术|开发区, 自|治县) shows that both lines are one title. A line with nothing but a body's name does not belong
to a title that names this body itself.
"""

from __future__ import annotations

import re

from corpus.body import clean_name, in_title
from corpus.gazetteer.leading import below as below_of
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.zones import KIND_FORMS, ZONE_WORD

NAME = re.compile(
    "|".join(full for full, _ in KIND_FORMS)
    + rf"|{ZONE_WORD}|人民政府|管理委员会|工作委员会|办事处|办公室|(?:法治|法制)政府|依法行政|信息公开|年度报告|工作报告"
)
MARK = re.compile(r"[省市州盟县区旗](?=[\u4e00-\u9fff]{2})")  # 县政府办公室
REACH = 12  # characters on either side of a break in which a name may run across it


def runs_across(above: str, below: str) -> bool:
    """Does a name begin in the first line and end in the second?"""
    near, cut = above[-REACH:] + below[:REACH], len(above[-REACH:])
    if any(match.start() < cut < match.end() for match in NAME.finditer(near)):
        return True
    start = above.removeprefix("关于")
    placed = start + below
    held = len(placed) - len(leading_places(placed)[1]) if leading_places(placed)[0] else 0
    return held > len(start) > 1 and not (leading_places(start)[0] and not leading_places(start)[1])


def stands_apart(above: str, below: str) -> bool:
    """Is the first line a banner or a menu's entry (某市人民政府, 某区) over a title that names a body of its own?"""
    inner = in_title(below)
    if inner is None or in_title(above):
        return False
    one, other = clean_name(above), clean_name(inner)
    if one.endswith(other) or other.endswith(one) or other.startswith(one):
        return True
    outer, rest = leading_places(one)
    if not outer or rest:
        return False
    nested = leading_places(other)[0]
    if nested:
        return not any(below_of(code, held) for code in nested for held in outer)
    mark = MARK.match(other)
    return bool(mark and not one.endswith(mark.group()))


def goes_on(above: str, below: str) -> bool:
    """Is the first line the body of which the second names a branch: 某市生态环境局 / 开发区分局2023年…?"""
    inner = in_title(below) if above.endswith(("局", "队", "厅")) else None
    return bool(inner and inner.endswith(("分局", "支队", "大队", "总队")) and not leading_places(inner)[0])
