"""A draft is its author's: what is said of it is kept nowhere, named nowhere and logged nowhere."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from traceback import extract_tb
from typing import IO, Final

from flask import Flask, Request, Response, request

from corpus.errors import XunzhangError

# Bytes of a request: 20,000 Han, percent-encoded, are 180,000; Word files of reports, with their
# pictures, have up to half a million.
MOST_BYTES: Final = 1_000_000
# Answers about a text that was sent. What goes wrong with one is logged without a word of it
# (`web.errors`).
ENDPOINTS: Final = frozenset({"draft_page", "api_passages"})


class DraftTooLarge(XunzhangError):
    """More was sent than a draft can have."""

    code = "draft_too_large"


class InMemory(Request):
    """A request whose files are never laid on a disk, however large they are."""

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        return BytesIO()


def is_private() -> bool:
    """Whether this request sends a text of somebody's own."""
    return request.endpoint in ENDPOINTS and request.method == "POST"


def where(error: Exception) -> str:
    """The kind of an error and where it happened, without what it says."""
    frames = extract_tb(error.__traceback__)
    return " < ".join([type(error).__name__, *[f"{Path(each.filename).name}:{each.lineno}" for each in frames[::-1]]])


def register(app: Flask) -> None:
    """Take files in memory; let no browser and no server in between keep an answer."""
    app.request_class = InMemory
    app.after_request(unkept)


def unkept(response: Response) -> Response:
    """An answer about a draft is not stored, and where one goes from it is not told where from."""
    if is_private():
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
    return response
