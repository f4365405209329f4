"""A report as text taken out of a PDF: every printed line a line, paragraphs known by their indents
alone.

Page numbers stand between lines, the title is centred on two lines, number and signer share one. No
character is misread.
"""

from __future__ import annotations

from corpus.sample.draft import Draft
from corpus.sample.scan import WIDTH, printed_lines, width_of

LINES = 24  # on a page
COLUMNS = 2 * WIDTH  # a Han character takes two
INDENT = "    "


def printed_out(draft: Draft) -> bytes:
    """The whole page as UTF-8 text."""
    title = draft.header["title"]
    middle = len(title) // 2
    opening = [*draft.front[:-1], "", title[:middle], title[middle:], "", draft.front[-1]]
    lines = [*map(_centred, opening[:-1]), opening[-1]]
    for paragraph in draft.paragraphs:
        first, *rest = printed_lines(paragraph.text)
        lines += [INDENT + first, *rest]
    lines += ["", *(" " * (COLUMNS - _columns(line)) + line for line in draft.back)]
    return ("\n".join(_paged(lines)) + "\n").encode()


def _centred(line: str) -> str:
    return " " * ((COLUMNS - _columns(line)) // 2) + line if line else ""


def _columns(line: str) -> int:
    return int(2 * width_of(line))


def _paged(lines: list[str]) -> list[str]:
    paged = []
    for page, start in enumerate(range(0, len(lines), LINES), 1):
        paged += [*lines[start : start + LINES], "", f"— {page} —".center(COLUMNS).rstrip(), ""]
    return paged[:-1]
