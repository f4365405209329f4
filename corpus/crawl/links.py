"""The links of a page, and which of them promise a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from corpus.crawl.scope import written
from corpus.errors import LoadError
from corpus.load.bounds import check_lines, check_source
from corpus.load.decode import UnreadableText, decode
from corpus.records import Page
from corpus.text.fold import squeeze

# A page with more links is a site map or worse; the rest is not looked at.
MOST_LINKS = 3000
# What can hold no report: pictures, sound, programs, archives, tables, feeds.
_NOT_PAGES = re.compile(
    r"\.(?:jpe?g|png|gif|bmp|svg|webp|ico|css|js|json|xml|rss|mp[34]|avi|wmv|flv|mov|swf|wav|zip|rar|7z|gz|exe|apk|iso|xlsx?|et|pptx?|dps|ofd|woff2?|ttf)$",
    re.IGNORECASE,
)
_PROMISES = re.compile("年度报告|年报|工作报告|法治政府|依法行政|信息公开|法治建设")
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_FRAMES = ("frame", "iframe")


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, and whether its words name a report or a column of reports."""

    address: str
    promising: bool = False


def _tree(page: Page) -> etree._Element | None:
    if page.body[:5] == b"%PDF-" or page.body[:2] == b"PK":
        return None
    try:
        check_lines(page.body)
        text, _ = decode(page.body, page.content_type)
        check_source(text)
        tree: etree._Element | None = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))
    except (LoadError, UnreadableText, etree.XMLSyntaxError):  # no text, nothing in it, or far too much
        return None
    return tree


def _target(base: str, href: str | None) -> str | None:
    if not href or href.lstrip().lower().startswith(("javascript:", "mailto:", "tel:", "data:", "#")):
        return None
    try:
        address = written(urljoin(base, re.sub(r"[\t\r\n]", "", href.strip())))
        path = urlsplit(address).path
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) and not _NOT_PAGES.search(path) else None


def _words(node: etree._Element) -> str:
    return squeeze("".join(str(part) for part in node.itertext()) + (node.get("title") or ""))[:200]


def _hrefs(tree: etree._Element) -> list[tuple[str | None, str]]:
    """Targets as written, with the words that name them."""
    found = [(node.get("href"), _words(node)) for node in tree.iter("a", "area")]
    found += [(node.get("src"), "") for node in tree.iter(*_FRAMES)]
    for node in tree.iter("meta"):
        if (node.get("http-equiv") or "").lower() == "refresh" and (to := _REFRESH.search(node.get("content") or "")):
            found.append((to[1], ""))
    return found


def links_of(page: Page) -> tuple[Link, ...]:
    """The web addresses that a page leads to, each once, in order; none where it is no HTML. Never
    raises."""
    tree = _tree(page)
    if tree is None:
        return ()
    base = next((node.get("href") for node in tree.iter("base") if node.get("href")), None)
    base = (_target(page.address, base) if base else None) or page.address
    links: dict[str, bool] = {}
    for href, words in _hrefs(tree)[:MOST_LINKS]:
        address = _target(base, href)
        if address:
            links[address] = links.get(address, False) or bool(_PROMISES.search(words))
    return tuple(Link(address, promising) for address, promising in links.items())
