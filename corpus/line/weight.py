"""How much a line of a page speaks for being body: sentences and headings do, furniture does not.

A line is weighed in the light of the others: a value below its key, pieces of a sentence that an
extractor broke at its links, a watermark that recurs.
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
from corpus.text.numbering import number_of

# A sentence has at least so many Chinese characters; rejects menu entries with a comma in them.
SHORTEST_SENTENCE = 12
# Without an end mark a line is prose from here on: rejects headings and titles.
LONGEST_TITLE = 60
# Longer lines weigh no more: one glued paragraph must not outweigh a whole report.
HEAVIEST = 400
# A sentence weighs at least as much as two lines of links are against it, and a point more for each so many
# signs: a paragraph of 200 outweighs a menu of five.
SENTENCE, SIGNS_A_POINT = 2.0, 15
# A heading's number is as good as a sentence of its length; a line of links is as much against.
HEADING, LINKS = 3.0, -3.0
# A line that nothing is known of: seven of them end a run that one heading began.
UNKNOWN = -0.4
# Furniture that recurs so often between sentences is a watermark, not an edge.
WATERMARK = 3
# A value on the line below its key is shorter than this.
LONGEST_VALUE = 60
# What opens the rest of a sentence, what cannot end one, what pieces of one may look like.
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
# What each kind of furniture is against a body: nothing where it may stand in one (a blank, a page's number, an
# addressee), a letter's parts a little, what only a site prints so much that no sentence makes up for it.
WEIGHTS = {
    "blank": 0.0, "debris": 0.0, "page number": 0.0, "figure": 0.0, "value": -0.5, "date": -1.0, "tool": -1.0, "widget": -2.0,
    "metadata": -4.0, "breadcrumb": -8.0, "addressee": 0.0, "number": -1.0, "letterhead": -1.0, "signer": 0.0, "copies": -4.0,
    "printed": -8.0, "release": -2.0, "contact": 0.0, "attached": -1.0, "footer": -8.0, "dialog": -8.0, "clock": -4.0,
    "search": -6.0, "tail link": -8.0, "key": -1.0, "delivery": 0.0, "watermark": 0.0, "menu": -3.0, "caption": -1.0,
}  # fmt: skip


class Weighed(NamedTuple):
    """A line: its squeezed text, what `role` says of it, is it a sentence, has it a heading's
    number."""

    line: Line
    bare: str
    role: str | None
    prose: bool
    heading: bool
    weight: float


def weigh_all(lines: Sequence[Line]) -> list[Weighed]:
    """All lines weighed in the light of each other: a value below its key, a watermark that
    recurs."""
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
    """Make pieces of a sentence prose again: what a line that begins with a comma continues is no
    title."""
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
    """May it be the value of the key above? Words are where another key follows; else a title may
    be."""
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
        return Weighed(
            line, bare, None, True, numbered, SENTENCE + min(signs, HEAVIEST) / SIGNS_A_POINT * (1 - line.linked)
        )
    if numbered:
        return Weighed(line, bare, None, False, True, HEADING)
    return Weighed(line, bare, None, False, False, LINKS if line.linked >= MOSTLY_LINKED else UNKNOWN)


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
