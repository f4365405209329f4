"""A page as its links are read: its tree, its text, and how an address in it is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from corpus.crawl.scope import written
from corpus.errors import LoadError
from corpus.identity import plain
from corpus.load.bounds import check_lines, check_source
from corpus.load.decode import UnreadableText, decode
from corpus.records import Page
from corpus.text.fold import squeeze

# What can hold no report: pictures, sound, programs, archives, tables, feeds.
_NOT_PAGES = re.compile(
    r"\.(?:jpe?g|png|gif|bmp|svg|webp|ico|css|js|rss|mp[34]|avi|wmv|flv|mov|swf|wav|zip|rar|7z|exe|apk|iso|xlsx?|et|pptx?|dps|ofd|woff2?|ttf)$",
    re.IGNORECASE,
)
_DATA_FILES = re.compile(r"\.(?:json|xml|gz)$", re.IGNORECASE)
_ELSEWHERE = ("javascript:", "mailto:", "tel:", "data:", "#", "about:")
_UNREAD = ("script", "style", "a", "head", "option", "noscript")
_WORDS = etree.XPath(f"//text()[not({' or '.join(f'ancestor::{name}' for name in _UNREAD)})]")
_FILES = (b"%PDF-", b"PK")


@dataclass(frozen=True, slots=True)
class Document:
    """An HTML page. `base` is what its relative addresses start from."""

    address: str
    base: str
    encoding: str
    text: str
    tree: etree._Element

    def target(self, href: str | None, *, data: bool = False) -> str | None:
        """The address that an attribute means; None where it is no page of the web. `data`: files of
        data are meant, too."""
        if not href or href.lstrip().lower().startswith(_ELSEWHERE):
            return None
        try:
            joined = urljoin(self.base, re.sub(r"[\t\r\n]", "", href.strip()))
            address = plain(written(joined, self.encoding))
            path = urlsplit(address).path
        except ValueError:
            return None
        if not address.startswith(("http://", "https://")) or _NOT_PAGES.search(path):
            return None
        return address if data or not _DATA_FILES.search(path) else None

    def scripts(self) -> list[str]:
        """The texts of its scripts."""
        return [node.text for node in self.tree.iter("script") if node.text]

    def words(self) -> str:
        """What a reader sees that is no link, without white space."""
        return squeeze("".join(map(str, _WORDS(self.tree))))


def parsed(text: str) -> etree._Element | None:
    """The tree of HTML, None where there is none."""
    try:
        tree: etree._Element | None = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))
    except etree.XMLSyntaxError:
        return None
    return tree


def readable(page: Page) -> tuple[str, str] | None:
    """The text of a page and its encoding; None for files, and for what is far too much. Never
    raises."""
    if page.body.startswith(_FILES):
        return None
    try:
        check_lines(page.body)
        text, encoding = decode(page.body, page.content_type)
        check_source(text)
    except (LoadError, UnreadableText):
        return None
    return text, encoding


def document_of(page: Page) -> Document | None:
    """The page as a document, None where it is no HTML. Never raises."""
    found = readable(page)
    tree = parsed(found[0]) if found else None
    if found is None or tree is None:
        return None
    plainly = Document(page.address, page.address, found[1], found[0], tree)
    named = next((node.get("href") for node in tree.iter("base") if node.get("href")), None)
    base = plainly.target(named) or page.address
    return Document(page.address, base, found[1], found[0], tree)
