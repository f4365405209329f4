"""HTML source to a tree of Beautiful Soup, by the shortest way: building the tree is the largest
part of reading a page.

lxml parses in a tenth of the time that the tree's objects take. So the source is thinned first,
name spaces and what only writing a tree needs are left away, and garbage is collected behind the
page, not while its tree grows.
"""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import AttributeDict, Tag

from corpus.load.bounds import check_source, check_thinned
from corpus.load.html.thin import thinned

# XHTML is read as HTML, and a short page is no file's name: what the library says of that is no
# news to who adds pages.
for _news in (XMLParsedAsHTMLWarning, MarkupResemblesLocatorWarning):
    warnings.filterwarnings("ignore", category=_news)


class _Builder(LXMLTreeBuilder):
    """HTML has no name spaces, and this tree is only read."""

    def start(self, tag: str | bytes, attrib: Mapping[str, str], nsmap: object = None) -> None:  # type: ignore[override]  # noqa: ARG002
        self.soup.handle_starttag(tag, None, None, attrib)  # type: ignore[union-attr, arg-type]

    def end(self, name: str | bytes) -> None:
        self.soup.endData()  # type: ignore[union-attr]
        self.soup.handle_endtag(name)  # type: ignore[union-attr, arg-type]

    def set_up_substitutions(self, tag: Tag) -> bool:  # noqa: ARG002
        return False


@contextmanager
def tree_of(text: str) -> Iterator[BeautifulSoup]:
    """The tree of a page, while it is read. Raises LoadError where there is too much markup."""
    check_source(text)
    source = thinned(text)
    check_thinned(source)
    was = gc.isenabled()
    gc.disable()
    try:
        builder = _Builder(multi_valued_attributes=None)
        builder.attribute_dict_class = AttributeDict
        yield BeautifulSoup(source, builder=builder)
    finally:
        if was:
            gc.enable()
