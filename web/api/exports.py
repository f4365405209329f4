"""A search taken away, whole: the same address with `.json`, `.csv` or `.atom`, saying what was
asked, and of which corpus.

Files are sent as they are made, so that neither their length nor the number of those who ask fills
the memory.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from flask import Flask, Response, request, stream_template
from flask_babel import gettext

from corpus.store.public import public
from search.answer import Answer, Hit, KwicLine
from search.lines.kwic import note
from search.lines.stretches import LINED_UP
from search.stream import every_hit, every_line
from web.address import links, place
from web.address.parameters import State, read_search
from web.language.languages import N_
from web.language.told import plainly
from web.record.answer_record import hit_record, kwic_record
from web.record.sheet import blocks, listing, table
from web.shelf import shelf

LOG = logging.getLogger(__name__)
COLUMNS: Final = (
    N_("报告主体"),
    N_("省份"),
    N_("城市"),
    N_("年份"),
    N_("类型"),
    N_("标题"),
    N_("段落编号"),
    N_("小标题"),
    N_("部分"),
    N_("处数"),
    N_("摘录"),
    N_("固定链接"),
)
# An id in a feed is absolute and stays the same wherever the feed is read (RFC 4287, 4.2.6; RFC 4151).
UNNAMED: Final = "tag:xunzhang.invalid,2026:"
KWIC_COLUMNS: Final = (
    N_("报告主体"),
    N_("年份"),
    N_("左文"),
    N_("命中"),
    N_("右文"),
    N_("段落编号"),
    N_("固定链接"),
    N_("省份"),
    N_("城市"),
    N_("类型"),
    N_("标题"),
    N_("小标题"),
    N_("部分"),
)


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/search.json", "export_json", export_json)
    app.add_url_rule("/search.csv", "export_csv", export_csv)
    app.add_url_rule("/search.atom", "export_atom", export_atom)
    app.add_url_rule("/reports.jsonl", "export_reports", export_reports)


def export_json() -> Response:
    """All hits as JSON, one a line."""
    state = read_search(request.args)
    if state.view == "kwic":
        answer, total, lines = every_line(shelf().engine, state.request, **concordance(state))
        records = (kwic_record(line, answer.text) for line in lines)
        return _file(listing(head(answer, state, total), "lines", records), "application/json", "json")
    answer, hits = every_hit(shelf().engine, state.request)
    records = (hit_record(hit, answer.text) for hit in hits)
    return _file(listing(head(answer, state), "hits", records), "application/json", "json")


def export_csv() -> Response:
    """All hits as a table that a spreadsheet opens right: UTF-8 with its mark, no cell a
    formula."""
    state, root = read_search(request.args), place.root()
    if state.view == "kwic":
        answer, total, lines = every_line(shelf().engine, state.request, **concordance(state))
        rows = (line_cells(line, root) for line in lines)
        written = table(head(answer, state, total), map(gettext, KWIC_COLUMNS), rows)
    else:
        answer, hits = every_hit(shelf().engine, state.request)
        written = table(head(answer, state), map(gettext, COLUMNS), (cells(hit, root) for hit in hits))
    return _file(written, "text/csv; charset=utf-8", "csv")


def export_atom() -> Response:
    """All hits as a feed, newest first."""
    state = read_search(request.args)
    answer, hits = every_hit(shelf().engine, links.with_request(state, sort="newest").request)
    root, named = place.root(), place.root() or UNNAMED
    entries = ((hit, hit_record(hit, answer.text)) for hit in hits)
    pieces = stream_template(
        "feed.atom",
        state=state,
        answer=answer,
        entries=entries,
        root=root,
        named=named,
        updated=changed(answer.version),
    )
    return Response(blocks(pieces), content_type="application/atom+xml; charset=utf-8")


def export_reports() -> Response:
    """The whole corpus: a record a line, as `/api/reports/<id>` gives it, sent as it is read."""
    reports = shelf().store.reports(lambda error: LOG.error("%s: %s", "/reports.jsonl", error))
    lines = (json.dumps(public(report), ensure_ascii=False) + "\n" for report in reports)
    response = Response(lines, content_type="application/x-ndjson; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="xunzhang-reports.jsonl"'
    return response


def concordance(state: State) -> dict[str, Any]:
    """What of an address says which lines a concordance has, and in which order."""
    return {"context": state.context, "order": state.order, "sample": state.sample or None, "seed": state.seed}


def head(answer: Answer, state: State, lines: int | None = None) -> dict[str, Any]:
    """What was asked, of which corpus, when, and whether these are all; of a concordance, how many
    `lines` are given."""
    every = answer.total.occurrences
    sampled = lines is not None and state.sample and lines < every
    return {
        "query": answer.text,
        "interpreted": plainly(answer.interpreted),
        "address": place.root() + links.search(links.with_request(state)),
        "version": answer.version,
        "date": now(),
        "complete": f"random {lines} of {every}, seed {state.seed}" if sampled else _whole(lines, every, state),
    }


def _whole(lines: int | None, every: int, state: State) -> str:
    if lines is not None and lines < every:
        return f"incomplete: {lines} of {every}"
    return f"complete, lined up {LINED_UP} at a time" if note(lines or 0, state.order) else "complete"


def changed(version: str) -> str:
    """When the corpus became this version, as ISO 8601 in UTC; now, where the version does not
    tell.

    >>> changed("20261121215004.1")
    '2026-11-21T21:50:04Z'
    """
    found = re.match(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.", version)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else now()


def now() -> str:
    """Now, as ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def cells(hit: Hit, root: str) -> Iterator[str]:
    """A hit in the order of `COLUMNS`; `root` is the public address of the site, or ""."""
    yield from (hit.zone or "", hit.province or "", hit.city or "", str(hit.year or ""), hit.kind, hit.title)
    yield from (hit.section, " › ".join(hit.headings), hit.part or "", str(hit.occurrences))
    yield hit.snippet.text
    yield root + links.permalink(hit.report, hit.section, hit.fingerprint)


def line_cells(line: KwicLine, root: str) -> Iterator[str]:
    """A line of the concordance in the order of `KWIC_COLUMNS`."""
    yield from (line.zone or "", str(line.year or ""), line.left, line.match, line.right, line.section)
    yield root + links.permalink(line.report, line.section, line.fingerprint)
    yield from (line.province or "", line.city or "", line.kind, line.title)
    yield from (" › ".join(line.headings), line.part or "")


def _file(body: Iterator[str], kind: str, ending: str) -> Response:
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="xunzhang.{ending}"'
    return response
