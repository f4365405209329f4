"""The answers for programs: the same searches as the pages, as JSON."""

from __future__ import annotations

import logging
from importlib.metadata import version
from typing import Any, Final

from flask import Flask, Response, jsonify, request

from corpus.errors import XunzhangError
from corpus.store.public import public
from search.request import Request
from web.address.parameters import read_language, read_prefix, read_search
from web.errors import shape
from web.language.sentences import gettext
from web.language.told import plainly
from web.record.answer_record import answer_record, kwic_record
from web.record.concordance import kwic_lines
from web.record.openapi import description
from web.shelf import held_report, shelf

LOG: Final = logging.getLogger(__name__)
CHEAP: Final = '"年度报告"'  # a search that reads texts, and in 54,000 sections takes a millisecond


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/api/search", "api_search", api_search)
    app.add_url_rule("/api/kwic", "api_kwic", api_kwic)
    app.add_url_rule("/api/suggest", "api_suggest", api_suggest)
    app.add_url_rule("/api/reports/<identity>", "api_report", api_report)
    app.add_url_rule("/openapi.json", "openapi", openapi)
    app.add_url_rule("/healthz", "healthz", healthz)


def api_search() -> dict[str, Any]:
    """A search."""
    state = read_search(request.args)
    return answer_record(shelf().engine.search(state.request), state)


def api_kwic() -> dict[str, Any]:
    """One line an occurrence; `offset` and `limit` count lines here."""
    state = read_search(request.args)
    total, lines = kwic_lines(state)
    said = shelf().engine.line_note(state.request, total, state.order)
    records = [kwic_record(line, state.request.q) for line in lines]
    return {"total": total, "lines": records, "notes": [plainly(said)] if said else []}


def api_suggest() -> dict[str, Any]:
    """What may be searched, going on from what is typed so far."""
    found = shelf().engine.suggest(*read_prefix(request.args))
    return {"suggestions": [{"text": line.text, "sections": line.sections, "kind": line.kind} for line in found]}


def api_report(identity: str) -> dict[str, Any]:
    """A report's whole record, numbers masked, files by name only."""
    read_language(request.args)
    return public(held_report(shelf(), identity))


def openapi() -> dict[str, Any]:
    """What the API is, for programs that read OpenAPI."""
    return description(version("xunzhang"))


def healthz() -> tuple[Response, int]:
    """Does the site answer searches, and over what? A search is made; 503 with the reason where that
    does not work."""
    try:
        engine = shelf().engine
        held = engine.held()
        engine.search(Request(CHEAP, limit=1))
        of_engine = {"name": engine.name, "state": engine.state()}
    except XunzhangError as error:
        return jsonify({"status": "unavailable", **shape(error.code, str(error))}), 503
    except Exception:
        LOG.exception("/healthz")
        said = gettext("现在不能检索；原因已经记入日志。")
        return jsonify({"status": "unavailable", **shape("unavailable", said)}), 503
    counts = {"reports": held.reports, "sections": held.sections, "zones": held.zones, "years": list(held.years)}
    return jsonify({"status": "ok", "version": engine.version, "engine": of_engine, **counts}), 200
