"""Where a title breaks over lines: names that run across the break, and a site's banner that only
stands above.

A break inside a name (经济技术|开发区, 自|治县) shows that both lines are one title. A line with
nothing but an organ's name does not belong to a title that names this organ itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.gazetteer import codes_named
from corpus.gazetteer.leading import below as below_of
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.organs import ending, ending_of
from corpus.gazetteer.zones import KINDS, ZONE_WORD, zone_names
from corpus.issuer.department import DEPARTMENT
from corpus.issuer.named import in_title
from corpus.name import lexicon
from corpus.name.composed import clean_name
from corpus.name.spans import spans
from corpus.text.fold import squeeze
from corpus.text.numerals import SPELLED_YEAR

# Words of a title, organs and kinds of zone that a break may cut; places are looked up.
NAME = re.compile(
    "|".join(KINDS)
    + rf"|{ending_of('government', 'administration', 'committee', 'street', 'office')}"
    + r"|(?:法治|法制)政府|依法行政|信息公开|年度报告|工作报告"
)
MARK = re.compile(r"[省市州盟县区旗](?=[\u4e00-\u9fff]{2})")  # 县政府办公室
# The rest of an organ's name on the next line is no longer (办公室, 管委会); a name of its own is.
LONGEST_REST = 4
ZONE = re.compile(rf"(?:{ZONE_WORD})$")
LONG_ENOUGH = 12  # characters of a line that may be a whole title
HALF_NAME = 12  # characters on either side of a break in which a name may run across it
CALLED = re.compile(
    r"(?:报告|年报|公报|总结|汇报|述职|情况|白皮书|报告书)(?:[(\[][^)\]]{1,20}[)\]])?$|(?:报告|年报|公报)[(\[《]?[^)\]》]{0,12}[)\]》]?$"
)
ORGAN = re.compile(ending("titled") + "$")
PARTY = re.compile(r"^(?:中共|中国共产党)")
SITE = re.compile(r"(?:网站?|门户|平台|人民政府|首页)$")
# A line that cannot be a title's last.
HANGING = re.compile(r"(?:关于|对于|印发|转发|报送|呈报|上报|公布|的|和|及|与|年|年度|、|《|-|负责人)$")
# How a line begins that goes on with the one above it: the rest of an organ's name, or of a word.
MIDWAY = re.compile(
    r"于|府|会|局|室|区|县|镇|员会|委会|委员会|管?理?委员会|理委员会|管委会|"
    r"办公[室厅]|办事处|事?处|中心|街道|人民政府|政府(?!工作报告)|苏木|分局|支队|大队|年|度|"
    r"(?:监督)?管理[局处站所办]|(?:事务|保障|执法|服务)局|(?:开发)?建设(?:局|委|管)|发展(?:局|委)"
)
AFTER_ORGAN = re.compile(rf"关于|(?:19|20)\d\d年|{SPELLED_YEAR}年")
PLACE = re.compile(r"(?:中共)?[\u4e00-\u9fff]{1,10}?(?:省|市|区|县|州|盟|旗|镇|乡|街道?)")
LETTER_SPACED = re.compile(r"[\u4e00-\u9fff](?:[ \u3000\xa0]+[\u4e00-\u9fff])+")


def runs_across(above: str, below: str) -> bool:
    """Does a name begin in the first line and end in the second?"""
    near, cut = above[-HALF_NAME:] + below[:HALF_NAME], len(above[-HALF_NAME:])
    if any(match.start() < cut < match.end() for match in NAME.finditer(near)):
        return True
    ends = [end for end in range(cut + 1, len(near) + 1) if near[end - 1] in lexicon.last_characters()]
    pieces = (near[at:end] for at in range(cut) for end in ends)
    if not any(codes_named(piece) or piece in zone_names() for piece in pieces):
        return False
    end = 0
    for span in spans(near):
        start, end = end, end + len(span.text)
        if start < cut < end:
            return span.tag in (lexicon.PLACE, lexicon.ZONE)
    return False


def goes_on_midway(below: str) -> bool:
    """Does a line begin in the middle of a name or a word? 府谷县 and 会宁县 begin like one, but are
    places."""
    return bool(MIDWAY.match(below)) and not leading_places(below)[0]


def stands_apart(above: str, below: str) -> bool:
    """Is the first line a banner or a menu's entry (某市人民政府, 某区) over a title that names an
    organ of its own?"""
    inner = in_title(below)
    if inner is None or in_title(above):
        return False
    one, other = clean_name(above), clean_name(inner)
    if one.endswith(other) or other.endswith(one) or other.startswith(one) or below.startswith("关于"):
        return True
    outer, rest = leading_places(one)
    if not outer or rest:
        return False
    nested = leading_places(other)[0]
    if nested and above.endswith("政府"):
        return True
    if nested:
        return not any(below_of(code, held) for code in nested for held in outer)
    mark = MARK.match(other)
    return bool(mark and not one.endswith(mark.group()))


def goes_on(above: str, below: str) -> bool:
    """Does the second line name an office of the organ in the first: 某市生态环境局 /
    开发区分局2023年…, 某市某区 / 司法局2023年…?"""
    inner = in_title(below)
    if inner is None or leading_places(inner)[0] or MARK.match(inner):
        return False
    branch = above.endswith(("局", "队", "厅")) and inner.endswith(("分局", "支队", "大队", "总队"))
    return branch or (is_place(above) and bool(DEPARTMENT.search(inner)))


def is_place(line: str) -> bool:
    """Is the line a division's name and nothing more?"""
    codes, rest = leading_places(line)
    return bool(codes) and not rest


def joint(texts: Sequence[str], body: str) -> float:
    """How well the lines of a split title fit: an organ's name goes with 关于…, a word cut in two
    with its other half."""
    if len(texts) < 2:
        return 0.0
    score = 0.0
    for above, below in pairwise(texts):
        if CALLED.search(above) and len(above) > LONG_ENOUGH:
            return -6.0
        score += _fit(above, below, body)
    return score


def _fit(above: str, below: str, body: str) -> float:
    """How well one line of a title goes on in the next."""
    if below[:2] == above[:2]:
        return -3.0  # a site's name over a title that begins with the same place
    if HANGING.search(above):
        return 3.0
    if not PARTY.match(above) and stands_apart(above, below):
        return -3.0
    if runs_across(above, below) or goes_on(above, below):
        return 2.0
    whole = bool(ORGAN.search(above) or ZONE.search(above))
    if whole and len(below) >= LONGEST_REST and ORGAN.search(below) and not PARTY.match(above):
        return -3.0  # a list of organs
    if goes_on_midway(below) or _halves(above, below, body) or (whole and AFTER_ORGAN.match(below)):
        return 2.0
    if PARTY.match(above) and whole:
        return 1.5
    return 1.5 if not whole and PLACE.match(above) and not SITE.search(above) else 0.0


def _halves(above: str, below: str, body: str) -> bool:
    """Is a word of the body cut in two between the lines (高新|区, 法治|政府)?"""
    if (above[-1:].isdigit() and below[:1].isdigit()) or below[:1] == "年":
        return True
    return above[-2:] + below[:1] in body or above[-1:] + below[:2] in body


def joined_title(texts: Sequence[str]) -> str:
    """Lines of one title as one: two organs that report together keep a space between them."""
    texts = [_closed_up(text) for text in texts]
    title = re.sub(r"^#{1,6}\s+", "", texts[0])
    for text in texts[1:]:
        above, below = squeeze(title), squeeze(text)
        two = PARTY.match(above) and ORGAN.search(above) and not (below.startswith("关于") or goes_on_midway(below))
        gap = " " if two else ""
        title += gap + text
    return title


def _closed_up(text: str) -> str:
    """Letter-spaced words closed up: 政 府 工 作 报 告. A single space between longer words is
    meant."""
    if LETTER_SPACED.fullmatch(text) and len(text.split()) > 2 and all(len(word) == 1 for word in text.split()):
        return "".join(text.split())
    return text
