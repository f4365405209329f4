"""Matrix, spread and absence for programs: JSON and plain tables."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from flask import Flask, Response, request

from corpus.errors import XunzhangError
from search.engine import Engine
from search.tables import Matrix
from web.address import place
from web.address.telling import Telling, address, one_phrase, read_telling
from web.language.sentences import gettext
from web.phrase import sheets
from web.phrase.records import absence_record, matrix_record, spread_record, trends_record, unsaid, unsaid_of
from web.record.sheet import Row, Sheet
from web.shelf import shelf
from web.taking.file import now, table_file

LOG: Final = logging.getLogger(__name__)
Rows = Callable[[Engine, Telling], Iterator[Row]]
ROWS: Final = 50  # of an answer, where nothing is said


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/api/matrix", "api_matrix", api_matrix)
    app.add_url_rule("/api/spread", "api_spread", api_spread)
    app.add_url_rule("/api/absent", "api_absent", api_absent)
    app.add_url_rule("/matrix.<any(csv, xlsx):ending>", "matrix_table", matrix_table)
    app.add_url_rule("/spread.<any(csv, xlsx):ending>", "spread_table", spread_table)
    app.add_url_rule("/absent.<any(csv, xlsx):ending>", "absent_table", absent_table)


def api_matrix() -> dict[str, Any]:
    """Rows by years; of several phrases a row each."""
    state, engine = read_telling(request.args), shelf().engine.pinned()
    if len(state.queries) > 1:
        several = trends(engine, state)
        return trends_record(several, state, unsaid_of(engine, state, several))
    found = engine.matrix(state.request(ROWS), state.rows, state.order)
    return matrix_record(found, state, *unsaid_of(engine, state, [found]))


def trends(engine: Engine, state: Telling) -> list[Matrix]:
    """For each phrase all reports by year."""
    return [engine.matrix(state.request(1, query), "none") for query in state.queries]


def api_spread() -> dict[str, Any]:
    """First uses, who is silent, and the curve."""
    state = one_phrase(read_telling(request.args))
    engine = shelf().engine.pinned()
    found = engine.spread(state.request(ROWS), state.panel, state.every_kind)
    unheard = None if found.kinds else unsaid(engine, state, state.queries[0])
    return spread_record(found, state, published, unheard)


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


def matrix_table(ending: str) -> Response:
    """All cells, one a line."""
    return _table(read_telling(request.args), sheets.CELL_COLUMNS, sheets.cells, ending, gettext("逐年逐地"))


def spread_table(ending: str) -> Response:
    """An issuer and year a line, as models of event history take it."""
    state = one_phrase(read_telling(request.args))
    return _table(state, sheets.BODY_YEAR_COLUMNS, sheets.body_years, ending, gettext("传开的过程"))


def absent_table(ending: str) -> Response:
    """A silent report a line."""
    state = one_phrase(read_telling(request.args))
    return _table(state, sheets.ABSENT_COLUMNS, sheets.silent, ending, gettext("没有写到的"))


def _table(state: Telling, columns: Sequence[str], rows: Rows, ending: str, what: str) -> Response:
    engine = shelf().engine.pinned()
    about = {
        "query": " · ".join(state.queries),
        "address": place.root() + address(state),
        "version": engine.version,
        "date": now(),
        "complete": "complete",
    }
    return table_file(Sheet(tuple(columns), rows(engine, state)), ending, about, what)
