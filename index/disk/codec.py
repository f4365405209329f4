"""Whoosh's own codec with three changes: characters are laid out, counted and sorted for a whole
segment at once; suffixes are sorted beside the writing of the postings; and the disk is asked once,
not once a posting, whether a column exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from threading import Thread
from typing import Any

from whoosh.codec.whoosh3 import (
    LENGTHS_COLUMN,
    W3Codec,
    W3FieldWriter,
    W3PerDocReader,
    W3PerDocWriter,
    W3Segment,
)
from whoosh.system import pack_ushort
from whoosh.util.numeric import length_to_byte

from index.disk.column import CharacterColumn, CharacterWriter
from index.disk.facts import FactsColumn
from index.disk.postings import write_postings
from index.words.counted import Postings, count_words, of_keys

TEXT = "text"
_LENGTHS = f"_{TEXT}_len"

Item = tuple[str, bytes, int, float, bytes | None]


class CharacterCodec(W3Codec):
    """The codec every writer of the index is given; one object serves one writer."""

    def __init__(self) -> None:
        super().__init__()
        self._open: PerDocumentWriter | None = None

    def __reduce__(self) -> tuple[type[CharacterCodec], tuple[()]]:
        # Segments are pickled with their codec; what is being written is no part of that.
        return CharacterCodec, ()

    def per_document_writer(self, storage: Any, segment: W3Segment) -> PerDocumentWriter:
        self._open = PerDocumentWriter(self, storage, segment)
        return self._open

    def field_writer(self, storage: Any, segment: W3Segment) -> TermWriter:
        if self._open is None:
            raise AssertionError("Whoosh opens the writer of documents first")
        return TermWriter(self, storage, segment, self._open)

    def per_document_reader(self, storage: Any, segment: W3Segment) -> PerDocumentReader:
        return PerDocumentReader(storage, segment)


class PerDocumentWriter(W3PerDocWriter):
    """Writes our columns straight to their files, so that they can be mapped, and the text's when
    its words are counted."""

    def __init__(self, codec: W3Codec, storage: Any, segment: W3Segment) -> None:
        super().__init__(codec, storage, segment)
        self._sorting: list[Sorting] = []
        self._colwriters: dict[str, Any]
        self.postings: Postings | None = None

    def _create_column(self, fieldname: str, column: Any) -> None:
        if not isinstance(column, CharacterColumn | FactsColumn):
            super()._create_column(fieldname, column)
            return
        file = self._storage.create_file(self._column_filename(fieldname))
        self._colwriters[fieldname] = column.writer(file)

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int) -> None:
        # The lengths of texts are counted on closing; a merged segment must not hand its old ones
        # in.
        super().add_field(fieldname, fieldobj, value, 0 if fieldname == TEXT else length)

    def close(self) -> None:
        writers = [writer for writer in self._colwriters.values() if isinstance(writer, CharacterWriter)]
        for writer in writers:
            writer.gather(self._doccount)
            self._sorting.append(Sorting(writer))
        text = self._colwriters.get(TEXT)
        self._colwriters = {name: writer for name, writer in self._colwriters.items() if writer not in writers}
        if text is not None:
            arrays = text.arrays
            self.postings = count_words(arrays["text"], arrays["bounds"], arrays["starts"])
            self._write_lengths(self.postings.lengths.tolist())
        super().close()

    def _write_lengths(self, lengths: list[int]) -> None:
        self._fieldlengths[TEXT] = sum(lengths)
        for document, length in enumerate(lengths):
            self._docnum = document
            self.add_column_value(_LENGTHS, LENGTHS_COLUMN, length_to_byte(length))

    def wait(self) -> None:
        """Return when the suffixes are written. Raises what went wrong with that."""
        for sorting in self._sorting:
            sorting.wait()


class Sorting(Thread):
    """Sorts and writes one column of characters; libdivsufsort lets Python go on meanwhile."""

    def __init__(self, writer: CharacterWriter) -> None:
        super().__init__(daemon=True)
        self._writer = writer
        self._failure: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._writer.write()
        except BaseException as failure:
            self._failure = failure

    def wait(self) -> None:
        self.join()
        if self._failure is not None:
            raise self._failure


class TermWriter(W3FieldWriter):
    """Writes the postings of ids, which Whoosh collected, and those of words, as they were
    counted."""

    def __init__(self, codec: W3Codec, storage: Any, segment: W3Segment, documents: PerDocumentWriter) -> None:
        super().__init__(codec, storage, segment)
        self._documents = documents

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Item]) -> None:  # noqa: ARG002 (Whoosh's)
        for name, of_field in groupby(without_words(items), itemgetter(0)):
            self._write(name, schema[name], of_keys((item[1], item[2]) for item in of_field))
        if self._documents.postings is not None:
            self._write(TEXT, schema[TEXT], self._documents.postings)

    def _write(self, name: str, field: Any, postings: Postings) -> None:
        self.start_field(name, field)
        prefix = pack_ushort(self._fieldid)
        for word, info in write_postings(postings, self._postfile):
            self._tindex.add(prefix + word, info.to_bytes())
        self.finish_field()

    def close(self) -> None:
        super().close()
        self._documents.wait()


def without_words(items: Iterable[Item]) -> Iterator[Item]:
    """Postings but for those of words: a segment that is merged counts them from its boundaries."""
    return (item for item in items if item[0] != TEXT)


class PerDocumentReader(W3PerDocReader):
    """Whoosh's reader with a memory for which columns exist."""

    def __init__(self, storage: Any, segment: W3Segment) -> None:
        super().__init__(storage, segment)
        self._exists: dict[str, bool] = {}

    def has_column(self, fieldname: str) -> bool:
        if fieldname not in self._exists:
            self._exists[fieldname] = super().has_column(fieldname)
        return self._exists[fieldname]
