"""The reader of pictures: PNG, JPEG and TIFF, one page or many."""

from __future__ import annotations

from corpus.errors import LoadError
from corpus.load.format import Source
from corpus.load.scan.loaded import traces
from corpus.load.scan.recognise import recognise
from corpus.load.scan.rows import pieces_of
from corpus.load.scan.seen import confidence_of
from corpus.records import Loaded
from corpus.sheet.layout import laid_out
from corpus.wording.coded import said

MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
NO_TEXT = said("picture_without_text")


def claims(source: Source) -> bool:
    """By its mark."""
    return source.body.startswith(MARKS)


def read(source: Source) -> Loaded:
    """The lines recognised on its pages. Raises LoadError: the extra is missing, damaged, nothing
    recognised."""
    sheets = recognise(source.body)
    receipt = list(traces(sheets))
    pages = [pieces_of(sheet) for sheet in sheets]
    laid = laid_out(pages, receipt) if any(pages) else None
    if laid is None or not laid.lines:
        raise LoadError(NO_TEXT, "no-text")
    return Loaded("text", laid.lines, receipt=tuple(receipt), grids=laid.grids, scan=confidence_of(sheets))
