"""Where a page's body is: the heaviest run of lines.

A notice in full sentences above the menu costs more than it brings, and tables between two chapters
cost less than the second chapter brings. Needs no list of sites. Rejected: the densest single node
(loses bodies spread over siblings, and flattened text has no nodes), the longest node (a page-wide
layout table).
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.line.weight import MOSTLY_LINKED, Weighed
from corpus.text.numbering import CHINESE, number_of

# Unknown lines in a row together weigh no more against a body: a flattened table has hundreds.
LONGEST_TABLE = -8.0
# Rows with several cells weigh less: a chapter of a heading and one short sentence outweighs them.
LONGEST_ROWS = -3.0
# A chapter that the count lacks is looked for so many lines off.
FARTHEST = 600


def body_span(weighed: Sequence[Weighed]) -> tuple[int, int] | None:
    """First line and line after the last of the heaviest run; None where nothing is a body."""
    best, best_span = 0.0, None
    total, start, run = 0.0, 0, 0.0
    for index, line in enumerate(weighed):
        if total <= 0:
            total, start, run = 0.0, index, 0.0
        silent = line.role is None and line.weight < 0 and line.line.linked < MOSTLY_LINKED
        run = run + line.weight if silent else 0.0 if line.weight > 0 else run
        least = LONGEST_ROWS if "\t" in line.line.text else LONGEST_TABLE
        total += line.weight if not silent or run > least else 0.0
        if total > best:
            best, best_span = total, (start, index + 1)
    if best_span is None or not any(line.prose for line in weighed[slice(*best_span)]):
        return None
    return _counted(weighed, *best_span)


def _counted(weighed: Sequence[Weighed], start: int, end: int) -> tuple[int, int]:
    """The span with chapters its count lacks at either end: long tables put them far off."""
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
