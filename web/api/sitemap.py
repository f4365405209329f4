"""What search engines ask a site for: which addresses to leave alone, and which there are.

Addresses are absolute where the site's public one is known, relative otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape

from flask import Flask, Response, abort

from web.address import links, place
from web.shelf import shelf

# Searches, what is worked out for programs, files, and a report's page with marks of a search.
ASIDE: Final = (
    *("/search", "/phrase", "/api/", "/reports.jsonl"),
    *("/matrix.", "/spread.", "/absent.", "/zones.", "/coverage."),
    *("/r/*?", "/r/*.ris", "/r/*.bib", "/r/*/receipt"),
)
STANDING: Final = ("/", "/zones", "/coverage", "/help")
PAGE: Final = 5_000  # addresses of a page, 500 KB; the format takes 50,000
BEGUN: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/robots.txt", "robots", robots)
    app.add_url_rule("/sitemap.xml", "sitemaps", sitemaps)
    app.add_url_rule("/sitemap-<int:page>.xml", "sitemap", sitemap)


def robots() -> Response:
    """What a crawler leaves alone, and where the site map is, if the site knows its own address."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in ASIDE)]
    lines += [f"Sitemap: {place.root()}/sitemap.xml"] if place.root() else []
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def sitemaps() -> Response:
    """The pages of the site map."""
    pages = max(1, -(-len(addresses()) // PAGE))
    found = (f"<sitemap><loc>{escape(place.root())}/sitemap-{page}.xml</loc></sitemap>" for page in range(1, pages + 1))
    return _xml("sitemapindex", found)


def sitemap(page: int) -> Response:
    """One of them: pages that stand, issuers, reports, these with the day when they changed last."""
    some = addresses()[(page - 1) * PAGE : page * PAGE] if page else []
    if not some:
        abort(404)
    return _xml("urlset", _urls(some))


def addresses() -> list[tuple[str, str]]:
    """All addresses, each with the id of the report that stands there, "" for other pages."""
    zones = shelf().zones()
    reports = sorted(entry.id for entries in zones.values() for entry in entries)
    pages = [*STANDING, *(links.zone(zone) for zone in sorted(filter(None, zones)))]
    return [*((path, "") for path in pages), *((links.report(report), report) for report in reports)]


def _urls(some: Iterable[tuple[str, str]]) -> Iterator[str]:
    store = shelf().store
    for path, report in some:
        changed = store.saved(report) if report else None
        day = f"<lastmod>{changed:%Y-%m-%d}</lastmod>" if changed else ""
        yield f"<url><loc>{escape(place.root() + path)}</loc>{day}</url>"


def _xml(name: str, inside: Iterable[str]) -> Response:
    text = "\n".join([f'{BEGUN}<{name} xmlns="{SPACE}">', *inside, f"</{name}>\n"])
    return Response(text, content_type="application/xml; charset=utf-8")
