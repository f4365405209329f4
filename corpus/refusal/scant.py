"""Pages that hold no whole text of a report: lists, mirrors, templates with open places, a few lines."""

from __future__ import annotations

import re
from typing import Final

from corpus.refusal.page import Read
from corpus.strip.bodiless import ATTACHED_ONLY, LISTED, no_page
from corpus.text.fold import squeeze
from corpus.text.numbering import number_of
from corpus.wording.coded import said

# A report has so many Chinese characters; the shortest real one seen has about 350.
SHORTEST_REPORT = 150
# A page that is called a report may be shorter.
SHORTEST_TITLED = 80
# Templates leave places and years open (XX市, 202x年) again and again.
MOST_BLANKED = 4
# So many readings in brackets behind characters make a machine-made mirror (國務院辦公(gong)廳).
MOST_READINGS = 5
# So many titles of reports, such a share of the lines, among broken-off sentences: a list.
LISTED_TITLES, LISTED_SHARE = 3, 0.2

_READING: Final = re.compile(r"[(（](?<=[\u3400-\u9fff].)[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
_BROKEN_OFF: Final = re.compile(r"(?:\.{3,}|…+|\[详细\]|查看详情)$")
_BLANKED: Final = re.compile(
    r"[*xX×ＸΧ](?<![A-Za-z0-9].)(?:\*{0,2}|[xX×ＸΧ]{0,2})(?:省|市|区|县|镇|乡|街道|局|年)|[xX×*](?<=20[0-2\d].)年"
)
_ATTACHED: Final = re.compile(r"附件|下载|点击|详见")


def is_list(page: Read) -> bool:
    """Titles of reports with the beginnings of their texts."""
    lines = [squeeze(line) for line in page.body]
    titles = sum(bool(LISTED.fullmatch(line)) and not number_of(line) for line in lines)
    broken_off = sum(bool(_BROKEN_OFF.search(line)) for line in lines)
    return min(titles, broken_off) >= LISTED_TITLES and titles >= LISTED_SHARE * len(lines)


def is_short(page: Read) -> bool:
    """Too short for what it is called."""
    return page.signs < (SHORTEST_TITLED if page.called_report else SHORTEST_REPORT)


def too_short(page: Read) -> str:
    """What a page says that is too short."""
    if reason := no_page(squeeze(page.text)):
        return reason
    if _ATTACHED.search(page.text):
        return ATTACHED_ONLY
    return said("short", n=page.signs)


def is_mirror(page: Read) -> bool:
    """A machine's copy with readings behind its characters."""
    return len(_READING.findall(page.text)) > MOST_READINGS


def is_template(page: Read) -> bool:
    """Places and years are left open."""
    return len(_BLANKED.findall(page.text)) > MOST_BLANKED
