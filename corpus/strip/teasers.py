"""Boxes of teasers: a linked headline with the beginning of its text, or that with a link 查看详情 below
it, again and again.

Ten of them outweigh a short report. A headline and its summary alone are told from text by coming
again in elements of the same name; flattened text has no elements, and keeps what it has. A headline
that is no link counts beside the element only in which the report's chapters stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from corpus.line.weight import MOSTLY_LINKED, Weighed
from corpus.strip.container import shared_path
from corpus.text.han import han
from corpus.text.numbering import CHINESE, PART, number_of

# So many in a row make a box; rejects a paragraph under a linked heading.
FEWEST = 3
# A teaser has so many sentences' lines at most.
LONGEST = 2
# A headline has so many Chinese characters at least; rejects [详细].
SHORTEST_HEADLINE = 6
# What a teaser weighs: as much against a body as a menu's entry.
WEIGHT = -3.0


# Of a single paragraph: no container.
ELEMENTS: Final = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "span", "strong", "b", "font", "em", "u"])
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
    rows = [*_rows(weighed, _linked(weighed)), *_rows(weighed, _unlinked(weighed))]
    inside = {at for row in rows if len(row) >= FEWEST for teaser in row for at in teaser.sentences}
    if not inside:
        return weighed
    return [
        line._replace(role="teaser", prose=False, heading=False, weight=WEIGHT) if at in inside else line
        for at, line in enumerate(weighed)
    ]


def _rows(weighed: Sequence[Weighed], teasers: Iterable[_Teaser]) -> list[list[_Teaser]]:
    """Teasers in the same elements with nothing between them."""
    rows: list[list[_Teaser]] = []
    for teaser in teasers:
        follows = rows and rows[-1][-1].elements == teaser.elements and _adjoin(weighed, rows[-1][-1], teaser)
        if follows:
            rows[-1].append(teaser)
        else:
            rows.append([teaser])
    return rows


def _linked(weighed: Sequence[Weighed]) -> Iterator[_Teaser]:
    """What a link stands above or below."""
    for at, line in enumerate(weighed):
        if _is_headline(line):
            yield from _teaser(weighed, at, _beside(weighed, range(at + 1, len(weighed))))
        elif _leads_on(line):
            yield from _teaser(weighed, at, _beside(weighed, range(at - 1, -1, -1))[::-1])


def _unlinked(weighed: Sequence[Weighed]) -> Iterator[_Teaser]:
    """What a headline without a link stands above, in an element of its own, beside the chapters."""
    chapters = _of_chapters(weighed)
    for at, line in enumerate(weighed if chapters else ()):
        if _is_unlinked(line, chapters):
            sentences = _beside(weighed, range(at + 1, len(weighed)))
            path = weighed[sentences[0]].line.path if sentences else line.line.path
            if path != line.line.path and path[: len(chapters)] != chapters:
                yield from _teaser(weighed, at, sentences)


def _teaser(weighed: Sequence[Weighed], at: int, sentences: tuple[int, ...]) -> Iterator[_Teaser]:
    if 0 < len(sentences) <= LONGEST:
        first, last = min(at, sentences[0]), max(at, sentences[-1])
        yield _Teaser(first, last, sentences, (weighed[at].line.path, weighed[sentences[0]].line.path))


def _leads_on(line: Weighed) -> bool:
    return bool(line.line.path) and line.line.linked >= MOSTLY_LINKED and bool(_WHOLE.fullmatch(line.bare))


def _is_headline(line: Weighed) -> bool:
    """A link's words, and no numbered heading that happens to be one."""
    linked = bool(line.line.path) and line.line.linked >= MOSTLY_LINKED
    return linked and han(line.line.text) >= SHORTEST_HEADLINE and number_of(line.line.text) is None


def _of_chapters(weighed: Sequence[Weighed]) -> tuple[str, ...]:
    """The containers which all chapters of a page share, if they count from one; () where they do not
    tell."""
    headings = [line for line in weighed if line.heading and line.line.path]
    found = [(number, line) for line in headings if (number := number_of(line.line.text))]
    chapters = [(number.value, line) for number, line in found if number.family in (CHINESE, PART)]
    if not {1, 2} <= {value for value, _ in chapters}:
        return ()
    path = shared_path([line._replace(prose=True) for _, line in chapters])
    while path and re.split(r"[.#]", path[-1])[0] in ELEMENTS:
        path = path[:-1]
    return path


def _is_unlinked(line: Weighed, chapters: tuple[str, ...]) -> bool:
    """Words that may be a headline, beside the containers of the chapters."""
    if line.prose or line.heading or line.role is not None or not line.line.path:
        return False
    return line.line.path[: len(chapters)] != chapters and han(line.line.text) >= SHORTEST_HEADLINE


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
