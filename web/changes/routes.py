"""A comparison for programs: JSON, and a plain table."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request

from web.address.comparing import read_other
from web.address.parameters import read_language
from web.changes.compare import compare
from web.changes.records import comparison_record
from web.changes.sheets import COLUMNS, lines
from web.record.sheet import Sheet, table
from web.shelf import shelf


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/api/reports/<identity>/diff", "api_diff", api_diff)
    app.add_url_rule("/r/<identity>/changes.csv", "changes_csv", changes_csv)


def api_diff(identity: str) -> dict[str, Any]:
    """What is new in a report against another, or against the latest earlier one of its issuer."""
    read_language(request.args)
    return comparison_record(compare(shelf(), identity, read_other(request.args)))


def changes_csv(identity: str) -> Response:
    """All rows, one a line."""
    found = compare(shelf(), identity, read_other(request.args))
    response = Response(table(Sheet(COLUMNS, lines(found.changes))), content_type="text/csv; charset=utf-8")
    name = f"xunzhang-changes-{found.new.id}-{found.old.id}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
