"""A report with the numbers of persons hidden, so that all that is made from it is free of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.grid import Cell, Table
from corpus.records import Evidence, Report, Section, Trace
from corpus.text.mask import mask, mask_lines
from corpus.wording.coded import changed

# What a page may have written into; the others are names, codes, dates and addresses.
WRITTEN = ("title", "zone", "zone_then", "county", "number")


def masked(report: Report) -> Report:
    """The report with every number hidden; its sections still tile the body, addresses are kept."""
    texts = [section.text for section in report.sections]
    body = mask_lines([*report.front, *texts, *report.back])
    first, last = len(report.front), len(report.front) + len(texts)
    fields: dict[str, Any] = {name: _text(getattr(report, name)) for name in WRITTEN}
    return replace(
        report,
        front=body[:first],
        sections=tuple(map(_section, report.sections, body[first:last])),
        back=body[last:],
        provenance=_provenance(report.provenance),
        receipt=_receipt(report.receipt),
        tables=tuple(map(_table, report.tables)),
        refused=report.refused and changed(report.refused, mask),
        **fields,
    )


def _text(text: str | None) -> str | None:
    return text and mask(text)


def _section(section: Section, text: str) -> Section:
    """The section with its masked text; its heading stays what the text begins with."""
    number, heading = (_named(section.text, text, name) for name in (section.number, section.heading))
    return replace(section, number=number, heading=heading, text=text)


def _named(text: str, masked_text: str, name: str | None) -> str | None:
    at = text.find(name) if name else -1
    return masked_text[at : at + len(name)] if name and at >= 0 else name and mask(name)


def _table(table: Table) -> Table:
    """The table with masked labels and texts; a figure that is hidden has no value either."""
    return replace(table, cells=tuple(map(_cell, table.cells)))


def _cell(cell: Cell) -> Cell:
    row, column, text = mask(cell.row), mask(cell.column), mask(cell.text)
    return replace(cell, row=row, column=column, text=text, value=cell.value if text == cell.text else None)


def _provenance(given: Mapping[str, Evidence]) -> dict[str, Evidence]:
    return {field: replace(evidence, source=changed(evidence.source, mask)) for field, evidence in given.items()}


def _receipt(receipt: Sequence[Trace]) -> tuple[Trace, ...]:
    """The traces masked as lines that followed one another on the page."""
    what, became = (mask_lines([getattr(trace, name) for trace in receipt]) for name in ("what", "became"))
    return tuple(map(lambda trace, *texts: replace(trace, what=texts[0], became=texts[1]), receipt, what, became))
