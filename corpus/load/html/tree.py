"""HTML source to a tree of lxml, thinned first.

A tree of Beautiful Soup takes four times as long to build and to walk, so it is made only where
tables are read cell by cell (`corpus.load.html.tables.grids_of`).
"""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from lxml import etree

from corpus.load.bounds import check_source, check_thinned
from corpus.load.html.thin import thinned

# XHTML is read as HTML, and a short page is no file's name: what the library says of that is no
# news to who adds pages.
for _news in (XMLParsedAsHTMLWarning, MarkupResemblesLocatorWarning):
    warnings.filterwarnings("ignore", category=_news)


def source_of(text: str) -> str:
    """The page's source with little else than words and blocks. Raises LoadError where there is too
    much markup."""
    check_source(text)
    source = thinned(text)
    check_thinned(source)
    return source


def tree_of(source: str) -> etree._Element:
    """The tree of thinned source, without comments; an empty one where nothing is in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        parser.feed(source.encode("utf-8", "replace"))
        root = parser.close()
    except etree.LxmlError:
        root = None
    if root is None:
        return etree.Element("html")
    for behind in list(root.itersiblings()):  # a second <html>, where the first one broke
        root.append(behind)
    return root


def soup_of(source: str) -> BeautifulSoup:
    """The same as a tree of Beautiful Soup."""
    return BeautifulSoup(source, "lxml", multi_valued_attributes=None)
