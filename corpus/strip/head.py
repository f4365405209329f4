"""The head of a page: where its body begins, and which lines above it are letterhead, metadata or a
covering letter.

Lines of which the words say nothing belong to the body where they stand under the title and nothing
but letter parts separates them from its first sentence; everything else above is kept in `front` or
dropped with its kind as the rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.line.weight import MOSTLY_LINKED, Weighed
from corpus.records import Trace
from corpus.strip.container import is_known, shared_path
from corpus.strip.edges import rule_of
from corpus.title.printed import Title, repeats

# An addressee or document number belongs to the letter within so many lines above the body.
LETTER_REACH = 40
# … and above the title, where the menu is near.
ABOVE_TITLE = 10
# A shorter line under the title that is no sentence is a rest of the metadata (江西, 次).
SHORTEST_LOOSE = 4

FRONT = {
    "metadata",
    "date",
    "number",
    "letterhead",
    "addressee",
    "signer",
    "release",
    "copies",
    "contact",
    "delivery",
    "caption",
}
LETTER = {"number", "letterhead", "addressee", "signer", "release", "copies", "delivery"}

_OPENING = re.compile(r"(?:引言|前言|概述|导言|序言|目录|编者按|说明|各位(?:代表|委员)[:,]?)")
# A bracketed note or a bare date under the title.
_NOTE = re.compile(r"[(（][^()（）]*[)）]|[\d\s年月日]+")
# A date without a sentence around it says when and by whom the page was published.
_PUBLISHED = re.compile(
    r"[^。，；,;]{0,40}(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日|([\-/.])\d{1,2}\1\d{1,2})[^。，；,;]{0,60}"
)


def front_of(
    weighed: Sequence[Weighed], span: tuple[int, int], title: Title | None
) -> tuple[int, list[str], list[Trace]]:
    """Where the body begins, the lines kept in front, and a trace for each line dropped above."""
    start = _first_body_line(weighed, span, title)
    letter = _covering_letter(weighed, title)
    front: list[str] = []
    dropped: list[Trace] = []
    for index, line in enumerate(weighed[:start]):
        text = line.line.text.strip()
        if line.role == "blank" or not text or (title and title.first <= index < title.last):
            continue
        lettered = index in letter and line.role in (None, "attached")
        published = title is not None and index >= title.last and _is_published(line)
        if (lettered or published or _kept_in_front(line, index, start, title)) and text not in front:
            front.append(text)
        else:
            dropped.append(Trace(rule_of(line, title, "before the body"), line.line.text))
    return start, front, dropped


def _first_body_line(weighed: Sequence[Weighed], span: tuple[int, int], title: Title | None) -> int:
    """The span's start, moved up over lines that nothing but their words' silence keeps out."""
    start, end = span
    floor = title.last if title and title.last <= start else None
    shared = shared_path(weighed[start:end])
    first = start
    for index in range(start - 1, (floor or 0) - 1, -1):
        line = weighed[index]
        if line.role == "addressee":
            break  # a letter opens with it
        if line.role in LETTER or line.role == "blank":
            continue
        if (
            line.role is not None
            or line.line.linked >= MOSTLY_LINKED
            or (title and repeats(title.text, line.line.text))
        ):
            break
        if not (_OPENING.fullmatch(line.bare) or line.heading or _belongs(line, floor, shared)):
            break
        first = index
    return first


def _belongs(line: Weighed, floor: int | None, shared: tuple[str, ...]) -> bool:
    """An unknown line above the first sentence: the body's, if it stands under the title and in the
    body's element."""
    if shared and line.line.path[: len(shared)] != shared:
        return False
    if floor is None:
        return is_known(shared)
    if not line.prose and len(line.bare) < SHORTEST_LOOSE:
        return False
    return line.prose or not (_NOTE.fullmatch(line.line.text.strip()) or _is_published(line))


def _is_published(line: Weighed) -> bool:
    return line.role is None and not line.prose and bool(_PUBLISHED.fullmatch(line.bare))


def _covering_letter(weighed: Sequence[Weighed], title: Title | None) -> range:
    """The lines of a letter that hands the report over, above its title: from the addressee to the
    signature's date."""
    if title is None:
        return range(0)
    above = range(max(0, title.first - LETTER_REACH), title.first)
    first = next((at for at in above if weighed[at].role == "addressee"), title.first)
    if not any(line.prose for line in weighed[first : title.first]):
        return range(0)
    return range(first, title.first)


def _kept_in_front(line: Weighed, index: int, start: int, title: Title | None) -> bool:
    if line.role not in FRONT:
        return False
    if line.role in ("metadata", "date"):
        return True
    return index >= start - LETTER_REACH and (title is None or index >= title.first - ABOVE_TITLE)
