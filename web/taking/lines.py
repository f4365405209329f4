"""The whole corpus as JSON Lines: a record a line, as `/api/reports/<id>` gives it."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator
from typing import Final

from corpus.records import Report
from corpus.store.public import public

LEVEL: Final = 5  # as answers are compressed (web/compression.py)


def lines(reports: Iterable[Report]) -> Iterator[str]:
    """Records, each as JSON on a line."""
    return (json.dumps(public(report), ensure_ascii=False) + "\n" for report in reports)


def packed(pieces: Iterable[str]) -> Iterator[bytes]:
    """A text as one gzip file, piece by piece."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=LEVEL, mtime=0) as packer:
        for piece in pieces:
            packer.write(piece.encode())
            yield _emptied(buffer)
    yield _emptied(buffer)


def _emptied(buffer: io.BytesIO) -> bytes:
    found = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return found
