"""Everything that a page, a list or a site map leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from corpus.crawl.ways import pagers, platforms, scripted, sitemap
from corpus.crawl.ways.document import Document, document_of, parsed, readable
from corpus.crawl.ways.link import ATTACHED, DATA, LIST, NOTHING, PART, SAME, SITEMAP, Link, merged
from corpus.crawl.ways.promise import better, is_generic, promise_of, promise_of_address
from corpus.records import Page
from corpus.text.fold import squeeze

# A page with more links is a site map or worse; the rest is not looked at.
MOST_LINKS = 3000
# Characters of a link's words, and of the row it stands in.
WORDS, AROUND = 200, 160
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_FRAMES = ("frame", "iframe")
_ROWS = ("li", "tr", "p", "dd", "dt", "div", "td")
# Files that belong to a page, by their name or by the script that hands them out.
_FILE = re.compile(
    r"\.(?:pdf|docx?|wps)(?:$|[?&#])|(?:down|attach|annex|accessory)[\w-]*(?:\.(?:jsp|do|aspx?|php|action|ashx)|/|\?)",
    re.IGNORECASE,
)
_FILE_NAMED = re.compile(r"\.(?:pdf|docx?|wps)\b", re.IGNORECASE)


def links_of(page: Page, role: str = "", worth: str = NOTHING, base: str = "") -> tuple[Link, ...]:
    """The web addresses that a page leads to, each once, in order; none where it is no HTML, unless
    `role` says that it is a site map or the list of a platform. `worth` is what the page promised,
    `base` what relative addresses in the list of a platform start from. Never raises."""
    if role == SITEMAP:
        return _once(sitemap.entries(page.body), sitemap.MOST_ENTRIES)
    if role.startswith(DATA):
        return _once(_of_list(page, role, worth, base or page.address))
    document = document_of(page)
    return _once(_of_document(document, worth)) if document else ()


def _once(links: Iterable[Link], most: int = MOST_LINKS) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in links:
        known = found.get(link.address)
        if known is None and len(found) >= most:
            break
        found[link.address] = link if known is None else merged(known, link)
    return tuple(found.values())


def _of_document(document: Document, worth: str) -> Iterator[Link]:
    page = better(worth, _title(document)) if worth else _title(document)
    yield from _canonical(document)
    yield from _anchors(document, document.tree.iter("a", "area"), page)
    yield from _parts(document, page)
    yield from _chosen(document, page)
    for to, node in islice(scripted.in_handlers(document), MOST_LINKS):
        yield from _worded(document, to, *_said(node), page, "script")
    scripts = document.scripts()
    yield from _anchors(document, scripted.written_links(scripts), page, "script")
    for name in pagers.further_pages(document.address, document.text):
        yield from _plain(document, name, page, LIST, "pager")
    yield from platforms.lists_named(document, page)


def _canonical(document: Document) -> Iterator[Link]:
    """What the page calls its own address, if that is the same page by its looks: on some sites every
    page names the first one."""
    for node in document.tree.iter("link"):
        target = document.target(node.get("href")) if (node.get("rel") or "").lower() == "canonical" else None
        if target and target != document.address and _last_part(target) == _last_part(document.address):
            yield Link(target, role=SAME)


def _last_part(address: str) -> str:
    return urlsplit(address).path.rpartition("/")[2]


def _title(document: Document) -> str:
    """What the page's own heading promises: the words of its title, and of what stands on top."""
    found = (squeeze("".join(map(str, node.itertext())))[:WORDS] for node in document.tree.iter("title", "h1", "h2"))
    first = next(filter(None, found), "")
    promise = promise_of(first.split("_")[0].split("-")[0])
    return promise if promise in ("column", "report") else NOTHING


def _anchors(document: Document, nodes: Iterable[etree._Element], page: str, way: str = "link") -> Iterator[Link]:
    for node in islice(nodes, MOST_LINKS):
        yield from _worded(document, node.get("href"), *_said(node), page, way)


def _worded(document: Document, href: str | None, words: str, around: str, page: str, way: str) -> Iterator[Link]:
    """The link of an address with words; those of the list of a platform are lists themselves."""
    target = document.target(href, data=True)
    platform = platforms.of_address(target) if target else None
    if target and platform:
        yield Link(target, page, f"{DATA}{platform.name}", platform.name, page=document.base)
    elif target := document.target(href):
        if pagers.turns(words, document.address, target):
            yield Link(target, page, LIST, "pager")
            return
        worth = promise_of(words, page, around)
        worth = better(worth, promise_of_address(target)) if worth == NOTHING and not words else worth
        attached = _FILE.search(target) or _FILE_NAMED.search(words)
        yield Link(target, worth, ATTACHED if attached else "", "attachment" if attached else way)


def _parts(document: Document, page: str) -> Iterator[Link]:
    """Frames, and where the page sends its reader: they are the page itself."""
    for node in document.tree.iter(*_FRAMES):
        yield from _plain(document, node.get("src"), page, PART, "frame")
    for node in document.tree.iter("meta"):
        if (node.get("http-equiv") or "").lower() == "refresh" and (to := _REFRESH.search(node.get("content") or "")):
            yield from _plain(document, to[1], page, PART, "refresh")
    for jump in scripted.jumps(document):
        yield from _plain(document, jump, page, PART, "script")


def _plain(document: Document, href: str | None, page: str, role: str, way: str) -> Iterator[Link]:
    target = document.target(href)
    if target and target != document.address:
        yield Link(target, page, role, way)


def _chosen(document: Document, page: str) -> Iterator[Link]:
    """Addresses to choose from a list."""
    for node in islice(document.tree.iter("option"), MOST_LINKS):
        value = node.get("value") or ""
        if "/" in value or re.search(r"\.s?html?\b", value):
            yield from _worded(document, value, _words(node), "", page, "script")


def _said(node: etree._Element) -> tuple[str, str]:
    """The words of a link and, where they name nothing, those of the row it stands in."""
    words = _words(node)
    return words, _around(node) if is_generic(words) else ""


def _words(node: etree._Element) -> str:
    return squeeze(_text(node, WORDS) + (node.get("title") or ""))[:WORDS]


def _around(node: etree._Element) -> str:
    """The words of the row that a link stands in; "" where it is too long to be one."""
    row = next((outer for outer in node.iterancestors() if outer.tag in _ROWS), None)
    words = "" if row is None else squeeze(_text(row, AROUND + 1))
    return words if len(words) <= AROUND else ""


def _text(node: etree._Element, most: int) -> str:
    """The text of an element, read until it is surely longer than `most` characters without blanks."""
    text, length = [], 0
    for part in node.itertext():
        text.append(str(part))
        length += len(squeeze(str(part)[: 2 * most]))
        if length > most:
            break
    return "".join(text)


def _of_list(page: Page, role: str, worth: str, base: str) -> Iterator[Link]:
    """What the answer of a platform leads to; the list's next page comes last."""
    platform, found = platforms.named(role), readable(page)
    if platform is None or found is None:
        return
    listed = platforms.answer_of(platform, page.address, found[0])
    tree = parsed("<html></html>")
    assert tree is not None
    document = Document(page.address, base, found[1], found[0], tree)
    rows = list(_rows(document, listed, worth, platform.name))
    yield from rows
    if rows and listed.after:
        yield Link(listed.after, worth, role, platform.name, page=base)


def _rows(document: Document, listed: platforms.Listed, worth: str, way: str) -> Iterator[Link]:
    for row in listed.rows:
        yield from _worded(document, row.address, row.title, "", worth, way)
    if listed.html:
        for link in _anchors(document, scripted.written_links([listed.html]), worth, way):
            if not link.role.startswith(DATA):  # the next page is counted, not linked
                yield link
