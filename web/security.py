"""Headers every answer carries, and answers that need not be sent twice.

An answer of the index is the same as long as its address, the corpus version and the site itself
are the same: its tag is known before any work is done. Everything else is tagged by its bytes.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from flask import Flask, Response, current_app, g, request

from corpus.errors import XunzhangError
from web.address.place import root
from web.language.languages import current
from web.shelf import shelf
from web.theme import theme

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
VENDORED: Final = "/static/vendor/"
REVALIDATE: Final = "no-cache"
FOREVER: Final = "public, max-age=31536000, immutable"
# Pages and answers that depend on nothing but the index: those of a report also depend on its
# stored record.
FROM_INDEX: Final = frozenset(
    {"front", "search_page", "zones_page", "export_atom", "api_search", "api_kwic", "api_suggest"}
)


def register(app: Flask) -> None:
    """Set the headers on every answer of the application."""
    app.config["SITE_DIGEST"] = site_digest(Path(app.root_path))
    app.before_request(not_modified)
    app.after_request(finish)


def site_digest(root: Path) -> str:
    """What the site is made of, in twelve digits: changes with any template, style, script,
    translation or module."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def not_modified() -> Response | None:
    """304 where the reader holds what the index would answer."""
    g.tag = None
    if request.endpoint not in FROM_INDEX or request.method not in ("GET", "HEAD"):
        return None
    try:
        g.tag = _tag()
    except XunzhangError:
        return None  # the page itself says what is wrong with the index
    if not request.if_none_match.contains_weak(g.tag):
        return None
    return Response(status=304)


def finish(response: Response) -> Response:
    """Security headers, a tag and how long to keep the answer."""
    response.headers.extend({name: value for name, value in HEADERS.items() if name not in response.headers})
    if request.endpoint == "static":
        named = "v" in request.args or request.path.startswith(VENDORED)  # by version: other bytes, another address
        response.headers["Cache-Control"] = FOREVER if named else REVALIDATE
        return response
    response.headers.setdefault("Cache-Control", REVALIDATE if response.status_code < 400 else "no-store")
    if response.status_code == 304 and g.tag:
        response.set_etag(g.tag, weak=True)
    if response.status_code == 200 and request.method in ("GET", "HEAD"):
        if response.is_streamed:
            return _streamed(response)
        if g.get("tag"):
            response.set_etag(g.tag, weak=True)  # weak: what travels may be compressed or not
        else:
            response.add_etag(weak=True)
        response.make_conditional(request)
    return response


def _streamed(response: Response) -> Response:
    """What is not at hand as a whole has no tag but one known before: its bytes are not read
    here."""
    if g.get("tag"):
        response.set_etag(g.tag, weak=True)
    return response


def _tag() -> str:
    """Names an answer of the index without working it out."""
    at_hand = shelf()
    of_engine = at_hand.engine.version, *at_hand.state()
    site = (current_app.config["SITE_DIGEST"], *of_engine, at_hand.notice or "", root())
    parts = (*site, request.full_path, current(), theme())
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
