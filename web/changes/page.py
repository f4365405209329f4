"""The page of a comparison: what is new in a report against another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from flask import Flask, render_template, request

from corpus.records import Report
from search.changes.earlier import Dated, NothingEarlier, own
from web.address.comparing import changes as address
from web.address.comparing import read_other
from web.address.parameters import Reading, State, read_language
from web.changes.compare import Comparison, compare, held
from web.changes.rows import Shown
from web.shelf import held_report, shelf

OPEN: Final = 40  # sentences of a list that stands open: more of them hide what comes behind
FIGURES: Final = 200  # rows of the table of figures: all of them are in the file


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/r/<identity>/changes", "changes_page", changes_page)


def changes_page(identity: str) -> str:
    """A report beside another one: pairs and figures, what is new, what was dropped. Where none is
    named and none of an earlier year is held, the ways to name one."""
    lang, other = read_language(request.args), read_other(request.args)
    try:
        found = compare(shelf(), identity, other)
    except NothingEarlier as nothing:
        report = held_report(shelf(), identity)
        return _page(report, lang, nothing=nothing.said, years=_years(report, own(report, held(shelf())), "", lang))
    return _page(found.new, lang, **_compared(found, lang))


def _page(report: Report, lang: str, **shown: Any) -> str:
    return render_template(
        "changes.html",
        state=State(lang=lang),
        reading=Reading(lang=lang),
        report=report,
        address=address,
        **shown,
    )


def _compared(found: Comparison, lang: str) -> dict[str, Any]:
    shown = Shown(found.old, found.new, found.changes.rows, lang)
    figures = list(shown.figures())
    counts = found.changes.counts
    return {
        "old": found.old,
        "notes": found.notes,
        "counts": counts,
        "names": [names(report) for report in (found.old, found.new)],
        "figures": list(islice(figures, FIGURES)),
        "more_figures": max(0, len(figures) - FIGURES),
        "pairs": shown.pairs(),
        "new": shown.alone("new"),
        "dropped": shown.alone("dropped"),
        "unchanged": shown.alone("unchanged"),
        "open": {kind: counts[kind] <= OPEN for kind in ("new", "dropped")},
        "years": _years(found.new, found.own, found.old.id, lang),
    }


def names(report: Report) -> str:
    """What a column is headed with: the year, or the title where none is known."""
    return str(report.year) if report.year else report.title or report.id


def _years(report: Report, own: Sequence[Dated], other: str, lang: str) -> list[tuple[str, str | None]]:
    """The other reports of the same issuer and kind: what each is called, and the address that
    compares with it; None for the one that is compared."""
    return [(str(each.year), None if each.id == other else address(report.id, each.id, lang)) for each in own]
