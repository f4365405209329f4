"""Word files (DOCX) as lines: paragraphs with the numbers Word would print, rows of tables, nothing
that was deleted.

A DOCX is a ZIP of XML, and both can be bombs: sizes are summed before anything is unpacked, and the
XML reader expands no entities.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from typing import Any

from corpus.errors import Hindered, LoadError
from corpus.grid import Grid
from corpus.load.format import Source
from corpus.load.word.numbers import Numbers
from corpus.load.word.tables import W, grid_of
from corpus.records import Line, Loaded, Page, Trace
from corpus.wording.coded import said

# Bytes that a file may unpack to in all, and its text alone; a report with pictures has some ten
# and one.
MOST_UNPACKED, MOST_TEXT = 200 * 1024 * 1024, 12 * 1024 * 1024
# Lines of a file; the longest work report has some hundred.
MOST_LINES = 30_000
# Parts of a file; a report has about twenty and its pictures.
MOST_PARTS = 5000
MARK, MAIN = b"PK\x03\x04", "word/document.xml"
TOO_LARGE = (said("word_large"), "too-large")

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What holds blocks without being one.
_CONTAINERS = frozenset((f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"))
# What is not part of the text as it reads now.
_GONE = frozenset((f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}pPr", f"{W}rPr", _FALLBACK))
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def claims(source: Source) -> bool:
    """Is it a ZIP?"""
    return source.body.startswith(MARK)


def read(source: Source) -> Loaded:
    """The lines of the file. Raises LoadError."""
    return load_word(source.page)


def load_word(page: Page) -> Loaded:
    """The lines of a Word file. Raises LoadError: the extra is missing, no DOCX, damaged, too
    large, without text."""
    _check(page.body)
    if find_spec("docx") is None:
        raise Hindered(said("word_reader_missing"), "files_missing")
    receipt: list[Trace] = []
    try:
        lines, grids = _read(page.body, receipt)
    except MemoryError:
        raise
    except Exception as error:  # python-docx's own, lxml's and zlib's errors have no common base
        raise LoadError(said("word_damaged"), "damaged") from error
    if len(lines) > MOST_LINES:
        raise LoadError(*TOO_LARGE)
    if not any(line.text.strip() for line in lines):
        raise LoadError(said("word_without_text"), "no-text")
    return Loaded("text", lines, receipt=tuple(receipt), grids=grids)


def _check(body: bytes) -> None:
    """Look at the table of contents only: nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise LoadError(said("archive_damaged"), "damaged") from error
    if any(part.flag_bits & 1 for part in parts):
        raise LoadError(said("archive_encrypted"), "encrypted")
    sizes = {part.filename: part.file_size for part in parts}
    if MAIN not in sizes:
        raise LoadError(said("archive_unsupported"), "unsupported")
    text = max(size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
    if sum(part.file_size for part in parts) > MOST_UNPACKED or text > MOST_TEXT or len(parts) > MOST_PARTS:
        raise LoadError(*TOO_LARGE)


def _read(body: bytes, receipt: list[Trace]) -> tuple[tuple[Line, ...], tuple[Grid, ...]]:
    import docx

    document = docx.Document(io.BytesIO(body))
    tree = document.element.body
    lines = tuple(map(Line, islice(_blocks(tree, Numbers(document), receipt), MOST_LINES + 1)))
    return lines, tuple(grid_of(table, cell_text) for table in tree.iter(f"{W}tbl"))


def _blocks(body: Any, numbers: Numbers, receipt: list[Trace]) -> Iterator[str]:
    """The lines of paragraphs and rows, in order; nesting costs no recursion."""
    stack = [iter(body)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif block.tag == f"{W}p":
            yield from _paragraph(block, numbers, receipt)
        elif block.tag == f"{W}tbl":
            yield from _rows(block, numbers, receipt)
        elif block.tag in _CONTAINERS and not _is_contents(block, receipt):
            stack.append(iter(block))


def _is_contents(block: Any, receipt: list[Trace]) -> bool:
    """A table of contents repeats the headings; it is left out."""
    gallery = block.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    if gallery is None or "Contents" not in gallery.get(f"{W}val", ""):
        return False
    receipt.append(Trace("table of contents", "\n".join(_text(p) for p in block.iter(f"{W}p"))))
    return True


def _paragraph(paragraph: Any, numbers: Numbers, receipt: list[Trace]) -> Iterator[str]:
    """A paragraph's lines, and those of the text boxes in it."""
    text = _text(paragraph)
    style = numbers.style_of(paragraph)
    if style.lower().startswith("toc") and text.strip():
        receipt.append(Trace("table of contents", text))
        return
    number = numbers.next(paragraph) if text.strip() else ""
    yield from (line.rstrip("\t") for line in f"{number}{text}".split("\n"))
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            for inner in box.iterchildren(f"{W}p"):
                yield from (line.rstrip("\t") for line in _text(inner).split("\n"))


def _text(block: Any) -> str:
    """The text as it reads now; insertions in, deletions out."""
    pieces: list[str] = []
    stack = [iter(block)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag in _MARKS:
            pieces.append(_MARKS[node.tag])
        elif node.tag not in _GONE:
            stack.append(iter(node))
    return "".join(pieces)


def _rows(table: Any, numbers: Numbers, receipt: list[Trace]) -> Iterator[str]:
    """A line a row, cells parted by tabs, empty ones too; a table of one column is layout, its paragraphs are
    lines."""
    rows = [[*row.iter(f"{W}tc")] for row in table.iterchildren(f"{W}tr")]
    for cells in rows:
        if len(cells) == 1:
            for paragraph in cells[0].iter(f"{W}p"):
                yield from _paragraph(paragraph, numbers, receipt)
        elif cells:
            yield "\t".join(cell_text(cell) for cell in cells)


def cell_text(cell: Any) -> str:
    """The paragraphs of a cell on one line, without white space."""
    return " ".join(filter(None, ("".join(_text(p).split()) for p in cell.iterchildren(f"{W}p"))))
