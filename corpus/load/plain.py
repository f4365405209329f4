"""Flattened text, a line a line: what people and extractors save, and what no other reader
claims."""

from __future__ import annotations

from corpus.load.drawn_tables import grids_of, undrawn
from corpus.load.format import Source
from corpus.records import Line, Loaded, Trace

# So many cells of flattened tables are named in the receipt.
MOST_TRACED = 20


def claims(source: Source) -> bool:  # noqa: ARG001
    """Whatever it is."""
    return True


def read(source: Source) -> Loaded:
    """The lines as they stand, without the bars of an extractor's tables. Raises LoadError:
    undecodable."""
    text, encoding = source.decoded
    written = [line.rstrip("\t") for line in text.split("\n")]  # a tab at the end tells a row of a table
    shown = [None if (bare := undrawn(line)) is None else _unboxed(bare) for line in written]
    lines = [line for line in shown if line is not None]
    boxed = [before.strip() for before, line in zip(written, shown, strict=True) if before != line]
    receipt = (Trace("converter's marks", "\n".join(boxed[:MOST_TRACED])),) if boxed else ()
    return Loaded("text", tuple(map(Line, lines)), encoding=encoding, receipt=receipt, grids=grids_of(text.split("\n")))


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
