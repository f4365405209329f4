"""The process that reads one PDF: `python -m corpus.load.pdf_text`, bytes on standard input, its
lines as JSON on standard output.

A process of its own, because the library is native code and files come from anywhere: what hangs,
crashes or swells there is ended without harm. Started by `corpus.load.pdf`.
"""

from __future__ import annotations

import contextlib
import json
import sys
from itertools import islice
from typing import Any

# A report has at most some two hundred pages; a book is none.
MOST_PAGES = 600
MOST_CHARACTERS = 2_000_000
# Bytes of memory for the whole process, where the system can bound it.
MEMORY = 1_500 * 1024 * 1024
# A page with fewer characters is looked at for pictures.
FEW = 50
# Characters drawn as outlines are one each; a frame, a rule or a chart has dozens.
FEWEST_OUTLINES = 200
_PASSWORD, _SECURITY = 4, 5
_LINE_ENDS, SPACE = frozenset((10, 13)), 32
# In heights of a character: a wider gap parts the cells of a table.
WIDE_GAP = 1.6


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


Box = tuple[float, float, float, float]
# Text, its box, and the edges of the wide gaps.
Row = tuple[str, Box, list[tuple[float, float]]]


def _box(text_page: Any, first: int, last: int) -> Box:
    """Left, lower, right and upper edge of a run of characters, in points."""
    left, bottom, _, top = text_page.get_charbox(first, loose=True)
    right = text_page.get_charbox(last, loose=True)[2]
    return round(left, 1), round(bottom, 1), round(right, 1), round(top, 1)


def _gap(text_page: Any, at: int, count: int) -> tuple[float, float] | None:
    """The edges of the space at `at`, if it is a gap between columns."""
    if not 0 < at < count - 1:
        return None
    left, bottom, _, top = text_page.get_charbox(at + 1)
    height, right = max(top - bottom, 1.0), text_page.get_charbox(at - 1)[2]
    return (round(right, 1), round(left, 1)) if left - right > WIDE_GAP * height else None


def _lines(text_page: Any, raw: Any) -> list[Row]:
    """The lines of a page."""
    lines: list[Row] = []
    letters: list[str] = []
    gaps: list[tuple[float, float]] = []
    first = last = 0
    count = text_page.count_chars()
    for index in range(count + 1):
        code = raw.FPDFText_GetUnicode(text_page, index) if index < count else 10
        if code in _LINE_ENDS:
            if letters:
                lines.append(("".join(letters).rstrip(), _box(text_page, first, last), gaps))
            letters, gaps = [], []
        elif code != SPACE:
            first, last = first if letters else index, index
            letters.append(chr(code))
        elif letters:
            gap = _gap(text_page, index, count)
            letters.append("\t" if gap else " ")
            gaps += [gap] if gap else []
    return lines


def _shows_something(page: Any, raw: Any) -> bool:
    """Does a page show a picture, or so many outlines that they may be characters?"""
    if any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)):
        return True
    outlines = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)
    return sum(1 for _ in islice(outlines, FEWEST_OUTLINES)) == FEWEST_OUTLINES


def read(body: bytes) -> dict[str, Any]:
    """`pages`: lines of every page; `pictures`: the pages almost without text that show something;
    or `error`: what is wrong."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return {"error": "encrypted" if error.err_code in (_PASSWORD, _SECURITY) else "damaged"}
    if len(document) > MOST_PAGES:
        return {"error": "long"}
    pages: list[list[Row]] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines = _lines(page.get_textpage(), raw)
        except pypdfium2.PdfiumError:  # one page that cannot be read
            pages.append([])
            continue
        here = sum(len(line[0]) for line in lines)
        pictures += [number] if here < FEW and _shows_something(page, raw) else []
        characters += here
        if characters > MOST_CHARACTERS:
            return {"error": "long"}
        pages.append(lines)
        page.close()
    return {"pages": pages, "pictures": pictures}


def main() -> None:
    """Read, answer."""
    _bound_memory()
    answer = read(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode())
