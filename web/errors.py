"""What went wrong, as one sentence and the next step: a page for people, `{"error": {"code",
"message"}}` for programs."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from corpus.errors import XunzhangError
from corpus.saying import Saying
from corpus.store.folder import DamagedRecord, UnknownReport
from index.errors import BadEngine, EngineUnavailable, IndexBusy, IndexDamaged, IndexMissing, IndexOutdated
from search.changes.earlier import NothingEarlier
from search.errors import NotOnThisEngine, QueryError
from search.passages.asking import TooLong
from web.address import links
from web.address.parameters import MAX_QUERY, Reading, State
from web.language.languages import current
from web.language.sentences import gettext
from web.language.told import plainly
from web.private import DraftTooLarge, is_private, where

LOG = logging.getLogger(__name__)
UNAVAILABLE: Final = (IndexMissing, IndexDamaged, IndexOutdated, IndexBusy, EngineUnavailable, BadEngine)
FILES: Final = (".json", ".jsonl", ".gz", ".csv", ".xlsx", ".atom", ".ris", ".bib", ".xml", ".txt")
PROGRAMS: Final = ("/api/", "/openapi.json", "/healthz")  # below these paths every error is JSON


class Gone(XunzhangError):
    """It was held and is no longer; `report` is the id of the report it stood in, where that is
    still held."""

    code = "gone"

    def __init__(self, message: Saying, report: str | None = None) -> None:
        super().__init__(message)
        self.report = report


class NotHeld(XunzhangError):
    """A page that was refused, or anything else that is not among the reports."""

    code = "not_held"


def register(app: Flask) -> None:
    """Answer every error of the application in one shape."""
    app.register_error_handler(XunzhangError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def status_of(error: XunzhangError) -> int:
    """The HTTP status an error of ours stands for; what a reader wrote wrongly is 400."""
    if isinstance(error, UNAVAILABLE):
        return 503
    if isinstance(error, UnknownReport | NotHeld | NothingEarlier):
        return 404
    if isinstance(error, Gone):
        return 410
    if isinstance(error, TooLong | DraftTooLarge):
        return 413
    if isinstance(error, NotOnThisEngine):
        return 501
    return 500 if isinstance(error, DamagedRecord) else 400


def for_programs() -> bool:
    """Is this request a program's?"""
    return request.path.startswith(PROGRAMS) or request.path.endswith(FILES)


def _known(error: XunzhangError) -> Response:
    status = status_of(error)
    if status >= 500 and status != 501:
        LOG.error("%s %s: %s", request.method, request.path, error)
    said = error.said
    steps = _ways_on(error, status)
    if not for_programs() and ((status >= 500 and status != 501) or isinstance(error, UnknownReport)):
        # What is said to who runs the site is in the log.
        return _answer(status, error.code, _generally(error.code), steps)
    if current() == "zh" or isinstance(said, Saying):
        return _answer(status, error.code, said, steps)
    return _answer(status, error.code, said if for_programs() else _generally(error.code), steps, said)


def _ways_on(error: XunzhangError, status: int) -> list[tuple[str, str]]:
    """Where one goes from an error, the likeliest first: names and addresses."""
    home = (gettext("回到首页"), links.page("/", current()))
    if isinstance(error, QueryError) and error.phrase:
        phrase = (gettext("把整句当作一个词组检索"), _as_phrase(error.phrase))
        return [phrase, home, (gettext("怎样写检索式"), links.page("/help", current()))]
    if isinstance(error, Gone) and error.report:
        report = (gettext("从头读这份报告"), links.report(error.report, Reading(lang=current())))
        return [report, *_elsewhere()]
    if status in (404, 410):
        return _elsewhere()
    return [(gettext("从头检索"), links.page("/search", current())), home] if status == 400 else [home]


def _elsewhere() -> list[tuple[str, str]]:
    """Where a visitor goes on from what is not here; the box to search in stands above."""
    return [(gettext("收录一览"), links.page("/zones", current())), (gettext("回到首页"), links.page("/", current()))]


def _generally(code: str) -> str:
    """What kind of error it is, for a visitor of the site."""
    names: dict[str, str] = {
        "bad_query": gettext("检索式读不懂。"),
        "bad_parameter": gettext("地址里有一个值读不懂。"),
        "untrusted_host": gettext("这个地址不是本站的。"),
        "bad_request": gettext("地址里有一个值读不懂。"),
        "unknown_report": gettext("这里没有这份报告，地址可能写错了；可以检索，或从收录一览里找。"),
        "nothing_earlier": gettext("没有收录同一主体更早的同类报告；请说明同哪一份报告比较。"),
        "not_on_this_engine": gettext("本站的检索引擎不能回答这个问题。"),
        "not_held": gettext("没有收录这份报告。"),
        "gone": gettext("这一段或这份报告已经不在了。"),
        "index_missing": gettext("还没有索引，暂时不能检索。"),
        "index_damaged": gettext("索引坏了，暂时不能检索。"),
        "index_outdated": gettext("索引要重建，暂时不能检索。"),
        "damaged_record": gettext("这份报告的记录坏了，暂时不能读。"),
        "index_busy": gettext("索引正在更新，请稍后再试。"),
        "engine_unavailable": gettext("检索引擎现在不能完整作答，请稍后再试。"),
        "bad_engine": gettext("检索引擎没有设好，暂时不能检索。"),
    }
    return names.get(code) or gettext("这个请求没有办成。")


def _as_phrase(phrase: str) -> str:
    return links.search(links.with_request(State(lang=current()), q=phrase))


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    said = _sentences().get(status) or gettext("这个请求没有办成。")
    response = _answer(status, _slug(error), said, _elsewhere() if status in (404, 410) else None)
    for name in ("Allow", "Retry-After"):
        if value := dict(error.get_headers()).get(name):
            response.headers[name] = value
    return response


def _slug(error: HTTPException) -> str:
    return error.name.lower().replace(" ", "_").replace("-", "_")


def _sentences() -> Mapping[int, str]:
    return {
        400: gettext("这个地址写得不对，请检查后再试。"),
        403: gettext("这个请求不是从本站的页面送来的。"),
        404: gettext("这里没有这个页面，地址可能写错了。"),
        405: gettext("这个地址不接受这种请求方法。"),
        413: gettext("送来的内容太大了。"),
        408: gettext("请求没有及时送完，已经断开；请再试一次。"),
        429: gettext("来自这个地址的请求太多了；请稍后再试。"),
        431: gettext("请求的头部太大了。"),
        503: gettext("同时下载的人太多了；请稍后再试。"),
        414: gettext("地址太长了，请缩短检索式。"),
    }


def _unforeseen(error: Exception) -> Response:
    if is_private():  # what an exception says may hold words of a draft
        LOG.error("%s %s: %s", request.method, request.path, where(error))
    else:
        LOG.error("%s %s", request.method, request.full_path, exc_info=error)
    return _answer(500, "internal_error", gettext("站点出了故障，已经记入日志；请稍后再试。"))


def _answer(
    status: int, code: str, message: str, steps: list[tuple[str, str]] | None = None, detail: str | None = None
) -> Response:
    if for_programs():
        response = jsonify(shape(code, plainly(message)))
    else:
        steps = steps or [(gettext("回到首页"), links.page("/", current()))]
        response = make_response(
            render_template("error.html", message=message, detail=detail, steps=steps, state=_typed())
        )
    response.status_code = status
    return response


def _typed() -> State:
    """What was typed into the box, to be put right there."""
    return links.with_request(State(lang=current()), q=request.args.get("q", "")[:MAX_QUERY])


def shape(code: str, message: str) -> dict[str, Any]:
    """The one shape of an error."""
    return {"error": {"code": code, "message": message}}
