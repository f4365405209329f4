"""Boxes of teasers: a linked headline with the beginning of its text, or that with a link 查看详情 below
it, again and again.

Ten of them outweigh a short report. A headline and its summary alone are told from text by coming
again in elements of the same name; flattened text has no elements, and keeps what it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.line.weight import MOSTLY_LINKED, Weighed
from corpus.text.han import han
from corpus.text.numbering import number_of

# So many in a row make a box; rejects a paragraph under a linked heading.
FEWEST = 3
# A teaser has so many sentences' lines at most.
LONGEST = 2
# A headline has so many Chinese characters at least; rejects [详细].
SHORTEST_HEADLINE = 6
# What a teaser weighs: as much against a body as a menu's entry.
WEIGHT = -3.0


# What leads from the beginning of a text to the whole.
_WHOLE: Final = re.compile(r"[\[【(（]?(?:点击)?(?:查看|阅读|了解)?(?:详情|详细|更多|全文|原文|内容)[\])】）>»…]*")


class _Teaser(NamedTuple):
    """The lines it takes, from first to last, where its sentences stand, and the elements of link and
    sentences."""

    first: int
    last: int
    sentences: tuple[int, ...]
    elements: tuple[tuple[str, ...], tuple[str, ...]]


def without_teasers(weighed: Sequence[Weighed]) -> Sequence[Weighed]:
    """The lines, sentences of teasers being none of a body."""
    rows: list[list[_Teaser]] = []
    for teaser in _teasers(weighed):
        follows = rows and rows[-1][-1].elements == teaser.elements and _adjoin(weighed, rows[-1][-1], teaser)
        if follows:
            rows[-1].append(teaser)
        else:
            rows.append([teaser])
    inside = {at for row in rows if len(row) >= FEWEST for teaser in row for at in teaser.sentences}
    if not inside:
        return weighed
    return [
        line._replace(role="teaser", prose=False, heading=False, weight=WEIGHT) if at in inside else line
        for at, line in enumerate(weighed)
    ]


def _teasers(weighed: Sequence[Weighed]) -> Iterator[_Teaser]:
    for at, line in enumerate(weighed):
        if _is_headline(line):
            sentences = _beside(weighed, range(at + 1, len(weighed)))
        elif _leads_on(line):
            sentences = _beside(weighed, range(at - 1, -1, -1))[::-1]
        else:
            continue
        if 0 < len(sentences) <= LONGEST:
            first, last = min(at, sentences[0]), max(at, sentences[-1])
            yield _Teaser(first, last, sentences, (line.line.path, weighed[sentences[0]].line.path))


def _leads_on(line: Weighed) -> bool:
    return bool(line.line.path) and line.line.linked >= MOSTLY_LINKED and bool(_WHOLE.fullmatch(line.bare))


def _is_headline(line: Weighed) -> bool:
    """A link's words, and no numbered heading that happens to be one."""
    linked = bool(line.line.path) and line.line.linked >= MOSTLY_LINKED
    return linked and han(line.line.text) >= SHORTEST_HEADLINE and number_of(line.line.text) is None


def _beside(weighed: Sequence[Weighed], lines: range) -> tuple[int, ...]:
    """The sentences next to a link, in elements of one name."""
    found: list[int] = []
    for at in lines:
        line = weighed[at]
        if line.line.linked >= MOSTLY_LINKED or (found and line.line.path != weighed[found[0]].line.path):
            break
        if line.prose:
            found.append(at)
        elif line.heading or len(found) > LONGEST:
            break
    return tuple(found)


def _adjoin(weighed: Sequence[Weighed], above: _Teaser, below: _Teaser) -> bool:
    """Stands nothing between two teasers that could be text?"""
    between = weighed[above.last + 1 : below.first]
    return not any(line.prose or line.heading for line in between)
