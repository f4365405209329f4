"""发布机构, 来源 and their like: the organs a page's own small print names, with or without a colon,
in cells of a table, or with the value on the line below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.gazetteer.organs import ending
from corpus.name.printed import flat, is_name
from corpus.text.script import simplified

# The words for whoever publishes; of the second kind only before a colon or in a cell, for sentences have them too.
PUBLISHER = r"(?:信息)?(?:发布|发文|制发|公开|公布|编制|责任|所属)(?:责任)?(?:机构|单位|机关|部门)"
ORIGIN = r"(?:信息|文章|稿件|内容)?来源"
PUBLISHED_BY, CAME_FROM = "发布机构", "来源"  # one word each for the many that pages have
LABEL = re.compile(rf"(?:{PUBLISHER}|{ORIGIN})")
PUBLISHES = re.compile(PUBLISHER)
INLINE = re.compile(rf"({PUBLISHER}|{ORIGIN})\s*[】\]]?\s*[:：|]\s*[|]?\s*([^\s|:：，,。]{{2,40}})")
SPACED = re.compile(rf"{PUBLISHER}\s+([^\s|:：，,。]{{2,40}})")
CELLS = re.compile(r"[\t|]")
AROUND = " \u3000\xa0:：【】[]()（）•·-"
ORG_END = re.compile(ending("named") + "$")
ANY = re.compile("[构構位关關门門源]")  # with which a label ends
LONGEST, LONGEST_LABEL = 300, 20  # characters of a line of small print, and of a label, spaces included
SHORTEST = 4  # characters of an organ's name: 办公室 says nothing


def sources(lines: Sequence[str]) -> list[tuple[str, str]]:
    """(label, organ) in order, each once; values that are no organ's name are left out."""
    near = [line for line in lines if len(line) <= LONGEST]
    found = (pair for pairs in (_in_lines(near), _below(near)) for pair in pairs)
    return [pair for pair in dict.fromkeys(found) if _is_organ(pair[1])]


def _in_lines(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if not ANY.search(line):
            continue
        plain = simplified(line)
        yield from ((_kind(label), value) for label, value in INLINE.findall(plain))
        cells = [cell.strip(AROUND) for cell in CELLS.split(plain)]
        yield from ((_kind(label), value) for label, value in pairwise(cells) if _label(label))
        yield from ((PUBLISHED_BY, value) for value in SPACED.findall(plain))


def _below(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A label on a line of its own, and the line below it."""
    written = [line.strip(AROUND) for line in lines if line.strip()]
    return (
        (_kind(one), simplified(other))
        for one, other in pairwise(written)
        if len(one) <= LONGEST_LABEL and ANY.search(one) and _label(one)
    )


def _kind(label: str) -> str:
    return PUBLISHED_BY if PUBLISHES.fullmatch(_closed(label)) else CAME_FROM


def _closed(label: str) -> str:
    return re.sub(r"\s+", "", label)


def _label(text: str) -> bool:
    return bool(LABEL.fullmatch(simplified(_closed(text))))


def _is_organ(name: str) -> bool:
    return len(name) >= SHORTEST and is_name(flat(name)) and bool(ORG_END.search(flat(name)))
