"""The edges of a body, line by line: what above it is letterhead, what below it signature, what of either is furniture.

Above, lines move to `front`; below, to `back`; furniture is dropped with its kind as the rule. Lines of which the words
say nothing stay with the body where nothing but letter parts separates them from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.container import shared_path
from corpus.fold import squeeze
from corpus.furniture import han
from corpus.records import Trace
from corpus.region import MOSTLY_LINKED, Weighed
from corpus.title import Title, repeats

# A piece of text cut off by hard furniture weighs less than this share of the whole; rejects cutting a report in half.
SMALL_PIECE = 0.12
# A signature's date follows within so many lines.
SIGNATURE_REACH = 4
# Flattened text: more unknown short lines than this after the last sentence are a menu, not the end of the body.
MOST_LOOSE = 3
# An addressee or document number belongs to the letter within so many lines above the body.
LETTER_REACH = 40

FRONT = {"metadata", "date", "number", "letterhead", "addressee", "signer", "release", "copies", "contact"}
BACK = {"date", "copies", "printed", "release", "contact", "signer", "number", "letterhead", "attached", "addressee"}
LETTER = {"number", "letterhead", "addressee", "signer", "release", "copies"}
HARD = {"breadcrumb", "metadata", "footer", "dialog", "search", "tail link", "clock"}
# Certain wherever they stand.
CERTAIN = {"page number", "debris", "tool"}

_OPENING = re.compile(r"(?:引言|前言|概述|导言|序言|目录|编者按|说明|各位(?:代表|委员)[:,]?)")
_ORGANS = re.compile(
    r"[(\[]?[\u4e00-\u9fff()、·]{2,60}(?:政府|委员会|管委会|工委|党委|党组|委|局|厅|办公室|办事处|部|院|中心|办|处|社|公司|区|县|市|镇|乡|组|队|所|站|会)[)\]]?"
)
_SIGNED = re.compile(r"[\u4e00-\u9fff()、·]{4,50}(?:\d{4}|[二〇○零一]{2}[〇○零一二三四五六七八九]{2})年.{2,7}日?")


def front_of(
    weighed: Sequence[Weighed], span: tuple[int, int], title: Title | None
) -> tuple[int, list[str], list[Trace]]:
    """Where the body begins, the lines kept in front, and a trace for each line dropped above."""
    start = _first_body_line(weighed, span, title)
    front, dropped = [], []
    for index, line in enumerate(weighed[:start]):
        text = line.line.text.strip()
        if title and title.first <= index < title.last:
            continue
        if not text or line.role == "blank":
            continue
        if _kept_in_front(line, index, start, title) and text not in front:
            front.append(text)
        else:
            dropped.append(Trace(_rule(line, title, "before the body"), line.line.text))
    return start, front, dropped


def _first_body_line(weighed: Sequence[Weighed], span: tuple[int, int], title: Title | None) -> int:
    """The span's start, moved up over lines that nothing but their words' silence keeps out."""
    start, end = span
    floor = title.last if title and title.last <= start else None
    shared = shared_path(weighed[start:end])
    first = start
    for index in range(start - 1, (floor or 0) - 1, -1):
        line = weighed[index]
        if line.role in LETTER or line.role == "blank":
            continue
        if (
            line.role is not None
            or line.line.linked >= MOSTLY_LINKED
            or (title and repeats(title.text, line.line.text))
        ):
            break
        if not (_OPENING.fullmatch(squeeze(line.line.text)) or line.heading or _belongs(line, floor, shared)):
            break
        first = index
    return first


def _belongs(line: Weighed, floor: int | None, shared: tuple[str, ...]) -> bool:
    """An unknown line above the first sentence: the body's, if it stands under the title and in the body's element."""
    if floor is None:
        return False
    if shared and line.line.path[: len(shared)] != shared:
        return False
    return line.prose or not re.fullmatch(r"[(（][^()（）]*[)）]|[\d\s年月日]+", line.line.text.strip())


def _kept_in_front(line: Weighed, index: int, start: int, title: Title | None) -> bool:
    if line.role not in FRONT:
        # a covering letter between the title's span and the body
        return (
            line.role is None and line.prose and title is not None and index >= start - LETTER_REACH and line.weight > 4
        )
    if line.role in ("metadata", "date"):
        return True
    return index >= start - LETTER_REACH and (title is None or index >= title.first - LETTER_REACH // 4)


def trimmed(weighed: Sequence[Weighed], span: tuple[int, int]) -> tuple[int, int]:
    """The span without small pieces which hard furniture or a signature cuts off its ends."""
    start, end = span
    total = sum(max(line.weight, 0.0) for line in weighed[start:end])
    above = 0.0
    for index in range(start, end):
        above += max(weighed[index].weight, 0.0)
        if above > SMALL_PIECE * total:
            break
        if weighed[index].role in HARD:
            start = next((at for at in range(index + 1, end) if weighed[at].prose or weighed[at].heading), start)
    below = 0.0
    for index in range(end - 1, start, -1):
        below += max(weighed[index].weight, 0.0)
        if below > SMALL_PIECE * total or weighed[index].heading:
            break
        if weighed[index].role in HARD | {"printed"} or _closes(weighed, index, end):
            end = index
    while end > start + 1 and not (weighed[end - 1].prose or weighed[end - 1].heading):
        end -= 1
    return start, end


def _closes(weighed: Sequence[Weighed], index: int, end: int) -> bool:
    """Is this the first line of a signature with its date?"""
    return _is_signature(weighed, index) and any(
        weighed[at].role == "date" for at in range(index + 1, min(index + SIGNATURE_REACH, end))
    )


def inner(weighed: Sequence[Weighed]) -> tuple[list[str], list[str], list[Trace]]:
    """The body's lines without certain furniture, the letter parts that had slipped into it, and the traces."""
    body: list[str] = []
    moved: list[str] = []
    gone: list[Trace] = []
    for index, line in enumerate(weighed):
        text = line.line.text.strip()
        if line.role == "blank" or not text:
            continue
        if line.role == "signer":
            moved.append(text)
            gone.append(Trace("signer moved to front", line.line.text))
        elif line.role in CERTAIN or _is_loose_page_number(weighed, index) or _is_mark(line):
            gone.append(Trace(line.role or "watermark", line.line.text))
        else:
            body.append(text)
    return body, moved, gone


def _is_loose_page_number(weighed: Sequence[Weighed], index: int) -> bool:
    """A bare number where the sentence before it is broken off."""
    line = weighed[index]
    if line.role != "figure" or not re.fullmatch(r"\d{1,3}", squeeze(line.line.text)):
        return False
    before = next((weighed[at] for at in range(index - 1, -1, -1) if weighed[at].role != "blank"), None)
    after = next((weighed[at] for at in range(index + 1, len(weighed)) if weighed[at].role != "blank"), None)
    return bool(
        before
        and before.prose
        and after
        and han(after.line.text) > 5
        and not before.line.text.rstrip().endswith(tuple("。；：:;！"))
    )


def _is_mark(line: Weighed) -> bool:
    """Links of the site inside the body's element: 上一篇, a document library's address."""
    return line.role in ("tail link", "footer", "search") and (
        line.line.linked >= MOSTLY_LINKED or "www." in line.line.text
    )


def back_of(weighed: Sequence[Weighed], span: tuple[int, int]) -> tuple[int, list[str], list[Trace]]:
    """Where the body ends, the lines kept in back, and a trace for each line dropped below."""
    start, end = span
    shared = shared_path(weighed[start:end])
    last, closing = _last_body_line(weighed, span, shared)
    back, dropped = [], []
    for index in range(last, len(weighed)):
        line = weighed[index]
        text = line.line.text.strip()
        if not text or line.role == "blank":
            continue
        if (index < closing and (line.role in BACK or line.role is None)) or line.role in (
            "printed",
            "copies",
            "release",
        ):
            back.append(text)
        else:
            dropped.append(Trace(_rule(line, None, "after the body"), line.line.text))
    return last, back, dropped


def _last_body_line(weighed: Sequence[Weighed], span: tuple[int, int], shared: tuple[str, ...]) -> tuple[int, int]:
    """The line after the body, and the line after what may be its signature."""
    _, end = span
    last, loose, signed = end, [], False
    for index in range(end, len(weighed)):
        line = weighed[index]
        if line.role in ("blank", "debris", "page number"):
            continue
        if line.role in BACK or _is_signature(weighed, index):
            signed = True
        elif line.role == "figure" and not signed:
            loose.append(index)
        elif line.role is not None or line.line.linked >= MOSTLY_LINKED or signed or _outside(line, shared):
            return _with_loose(weighed, last, loose, signed), index
        else:
            loose.append(index)
    return _with_loose(weighed, last, loose, signed), len(weighed)


def _outside(line: Weighed, shared: tuple[str, ...]) -> bool:
    return line.line.path[: len(shared)] != shared


def _with_loose(weighed: Sequence[Weighed], last: int, loose: Sequence[int], signed: bool) -> int:
    """The body's end with the unknown lines after its last sentence: rows of a table, a short last item."""
    if not loose:
        return last
    in_html = bool(weighed[last - 1].line.tag)
    figures = sum(weighed[index].role == "figure" for index in loose)
    if signed or in_html or len(loose) <= MOST_LOOSE or figures * 3 > len(loose):
        return loose[-1] + 1
    return last


def _is_signature(weighed: Sequence[Weighed], index: int) -> bool:
    """An organ's name on its own, with a date or another part of a letter's end behind it, or as the page's last word."""
    line = weighed[index]
    text = squeeze(line.line.text)
    if line.role is not None or line.line.linked >= MOSTLY_LINKED:
        return False
    if _SIGNED.fullmatch(text):
        return True
    if not _ORGANS.fullmatch(text):
        return False
    following = list(_next_roles(weighed, index + 1))
    if any(role in ("date", "printed", "copies", "release") for role in following[:SIGNATURE_REACH]):
        return True
    return not following or following[0] is not None


def _next_roles(weighed: Sequence[Weighed], index: int) -> Iterator[str | None]:
    return (line.role for line in weighed[index:] if line.role != "blank")


def _rule(line: Weighed, title: Title | None, otherwise: str) -> str:
    if title and repeats(title.text, line.line.text):
        return "repeated title"
    return line.role or otherwise
