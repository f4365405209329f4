"""Bringing the index up to what the store holds: what is new is added, what changed replaced, what
is gone removed.

Small changes are one Whoosh commit on the live generation, at once or not at all; a first build, a
fresh one, and one that changes most reports write a new generation beside it and swap. Either way a
build that is killed leaves the index as it was.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from whoosh.index import FileIndex
from whoosh.writing import NO_MERGE, SegmentWriter

from corpus.errors import XunzhangError
from corpus.records import Report
from corpus.text.mask import VERSION as MASKING
from index.analysts import all_documents
from index.changes import Changes, changes
from index.disk.codec import CharacterCodec
from index.disk.generation import current, new_generation, publish, remove_old, whoosh_index, writing
from index.disk.merge import tiered
from index.errors import IndexMissing
from index.snapshot import open_snapshot

# A fresh build begins another segment after so many characters: sorting them takes about twelve
# bytes each.
SEGMENT_CHARACTERS = 60_000_000
# And after so many sections: up to 65,536 the document of each character takes two bytes, beyond it
# four. No report has 500.
SEGMENT_DOCUMENTS = 65_000

Progress = Callable[[int, int], None]


class Reports(Protocol):
    """What is to be indexed: `corpus.store.folder.Store`, or anything like it."""

    def stamps(self) -> Mapping[str, str]:
        """A stamp for each report, which changes with it."""
        ...

    def report(self, id: str, /) -> Report:
        """The report with this id."""
        ...


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, in reports; `sections` and `version` are those of the index now.

    `problems`: a sentence for each report that could not be read; it stays in the index as it was,
    unless all is written anew.
    """

    added: int
    replaced: int
    removed: int
    unchanged: int
    sections: int
    version: str
    problems: tuple[str, ...] = ()


def build(store: Reports, directory: Path, fresh: bool = False, progress: Progress | None = None) -> Built:
    """Index what `store` holds under `directory`; `progress` is told (reports done, reports to do).

    Raises IndexBusy where another process builds, IndexOutdated and IndexDamaged unless `fresh`.
    """
    with writing(directory):
        live = None if fresh else _live(directory)
        remove_old(directory, keep=_answering(directory))
        # What is hidden by another table than today's is written anew.
        stamps = {name: f"{stamp}-{MASKING}" for name, stamp in store.stamps().items()}
        difference = changes(stamps, indexed_stamps(directory) if live else {})
        everything = live is None or difference.many
        reading = Reading(store, stamps, [*stamps] if everything else difference.to_write, progress)
        if live is None or everything:
            _write_generation(directory, reading)
        elif difference.any:
            _write_commit(whoosh_index(live), difference, reading)
        return _built(directory, difference, reading)


def _live(directory: Path) -> Path | None:
    try:
        return current(directory)
    except IndexMissing:
        return None


def _answering(directory: Path) -> Path | None:
    try:
        return current(directory)
    except XunzhangError:
        return None


def indexed_stamps(directory: Path) -> dict[str, str]:
    """The stamp of each report in the live index."""
    segments = open_snapshot(directory).segments
    reports = (segment.report(doc) for segment in segments for doc in segment.first_documents().tolist())
    return {report.id: report.stamp for report in reports}


class Reading:
    """Reads reports in order and adds them to writers; a report that cannot be read is noted and
    the rest goes on."""

    def __init__(
        self, store: Reports, stamps: Mapping[str, str], ids: Sequence[str], progress: Progress | None
    ) -> None:
        self._store, self._stamps, self._ids, self._progress = store, stamps, ids, progress
        self._made = all_documents(self._read(), len(ids))
        self._done, self.more = 0, True
        self.unread: dict[str, str] = {}

    def into(
        self, writer: SegmentWriter, stale: frozenset[str], characters: float = math.inf, documents: float = math.inf
    ) -> None:
        """Add the next reports, of about so many characters or sections, to `writer`; those that
        are `stale` replace what is indexed.

        Sets `more` to False when none is left."""
        for name, sections in self._made:
            if name in stale:
                writer.delete_by_term("report", name)
            for section in sections:
                writer.add_document(**section)
                characters -= len(section["text"].text)
            documents -= len(sections)
            self._tell()
            if characters <= 0 or documents <= 0:
                return
        self.more = False

    def _read(self) -> Iterator[tuple[Report, str]]:
        for name in self._ids:
            try:
                yield self._store.report(name), self._stamps[name]
            except XunzhangError as error:
                self.unread[name] = str(error)
                self._tell()

    def _tell(self) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, len(self._ids))


def _write_generation(directory: Path, reading: Reading) -> None:
    """Write everything beside the live generation, then swap."""
    generation = new_generation(directory)
    try:
        index = whoosh_index(generation)
        while reading.more:
            with _writer(index) as writer:
                writer.mergetype = NO_MERGE
                reading.into(writer, frozenset(), SEGMENT_CHARACTERS, SEGMENT_DOCUMENTS)
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    publish(generation)


def _write_commit(index: FileIndex, difference: Changes, reading: Reading) -> None:
    """Write the changes into the live generation: all of them answer from one moment on."""
    with _writer(index) as writer:
        writer.mergetype = tiered
        for name in difference.removed:
            writer.delete_by_term("report", name)
        reading.into(writer, frozenset(difference.replaced))


def _writer(index: FileIndex) -> SegmentWriter:
    # Files of their own can be mapped at aligned offsets; Whoosh's compound files cannot.
    return index.writer(codec=CharacterCodec(), compound=False)


def _built(directory: Path, difference: Changes, reading: Reading) -> Built:
    snapshot = open_snapshot(directory)
    live = (segment.size if segment.live is None else int(segment.live.sum()) for segment in snapshot.segments)
    return Built(
        added=len(set(difference.added) - reading.unread.keys()),
        replaced=len(set(difference.replaced) - reading.unread.keys()),
        removed=len(difference.removed),
        unchanged=len(difference.unchanged),
        sections=sum(live),
        version=snapshot.version,
        problems=tuple(reading.unread.values()),
    )
