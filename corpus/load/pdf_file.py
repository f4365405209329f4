"""The reader of PDF: what is one, by its mark."""

from __future__ import annotations

from corpus.load.format import Source
from corpus.load.pdf import load_pdf
from corpus.records import Loaded

MARK = b"%PDF-"
# Other bytes may stand before a PDF's own; readers look this far.
MARK_WITHIN = 1024


def claims(source: Source) -> bool:
    """By its mark, which other bytes may precede, but no markup."""
    before, mark, _ = source.body[:MARK_WITHIN].partition(MARK)
    return bool(mark) and b"<" not in before


def read(source: Source) -> Loaded:
    """The lines of the file. Raises LoadError."""
    return load_pdf(source.page)
