"""The edges of a body inside its span: small pieces cut off by hard furniture, and certain
furniture between its lines.

Between the first and the last line of the body only what is certain goes (page numbers, reader's
tools, table debris, watermarks): do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.line.weight import MOSTLY_LINKED, NEAR, Weighed
from corpus.records import Trace
from corpus.strip.tail import is_signature
from corpus.text.han import han
from corpus.title.printed import Title, repeats

# A piece of text cut off by hard furniture weighs less than this share of the whole; rejects
# cutting a report in half.
SMALL_PIECE = 0.12
# Notices of a site have no longer sentences.
LONGEST_NOTICE = 80

# A body counts as there twice when so many of its sentences come again, and such a share of them.
FEWEST_TWICE, SHARE_TWICE = 3, 0.8
# The sentence by which a second copy is found has so many Chinese characters; shorter ones come
# again by themselves.
SHORTEST_TWICE = 20

# A sentence that goes on behind a page's number has so many characters; rejects captions, units.
SHORTEST_REST = 6

HARD = {"breadcrumb", "metadata", "footer", "dialog", "search", "tail link", "clock"}
# Certain wherever they stand.
CERTAIN = {"page number", "debris", "tool", "watermark"}


def trimmed(weighed: Sequence[Weighed], span: tuple[int, int]) -> tuple[int, int]:
    """The span without small pieces which hard furniture or a signature cuts off its ends."""
    start, end = span
    total = sum(max(line.weight, 0.0) for line in weighed[start:end])
    start = _trimmed_above(weighed, start, end, total)
    end = _trimmed_below(weighed, start, end, total)
    while end > start + 1 and not (weighed[end - 1].prose or weighed[end - 1].heading):
        end -= 1
    return start, end


def _trimmed_above(weighed: Sequence[Weighed], start: int, end: int, total: float) -> int:
    passed, first = 0.0, start
    for index in range(start, end):
        passed += max(weighed[index].weight, 0.0)
        if passed > SMALL_PIECE * total:
            break
        kind = weighed[index].role
        if kind == "breadcrumb" or (kind in HARD and not _holds_report(weighed[first:index])):
            first = next((at for at in range(index + 1, end) if weighed[at].prose or weighed[at].heading), first)
    return first


def _trimmed_below(weighed: Sequence[Weighed], start: int, end: int, total: float) -> int:
    passed, last = 0.0, end
    for index in range(end - 1, start, -1):
        passed += max(weighed[index].weight, 0.0)
        if passed > SMALL_PIECE * total or weighed[index].heading:
            break
        hard = weighed[index].role in HARD | {"printed"} and not _holds_report(weighed[index:last])
        if hard or _closes(weighed, index, last):
            last = index
    return last


def _holds_report(lines: Sequence[Weighed]) -> bool:
    """Has the piece a sentence too long for a notice? Then it is the report's, whatever cuts it
    off."""
    return any(line.prose and han(line.line.text) > LONGEST_NOTICE for line in lines)


def _closes(weighed: Sequence[Weighed], index: int, end: int) -> bool:
    """Is this the first line of a signature with its date?"""
    return is_signature(weighed, index) and any(
        line.role == "date" for line in weighed[index + 1 : min(index + 4, end)]
    )


def without_second_copy(weighed: Sequence[Weighed], span: tuple[int, int]) -> tuple[int, int]:
    """The span up to where it begins anew: rendered sites hold a body twice, for screens and for
    telephones."""
    start, end = span
    first = next(
        (at for at in range(start, end) if weighed[at].prose and han(weighed[at].line.text) >= SHORTEST_TWICE), end
    )
    again = next((at for at in range(first + 1, end) if weighed[at].line.text == weighed[first].line.text), None)
    if again is None:
        return span
    above = [line.line.text for line in weighed[first:again] if line.prose][: end - again]
    below = {line.line.text for line in weighed[again:end] if line.prose}
    if len(above) < FEWEST_TWICE or sum(text in below for text in above) < SHARE_TWICE * len(above):
        return span
    back = 0
    while first - back > start and weighed[first - back - 1].line.text == weighed[again - back - 1].line.text:
        back += 1
    return start, max(at for at in range(first, again - back) if weighed[at].prose or weighed[at].heading) + 1


@dataclass(slots=True)
class Inner:
    """What lies between the edges: the body's lines, what stood before each (see `Stripped.gaps`),
    letter parts moved out, traces."""

    body: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    gone: list[Trace] = field(default_factory=list)


def inner(weighed: Sequence[Weighed]) -> Inner:
    """The body's lines without certain furniture and without the letter parts that had slipped into
    it."""
    found, gap = Inner(), ""
    for index, line in enumerate(weighed):
        text = line.line.text.strip()
        if line.role == "blank" or not text:
            gap = gap or "blank"
        elif line.role == "signer":
            found.moved.append(text)
            found.gone.append(Trace("signer moved to front", line.line.text))
        elif line.role in CERTAIN or _is_loose_page_number(weighed, index) or _is_mark(line):
            found.gone.append(Trace(line.role or "watermark", line.line.text))
            gap = "page" if line.role in ("page number", "figure") else gap
        else:
            found.body.append(line.line.text.rstrip() + "\t" * line.line.text.endswith("\t"))  # a row's empty cells
            found.gaps.append(gap)
            gap = ""
    return found


def _is_loose_page_number(weighed: Sequence[Weighed], index: int) -> bool:
    """A bare number where the sentence before it is broken off."""
    line = weighed[index]
    if line.role != "figure" or not re.fullmatch(r"\d{1,3}", line.bare):
        return False
    before = next((line for line in weighed[max(0, index - NEAR) : index][::-1] if line.role != "blank"), None)
    after = next((line for line in weighed[index + 1 : index + NEAR] if line.role != "blank"), None)
    return bool(
        before
        and before.prose
        and after
        and han(after.line.text) >= SHORTEST_REST
        and not before.line.text.rstrip().endswith(tuple("。；：:;！"))
    )


def _is_mark(line: Weighed) -> bool:
    """Links of the site inside the body's element: 上一篇, a document library's address."""
    return line.role in ("tail link", "footer", "search") and (
        line.line.linked >= MOSTLY_LINKED or "www." in line.line.text
    )


def rule_of(line: Weighed, title: Title | None, otherwise: str) -> str:
    """What a dropped line's trace is called: its kind, or where it stood."""
    if title and repeats(title.text, line.line.text):
        return "repeated title"
    return line.role or otherwise
