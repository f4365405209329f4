"""Requests that are not answered, in the one shape of errors: exports past the limit, and what the
server itself refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from flask import Flask, Response, abort, current_app, g, request
from werkzeug.exceptions import ServiceUnavailable, TooManyRequests

from web.address.place import HERE
from web.serving.limits import Exports

EXTENSION: Final = "xunzhang-exports"
STATUS: Final = "xunzhang.status"  # in the environment: what the server has already decided
ENDPOINTS: Final = (
    *("shared_csv", "sentences_csv"),
    *("export_json", "export_table", "export_atom", "export_reports", "export_reports_packed"),
    *("matrix_table", "spread_table", "absent_table", "zones_table", "coverage_table"),
)
AGAIN: Final = 10  # seconds after which it is worth asking again


def register(app: Flask) -> None:
    """Count the exports of an application."""
    app.extensions[EXTENSION] = Exports()
    app.before_request(begin)
    app.after_request(end)


def exports(app: Flask) -> Exports:
    """The exports under way of an application."""
    counted: Exports = app.extensions[EXTENSION]
    return counted


def begin() -> None:
    """429 or 503 for an export too many, and whatever the server decided."""
    if status := request.environ.get(STATUS):
        _refuse(status)
    # Only what a server sends holds one of its threads; who asks in this process reads as it likes.
    if request.endpoint in ENDPOINTS and HERE in request.environ:
        begun = exports(current_app).begin(request.remote_addr or "")
        if isinstance(begun, int):
            _refuse(begun)
        g.export = begun


def end(response: Response) -> Response:
    """An export ends when its last piece has been sent, or nobody takes it any more."""
    if "export" in g:
        response.call_on_close(g.export)
        response.response = _until_the_end(response.iter_encoded(), g.export)
    return response


def _until_the_end(pieces: Iterable[bytes], ended: Callable[[], None]) -> Iterator[bytes]:
    """The pieces; `ended` is called behind the last of them."""
    yield from pieces
    ended()


def _refuse(status: int) -> None:
    if status == 429:
        raise TooManyRequests(retry_after=AGAIN)
    if status == 503:
        raise ServiceUnavailable(retry_after=AGAIN)
    abort(status)
