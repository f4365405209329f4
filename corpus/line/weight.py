"""Where a page's body is: the heaviest run of lines, weighed by what reports are made of.

Sentences and headings weigh for a line, links and furniture against it; the body is the run with the greatest sum, so a
notice in full sentences above the menu costs more than it brings, and tables between two chapters cost less than the second
chapter brings. Needs no list of sites. Rejected: the densest single node (loses bodies spread over siblings, and flattened
text has no nodes), the longest node (a page-wide layout table).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.line.furniture import role_of
from corpus.records import Line
from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.text.numbering import CHINESE, number_of

# A sentence has at least so many Chinese characters; rejects menu entries with a comma in them.
SHORTEST_SENTENCE = 12
# Without an end mark a line is prose from here on: rejects headings and titles.
LONGEST_TITLE = 60
# Longer lines weigh no more: one glued paragraph must not outweigh a whole report.
HEAVIEST = 400
# Furniture that recurs so often between sentences is a watermark, not an edge.
WATERMARK = 3
# A value on the line below its key is shorter than this.
LONGEST_VALUE = 60
# All unknown lines in a row together weigh no more against a body: a flattened table has hundreds of cells.
LONGEST_TABLE = -8.0
# A chapter that the count lacks is looked for so many lines off.
FARTHEST = 600
# What opens the rest of a sentence, what cannot end one, and what pieces of sentences may look like.
CONTINUES = re.compile(r"[。，、；：,;:！？）)》〉”」』%％]")
HANGS = re.compile(r"[的和与及在于为是据被将对向从由按《〈“「『（(、，,]$")
FRAGMENTS = (None, "widget", "letterhead", "value", "figure")
# Looking ahead ends after so many lines, blank ones included.
NEAR = 24
# From this share of linked characters a line is a menu, not a sentence.
MOSTLY_LINKED = 0.5

# Marks that extractors put before headings and list items.
_MARKED = re.compile(r"\A(?:#+|[\-*•·●◆■]+(?=[\u4e00-\u9fff]))")
# A file's name opens with the number of the appendix: 2.统计表.doc
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd)[^。]{0,10}$")
_ENDS = "。；;！!？?：:"
WEIGHTS = {
    "blank": 0.0, "debris": 0.0, "page number": 0.0, "figure": 0.0, "value": -0.5, "date": -1.0, "tool": -1.0, "widget": -2.0,
    "metadata": -4.0, "breadcrumb": -8.0, "addressee": 0.0, "number": -1.0, "letterhead": -1.0, "signer": 0.0, "copies": -4.0,
    "printed": -8.0, "release": -2.0, "contact": 0.0, "attached": -1.0, "footer": -8.0, "dialog": -8.0, "clock": -4.0,
    "search": -6.0, "tail link": -8.0, "key": -1.0, "delivery": 0.0, "watermark": 0.0, "menu": -3.0,
}  # fmt: skip


class Weighed(NamedTuple):
    """A line with its squeezed text, what `role` says of it, whether it is a sentence, whether it opens with a heading's number."""

    line: Line
    bare: str
    role: str | None
    prose: bool
    heading: bool
    weight: float


def weigh_all(lines: Sequence[Line]) -> list[Weighed]:
    """All lines weighed, each in the light of the others: a value below its key, a watermark that recurs."""
    weighed = [weigh(line) for line in lines]
    _mark_fragments(weighed)
    times = Counter(line.line.text.strip() for line in weighed if line.role in ("footer", "dialog", "tail link"))
    key: int | None = None
    for index, line in enumerate(weighed):
        if times[line.line.text.strip()] >= WATERMARK and line.role in ("footer", "dialog", "tail link"):
            weighed[index] = line._replace(role="watermark", weight=WEIGHTS["watermark"])
        if key is not None and _is_value(line, weighed, index + 1):
            for at in (key, index):
                weighed[at] = weighed[at]._replace(role="metadata", weight=WEIGHTS["metadata"])
        if line.role != "blank":
            key = index if line.role == "key" else None
    return weighed


def _mark_fragments(weighed: list[Weighed]) -> None:
    """Pieces of a sentence that an extractor broke at its links: what a line that begins with a comma goes on from is no title."""
    below = ""
    for index in range(len(weighed) - 1, -1, -1):
        line = weighed[index]
        text = line.line.text.strip()
        if not text:
            continue
        hangs = CONTINUES.match(below) is not None or (
            line.role is None and below == "\0" and HANGS.search(text) is not None
        )
        if hangs and line.role in FRAGMENTS and not line.prose:
            weighed[index] = line._replace(role=None, prose=True, heading=False, weight=1.0)
            below = "\0" if not CONTINUES.match(text) else text
        else:
            below = text


def _is_value(line: Weighed, weighed: Sequence[Weighed], below: int) -> bool:
    """May the line be the value of the key on the line above? Words are, where another key follows; else they may be the title."""
    text = line.bare
    if line.role in ("date", "number", "value", "figure"):
        return True
    if (
        line.role not in (None, "widget", "menu", "letterhead")
        or line.prose
        or line.heading
        or len(text) > LONGEST_VALUE
    ):
        return False
    return next(roles_from(weighed, below), None) in ("key", "metadata")


def roles_from(weighed: Sequence[Weighed], index: int) -> Iterator[str | None]:
    """The roles of the next few lines that are not blank."""
    return (line.role for line in weighed[index : index + NEAR] if line.role != "blank")


def weigh(line: Line) -> Weighed:
    """The line and how much it speaks for being body."""
    text, bare = line.text, _MARKED.sub("", squeeze(line.text))
    numbered = line.linked < MOSTLY_LINKED and number_of(text) is not None
    signs = han(text)
    kind = None if numbered and signs > 1 and not _FILE.search(bare) else role_of(bare, text)
    if kind is not None:
        return Weighed(line, bare, kind, False, False, WEIGHTS[kind])
    prose = line.linked < MOSTLY_LINKED and is_prose(text, signs)
    if prose:
        return Weighed(line, bare, None, True, numbered, 2 + min(signs, HEAVIEST) / 15 * (1 - line.linked))
    if numbered:
        return Weighed(line, bare, None, False, True, 3.0)
    return Weighed(line, bare, None, False, False, -3.0 if line.linked >= MOSTLY_LINKED else -0.4)


def is_prose(text: str, signs: int | None = None) -> bool:
    """Is the line a sentence or part of one, and no title or menu entry?"""
    signs = han(text) if signs is None else signs
    if signs < SHORTEST_SENTENCE:
        return text.rstrip().endswith("。") and signs > 2
    if any(end in text for end in "。；;"):
        return True
    if text.rstrip().endswith(("：", ":", "！", "!", "，", ",", "、")):
        return True
    return signs > LONGEST_TITLE or (signs > LONGEST_TITLE // 2 and ("，" in text or "," in text))


def body_span(weighed: Sequence[Weighed]) -> tuple[int, int] | None:
    """First line and line after the last of the heaviest run; None where nothing speaks for a body."""
    best, best_span = 0.0, None
    total, start, run = 0.0, 0, 0.0
    for index, line in enumerate(weighed):
        if total <= 0:
            total, start, run = 0.0, index, 0.0
        silent = line.role is None and line.weight < 0 and line.line.linked < MOSTLY_LINKED
        run = run + line.weight if silent else 0.0 if line.weight > 0 else run
        total += line.weight if not silent or run > LONGEST_TABLE else 0.0
        if total > best:
            best, best_span = total, (start, index + 1)
    if best_span is None or not any(line.prose for line in weighed[slice(*best_span)]):
        return None
    return _counted(weighed, *best_span)


def _counted(weighed: Sequence[Weighed], start: int, end: int) -> tuple[int, int]:
    """The span with the chapters that its count lacks at either end: behind a long table the first or last may seem far off."""
    chapters = [(index, chapter) for index in range(start, end) if (chapter := _chapter(weighed[index]))]
    if not chapters:
        return start, end
    wanted = chapters[0][1] - 1
    for index in range(start - 1, -1, -1):
        if not wanted or index < start - FARTHEST:
            break
        if _chapter(weighed[index]) == wanted:
            start, wanted = index, wanted - 1
    start = _with_opening(weighed, start) if start < chapters[0][0] else start
    wanted = chapters[-1][1] + 1
    for index in range(end, len(weighed)):
        if weighed[index].role in ("footer", "dialog", "tail link", "printed") or index > end + FARTHEST:
            break
        if _chapter(weighed[index]) == wanted:
            end, wanted = index + 1, wanted + 1
        elif weighed[index].prose and end > chapters[-1][0] + 1 and _chapter(weighed[end - 1]) == wanted - 1:
            end = index + 1
    return start, end


def _with_opening(weighed: Sequence[Weighed], start: int) -> int:
    """The sentences right above the first chapter."""
    first = start
    while start > 0 and (weighed[start - 1].prose or weighed[start - 1].role in ("blank", "contact")):
        start -= 1
        first = start if weighed[start].prose else first
    return first


def _chapter(line: Weighed) -> int | None:
    number = number_of(line.line.text) if line.heading else None
    return number.value if number and number.family == CHINESE else None
