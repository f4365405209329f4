"""Where in a report one stands: at a mark, in a section, and how many marks lie behind.

An address says it by the number of a mark (`n`), or by a place (`at`): a section, one of its
paragraphs or a character of it, as hits and lines of a concordance know them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from corpus.records import Report, Section
from search.answer import Range
from web.address import links
from web.address.parameters import PLACE, Reading

CHARACTER: Final = "c"


@dataclass(frozen=True, slots=True)
class Standing:
    """`here`: the mark one stands at, None where the place has none; `passed`: the last mark before
    it; `section`: its section."""

    here: int | None = None
    passed: int = 0
    section: Section | None = None


def standing(report: Report, reading: Reading, ranges: Mapping[str, Sequence[Range]]) -> Standing:
    """Where an address leads to; the beginning where it says nothing that is there."""
    total = sum(map(len, ranges.values()))
    if reading.mark and total:
        return _at_mark(report, min(reading.mark, total), ranges)
    return _at_place(report, reading.at, ranges)


def _at_mark(report: Report, mark: int, ranges: Mapping[str, Sequence[Range]]) -> Standing:
    before = 0
    for section in report.sections:
        before += len(ranges.get(section.id, ()))
        if before >= mark:
            return Standing(mark, mark - 1, section)
    return Standing()


def _at_place(report: Report, place: str, ranges: Mapping[str, Sequence[Range]]) -> Standing:
    name = PLACE.fullmatch(place)
    before = 0
    for section in report.sections:
        marks = ranges.get(section.id, ())
        if name and section.id == name["section"]:
            passed = bisect_right([end for _, end in marks], _offset(section.text, name["kind"], name["number"]))
            here = before + passed + 1 if passed < len(marks) else None
            return Standing(here, before + passed, section)
        before += len(marks)
    return Standing()


def _offset(text: str, kind: str | None, number: str | None) -> int:
    """Where in a section its paragraph (from 1) or its character (from 0) begins."""
    if kind == CHARACTER:
        return int(number or 0)
    lines = text.split("\n")[: max(0, int(number or 1) - 1)]
    return sum(len(line) + 1 for line in lines)


def steps(identity: str, reading: Reading, at: Standing, total: int) -> dict[str, Any] | None:
    """Where one stands among the marks, and the addresses of those before and after; they work
    without a script."""
    if not total:
        return None

    def address(number: int) -> str | None:
        if not 1 <= number <= total:
            return None
        return links.report(identity, replace(reading, mark=number, at=""), f"m{number}")

    return {"here": at.here, "total": total, "before": address(at.passed), "after": address((at.here or at.passed) + 1)}
