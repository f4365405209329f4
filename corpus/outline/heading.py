"""The words of a heading: where they end in a paragraph that goes on behind them.

A heading ends at its mark, or, where a page was glued together, at a colon, a gap, or at 一是.
"""

from __future__ import annotations

import re

from corpus.text.numbering import Number

# A heading's words before a colon or a gap; rejects a sentence that quotes somebody.
LONGEST_RUN_IN = 30
# It has more characters than this before the mark; rejects 一是：, 其中：.
SHORTEST_RUN_IN = 3

# What opens a sentence behind a heading that a glued page left without its line break.
_OPENER = re.compile(
    r"[一首]是|首先|第一[,，、]|(?:19|20)\d\d年|今年|近年|[全我][市区县镇局委年乡办]|根据|按照|为(?:了|深入|进一步|切实)?|[（(]一[)）]|截[至止]|坚持"
)
# A heading that runs into 一是… without any mark.
_FIRST = re.compile(r"(?<=[\u4e00-\u9fff])一是(?!否)")
_ENDS = "。；;！!？?"
_GAP = re.compile(r"(?<=[\u4e00-\u9fff])[\s\u3000]+(?=\S)")
_OPEN, _CLOSE = "《〈“‘「『（(【〔[", "》〉”’」』）)】〕]"
CLOSING = " 　\t。；;：:，,、．.!！?？"


def heading_of(paragraph: str, number: Number) -> str:
    """The words of a heading: up to its end mark outside of brackets and quotes, without closing
    marks.

    >>> from corpus.text.numbering import number_of
    >>> heading_of("(三)深化改革,提升效能。一是…", number_of("(三)深化改革,提升效能。一是…"))
    '深化改革,提升效能'
    """
    words = paragraph[number.end :]
    end = _end_mark(words)
    head = words if end is None else words[:end]
    cut = _run_in(head, len(words) - len(head))
    if cut is not None:
        head = head[:cut]
    return head.strip().rstrip(CLOSING).rstrip("*")


def _run_in(head: str, rest: int) -> int | None:
    """Where a heading ends before its end mark: at a colon, or at a gap where a page was glued into
    one line.

    `rest` is the length of the paragraph behind `head`; so much must follow that it cannot all be
    heading.
    """
    first = _FIRST.search(head)
    if first and 1 < first.start() <= LONGEST_RUN_IN:
        return first.start()
    for mark in (re.search(r"[：:]", head), _GAP.search(head)):
        if mark is None or not SHORTEST_RUN_IN < mark.start() <= LONGEST_RUN_IN:
            continue
        colon = mark[0] in "：:"
        if not colon and _OPENER.match(head, mark.end()):
            return mark.start()
        if len(head) - mark.start() + rest > LONGEST_RUN_IN and (colon or len(head) > 2 * LONGEST_RUN_IN):
            return mark.start()
    return None


def _end_mark(words: str) -> int | None:
    """Offset of the first end mark that no open bracket or quote holds; of any, where brackets do
    not close."""
    depth, first = 0, None
    for at, sign in enumerate(words):
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif sign in _ENDS:
            first = at if first is None else first
            if not depth:
                return at
    return first
