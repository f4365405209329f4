"""Notes at the foot of a page: taken out of the sentence that runs on to the next page, and kept.

Told by their mark, and by smaller type or a short rule above them. The mark inside the sentence
goes too: no phrase would be found across it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Trace
from corpus.sheet.printed import Printed
from corpus.sheet.ruled import Rule

# Notes are printed in so much smaller type, or less, and are so much of a page's lines at most: an
# annex in small type is none.
SMALLER, MOST_SHARE = 0.88, 0.5
# A rule above notes is at most so much of the sheet's text wide, and so near, in heights of type.
RULE_SHARE, RULE_NEAR = 0.6, 2.5

_CIRCLED = "①-⑳⑴-⒇❶-❿"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURE = rf"[{_RAISED}]{{1,3}}|\d{{1,2}}(?=[\s.．、]\s*[^\d\s])"
_MARK = re.compile(rf"\s*([{_CIRCLED}]|[\[〔［【]\s*\d{{1,3}}\s*[\]〕］】]|{_FIGURE}|\*{{1,3}}|※|注\d*\s*[：:])")
_LISTED = re.compile(r"\s*\d{1,2}[.．、]")
_TO_RAISED = str.maketrans("0123456789", _RAISED)


def without_notes(
    lines: Sequence[Printed], rules: Sequence[Rule], size: float, receipt: list[Trace]
) -> tuple[list[Printed], list[Printed]]:
    """The lines of a page without its notes, and its notes, a printed line each; `size` is that of
    the prose."""
    start = _first_note(lines, rules, size)
    if start is None:
        return list(lines), []
    notes, kept = list(lines[start:]), list(lines[:start])
    marks = [found[1] for note in notes if (found := _MARK.match(note.text))]
    receipt.append(Trace("footnotes moved", "\n".join(note.text for note in notes)))
    for mark in marks:
        _without_mark(kept, mark, receipt)
    return kept, notes


def begins_note(text: str) -> bool:
    """Does a line of notes begin a new one?"""
    return bool(_MARK.match(text))


def _first_note(lines: Sequence[Printed], rules: Sequence[Rule], size: float) -> int | None:
    """Where the notes begin: below them stands nothing else, above them the text of the page."""
    least = len(lines) - int(MOST_SHARE * len(lines))
    ruled = (at for at in range(least, len(lines)) if _is_under_rule(lines[at], lines, rules))
    under = next((at for at in ruled if _MARK.match(lines[at].text)), None)
    if under is not None and not any(line.is_row for line in lines[under:]):
        return under
    first = None
    for at in range(len(lines) - 1, 0, -1):
        if lines[at].is_row or lines[at].size > SMALLER * size:
            break
        first = at if _is_marked(lines[at].text) else first
    above = lines[:first] if first is not None and first >= least else []
    return first if any(not line.is_row and line.size > SMALLER * size for line in above[-1:]) else None


def _is_marked(text: str) -> bool:
    """Does the line begin with a mark that is no number of a list?"""
    return bool(_MARK.match(text)) and not _LISTED.match(text)


def _is_under_rule(line: Printed, lines: Sequence[Printed], rules: Sequence[Rule]) -> bool:
    """Is a short rule right above the line, at its beginning?"""
    wide = max(other.right for other in lines) - min(other.left for other in lines)
    for left, bottom, right, _ in rules:
        short = line.size < right - left <= RULE_SHARE * wide
        near = -line.size / 2 <= bottom - line.top <= RULE_NEAR * line.size
        if short and near and abs(left - line.left) <= RULE_NEAR * line.size:
            return True
    return False


def _without_mark(lines: list[Printed], mark: str, receipt: list[Trace]) -> None:
    """Take the mark out of the text where it stands once, and cannot be a figure."""
    mark = mark.translate(_TO_RAISED) if mark.isdecimal() else mark
    holding = [at for at, line in enumerate(lines) if mark in line.text]
    if not mark.startswith("注") and len(holding) == 1 and lines[holding[0]].text.count(mark) == 1:
        line = lines[holding[0]]
        lines[holding[0]] = line._replace(text=line.text.replace(mark, ""))
        receipt.append(Trace("footnote mark", line.text, lines[holding[0]].text))
