"""A search taken away, whole: the same address with `.json`, `.csv` or `.xlsx`, saying what was
asked, and of which corpus.

Files are sent as they are made, so that neither their length nor the number of those who ask fills
the memory.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Flask, Response, request

from search.answer import Answer
from search.lines.kwic import note
from search.lines.stretches import LINED_UP
from search.stream import every_hit, every_line
from web.address import links, place
from web.address.parameters import State, read_search
from web.language.sentences import gettext
from web.language.told import plainly
from web.record.answer_record import hit_record, kwic_record
from web.record.sheet import Sheet, listing
from web.shelf import shelf
from web.taking.file import now, table_file, taken
from web.taking.hits import COLUMNS, LINE_COLUMNS, Records, cells, line_cells


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/search.json", "export_json", export_json)
    app.add_url_rule("/search.<any(csv, xlsx):ending>", "export_table", export_table)


def export_json() -> Response:
    """All hits as JSON, one a line."""
    state = read_search(request.args)
    if state.view == "kwic":
        answer, total, lines = every_line(shelf().engine, state.request, **concordance(state))
        about = head(answer, state, total)
        body = listing(about, "lines", (kwic_record(line, answer.text) for line in lines))
    else:
        answer, hits = every_hit(shelf().engine, state.request)
        about = head(answer, state)
        body = listing(about, "hits", (hit_record(hit, answer.text) for hit in hits))
    return taken(Response(body, content_type="application/json"), "json", about)


def export_table(ending: str) -> Response:
    """All hits as a table, plain or as a workbook."""
    state, root, records = read_search(request.args), place.root(), Records(shelf().store)
    if state.view == "kwic":
        answer, total, lines = every_line(shelf().engine, state.request, **concordance(state))
        sheet = Sheet(tuple(map(gettext, LINE_COLUMNS)), (line_cells(line, root, records) for line in lines))
        return table_file(sheet, ending, head(answer, state, total), gettext("逐处"), whole(answer, state, total))
    answer, hits = every_hit(shelf().engine, replace(state.request, texts=True))
    sheet = Sheet(tuple(map(gettext, COLUMNS)), (cells(hit, root, records) for hit in hits))
    return table_file(sheet, ending, head(answer, state))


def concordance(state: State) -> dict[str, Any]:
    """What of an address says which lines a concordance has, and in which order."""
    return {"context": state.context, "order": state.order, "sample": state.sample or None, "seed": state.seed}


def head(answer: Answer, state: State, lines: int | None = None) -> dict[str, Any]:
    """What was asked, of which corpus, when, and whether these are all; of a concordance, how many
    `lines` are given."""
    return {
        "query": answer.text,
        "interpreted": plainly(answer.interpreted),
        "address": place.root() + links.search(links.with_request(state)),
        "version": answer.version,
        "date": now(),
        "complete": _complete(answer, state, lines),
    }


def _complete(answer: Answer, state: State, lines: int | None) -> str:
    if lines is not None and _is_sample(answer, state, lines):
        return f"random {lines} of {answer.total.occurrences}, seed {state.seed}"
    if lines is not None and lines < answer.total.occurrences:
        return f"incomplete: {lines} of {answer.total.occurrences}"
    return f"complete, lined up {LINED_UP} at a time" if note(lines or 0, state.order) else "complete"


def _is_sample(answer: Answer, state: State, lines: int) -> bool:
    return bool(state.sample) and lines < answer.total.occurrences


def whole(answer: Answer, state: State, lines: int) -> str:
    """Whether these are all lines of a concordance, in words; "" where there is nothing to add."""
    if _is_sample(answer, state, lines):
        of = {"every": f"{answer.total.occurrences:,}", "n": f"{lines:,}", "seed": state.seed}
        return str(gettext("共 %(every)s 处，随机抽 %(n)s 处（种子 %(seed)s）", **of))
    if lines < answer.total.occurrences:
        return str(gettext("共 %(every)s 处，这里只有 %(n)s 处", every=f"{answer.total.occurrences:,}", n=f"{lines:,}"))
    said = note(lines, state.order)
    return plainly(said) if said else ""
