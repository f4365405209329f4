"""Addresses that stand in scripts: `window.open('…')`, `location.href = '…'`, handlers of clicks,
links that a script writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from corpus.crawl.ways.document import Document, parsed

HANDLERS = ("onclick", "onchange", "onmousedown", "ondblclick")
DATA_ATTRIBUTES = ("data-url", "data-href", "data-link", "_href", "data-src-url")
# A script longer than this is a library.
LONGEST_SCRIPT = 200_000

_QUOTED = r"\s*(?P<quote>['\"])(?P<to>[^'\"\s<>]{2,500})(?P=quote)\s*(?P<more>\+)?"
_GOES = re.compile(rf"(?:\.open\(|\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:replace|assign)\(){_QUOTED}")
_STRING = re.compile(r"(?P<quote>['\"])(?P<to>[^'\"\s<>]{2,500})(?P=quote)")
# What is an address and no other string: it has a slash, or ends as pages do.
_ADDRESS = re.compile(
    r"(?:https?:/)?\.{0,2}/|[\w./%-]+\.(?:s?html?|jsp|jhtml|php|aspx?|do|action|pdf|docx?)(?:[?#].*)?$|[\w%-]+/[\w./%-]+"
)
_ANCHORS = re.compile(r"<a\s[^>]{0,600}?href[^>]{0,600}>.{0,400}?<\\?/a>", re.IGNORECASE | re.DOTALL)


def in_handlers(document: Document) -> Iterator[tuple[str, etree._Element]]:
    """Addresses in handlers, in `javascript:` links and in attributes of data, with the elements that
    hold them."""
    for node in document.tree.iter(etree.Element):
        code = [node.get(name) for name in HANDLERS]
        href = node.get("href") or ""
        if href.lstrip().lower().startswith("javascript:"):
            code.append(href)
        for text in filter(None, code):
            yield from ((found["to"], node) for found in _STRING.finditer(text) if _ADDRESS.match(found["to"]))
        yield from ((to, node) for name in DATA_ATTRIBUTES if (to := node.get(name)))


def jumps(document: Document) -> Iterator[str]:
    """Where the page's own scripts send the reader; an address put together from parts is left
    out."""
    for script in document.scripts():
        for found in _GOES.finditer(script[:LONGEST_SCRIPT]):
            if not found["more"] and _ADDRESS.match(found["to"]):
                yield found["to"]


def written_links(texts: list[str]) -> Iterator[etree._Element]:
    """Links inside scripts and data: `document.write('<a …>')`, records of a data store."""
    for text in texts:
        for found in _ANCHORS.finditer(text[: 10 * LONGEST_SCRIPT]):
            tree = parsed(found[0].replace('\\"', '"').replace("\\'", "'").replace("\\/", "/"))
            yield from tree.iter("a") if tree is not None else ()
