"""The tail of a page: where its body ends, and which lines below it are signature, date, copies and
the like.

Those are kept in `back`; lines of which the words say nothing stay with the body only where they
cannot be a menu.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.gazetteer.organs import ending
from corpus.issuer.signature import name_goes_on
from corpus.line.weight import MOSTLY_LINKED, Weighed, roles_from
from corpus.records import Trace
from corpus.strip.container import shared_path
from corpus.text.numerals import SPELLED_YEAR

# A signature's date follows within so many lines.
SIGNATURE_REACH = 4
# Shorter names of organs are menu entries (司法部, 东湖县).
SHORTEST_ORGAN = 5
# Flattened text: more unknown short lines than this after the last sentence are a menu, not the end
# of the body.
MOST_LOOSE = 3
# Where one of so many is a figure they are rows of a table.
FIGURES_AMONG = 3

# Kinds of line that only a site has: a text without any was no page, and has no menu.
_OF_A_SITE = {"breadcrumb", "widget", "tool", "footer", "dialog", "search", "clock", "tail link", "menu", "watermark"}

BACK = {"date", "copies", "printed", "release", "contact", "signer", "number", "letterhead", "attached", "addressee"}

# Extractors put them before list items.
_BULLETS = "-*•·●◆■"
_ORGANS = re.compile(
    rf"[(\[]?[\u4e00-\u9fff()、·-]{{2,60}}(?:{ending('signs')}|党组|[省市区县旗州盟镇乡处社办署组队所站会])[)\]]?(?:\((?:公|盖|印)?章\))?"
)
# What is left of a signature, or of a seal that was read: 委员会 by itself ends no report.
_ENDING = re.compile(rf"(?:管理)?(?:{ending('signs')})")
# A place's or an organ's name alone, as menus list them.
_ENTRY = re.compile(r"[\u4e00-\u9fff]{1,14}(?:[部委局厅办市区县州旗镇乡村网站]|街道|政府|中心)")
# A menu's entry; the short last item of a list ends in a mark or holds a figure.
_NAME = re.compile(r"[\u4e00-\u9fff、·（）()\s]{2,20}")
_SIGNED = re.compile(rf"[\u4e00-\u9fff()、·-]{{4,50}}(?:\d{{4}}|{SPELLED_YEAR})年.{{2,7}}日?")


def back_of(weighed: Sequence[Weighed], span: tuple[int, int]) -> tuple[int, list[str], list[Trace]]:
    """Where the body ends, the lines kept in back, and a trace for each line dropped below."""
    start, end = span
    shared = shared_path(weighed[start:end])
    last, closing = _last_body_line(weighed, span, shared)
    back, dropped, alone = [], [], True
    for index in range(last, len(weighed)):
        line = weighed[index]
        text = line.line.text.strip()
        if not text or line.role == "blank":
            continue
        lettered = line.role in BACK or is_signature(weighed, index, alone=alone)
        alone &= lettered
        if (index < closing and lettered) or line.role in ("printed", "copies", "release"):
            back.append(text.lstrip(_BULLETS + " "))
        else:
            dropped.append(Trace(line.role or "after the body", line.line.text))
    return last, back, dropped


def _last_body_line(weighed: Sequence[Weighed], span: tuple[int, int], shared: tuple[str, ...]) -> tuple[int, int]:
    """The line after the body, and the line after what may be its signature."""
    _, end = span
    last, signed = end, False
    loose: list[int] = []
    for index in range(end, len(weighed)):
        line = weighed[index]
        if line.role in ("blank", "debris", "page number"):
            continue
        if last == end and not loose and line.role in (None, "value", "figure") and _is_bare_heading(weighed[end - 1]):
            last = index + 1  # 五、其他需要报告的事项 / 无
        elif signed and line.role == "addressee":
            return _with_loose(weighed, last, loose, signed), index
        elif _opens_table(weighed, index, loose) and not signed:
            loose.append(index)  # an annex that stands here, not one to be fetched
        elif line.role in BACK or is_signature(weighed, index, alone=not loose):
            signed = True
        elif line.role == "figure" and not signed:
            loose.append(index)
        elif line.role is not None or line.line.linked >= MOSTLY_LINKED or signed or _outside(line, shared):
            return _with_loose(weighed, last, loose, signed), index
        else:
            loose.append(index)
    return _with_loose(weighed, last, loose, signed), len(weighed)


def _opens_table(weighed: Sequence[Weighed], index: int, loose: Sequence[int]) -> bool:
    """An annex's name over the rows of a table, or the first of them, whose cells are like a menu's."""
    line = weighed[index]
    if not (line.role == "attached" or (line.role == "menu" and loose and "\t" in line.line.text)):
        return False
    below = next((line.line.text for line in weighed[index + 1 : index + 1 + SIGNATURE_REACH] if line.bare), "")
    return "\t" in below.strip()


def _is_bare_heading(line: Weighed) -> bool:
    return line.heading and not line.prose


def _outside(line: Weighed, shared: tuple[str, ...]) -> bool:
    return line.line.path[: len(shared)] != shared


def _with_loose(weighed: Sequence[Weighed], last: int, loose: Sequence[int], signed: bool) -> int:
    """The body's end with the unknown lines after its last sentence: rows of a table, a short last
    item."""
    if not loose:
        return last
    in_html = bool(weighed[last - 1].line.tag)
    figures = sum(weighed[index].role == "figure" for index in loose)
    if figures == len(loose) <= MOST_LOOSE - 1:
        return last  # a page number, a counter
    if not (in_html or figures or any(line.role in _OF_A_SITE and "\t" not in line.line.text for line in weighed)):
        return next(
            (index + 1 for index in reversed(loose) if not _ENTRY.fullmatch(weighed[index].line.text.strip())), last
        )
    named = sum(bool(_NAME.fullmatch(weighed[index].line.text.strip())) for index in loose)
    if in_html or figures * FIGURES_AMONG > len(loose) or (len(loose) <= MOST_LOOSE and (signed or not named)):
        return loose[-1] + 1
    return last


def is_signature(weighed: Sequence[Weighed], index: int, *, alone: bool = True) -> bool:
    """An organ's name on its own, with a date or another part of a letter's end behind it, or
    (`alone`) as the page's last word."""
    line = weighed[index]
    text = line.bare.lstrip(_BULLETS)
    if line.role is not None or line.line.linked >= MOSTLY_LINKED:
        return False
    if _SIGNED.fullmatch(text):
        return True
    below = next((at for at in range(index + 1, len(weighed)) if weighed[at].role != "blank"), None)
    if below is not None and name_goes_on(text, weighed[below].bare):
        return is_signature(weighed, below, alone=alone)
    following = list(roles_from(weighed, index + 1))
    if alone and not following and _ENDING.fullmatch(text):
        return True
    if not _ORGANS.fullmatch(text) or len(text) < SHORTEST_ORGAN:
        return False
    if any(role in ("date", "printed", "copies", "release") for role in following[:SIGNATURE_REACH]):
        return True
    return alone and (not following or following[0] is not None)
