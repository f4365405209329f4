"""Loading: the bytes of a page to lines a reader would see, or one clear sentence why not.

HTML goes through `corpus.load.markup`, PDF through `corpus.load.pdf`, Word through
`corpus.load.word`; everything else is taken as flattened text, a line a line. Kinds that are not
read are named, so that nobody wonders where a file went.
"""

from __future__ import annotations

import html
import re
from itertools import islice

from corpus.errors import LoadError as LoadError
from corpus.load.bounds import check_length, check_lines
from corpus.load.decode import UnreadableText, decode
from corpus.load.markdown import is_markdown, markdown_lines
from corpus.load.markup import lines_of
from corpus.load.pdf import load_pdf
from corpus.load.word import load_word
from corpus.records import Line, Loaded, Page, Trace
from corpus.wording.coded import said

# Larger pages are no reports; the longest 政府工作报告 has 60 KB.
LARGEST = 20 * 1024 * 1024
# Bytes that decide whether a file is binary or HTML.
FORM_WITHIN = 4096
# From this share of NUL and control bytes on, and so many, a file is no text; strays in a page are
# dropped.
MOST_CONTROLS, FEW_CONTROLS = 0.02, 16

CONTROLS = bytes([*range(9), *range(14, 32)])
ZIP, PDF = b"PK\x03\x04", b"%PDF-"
# Other bytes may stand before a PDF's own; readers look this far.
PDF_WITHIN = 1024
_KINDS = (
    (b"\xd0\xcf\x11\xe0", "旧版 Word（DOC）"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
    (b"\x1f\x8b", "GZIP 压缩包"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
)
# So many cells of flattened tables are named in the receipt.
MOST_TRACED = 20
# So much markup in a page's text is the article's own, written with its signs escaped once too
# often.
FEWEST_ESCAPED = 10
_ESCAPED = re.compile(r"&lt;/(?:p|div|span|td)\s*&gt;|&lt;br\b", re.IGNORECASE)
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<title>|<table[\s>]|<div[\s>]|<p[\s>]|<br\s*/?>",
    re.IGNORECASE,
)


def load(page: Page) -> Loaded:
    """The page decoded, as lines. Raises LoadError: empty, binary, too large, undecodable, without
    text, a kind not read."""
    _check(page.body)
    if page.body.startswith(ZIP):
        return load_word(page)
    if _is_pdf(page.body):
        return load_pdf(page)
    try:
        text, encoding = decode(page.body, page.content_type)
    except UnreadableText as error:
        raise LoadError(error.said, UnreadableText.code) from error
    if not text.strip():
        raise LoadError(said("empty"), "empty")
    if _is_html(page, text):
        if len(_ESCAPED.findall(text)) >= FEWEST_ESCAPED:
            text = html.unescape(text)
        loaded = lines_of(text, encoding)
        if not any(line.text for line in loaded.lines):
            raise LoadError(said("page_without_text"), "no-text")
        return loaded
    check_length(text)
    if is_markdown(text):
        return Loaded("text", markdown_lines(text), encoding=encoding)
    written = text.split("\n")
    lines = [_unboxed(line) for line in written]
    boxed = [before.strip() for before, line in zip(written, lines, strict=True) if before != line]
    receipt = (Trace("converter's marks", "\n".join(boxed[:MOST_TRACED])),) if boxed else ()
    return Loaded("text", tuple(map(Line, lines)), encoding=encoding, receipt=receipt)


def _unboxed(line: str) -> str:
    """A line that an extractor wrote as a table's row of one cell: its bars go.

    >>> _unboxed("| 年度报告 |")
    '年度报告'
    """
    bars = line.count("|")
    if not 1 <= bars <= 2:
        return line
    text = line.strip()
    bare = text.removeprefix("|").removesuffix("|").strip()
    return bare if bare and "|" not in bare and (bars == 1 or text[0] == text[-1] == "|") else line


def _check(body: bytes) -> None:
    if len(body) > LARGEST:
        raise LoadError(said("large_file", n=round(len(body) / 1048576)), "too-large")
    if not body.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise LoadError(said("empty"), "empty")
    for mark, name in _KINDS:
        if body.startswith(mark):
            raise LoadError(said("unsupported", name=name), "unsupported")
    opening = body[:FORM_WITHIN]
    if _is_pdf(body) or opening.startswith(ZIP):
        return
    check_lines(body)
    if not opening.startswith((b"\xff\xfe", b"\xfe\xff")) and _controls(opening) > max(
        FEW_CONTROLS, MOST_CONTROLS * len(opening)
    ):
        raise LoadError(said("binary"), "binary")


def _is_pdf(body: bytes) -> bool:
    """By its mark, which other bytes may precede, but no markup."""
    before, mark, _ = body[:PDF_WITHIN].partition(PDF)
    return bool(mark) and b"<" not in before


def _controls(body: bytes) -> int:
    return len(body) - len(body.translate(None, CONTROLS))


def _is_html(page: Page, text: str) -> bool:
    """By the text itself; the server's word counts only where the text has a tag at all (a seed
    quotes <2021年度…>)."""
    tags = sum(1 for _ in islice(_HTML.finditer(text[: FORM_WITHIN * 4]), 2))
    said = "html" in (page.content_type or "") or page.address.lower().split("?")[0].endswith(
        (".html", ".htm", ".shtml", ".jhtml")
    )
    return (
        tags >= 2 or (tags >= 1 and said) or bool(re.match(r"\s*<(?:!doctype|html|\?xml)", text[:200], re.IGNORECASE))
    )
