"""The Whoosh column that holds the characters of a segment. Its values are `Passage`s, written once
and merged as they are."""

from __future__ import annotations

from typing import Any

import numpy as np
from whoosh.columns import Column, ColumnReader, ColumnWriter

from index.characters import chosen
from index.characters.arrays import Array, map_file, read_arrays, write_arrays
from index.characters.lookup import GAP
from index.characters.suffixes import suffix_array
from index.words.passage import Passage, narrow

_EMPTY = Passage(np.zeros(0, np.uint16), np.zeros(0, np.uint16), np.zeros(0, np.uint32), np.zeros(0, np.bool_))


class CharacterColumn(Column):
    """A column of passages whose reader is asked where any string of characters occurs
    (`characters`)."""

    _default = _EMPTY

    def writer(self, dbfile: Any) -> CharacterWriter:
        return CharacterWriter(dbfile)

    def reader(self, dbfile: Any, basepos: int, length: int, doccount: int) -> CharacterReader:
        return CharacterReader(dbfile, basepos, length, doccount)


class CharacterWriter(ColumnWriter):
    """Collects passages; `gather` lays them side by side, `write` sorts and writes, so that others
    may work meanwhile."""

    def __init__(self, dbfile: Any) -> None:
        super().__init__(dbfile)
        self._passages: list[Passage] = []
        self.arrays: dict[str, Array] = {}

    def fill(self, docnum: int) -> None:
        self._passages.extend([_EMPTY] * (docnum - len(self._passages)))

    def add(self, docnum: int, value: Passage) -> None:
        self.fill(docnum)
        self._passages.append(value)

    def gather(self, doccount: int) -> None:
        """Lay out all passages. After it, `arrays` has everything but the sorted suffixes."""
        self.fill(doccount)
        self.arrays = side_by_side(self._passages)
        self._passages = []

    def write(self) -> None:
        """Sort the suffixes and write the file."""
        arrays = self.arrays | sorted_suffixes(self.arrays["text"], self.arrays["starts"])
        arrays["boundaries"] = np.packbits(arrays.pop("bounds"), bitorder="little")
        write_arrays(self._dbfile, arrays)
        self._dbfile.close()

    def finish(self, doccount: int) -> None:
        self.gather(doccount)
        self.write()


def side_by_side(passages: list[Passage]) -> dict[str, Array]:
    """The arrays of a segment that need no sorting; a GAP stands behind each passage."""
    gap, bound = np.full(1, GAP, np.uint16), np.ones(1, np.bool_)
    starts = _starts([len(passage.text) for passage in passages])
    text = np.concatenate([part for passage in passages for part in (passage.text, gap)] or [gap[:0]])
    written = np.concatenate([part for passage in passages for part in (passage.written, gap)] or [gap[:0]])
    skips = [passage.skips + start for passage, start in zip(passages, starts, strict=False)]
    # Every passage ends with a GAP of its own, so no stretch is empty.
    gaps = np.add.reduceat(text == GAP, starts[:-1], dtype=np.uint32) if passages else starts[1:]
    return {
        "text": narrow(text),
        "written": narrow(written),
        "bounds": np.concatenate([part for passage in passages for part in (passage.bounds, bound)] or [bound[:0]]),
        "starts": starts,
        "written_starts": _starts([len(passage.written) for passage in passages]),
        "lengths": starts[1:] - starts[:-1] - gaps,
        "skips": np.concatenate([*skips, np.zeros(0, np.uint32)]).astype(np.uint32),
        "skip_starts": _starts([len(part) for part in skips], 0),
    }


def _starts(lengths: list[int], apart: int = 1) -> Array:
    return np.concatenate(([0], np.cumsum(np.array(lengths, np.int64) + apart))).astype(np.uint32)


def sorted_suffixes(text: Array, starts: Array) -> dict[str, Array]:
    """Suffixes but for those that begin with a GAP, their documents, and where the suffixes of each
    first character begin."""
    suffixes = suffix_array(text)[np.count_nonzero(text == GAP) :]
    heads, sizes = np.unique(text[text != GAP], return_counts=True) if len(suffixes) else (text[:0], suffixes[:0])
    count = len(starts) - 1
    smallest = np.min_scalar_type(max(count - 1, 0))
    documents = np.repeat(np.arange(count, dtype=smallest), starts[1:] - starts[:-1])
    return {
        "suffixes": suffixes,
        "documents": documents[suffixes],
        "heads": heads,
        "head_rows": np.concatenate(([0], np.cumsum(sizes))).astype(np.uint32),
    }


class CharacterReader(ColumnReader):
    """`characters` answers; `reader[docnum]` gives the passage back, so that merging cuts no word
    again."""

    def __init__(self, dbfile: Any, basepos: int, length: int, doccount: int) -> None:
        super().__init__(dbfile, basepos, length, doccount)
        self.characters = chosen.characters(read_arrays(map_file(dbfile), str(dbfile)))

    def __getitem__(self, docnum: int) -> Passage:
        column = self.characters
        start, stop = int(column.starts[docnum]), int(column.starts[docnum + 1]) - 1
        first, last = int(column.skip_starts[docnum]), int(column.skip_starts[docnum + 1])
        return Passage(
            column.text[start:stop],
            column.written[int(column.written_starts[docnum]) : int(column.written_starts[docnum + 1]) - 1],
            column.skips[first:last] - np.uint32(start),
            column.boundaries(start, stop),
        )
