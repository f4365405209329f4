"""The whole corpus, a record a line, sent as it is read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Final

from flask import Flask, Response

from corpus.records import Report
from web.shelf import shelf
from web.taking.lines import lines, packed

LOG: Final = logging.getLogger(__name__)


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/reports.jsonl", "export_reports", export_reports)
    app.add_url_rule("/reports.jsonl.gz", "export_reports_packed", export_reports_packed)


def export_reports() -> Response:
    """Records as `/api/reports/<id>` gives them."""
    response = Response(lines(_reports()), content_type="application/x-ndjson; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="xunzhang-reports.jsonl"'
    return response


def export_reports_packed() -> Response:
    """The same as a file that stays packed where it is kept."""
    response = Response(packed(lines(_reports())), content_type="application/gzip")
    response.headers["Content-Disposition"] = 'attachment; filename="xunzhang-reports.jsonl.gz"'
    return response


def _reports() -> Iterator[Report]:
    """All reports; of one that is damaged the log tells."""
    return shelf().store.reports(lambda error: LOG.error("%s: %s", "/reports.jsonl", error))
