"""The Whoosh column for what is known about a section: values of few kinds as codes, two numbers,
and records only hits need.

One column holds them all: a segment then is three mapped files and not fifteen, and there are no
postings. (Whoosh's NUMERIC writes eight terms a value, and its own columns are read value by
value.)
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from whoosh.columns import Column, ColumnReader, ColumnWriter

from index.characters.arrays import Array, map_file, read_arrays, write_arrays
from index.disk.prints import prints

# Columns of codes, whose values facets count (not those of `number`, the document number as it is
# written). Places are division codes, years four digits; "" is missing.
COLUMNS = ("report", "year", "province", "city", "zone", "level", "part", "kind", "number")
RECORDS = ("hit", "source")


@dataclass(frozen=True, slots=True)
class Facts:
    """`values`: one string for each of COLUMNS. `heading`: folded length of the heading the text
    begins with; `order`: place in the report; `hit`, `source`: lines (`index.disk.stored`) of the
    section and of its report (on the report's first section)."""

    values: tuple[str, ...]
    heading: int
    order: int
    hit: bytes
    source: bytes


_NOTHING = Facts(("",) * len(COLUMNS), 0, 0, b"", b"")


class FactsColumn(Column):
    """A column of `Facts`."""

    _default = _NOTHING

    def writer(self, dbfile: Any) -> FactsWriter:
        return FactsWriter(dbfile)

    def reader(self, dbfile: Any, basepos: int, length: int, doccount: int) -> FactsReader:
        return FactsReader(dbfile, basepos, length, doccount)


class FactsWriter(ColumnWriter):
    """Collects the facts of a segment and writes them side by side."""

    def __init__(self, dbfile: Any) -> None:
        super().__init__(dbfile)
        self._facts: list[Facts] = []

    def fill(self, docnum: int) -> None:
        self._facts.extend([_NOTHING] * (docnum - len(self._facts)))

    def add(self, docnum: int, value: Facts) -> None:
        self.fill(docnum)
        self._facts.append(value)

    def finish(self, doccount: int) -> None:
        self.fill(doccount)
        arrays: dict[str, Array] = {}
        for place, name in enumerate(COLUMNS):
            arrays |= coded(name, [facts.values[place] for facts in self._facts])
        arrays["heading"] = np.array([facts.heading for facts in self._facts], np.uint32)
        arrays["order"] = np.array([facts.order for facts in self._facts], np.int32)
        arrays |= packed("hit", [facts.hit for facts in self._facts])
        arrays |= packed("source", [facts.source for facts in self._facts])
        write_arrays(self._dbfile, arrays)
        self._dbfile.close()


def coded(name: str, values: list[str]) -> dict[str, Array]:
    """`<name>`: int32 codes into the sorted table of the values that occur, which is packed beside
    it."""
    table = sorted(set(values))
    code = {value: number for number, value in enumerate(table)}
    codes = np.array([code[value] for value in values], np.int32)
    return {name: codes} | packed(f"{name}.table", [value.encode() for value in table])


def packed(name: str, records: list[bytes]) -> dict[str, Array]:
    """Records one behind the other; record i is `<name>[<name>.starts[i]:<name>.starts[i+1]]`."""
    ends = np.cumsum(np.array([len(record) for record in records], np.uint64))
    starts = np.concatenate((np.zeros(1, np.uint64), ends)).astype(np.uint64)
    return {name: np.frombuffer(b"".join(records), np.uint8), f"{name}.starts": starts}


class FactsReader(ColumnReader):
    """`codes`: an int32 array for each of COLUMNS; `tables`: the sorted values they stand for;
    `headings`, `orders`: numbers."""

    def __init__(self, dbfile: Any, basepos: int, length: int, doccount: int) -> None:
        super().__init__(dbfile, basepos, length, doccount)
        self._arrays = read_arrays(map_file(dbfile), str(dbfile))
        self.codes = {name: self._arrays[name] for name in COLUMNS}
        self.tables = {name: [record.decode() for record in self._records(f"{name}.table")] for name in COLUMNS}
        self.headings, self.orders = self._arrays["heading"], self._arrays["order"]
        # One item of a memoryview is a Python number at once: a record takes 0.6 µs and not 2.5.
        self._packed = {name: (self._arrays[f"{name}.starts"].data, self._arrays[name].data) for name in RECORDS}

    def _records(self, name: str) -> list[bytes]:
        raw, starts = self._arrays[name].tobytes(), self._arrays[f"{name}.starts"].tolist()
        return [raw[start:stop] for start, stop in pairwise(starts)]

    def _record(self, name: str, docnum: int) -> bytes:
        starts, raw = self._packed[name]
        return bytes(raw[starts[docnum] : starts[docnum + 1]])

    def text(self, name: str, docnum: int) -> str:
        """A line as text."""
        starts, raw = self._packed[name]
        return str(raw[starts[docnum] : starts[docnum + 1]], "utf8", "surrogatepass")

    def prints(self) -> Array:
        """The fingerprint of each section as a number (`index.disk.prints`)."""
        return prints(self._arrays["hit"], self._arrays["hit.starts"])

    def hit(self, docnum: int) -> bytes:
        """The line of the section."""
        return self._record("hit", docnum)

    def source(self, docnum: int) -> bytes:
        """The line of the report; empty but on its first section."""
        return self._record("source", docnum)

    def __getitem__(self, docnum: int) -> Facts:
        values = tuple(self.tables[name][self.codes[name][docnum]] for name in COLUMNS)
        heading, order = int(self.headings[docnum]), int(self.orders[docnum])
        return Facts(values, heading, order, self.hit(docnum), self.source(docnum))
