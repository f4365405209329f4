"""HTML to the lines a reader of the page would see, each with its block, its containers and its
share of links.

Normalised first, for real pages need it: stray </html> and </body> go (libxml2 hangs everything
behind them outside the body), hidden nodes go, layout tables are blocks, data tables are one line a
row (cells separated by a tab), line breaks inside text fold away, inline nodes join without a space
(digits stand in their own <font>), <br> breaks a line. Nothing here recurses: ten thousand nested
tags are a page too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from corpus.form.recognised import may_hold
from corpus.load.html.tables import grids_of
from corpus.load.html.tags import LONGEST_TRACE
from corpus.load.html.thin import SIGNS
from corpus.load.html.tree import soup_of, source_of, tree_of
from corpus.load.html.walk import Reader
from corpus.records import Line, Loaded, Trace

# If hiding leaves less text than this and hides so many times more, scripts show the text later:
# then it is read.
LEAST_SHOWN, MORE_HIDDEN = 200, 4
LEAST_SENTENCES = LEAST_SHOWN // 4  # characters of sentences that are shown in any case
MOSTLY_LINKS = 0.5  # of its characters: such a line is a menu, whatever marks it has


def lines_of(text: str, encoding: str) -> Loaded:
    """A page's HTML as lines, with its meta tags and title. Raises LoadError where there are too
    many tags."""
    source = source_of(text)
    read = _read(tree_of(source), encoding)
    if not may_hold("".join(line.text for line in read.lines)):
        return read
    return replace(read, grids=tuple(grids_of(soup_of(source))))


def _read(root: etree._Element, encoding: str) -> Loaded:
    reader = Reader(root, skip_hidden=True)
    lines, hidden = reader.read()
    if hidden and (shown := sentences(lines)) < LEAST_SHOWN:
        everything, _ = Reader(root, skip_hidden=False).read()
        if sentences(everything) > MORE_HIDDEN * (shown + LEAST_SENTENCES):
            lines, hidden = everything, []
    traces = tuple(Trace("hidden", bare[:LONGEST_TRACE]) for what in hidden if (bare := SIGNS.sub("", what)))
    return Loaded("html", tuple(lines), _meta(root, reader.metas), _title(root), encoding, traces)


def _title(root: etree._Element) -> str | None:
    """What the first title tag says, on one line."""
    tag = next(root.iter("title"), None)
    return None if tag is None else " ".join("".join(map(str, tag.itertext())).split()) or None


def sentences(lines: Sequence[Line]) -> int:
    """Characters of the lines that are sentences: menus do not make up for a body that scripts show
    later."""
    return sum(len(line.text) for line in lines if "。" in line.text and line.linked < MOSTLY_LINKS)


def _meta(root: etree._Element, stray: list[etree._Element]) -> dict[str, str]:
    """Meta tags by lower-case name, the first that is not empty; `stray` ones stand outside of the
    head."""
    meta: dict[str, str] = {}
    head = next(root.iter("head"), None)
    for tag in (*(head.iter("meta") if head is not None else ()), *stray):
        name = (tag.get("name") or tag.get("property") or "").strip().lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            meta.setdefault(name, content)
    return meta
