"""A comparison as a plain table, header first: a row a line, and a line for each further figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from search.changes.compared import Change, Changes
from search.changes.figures import Beside, beside
from web.record.sheet import Row

COLUMNS = (
    "row",
    "kind",
    "moved",
    "score",
    "old_section",
    "old_paragraph",
    "old_text",
    "new_section",
    "new_paragraph",
    "new_text",
    "old_figure",
    "new_figure",
    "old_value",
    "new_value",
    "unit",
    "difference",
)


def lines(changes: Changes) -> Iterator[Row]:
    """All rows, those that did not change too; a row with several figures has as many lines."""
    for number, row in enumerate(changes.rows, 1):
        figures: Sequence[Beside | None] = beside(row.old, row.new) if row.old and row.new else ()
        for each in figures or (None,):
            yield (number, row.kind, row.moved, row.score, *_sides(row), *_figure(each))


def _sides(row: Change) -> Iterator[object]:
    for side in (row.old, row.new):
        yield from (side.section, side.paragraph, side.text) if side else (None, None, None)


def _figure(each: Beside | None) -> Iterator[object]:
    sides = (each.old, each.new) if each else (None, None)
    yield from (side and side.text for side in sides)
    yield from (_plain(side.value) if side else None for side in sides)
    yield each and each.unit
    yield None if not each or each.difference is None else _plain(each.difference)


def _plain(value: Decimal) -> Decimal:
    """The same without an exponent, as spreadsheets take it."""
    return Decimal(f"{value:f}")
