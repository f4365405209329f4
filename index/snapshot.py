"""The index as it stood after one commit: read-only, mapped, shared between processes, and safe to
use from many threads."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError

from corpus.errors import XunzhangError
from corpus.gazetteer import division_name
from index.characters.arrays import Array, Bools
from index.characters.lookup import Characters
from index.disk.codec import CharacterCodec
from index.disk.facts import COLUMNS, FactsReader
from index.disk.generation import check_format, current
from index.disk.schema import schema
from index.disk.stored import SEPARATOR, StoredReport, StoredSection, read_report, section_of
from index.errors import IndexDamaged

__all__ = ["COLUMNS", "Characters", "Segment", "Snapshot", "StoredReport", "StoredSection", "open_snapshot"]

# A commit may remove files while they are being opened: look again so often, after so many seconds.
ATTEMPTS, PAUSE = 5, 0.02


class Segment:
    """One segment of the index. Documents are numbered from 0; those of a report stand together, in
    order.

    `size`: documents, deleted ones included; `live`: bool[size], None where none is deleted;
    `lengths`: folded characters of each section, GAPs not counted; `headings`: folded length of the
    heading each text begins with; `orders`: place of the section in its report; `codes`:
    int32[size] for each of COLUMNS, into `Snapshot.values` (deleted documents: any code).
    """

    def __init__(self, segment: W3Segment, text: Characters, about: Characters, facts: FactsReader) -> None:
        self.size: int = segment.doc_count_all()
        self.live = _live(segment)
        self.text, self.about = text, about
        self.lengths: Array = text.lengths
        self.headings: Array = facts.headings
        self.orders: Array = facts.orders
        self.codes: Mapping[str, npt.NDArray[np.int32]] = facts.codes
        self._facts = facts
        # One item of a memoryview is a Python number at once.
        self.order_of = facts.orders.data
        self._parts, self._part_of = facts.tables["part"], facts.codes["part"].data

    def stored(self, doc: int) -> StoredSection:
        """What a hit shows of document `doc`."""
        part = self._parts[self._part_of[doc]] or None
        return section_of(self.report(doc), self._facts.hit(doc), part, self.order_of[doc])

    def fields(self, doc: int) -> tuple[list[str], list[str], str]:
        """What `stored` gives, as it is kept: the fields of the report (as in `StoredReport`),
        those of the section (id, level, fingerprint, headings), and the part. "" is what is missing."""
        line = self._facts.text
        report = line("source", doc - self.order_of[doc]).split(SEPARATOR)
        return report, line("hit", doc).split(SEPARATOR), self._parts[self._part_of[doc]]

    def report(self, doc: int) -> StoredReport:
        """What is known of the report of document `doc`."""
        return read_report(self._facts.source(doc - self.order_of[doc]))

    @cached_property
    def prints(self) -> Array:
        """uint64[size]: equal where sections say the same, 0 where that is not known. Worked out when
        first asked for: 54,132 sections take 15 ms."""
        return self._facts.prints()

    @cached_property
    def _by_print(self) -> tuple[Array, Array]:
        order = np.argsort(self.prints, kind="stable")
        return self.prints[order], order

    def with_print(self, key: np.uint64) -> Array:
        """The documents that say the same, ascending, deleted ones included."""
        keys, docs = self._by_print
        return docs[np.searchsorted(keys, key) : np.searchsorted(keys, key, "right")]

    def first_documents(self) -> Array:
        """The first section of each report that is not deleted, ascending."""
        first = self.orders == 0
        return np.flatnonzero(first if self.live is None else first & self.live)


def _live(segment: W3Segment) -> Bools | None:
    if not segment.has_deletions():
        return None
    live = np.ones(segment.doc_count_all(), np.bool_)
    live[list(segment.deleted_docs())] = False
    return live


class Snapshot:
    """All segments after one commit. `values[column][code]` is what a code stands for; tables are
    sorted, so codes sort as values do, and hold only values of sections that are not deleted."""

    def __init__(self, version: str, parts: list[tuple[Segment, FactsReader]]) -> None:
        self.version = version
        self.segments = tuple(segment for segment, _ in parts)
        self.values: Mapping[str, tuple[str, ...]] = MappingProxyType(
            {name: _one_table(name, parts) for name in COLUMNS}
        )

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The names of the division codes that occur."""
        codes = {*self.values["province"], *self.values["city"]} - {""}
        return MappingProxyType({code: division_name(code) or code for code in sorted(codes)})


def _one_table(name: str, parts: list[tuple[Segment, FactsReader]]) -> tuple[str, ...]:
    """The values of one column over all segments; the segments' codes are changed to point into it
    where they do not already."""
    used = [_used(segment, segment.codes[name], len(facts.tables[name])) for segment, facts in parts]
    table = sorted({facts.tables[name][code] for (_, facts), codes in zip(parts, used, strict=True) for code in codes})
    place = {value: number for number, value in enumerate(table)}
    for segment, facts in parts:
        moved = np.array([place.get(value, 0) for value in facts.tables[name]], np.int32)
        if not np.array_equal(moved, np.arange(len(moved))):
            segment.codes = {**segment.codes, name: moved[segment.codes[name]]}
    return tuple(table)


def _used(segment: Segment, codes: Array, count: int) -> list[int]:
    if segment.live is None:
        return list(range(count))
    found: list[int] = np.unique(codes[segment.live]).tolist()
    return found


def open_snapshot(directory: Path) -> Snapshot:
    """Open the live generation. Raises IndexMissing, IndexDamaged, IndexOutdated."""
    for attempt in range(ATTEMPTS):
        try:
            return _open(current(directory))
        except (FileNotFoundError, EmptyIndexError) as error:
            if attempt == ATTEMPTS - 1:
                raise IndexDamaged(_missing(error)) from error
            time.sleep(PAUSE)
    raise AssertionError("the last attempt returns or raises")


def _missing(error: Exception) -> str:
    return Path(error.filename).name if isinstance(error, FileNotFoundError) else "TOC"


def _open(generation: Path) -> Snapshot:
    check_format(generation)
    try:
        storage = FileStorage(str(generation))
        toc = TOC.read(storage, "MAIN", schema=schema())
        return Snapshot(f"{generation.name}.{toc.generation}", [_open_segment(storage, each) for each in toc.segments])
    except (FileNotFoundError, EmptyIndexError, MemoryError, XunzhangError):
        raise
    except Exception as error:  # what unpickling a damaged file raises is anybody's guess
        raise IndexDamaged(f"{generation.name}: {type(error).__name__}") from error


def _open_segment(storage: FileStorage, segment: W3Segment) -> tuple[Segment, FactsReader]:
    reader, fields = CharacterCodec().per_document_reader(storage, segment), schema()
    columns = {name: reader.column_reader(name, fields[name].column_type) for name in ("text", "about", "facts")}
    reader.close()  # the maps outlive the files they came from
    text, about, facts = columns["text"].characters, columns["about"].characters, columns["facts"]
    if not len(text) == len(about) == len(facts.orders) == segment.doc_count_all():
        raise IndexDamaged(segment.segment_id())
    return Segment(segment, text, about, facts), facts
