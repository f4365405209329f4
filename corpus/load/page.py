"""Loading: the bytes of a page to lines a reader would see, or one clear sentence why not.

Each format has a reader of its own (`corpus.load.format`); the first that claims the bytes reads
them. What nobody else claims is taken as flattened text, a line a line.
"""

from __future__ import annotations

from corpus.errors import LoadError as LoadError
from corpus.load import markdown, pdf_file, plain, unread
from corpus.load.format import Format, Source
from corpus.load.html import saved, web
from corpus.load.scan import picture
from corpus.load.word import document
from corpus.records import Loaded, Page
from corpus.wording.coded import said

# Larger pages are no reports; the longest 政府工作报告 has 60 KB.
LARGEST = 20 * 1024 * 1024
# Asked in this order: files that are no text, then kinds of text, the plainest last.
FORMATS: tuple[Format, ...] = (picture, document, pdf_file, unread, saved, web, markdown, plain)


def load(page: Page) -> Loaded:
    """The page decoded, as lines. Raises LoadError: empty, binary, too large, undecodable, without
    text, a kind not read."""
    _check(page.body)
    source = Source(page)
    reader = next(reader for reader in FORMATS if reader.claims(source))
    return reader.read(source)


def _check(body: bytes) -> None:
    if len(body) > LARGEST:
        raise LoadError(said("large_file", n=round(len(body) / 1048576)), "too-large")
    if not body.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise LoadError(said("empty"), "empty")
