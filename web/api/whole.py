"""The whole corpus, a record a line, sent as it is read."""

from __future__ import annotations

import gzip
import io
import json
import logging
from collections.abc import Iterable, Iterator
from typing import Final

from flask import Flask, Response

from corpus.store.public import public
from web.shelf import shelf

LOG: Final = logging.getLogger(__name__)
LEVEL: Final = 5  # as answers are compressed (web/compression.py)


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/reports.jsonl", "export_reports", export_reports)
    app.add_url_rule("/reports.jsonl.gz", "export_reports_packed", export_reports_packed)


def export_reports() -> Response:
    """Records as `/api/reports/<id>` gives them."""
    response = Response(lines(), content_type="application/x-ndjson; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="xunzhang-reports.jsonl"'
    return response


def export_reports_packed() -> Response:
    """The same as a file that stays packed where it is kept."""
    response = Response(packed(lines()), content_type="application/gzip")
    response.headers["Content-Disposition"] = 'attachment; filename="xunzhang-reports.jsonl.gz"'
    return response


def lines() -> Iterator[str]:
    """All records, each as JSON on a line; of one that is damaged the log tells."""
    reports = shelf().store.reports(lambda error: LOG.error("%s: %s", "/reports.jsonl", error))
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
