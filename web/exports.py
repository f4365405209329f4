"""A search taken away: the same address with `.json`, `.csv` or `.atom`, saying what was asked, of which corpus, and if it is whole."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from flask import Flask, Response, render_template, request

from corpus.mask import mask
from corpus.public import public
from search.answer import Answer, Hit, KwicLine
from search.request import MAX_LIMIT
from web import links
from web.answer_record import hit_record, kwic_record, masked_columns
from web.parameters import State, read_search
from web.search_page import kwic_lines
from web.shelf import shelf

MOST: Final = 10_000  # hits of one file; what is cut off is said in its head
FEED: Final = 50  # entries of a feed: readers ask often and keep what they have seen
HARMLESS: Final = "'"  # before a cell that a spreadsheet would take for a formula
FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # in full width, too: spreadsheets in Chinese take them
BREAKS: Final = ("\t", "\r", "\n")
COLUMNS: Final = (
    "报告主体",
    "省份",
    "城市",
    "年份",
    "类型",
    "标题",
    "段落编号",
    "小标题",
    "部分",
    "处数",
    "摘录",
    "固定链接",
)
KWIC_COLUMNS: Final = ("报告主体", "年份", "左文", "命中", "右文", "段落编号", "固定链接")


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/search.json", "export_json", export_json)
    app.add_url_rule("/search.csv", "export_csv", export_csv)
    app.add_url_rule("/search.atom", "export_atom", export_atom)
    app.add_url_rule("/reports.jsonl", "export_reports", export_reports)


def export_json() -> Response:
    """All hits as JSON."""
    state = read_search(request.args)
    if state.view == "kwic":
        answer, total, lines = gather_lines(state, MOST)
        found = {**head(answer, state, len(lines), total), "lines": [kwic_record(line, answer.text) for line in lines]}
    else:
        answer, hits = gather(state, MOST)
        records = [hit_record(hit, answer.text) for hit in hits]
        found = {**head(answer, state, len(hits), answer.total.sections), "hits": records}
    body = json.dumps(found, ensure_ascii=False, indent=1)
    return _file(body.encode("utf-8"), "application/json", "json")


def export_csv() -> Response:
    """All hits as a table that a spreadsheet opens right: UTF-8 with its mark, no cell a formula."""
    state = read_search(request.args)
    if state.view == "kwic":
        answer, total, lines = gather_lines(state, MOST)
        return _table(head(answer, state, len(lines), total), KWIC_COLUMNS, map(line_cells, lines))
    answer, hits = gather(state, MOST)
    return _table(head(answer, state, len(hits), answer.total.sections), COLUMNS, map(cells, hits))


def export_atom() -> Response:
    """The newest hits as a feed."""
    state = read_search(request.args)
    newest = links.with_request(state, sort="newest")
    answer, hits = gather(newest, FEED)
    root = request.url_root.rstrip("/")
    entries = [(hit, hit_record(hit, answer.text)) for hit in hits]
    body = render_template(
        "feed.atom", state=state, answer=answer, entries=entries, root=root, updated=changed(answer.version)
    )
    return Response(body, content_type="application/atom+xml; charset=utf-8")


def export_reports() -> Response:
    """The whole corpus: a record a line, as `/api/reports/<id>` gives it, sent as it is read."""
    reports = shelf().store.reports()
    lines = (json.dumps(public(report), ensure_ascii=False) + "\n" for report in reports)
    response = Response(lines, content_type="application/x-ndjson; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="xunzhang-reports.jsonl"'
    return response


def gather_lines(state: State, most: int) -> tuple[Answer, int, list[KwicLine]]:
    """The first `most` lines of a concordance from its beginning, with the answer they belong to."""
    answer = shelf().engine.search(replace(state.request, offset=0, limit=1))
    lines: list[KwicLine] = []
    while True:
        request_ = replace(state.request, offset=len(lines), limit=min(MAX_LIMIT, most - len(lines)))
        total, some = kwic_lines(replace(state, request=request_))
        lines.extend(some)
        if not some or len(lines) >= min(total, most):
            return answer, total, lines


def gather(state: State, most: int) -> tuple[Answer, list[Hit]]:
    """The first `most` hits of a search from its beginning, page by page."""
    first: Answer | None = None
    hits: list[Hit] = []
    while first is None or len(hits) < min(most, first.total.sections):
        limit = min(MAX_LIMIT, most - len(hits))
        answer = shelf().engine.search(replace(state.request, offset=len(hits), limit=limit))
        first = first or answer
        if not answer.hits:
            break
        hits.extend(answer.hits)
    return first, hits


def head(answer: Answer, state: State, count: int, total: int) -> dict[str, Any]:
    """What was asked, of which corpus, when, and whether these are all: `count` of `total`."""
    return {
        "query": answer.text,
        "interpreted": answer.interpreted,
        "address": request.url_root.rstrip("/") + links.search(links.with_request(state)),
        "version": answer.version,
        "date": now(),
        "complete": "complete" if count >= total else f"first {count} of {total}",
    }


def changed(version: str) -> str:
    """When the corpus became this version, as ISO 8601 in UTC; now, where the version does not tell.

    >>> changed("20261121215004.1")
    '2026-11-21T21:50:04Z'
    """
    found = re.match(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.", version)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else now()


def now() -> str:
    """Now, as ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def cells(hit: Hit) -> Iterator[str]:
    """A hit in the order of `COLUMNS`."""
    yield from (hit.zone or "", hit.province or "", hit.city or "", str(hit.year or ""), hit.kind, mask(hit.title))
    yield from (hit.section, mask(" › ".join(hit.headings)), hit.part or "", str(hit.occurrences))
    yield mask(hit.snippet.text)
    yield request.url_root.rstrip("/") + links.permalink(hit.report, hit.section)


def line_cells(line: KwicLine) -> Iterator[str]:
    """A line of the concordance in the order of `KWIC_COLUMNS`."""
    yield from (line.zone or "", str(line.year or ""), *masked_columns(line), line.section)
    yield request.url_root.rstrip("/") + links.permalink(line.report, line.section)


def harmless(cell: str) -> str:
    """A cell no spreadsheet takes for a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("行政复议")
    ("'=HYPERLINK(1)", '行政复议')
    """
    return HARMLESS + cell if cell.lstrip().startswith(FORMULA) or cell.startswith(BREAKS) else cell


def _table(before: dict[str, Any], columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Response:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([f"# {name}", harmless(str(value))] for name, value in before.items())
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return _file(buffer.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", "csv")


def _file(body: bytes, kind: str, ending: str) -> Response:
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="xunzhang.{ending}"'
    return response
