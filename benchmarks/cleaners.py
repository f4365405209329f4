# ruff: noqa: ARG001  (one signature for all)
"""The cleaners that `cleaning.py` compares, behind one signature; peers that are not installed are
left out.

Each peer is called the way its own documentation recommends for the best article text; jusText
ships no Chinese stop words, so it runs without any, with length limits that suit Chinese.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Cleaned:
    """A page as a cleaner gives it; `titled` and `dated` say whether it looks for a title and a
    date at all."""

    paragraphs: tuple[str, ...]
    title: str | None = None
    date: str | None = None
    titled: bool = True
    dated: bool = True


def xunzhang(body: bytes, name: str, dated: bool) -> Cleaned:
    """Load, strip, repair; the date is described as for a record."""
    from corpus.describe.report import describe
    from corpus.load.page import load
    from corpus.records import Page
    from corpus.repair.paragraphs import repair
    from corpus.strip.page import strip

    page = Page(f"https://www.example.gov.cn/{name}.html", body)
    loaded = load(page)
    stripped = strip(loaded)
    paragraphs, _ = repair(stripped)
    published = describe(page, loaded, stripped, paragraphs).published if dated else None
    return Cleaned(paragraphs, stripped.title, published)


def readability(body: bytes, name: str, dated: bool) -> Cleaned:
    """readability-lxml's summary, a paragraph a block."""
    import lxml.html
    from readability import Document

    document = Document(body)
    tree = lxml.html.fromstring(document.summary())
    return Cleaned(tuple(_blocks(tree)), document.short_title(), dated=False)


def trafilatura(body: bytes, name: str, dated: bool) -> Cleaned:
    """trafilatura with tables, and its metadata."""
    import trafilatura as library

    text = library.extract(body, include_comments=False, include_tables=True) or ""
    known = library.extract_metadata(body) if dated else None
    return Cleaned(tuple(text.split("\n")), known.title if known else None, known.date if known else None)


def resiliparse(body: bytes, name: str, dated: bool) -> Cleaned:
    """resiliparse's main content, in the encoding it detects."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(bytes_to_str(body, detect_encoding(body)))
    text = extract_plain_text(tree, main_content=True, preserve_formatting=True)
    return Cleaned(tuple(re.sub(r"^\s*•\s*", "", line) for line in text.split("\n")), tree.title, dated=False)


def justext(body: bytes, name: str, dated: bool) -> Cleaned:
    """jusText without stop words."""
    import justext as library

    parts = library.justext(body, frozenset(), length_low=10, length_high=40, stopwords_low=0, stopwords_high=0)
    return Cleaned(tuple(part.text for part in parts if not part.is_boilerplate), titled=False, dated=False)


def _blocks(tree) -> list[str]:
    """The text of every block, cut at <br>."""
    blocks = {"p", "div", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "br", "tr"}
    lines, line = [], ""
    for event, element in _walk(tree):
        if element.tag in blocks:
            lines.append(line)
            line = ""
        line += (element.text if event == "start" else element.tail) or ""
    return [text.strip() for text in [*lines, line] if text.strip()]


def _walk(tree):
    import lxml.etree

    return lxml.etree.iterwalk(tree, events=("start", "end"))


_PEERS = {"readability-lxml": ("readability", readability), "trafilatura": ("trafilatura", trafilatura)}
_PEERS |= {"resiliparse": ("resiliparse", resiliparse), "jusText": ("justext", justext)}
CLEANERS: dict[str, Callable[[bytes, str, bool], Cleaned]] = {"xunzhang": xunzhang}
CLEANERS |= {name: clean for name, (module, clean) in _PEERS.items() if importlib.util.find_spec(module)}
