"""PDF files as lines; encrypted and damaged files are named as such. Pages without a text layer are
recognised (`corpus.load.scan.wanting`).

What its lines mean, by where they stand on the sheet, is told by `corpus.sheet.layout`.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from corpus.errors import Hindered, LoadError
from corpus.load.scan.rows import pieces_of
from corpus.load.scan.seen import confidence_of
from corpus.load.scan.wanting import recognised
from corpus.process import python_for
from corpus.records import Loaded, Page, Trace
from corpus.sheet.layout import laid_out
from corpus.sheet.printed import Printed
from corpus.text.fold import fold
from corpus.wording.coded import said

# Seconds for one file; ninety pages full of tables take two, and ten where much else runs.
LONGEST_READING = 30.0
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\ufffe\uffff]")
_COMPATIBLE = re.compile("[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff]")

_REASONS = {
    "encrypted": (said("pdf_encrypted"), "encrypted"),
    "damaged": (said("pdf_damaged"), "damaged"),
    "long": (said("pdf_long"), "too-large"),
}


def load_pdf(page: Page) -> Loaded:
    """The lines of a PDF. Raises LoadError: an extra is missing, encrypted, damaged, too long, without
    text."""
    if find_spec("pypdfium2") is None:
        raise Hindered(said("pdf_reader_missing"), "files_missing")
    answer = _read(page.body)
    if "error" in answer:
        raise LoadError(*_REASONS[answer["error"]])
    pages = [[_printed(number, *piece) for piece in pieces] for number, pieces in enumerate(answer["pages"])]
    receipt: list[Trace] = []
    texts = ["".join(piece.text for piece in pieces) for pieces in pages]
    sheets = recognised(page.body, texts, answer["pictures"], receipt)
    for sheet in sheets:
        pages[sheet.page] = pieces_of(sheet)
    laid = laid_out(pages, receipt, answer["rules"]) if any(pages) else None
    if laid is None or not laid.lines:
        raise LoadError(said("pdf_without_text"), "no-text")
    return Loaded("text", laid.lines, receipt=tuple(receipt), grids=laid.grids, scan=confidence_of(sheets))


def _printed(page: int, text: str, box: Sequence[float]) -> Printed:
    left, bottom, right, top = box
    return Printed(page, left, bottom, right, top, top - bottom, _normal(text))


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
