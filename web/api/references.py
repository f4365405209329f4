"""References to a report, or to a section of it, as files: RIS and BibTeX."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final

from flask import Flask, Response, request

from corpus.records import Report
from corpus.saying import Saying
from web.address import place
from web.address.parameters import read_cited
from web.errors import NotHeld
from web.pages.typeset import label
from web.record.citation import Cited, part, whole
from web.record.reference import bibtex, ris
from web.shelf import held_report, shelf
from web.taking.named import file_name, named

WRITTEN: Final[dict[str, tuple[Callable[[Cited, str, date], str], str]]] = {
    "ris": (ris, "application/x-research-info-systems"),
    "bib": (bibtex, "application/x-bibtex"),
}


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/r/<identity>.<any(ris, bib):ending>", "reference", reference)


def reference(identity: str, ending: str) -> Response:
    """The reference to a report, or to its section `section`. Raises NotHeld."""
    section = read_cited(request.args)
    cited = _cited(held_report(shelf(), identity), section)
    write, kind = WRITTEN[ending]
    today = datetime.now(UTC).date()
    response = Response(write(cited, place.root(), today), content_type=f"{kind}; charset=utf-8")
    named(response.headers, file_name(cited.title, today.isoformat(), ending))
    return response


def _cited(report: Report, section: str) -> Cited:
    if not section:
        return whole(report)
    for each in report.sections:
        if each.id == section:
            return part(report, each, label(each))
    raise NotHeld(
        Saying("这份报告里没有编号为 %(section)s 的段落；去掉 section，就引用整份报告。", section=section[:40])
    )
