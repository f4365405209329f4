"""A table of contents at the head of a body: headings in a row, all of which come again below.

Taken for headings they would make a second, empty outline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text.fold import squeeze
from corpus.text.numbering import number_of

# So many headings in a row, and such a share that comes again, make a table of contents.
FEWEST_UNNAMED, SHARE_AGAIN = 4, 0.8
# Under the name of one so many are enough.
FEWEST_NAMED = 2
# Longer lines are sections, not entries.
LONGEST_ENTRY = 60

_NAME = re.compile(r"(?:[文本正]?[文章]|内容|报告)?(?:目录|导航|导读|大纲)|contents")
# The dots and the page number behind an entry.
_PAGE = re.compile(r"[.·…\-_\s]*\d{0,3}$")


def contents_at(body: Sequence[str]) -> tuple[int, int]:
    """First line of the table of contents and line after it; (0, 0) where there is none.

    >>> contents_at(["目 录", "一、甲", "二、乙", "三、丙", "四、丁", "一、甲", "文。", "二、乙", "三、丙", "四、丁"])
    (0, 5)
    """
    named = next(
        (at for at, line in enumerate(body[:FEWEST_UNNAMED]) if _NAME.fullmatch(squeeze(line).lstrip("#-*"))), None
    )
    first = 0 if named is None else named + 1
    last = first
    while (
        last < len(body) and len(body[last]) <= LONGEST_ENTRY and number_of(body[last]) and "。" not in body[last][:-1]
    ):
        last += 1
    entries = [_entry(line) for line in body[first:last]]
    again = next((at for at in range(1, len(entries)) if entries[at] == entries[0]), len(entries))
    entries = entries[:again]
    below = {_entry(line) for line in body[first + again :] if len(line) <= LONGEST_ENTRY}
    if len(entries) < (FEWEST_UNNAMED if named is None else FEWEST_NAMED) or sum(
        entry in below for entry in entries
    ) < SHARE_AGAIN * len(entries):
        return 0, 0
    return (first if named is None else named), first + again


def _entry(line: str) -> str:
    return _PAGE.sub("", squeeze(line).rstrip("。;:"))
