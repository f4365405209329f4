"""Site maps: what a site itself lists for programs, packed or not, one file or an index of files."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from lxml import etree

from corpus.crawl.scope import written
from corpus.crawl.ways.link import SITEMAP, Link
from corpus.crawl.ways.promise import promise_of_address
from corpus.identity import plain
from corpus.store.pages import LARGEST_PAGE

# More addresses of one map are not looked at; sitemaps.org allows 50,000.
MOST_ENTRIES = 50_000
ROOT = "/sitemap.xml"


def entries(body: bytes) -> Iterator[Link]:
    """The addresses of a site map, as links; those of an index are site maps. Never raises."""
    from scrapy.utils.sitemap import Sitemap  # here, for without the extra no map is ever asked for

    try:
        found = Sitemap(_unpacked(body))
        for number, entry in enumerate(found):
            if number >= MOST_ENTRIES:
                return
            link = _link(entry.get("loc", ""), entry.get("lastmod", ""), index=found.type == "sitemapindex")
            if link:
                yield link
    except (etree.XMLSyntaxError, StopIteration, OSError, EOFError, zlib.error):
        return


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    return unpacking.decompress(body, LARGEST_PAGE)  # a packed map may hold anything


def _link(address: str, changed: str, *, index: bool) -> Link | None:
    try:
        target = plain(written(address.strip()))
    except ValueError:
        return None
    if not target.startswith(("http://", "https://")):
        return None
    if index:
        return Link(target, role=SITEMAP, way="sitemap", changed=changed)
    return Link(target, promise_of_address(target), way="sitemap", wordless=True, changed=changed)
