"""What is shared, for programs: JSON and plain tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from corpus.saying import Saying
from search.across.passages import Compared, WidespreadPage
from search.request import MAX_LIMIT, Request
from web.address.argument import BadParameter
from web.address.place import root
from web.address.sharing import Sharing, read_sharing
from web.passages import sheets
from web.passages.pasted import too_large
from web.passages.records import passages_record, widespread_record
from web.private import MOST_BYTES
from web.reading.whole import Whole
from web.record.sheet import Row, Sheet, table
from web.shelf import held_report, shelf

MOST_TABLE: Final = 10_000  # passages of a table: a report of 120,000 characters has no more


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/api/passages", "api_passages", api_passages, methods=["POST"])
    app.add_url_rule("/api/sentences", "api_sentences", api_sentences)
    app.add_url_rule("/r/<identity>/shared.csv", "shared_csv", shared_csv)
    app.add_url_rule("/sentences.csv", "sentences_csv", sentences_csv)


def api_passages() -> dict[str, Any]:
    """What a report that is held, or a text that is sent, shares."""
    asked = _body()
    state = read_sharing(MultiDict([*request.args.items(multi=True), *_least(asked)]))
    report, text = asked.get("report"), asked.get("text")
    if isinstance(report, str) and text is None:
        return of_report(report, state)
    if not isinstance(text, str) or report is not None:
        raise BadParameter(Saying("请给 report（报告的编号）或 text（一段文字），只给一个。"))
    follows = asked.get("follows", "")
    if not isinstance(follows, str):
        raise BadParameter(Saying("follows 是一份报告的编号。"))
    compared = Compared(text, follows=follows, least=state.least, filters=state.filters, nearest=True)
    return passages_record(shelf().engine.passages(compared))


def of_report(identity: str, state: Sharing) -> dict[str, Any]:
    """What a report shares, as a record."""
    report = held_report(shelf(), identity)
    whole = Whole(report.sections)
    asked = Compared(whole.text, report=report.id, least=state.least, filters=state.filters)
    return passages_record(shelf().engine.passages(asked), report.id, whole)


def _body() -> dict[str, Any]:
    request.max_content_length = MOST_BYTES
    try:
        asked = request.get_json(force=True)
    except RequestEntityTooLarge:
        raise too_large() from None
    except BadRequest:
        asked = None
    if not isinstance(asked, dict):
        raise BadParameter(Saying('请求的正文要是一个 JSON 对象，如 {"report": "…"} 或 {"text": "…"}。'))
    return asked


def _least(asked: dict[str, Any]) -> list[tuple[str, str]]:
    return [("least", str(asked["least"]))] if "least" in asked else []


def api_sentences() -> dict[str, Any]:
    """The sentences that most issuers of a selection write."""
    return widespread_record(widespread(read_sharing(request.args)))


def widespread(state: Sharing) -> WidespreadPage:
    """A page of them."""
    return shelf().engine.widespread(Request(filters=state.filters, offset=state.offset, limit=state.limit))


def shared_csv(identity: str) -> Response:
    """All passages of a report, one a line."""
    state, report = read_sharing(request.args), held_report(shelf(), identity)
    whole = Whole(report.sections)
    asked = Compared(whole.text, report=report.id, least=state.least, filters=state.filters, most=MOST_TABLE)
    found = shelf().engine.passages(asked)
    return _file(sheets.PASSAGE_COLUMNS, sheets.passages(found, whole, root()), "shared")


def sentences_csv() -> Response:
    """The most widespread sentences, one a line: at most as many as one answer has."""
    state = read_sharing(request.args)
    asked = Request(filters=state.filters, offset=state.offset, limit=MAX_LIMIT)
    found = shelf().engine.widespread(asked)
    return _file(sheets.SENTENCE_COLUMNS, sheets.sentences(found, root()), "sentences")


def _file(columns: tuple[str, ...], lines: Iterator[Row], name: str) -> Response:
    response = Response(table(Sheet(columns, lines)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="xunzhang-{name}.csv"'
    return response
