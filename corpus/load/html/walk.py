"""One walk over a page's tree: text gathers in the line at hand until a block or a <br> ends it.

Hidden nodes are passed over, a row of a data table is one line, a link counts only if it leads
somewhere. Nothing here recurses: ten thousand nested tags are a page too.
"""

from __future__ import annotations

import re

from lxml import etree

from corpus.load.html.tables import data_tables
from corpus.load.html.tags import BLOCKS, NEVER_SHOWN, beginning, cells, is_hidden, is_link, keeps_breaks, name_of
from corpus.load.html.thin import BREAK, LINK, LINK_END, SIGNS
from corpus.records import Line

# Containers deeper than this are not told apart; keeps the paths of ten thousand nested tags
# bounded.
DEEPEST_PATH = 40
_SPACES = re.compile(r"[ \t\r]+")
# A line break between two Latin words is a space, elsewhere nothing: Word breaks lines inside
# Chinese words.
_BREAK_IN_LATIN = re.compile(r"(?<=[A-Za-z0-9]) ?\n[^\S\t]*(?=[A-Za-z0-9])")
_BREAK = re.compile(r" ?\n[^\S\t]*")


class Reader:
    """One walk over a page: text gathers in the line at hand until a block or a <br> ends it."""

    def __init__(self, root: etree._Element, *, skip_hidden: bool) -> None:
        self.root, self.skip_hidden = root, skip_hidden
        self.data = data_tables(root)
        self.lines: list[Line] = []
        self.hidden: list[str] = []
        self.metas: list[etree._Element] = []  # those outside of the head, where markup breaks
        self.texts: list[str] = []
        self.linked = self.links = 0
        self.kept = 0  # elements around that keep the source's line breaks
        self.path: list[str] = []
        self.blocks: list[str] = [""]
        self.row: etree._Element | None = None  # the row of a data table at hand: inside it nothing ends a line

    def read(self) -> tuple[list[Line], list[str]]:
        """All lines, and the beginnings of what was hidden."""
        walk, passed = etree.iterwalk(self.root, events=("start", "end")), None
        for event, tag in walk:
            if event == "start":
                if self._enter(tag):
                    self._say(tag.text)
                else:
                    walk.skip_subtree()
                    passed = tag
                continue
            if tag is not passed:
                self._leave(tag)
            self._say(tag.tail)
        self._flush()
        return self.lines, self.hidden

    def _say(self, text: str | None) -> None:
        """Take in a text node; the signs that thinning put there open and close links and end
        lines."""
        if not text:
            return
        text = text.replace("\t", " ")
        if self.kept:
            text = text.replace("\n", BREAK)
        if not self.links and not SIGNS.search(text):
            self.texts.append(text)
            return
        for piece in SIGNS.split(text):
            if piece == LINK:
                self.links = max(1, self.links)
            elif piece == LINK_END:
                self.links = max(0, self.links - 1)
            elif piece == BREAK:
                self._end_line()
            elif piece:
                self.texts.append(piece)
                if self.links:
                    self.linked += len("".join(piece.split()))

    def _enter(self, tag: etree._Element) -> bool:
        """Open a tag; False where nothing in it is shown."""
        name, said = tag.tag, bool(tag.attrib)
        if name == "br":
            self._end_line()
            return False
        if name in NEVER_SHOWN:
            return False
        if name == "meta":
            self.metas.append(tag)
            return False
        if self.skip_hidden and said and is_hidden(tag):
            self.hidden.append(beginning(tag))
            return False
        if said or name == "pre":
            self.links += is_link(tag)
            self.kept += keeps_breaks(tag)
        if name in BLOCKS:
            self._enter_block(tag)
        return True

    def _enter_block(self, tag: etree._Element) -> None:
        if self.row is not None:
            self.texts.append("\t" if tag.tag in ("td", "th") else "\n")
            return
        self._flush()
        self.blocks.append(tag.tag)
        self.path.append(name_of(tag))
        if tag.tag == "tr" and cells(tag) > 1 and next(tag.iterancestors("table"), None) in self.data:
            self.row = tag

    def _leave(self, tag: etree._Element) -> None:
        if tag.attrib or tag.tag == "pre":
            self.links -= is_link(tag)
            self.kept -= keeps_breaks(tag)
        if tag.tag not in BLOCKS or (self.row is not None and tag is not self.row):
            return
        self.row = None
        self._flush()
        self.path.pop()
        self.blocks.pop()

    def _end_line(self) -> None:
        if self.row is not None:
            self.texts.append("\n")
        else:
            self._flush()

    def _flush(self) -> None:
        if not self.texts:
            return
        text = _folded("".join(self.texts))
        if text:
            share = round(min(1.0, self.linked / len("".join(text.split()))), 3) if self.linked else 0.0
            self.lines.append(Line(text, self.blocks[-1], tuple(self.path[:DEEPEST_PATH]), share))
        self.texts, self.linked = [], 0


def _folded(text: str) -> str:
    """White space as a browser shows it, but without spaces where source lines break inside Chinese
    text.

    >>> _folded("认\\n  真履行 GDP\\n2015 ")
    '认真履行 GDP 2015'
    """
    text = (
        _SPACES.sub(" ", text) if "\t" not in text else "\t".join(_SPACES.sub(" ", cell) for cell in text.split("\t"))
    )
    text = _BREAK.sub("", _BREAK_IN_LATIN.sub(" ", text)) if "\n" in text else text
    return "\t".join(cell for part in text.split("\t") if (cell := part.strip()))
