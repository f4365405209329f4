"""A page that a browser saved as one file (MHTML: .mht, .mhtml), and a page sent by mail: the HTML
in it is read like any other.

The file is a mail with the page, its frames and its pictures as parts. The report may stand in a
frame, so the part with the most sentences is the page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from corpus.errors import LoadError
from corpus.load.bounds import check_lines
from corpus.load.format import Source
from corpus.load.html import web
from corpus.load.html.lines import sentences
from corpus.records import Loaded, Page
from corpus.wording.coded import said

# Pages in one file: a portal has some ten frames, most of them advertisements. Reading one takes
# a tenth of a second.
MOST_PAGES = 20
# Files that hold files: a saved page has one boundary, a mail with pictures three. Each line is
# compared with all that are open.
MOST_BOUNDARIES = 20

_HEADERS = re.compile(rb"\s*(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+")
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_PAGE_INSIDE = re.compile(rb"^Content-Type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)
_LOCATIONS = ("Content-Location", "Snapshot-Content-Location")


def claims(source: Source) -> bool:
    """By the headers of a mail that holds a page."""
    headers = _HEADERS.match(source.opening)
    return bool(headers and _VERSION.search(headers[0]) and _PAGE_INSIDE.search(headers[0]))


def read(source: Source) -> Loaded:
    """The lines of the page, its title and meta tags, and where it was saved from. Raises
    LoadError: no page in it, too much in it."""
    pages = _pages(source.body)
    read_ones = [loaded for page in pages[:MOST_PAGES] if (loaded := _read(page))]
    if not read_ones:
        raise LoadError(said("saved_without_text"), "no-text")
    first, most = read_ones[0], max(read_ones, key=lambda loaded: sentences(loaded.lines))
    title = most.title_tag or first.title_tag
    return replace(most, title_tag=title, meta={**first.meta, **most.meta}, saved_from=first.saved_from)


def _pages(body: bytes) -> list[Page]:
    """The pages of a file; plain texts where it has none."""
    check_lines(body)
    if len(_BOUNDARY.findall(body)) > MOST_BOUNDARIES:
        raise LoadError(said("saved_deep"), "too-large")
    message = message_from_bytes(body)
    parts = [part for part in message.walk() if not part.is_multipart()]
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        if found := [_page(part, message) for part in parts if part.get_content_type() == kind]:
            return found
    return []


def _page(part: Message, message: Message) -> Page:
    payload = part.get_payload(decode=True)
    written = (str(holder[name]).strip() for holder in (part, message) for name in _LOCATIONS if holder[name])
    address = next((one for one in written if one.startswith(("http://", "https://"))), "")
    return Page(address, payload if isinstance(payload, bytes) else b"", str(part.get("Content-Type", "")))


def _read(page: Page) -> Loaded | None:
    """A page that is in the file; None where no text is in it."""
    try:
        loaded = web.read(Source(page))
    except LoadError:
        return None
    return replace(loaded, saved_from=page.address or None)
