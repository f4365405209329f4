"""Matrix, spread and absence for programs: JSON and plain tables."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any, Final

from flask import Flask, Response, request

from corpus.errors import XunzhangError
from web.address.telling import Telling, one_phrase, read_telling
from web.phrase import sheets
from web.phrase.records import absence_record, matrix_record, spread_record, trends_record
from web.record.sheet import plain_table
from web.shelf import shelf

LOG: Final = logging.getLogger(__name__)
ROWS: Final = 50  # of an answer, where nothing is said


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/api/matrix", "api_matrix", api_matrix)
    app.add_url_rule("/api/spread", "api_spread", api_spread)
    app.add_url_rule("/api/absent", "api_absent", api_absent)
    app.add_url_rule("/matrix.csv", "matrix_csv", matrix_csv)
    app.add_url_rule("/spread.csv", "spread_csv", spread_csv)
    app.add_url_rule("/absent.csv", "absent_csv", absent_csv)


def api_matrix() -> dict[str, Any]:
    """Rows by years; of several phrases a row each."""
    state = read_telling(request.args)
    if len(state.queries) > 1:
        return trends_record(trends(state), state)
    return matrix_record(shelf().engine.matrix(state.request(ROWS), state.rows, state.order), state)


def trends(state: Telling) -> list[Any]:
    """For each phrase all reports by year."""
    engine = shelf().engine.pinned()
    return [engine.matrix(state.request(1, query), "none") for query in state.queries]


def api_spread() -> dict[str, Any]:
    """First uses, who is silent, and the curve."""
    state = one_phrase(read_telling(request.args))
    found = shelf().engine.spread(state.request(ROWS), state.panel, state.every_kind)
    return spread_record(found, state, published)


def api_absent() -> dict[str, Any]:
    """Reports that do not say it, and what is not held."""
    state = one_phrase(read_telling(request.args))
    return absence_record(shelf().engine.absent(state.request(ROWS)), state)


def published(identity: str) -> str | None:
    """When a report was published, as its record says."""
    try:
        return shelf().store.report(identity).published
    except XunzhangError:
        return None  # removed, and not yet from the index


def matrix_csv() -> Response:
    """All cells, one a line."""
    state, engine = read_telling(request.args), shelf().engine.pinned()
    return _file(sheets.CELL_COLUMNS, sheets.cells(engine, state), "matrix")


def spread_csv() -> Response:
    """An issuer and year a line, as models of event history take it."""
    state, engine = one_phrase(read_telling(request.args)), shelf().engine.pinned()
    return _file(sheets.BODY_YEAR_COLUMNS, sheets.body_years(engine, state), "spread")


def absent_csv() -> Response:
    """A silent report a line."""
    state, engine = one_phrase(read_telling(request.args)), shelf().engine.pinned()
    return _file(sheets.ABSENT_COLUMNS, sheets.silent(engine, state), "absent")


def _file(columns: Iterable[str], lines: Iterator[sheets.Line], name: str) -> Response:
    first = next(lines, None)  # what cannot be read is an answer of its own, not a file that breaks off
    every = lines if first is None else _with(first, lines)
    response = Response(plain_table(columns, every), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="xunzhang-{name}.csv"'
    return response


def _with(first: sheets.Line, rest: Iterator[sheets.Line]) -> Iterator[sheets.Line]:
    yield first
    yield from rest
