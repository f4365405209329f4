"""A table as the file that was asked for: plain (.csv) or as a workbook (.xlsx)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from typing import Any, Final

from flask import Response

from web.record.sheet import Row, Sheet, table
from web.record.workbook import workbook
from web.taking.named import file_name, named, said
from web.taking.wording import about_lines, words

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS: Final = {"csv": "text/csv; charset=utf-8", "xlsx": WORKBOOK}


def now() -> str:
    """Now, as ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def table_file(sheet: Sheet, ending: str, about: Mapping[str, Any], what: str = "", whole: str = "") -> Response:
    """The answer that holds a table; `about` has `query`, `version`, `date`, `complete` and what else
    there is to say, `whole` says in words whether it is all ("" where it is); `what` tells in the
    file's name which table it is.

    The first row is worked out before: what cannot be answered is an answer of its own, not a file
    that breaks off.
    """
    begun = Sheet(sheet.columns, _begun(sheet.rows))
    body = table(begun) if ending == "csv" else workbook(begun, words(), about_lines(about, whole))
    return taken(Response(body, content_type=KINDS[ending]), ending, about, what)


def taken(response: Response, ending: str, about: Mapping[str, Any], what: str = "") -> Response:
    """An answer as a file with a name, which says what it is."""
    named(response.headers, file_name(str(about.get("query", "")), str(about["date"]), ending, what))
    said(response.headers, about)
    return response


def _begun(rows: Iterator[Row]) -> Iterator[Row]:
    first = list(_first(rows))
    return chain(first, rows)


def _first(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        yield row
        return
