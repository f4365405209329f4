"""PDF files with a text layer, as lines; scans, encrypted and damaged files are named as such.

What belongs to the sheet goes: page numbers, running heads, the ends of lines
(`corpus.load.pdf_layout`).
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from corpus.errors import Hindered, LoadError
from corpus.load.pdf_columns import in_reading_order
from corpus.load.pdf_layout import Printed, paragraphs
from corpus.process import python_for
from corpus.records import Line, Loaded, Page, Trace
from corpus.text.fold import fold
from corpus.wording.coded import said

# Seconds for one file; the longest report seen takes less than one.
LONGEST_READING = 10.0
# Fewer characters on a page are a stamp or a page number: the text is in the picture.
FEWEST_ON_A_PAGE = 10
# From this share of characters on that stand for no letter, the text layer is that of a font
# without a table.
MOST_GARBLED = 0.2
# A running head stands at the edge of so many pages, and of such a share of them.
FEWEST_HEADS, HEAD_SHARE = 3, 0.4
EDGE = 2  # lines at the top and at the bottom of a page

_PAGE_NUMBER = re.compile(r"[\-—–―·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/，,]?\s*共?\s*\d{1,4}\s*页?)?[\-—–―·•\s]*")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\ufffe\uffff]")
_COMPATIBLE = re.compile("[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff]")

_REASONS = {
    "encrypted": (said("pdf_encrypted"), "encrypted"),
    "damaged": (said("pdf_damaged"), "damaged"),
    "long": (said("pdf_long"), "too-large"),
}


def load_pdf(page: Page) -> Loaded:
    """The lines of a PDF's text layer. Raises LoadError: the extra is missing, encrypted, damaged,
    too long, a scan, garbled."""
    if find_spec("pypdfium2") is None:
        raise Hindered(said("pdf_reader_missing"), "files_missing")
    answer = _read(page.body)
    if "error" in answer:
        raise LoadError(*_REASONS[answer["error"]])
    pages = [
        [
            Printed(_normal(text), left, right, height, top, tuple((a, b) for a, b in gaps))
            for text, left, right, height, top, gaps in lines
        ]
        for lines in answer["pages"]
    ]
    _check(pages, answer["pictures"])
    receipt: list[Trace] = []
    kept = [block for page_lines in _without_furniture(pages, receipt) for block in in_reading_order(page_lines)]
    lines = tuple(Line(text) for text in paragraphs(kept, receipt) if text.strip())
    return Loaded("text", lines, receipt=tuple(receipt))


def _read(body: bytes) -> dict[str, Any]:
    """The reader's answer. Raises Hindered where it crashed, took too long, or was out of memory:
    another machine may read it."""
    command = python_for("corpus.load.pdf_text")
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=LONGEST_READING, check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Hindered(said("pdf_slow"), "slow") from error
    except (subprocess.SubprocessError, ValueError) as error:
        raise Hindered(said("pdf_broke_down"), "damaged") from error
    return answer


def _normal(text: str) -> str:
    """Radicals and compatibility forms, which PDF fonts put for characters, as the characters;
    controls out.

    >>> _normal("⼯作⻅证")
    '工作见证'
    """
    bare = _CONTROLS.sub("", text).replace("\u00a0", " ")
    return _COMPATIBLE.sub(_normal_form, bare).rstrip()


def _normal_form(match: re.Match[str]) -> str:
    normal = unicodedata.normalize("NFKC", match[0])
    return normal if normal != match[0] and len(normal) == 1 else fold(match[0])


def _check(pages: Sequence[Sequence[Printed]], pictures: int) -> None:
    texts = ["".join(line.text for line in lines) for lines in pages]
    empty = sum(len(text.replace(" ", "")) < FEWEST_ON_A_PAGE for text in texts)
    if empty > len(pages) / 2 or not pages:
        if pictures or any(texts):
            raise LoadError(said("pdf_scanned"), "scanned")
        raise LoadError(said("pdf_without_text"), "no-text")
    letters = "".join(texts).replace(" ", "")
    garbled = sum(unicodedata.category(letter) in ("Co", "Cn", "Cs") or letter == "\ufffd" for letter in letters)
    if garbled > MOST_GARBLED * len(letters):
        raise LoadError(said("pdf_garbled"), "garbled")


def _edges(lines: Sequence[Printed]) -> Iterator[int]:
    """Positions of the lines at the top and the bottom of a page."""
    yield from dict.fromkeys((*range(min(EDGE, len(lines))), *range(max(len(lines) - EDGE, 0), len(lines))))


def _heads(pages: Sequence[Sequence[Printed]]) -> frozenset[str]:
    """What stands at the edge of many pages, numbers aside."""
    counted = Counter(shape for lines in pages for shape in {_shape(lines[at].text) for at in _edges(lines)})
    needed = max(FEWEST_HEADS, HEAD_SHARE * len(pages))
    return frozenset(shape for shape, count in counted.items() if shape and count >= needed)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", text))


def _without_furniture(pages: Sequence[Sequence[Printed]], receipt: list[Trace]) -> Iterator[list[Printed]]:
    heads = _heads(pages)
    for lines in pages:
        edges, kept = set(_edges(lines)), []
        for at, line in enumerate(lines):
            number = at in (0, len(lines) - 1) and len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text)
            if number or (at in edges and _shape(line.text) in heads):
                receipt.append(Trace("page number" if number else "running head", line.text))
            else:
                kept.append(line)
        yield kept
