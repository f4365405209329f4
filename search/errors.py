"""What can be wrong with a question, each as one sentence that says where and what to do."""

from __future__ import annotations

from corpus.errors import XunzhangError
from corpus.saying import Saying


class QueryError(XunzhangError):
    """The query cannot be read. `place` is the 1-based character it is about; `phrase` a query that
    searches the whole input as one phrase, "" where even that cannot be searched."""

    code = "bad_query"

    def __init__(self, message: str, place: int | None = None, phrase: str = "") -> None:
        super().__init__(message)
        self.message, self.place, self.phrase = message, place, phrase


def unread(place: int, what: Saying, remedy: Saying) -> QueryError:
    """What cannot be read at a place of the query (counted from 1), and what to write instead."""
    message = Saying("第 %(place)s 个字：%(what)s；%(remedy)s。", place=place, what=what, remedy=remedy)
    return QueryError(message, place)


class BadRequest(XunzhangError):
    """A filter, sort, offset or limit that means nothing."""

    code = "bad_request"


class NotOnThisEngine(XunzhangError):
    """What the engine that answers here cannot tell: it needs the arrays of the index in a
    folder."""

    code = "not_on_this_engine"
