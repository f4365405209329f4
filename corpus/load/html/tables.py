"""Which tables of a page hold data, and which only lay it out.

Sites of the 2000s put the whole page into nested tables; taken for data, an article becomes one
row. A table is data when nothing is nested in it, its cells are short and some row has two of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag
from lxml import etree

from corpus.form.recognised import may_hold
from corpus.grid import Box, Grid
from corpus.load.html.thin import SIGNS

# A cell of data has at most so many characters and so many blocks; an article's cell has more of
# both.
LONGEST_CELL, MOST_BLOCKS = 600, 6
# A cell that spans more is a mistake; the national form has fifteen columns and thirty rows.
MOST_SPANNED = 100


@dataclass(slots=True)
class _Table:
    nested: bool = False
    cells: int = 0
    pairs: int = 0  # rows of two cells and more
    characters: int = 0
    blocks: int = 0
    article: bool = False

    def end_cell(self) -> None:
        self.article |= self.characters > LONGEST_CELL or self.blocks > MOST_BLOCKS
        self.characters = self.blocks = 0

    @property
    def is_data(self) -> bool:
        return not self.nested and not self.article and self.pairs > 0


def data_tables(root: etree._Element) -> frozenset[etree._Element]:
    """The table tags that hold data, in one walk over the page."""
    found: set[etree._Element] = set()
    open_tables: list[_Table] = []
    for event, tag in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            _enter(tag.tag, open_tables)
        else:
            _leave(tag, open_tables, found)
        text = tag.text if event == "start" else tag.tail
        if open_tables and text:
            open_tables[-1].characters += len(text.strip())
    return frozenset(found)


def _enter(name: str, open_tables: list[_Table]) -> None:
    if name == "table":
        if open_tables:
            open_tables[-1].nested = True
        open_tables.append(_Table())
    elif open_tables and name == "tr":
        open_tables[-1].cells = 0
    elif open_tables and name in ("td", "th"):
        open_tables[-1].characters = open_tables[-1].blocks = 0
        open_tables[-1].cells += 1
        open_tables[-1].pairs += open_tables[-1].cells == 2
    elif open_tables and name in ("p", "div", "ul", "h1", "h2", "h3"):
        open_tables[-1].blocks += 1


def _leave(tag: etree._Element, open_tables: list[_Table], found: set[etree._Element]) -> None:
    if not open_tables:
        return
    if tag.tag in ("td", "th"):
        open_tables[-1].end_cell()
    elif tag.tag == "table":
        table = open_tables.pop()
        if table.is_data:
            found.add(tag)


def grids_of(soup: BeautifulSoup) -> Iterator[Grid]:
    """The page's tables that may be of the national form, their cells with what they span."""
    for table in soup.find_all("table"):
        if table.find("table") is None and may_hold(table.get_text()):
            yield _grid(table)


def _grid(table: Tag) -> Grid:
    boxes: list[Box] = []
    taken: set[tuple[int, int]] = set()
    for row, tag in enumerate(table.find_all("tr")):
        column = 0
        for cell in tag.find_all(("td", "th"), recursive=False):
            while (row, column) in taken:
                column += 1
            high, wide = _span(cell, "rowspan"), _span(cell, "colspan")
            boxes.append(Box(row, column, high, wide, "".join(SIGNS.sub("", cell.get_text()).split())))
            taken.update((row + down, column + right) for down in range(high) for right in range(wide))
            column += wide
    return tuple(sorted(boxes))


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name) or "1").strip()
    return min(max(int(written), 1), MOST_SPANNED) if written.isdecimal() else 1
