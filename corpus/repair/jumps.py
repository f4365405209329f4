"""A newspaper's jumps: （下转第四版）（紧接第一版） where a page of the paper ends inside a text, which is one
sentence without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records import Trace
from corpus.text.numerals import COUNTING

_VERB = r"(?:下\s*[转轉]|上\s*接|[紧緊]\s*接|文\s*[接转轉])\s*(?:自|至|到)?"
_PAGE: Final = rf"{_VERB}\s*第?\s*(?:[A-Za-z]?\d{{1,2}}|[{COUNTING}]{{1,3}})\s*版"
_INSIDE: Final = re.compile(rf"\s*[（(【\[]\s*{_PAGE}[^（）()\n]{{0,10}}[）)】\]]\s*")
_ALONE: Final = re.compile(rf"[▲▼△▽◆◇■□→←↑↓>》\s]*{_PAGE}[▲▼△▽◆◇■□→←↑↓<《\s]*")


def without_jumps(lines: Sequence[str], traces: list[Trace]) -> tuple[list[str], set[int]]:
    """The lines without jumps, empty where nothing is left, and the positions of those that may go
    on with what stands above."""
    kept: list[str] = []
    resumed: set[int] = set()
    jumped = False
    for at, line in enumerate(lines):
        bare = "" if _ALONE.fullmatch(line) else _INSIDE.sub("", line)
        if bare != line:
            traces.append(Trace("newspaper jump", line.strip(), bare.strip()))
        if bare.strip() and (jumped or (bare != line and _INSIDE.match(line))):
            resumed.add(at)
        jumped = _ends_in_jump(line) or (jumped and not bare.strip())
        kept.append(bare)
    return kept, resumed


def _ends_in_jump(line: str) -> bool:
    ends = [match.end() for match in _INSIDE.finditer(line)]
    return bool(_ALONE.fullmatch(line)) or ends[-1:] == [len(line)]
