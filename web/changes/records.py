"""A comparison as the plain values the API promises."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from corpus.records import Report
from search.changes.compared import Change
from search.changes.figures import Beside, beside
from search.changes.sentence import Sentence
from search.changes.worded import worded
from web.address import links
from web.address.comparing import changes as address
from web.address.parameters import Reading
from web.changes.compare import Comparison
from web.language.told import plainly


def comparison_record(found: Comparison) -> dict[str, Any]:
    """What `/api/reports/<id>/diff` gives."""
    return {
        "old": _report(found.old),
        "new": _report(found.new),
        "url": address(found.new.id, found.old.id),
        "skipped_years": found.skipped,
        "sentences": {"old": found.changes.sizes[0], "new": found.changes.sizes[1], "cut": found.changes.is_cut},
        "counts": found.changes.counts,
        "notes": [plainly(note) for note in found.notes],
        "changes": [_change(row, found) for row in found.changes.rows],
    }


def _report(report: Report) -> dict[str, Any]:
    return {name: getattr(report, name) for name in ("id", "title", "zone", "year", "kind")}


def _change(row: Change, found: Comparison) -> dict[str, Any]:
    pair = (row.old, row.new) if row.old and row.new else None
    figures = beside(*pair) if pair else []
    facing = found.new if row.old else found.old
    maybe = _place(row.maybe[0], facing) | {"score": round(row.maybe[1], 4)} if row.maybe else None
    return {
        "kind": row.kind,
        "score": None if row.score is None else round(row.score, 4),
        "moved": row.moved,
        "old": _place(row.old, found.old) if row.old else None,
        "new": _place(row.new, found.new) if row.new else None,
        "partner": _place(row.partner, facing) if row.partner else None,
        "maybe": maybe,
        "ops": _ops(*pair) if pair and row.kind in ("figures", "reworded") else [],
        "figures": [_figure(each) for each in figures if not each.is_year],
        "years": [_figure(each) for each in figures if each.is_year],
    }


def _ops(old: Sentence, new: Sentence) -> list[list[str | int]]:
    """Stretches as ["=", old start, old end, new start, new end], ["-", old start, old end], ["+",
    new start, new end]."""
    return [[op.sign, *{"=": op[1:], "-": op[1:3], "+": op[3:]}[op.sign]] for op in worded(old, new)]


def _place(sentence: Sentence, report: Report) -> dict[str, Any]:
    return {
        "section": sentence.section,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "url": links.hit(report.id, sentence.section, Reading(), sentence.paragraph),
    }


def _figure(each: Beside) -> dict[str, Any]:
    return {
        "old": each.old and each.old.text,
        "new": each.new and each.new.text,
        "old_value": number(each.old.value) if each.old else None,
        "new_value": number(each.new.value) if each.new else None,
        "unit": each.unit,
        "difference": None if each.difference is None else number(each.difference),
    }


def number(value: Decimal) -> int | float:
    """A figure as JSON has it."""
    return int(value) if value == int(value) else float(value)
