"""What can be wrong with a question, each as one sentence that says where and what to do."""

from __future__ import annotations

from corpus.errors import XunzhangError


class QueryError(XunzhangError):
    """The query cannot be read. `place` is the 1-based character it is about; `phrase` a query that searches the whole
    input as one phrase, "" where even that cannot be searched."""

    code = "bad_query"

    def __init__(self, message: str, place: int | None = None, phrase: str = "") -> None:
        super().__init__(message)
        self.message, self.place, self.phrase = message, place, phrase


class BadRequest(XunzhangError):
    """A filter, sort, offset or limit that means nothing."""

    code = "bad_request"
