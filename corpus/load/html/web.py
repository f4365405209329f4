"""The reader of HTML: what is a web page, and what is done to its source before it is read."""

from __future__ import annotations

import html
import re
from itertools import islice

from corpus.errors import LoadError
from corpus.load.format import FORM_WITHIN, Source
from corpus.load.html.lines import lines_of
from corpus.records import Loaded
from corpus.wording.coded import said

# So much markup in a page's text is the article's own, written with its signs escaped once too
# often.
FEWEST_ESCAPED = 10
_ESCAPED = re.compile(r"&lt;/(?:p|div|span|td)\s*&gt;|&lt;br\b", re.IGNORECASE)
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<title>|<table[\s>]|<div[\s>]|<p[\s>]|<br\s*/?>",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_ENDINGS = (".html", ".htm", ".shtml", ".jhtml")


def claims(source: Source) -> bool:
    """By the text itself; the server's word counts only where the text has a tag at all (a seed
    quotes <2021年度…>)."""
    text, page = source.decoded[0], source.page
    tags = sum(1 for _ in islice(_HTML.finditer(text[: FORM_WITHIN * 4]), 2))
    said = "html" in (page.content_type or "") or page.address.lower().split("?")[0].endswith(_ENDINGS)
    return tags >= 2 or (tags >= 1 and said) or bool(_BEGINS.match(text[:200]))


def read(source: Source) -> Loaded:
    """The lines of the page. Raises LoadError: no text, too much markup."""
    text, encoding = source.decoded
    if len(_ESCAPED.findall(text)) >= FEWEST_ESCAPED:
        text = html.unescape(text)
    loaded = lines_of(text, encoding)
    if not any(line.text for line in loaded.lines):
        raise LoadError(said("page_without_text"), "no-text")
    return loaded
