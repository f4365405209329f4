"""A report's sections set for reading: paragraphs cut into pieces at the marks, headings told from
what follows them.

Templates only loop over what stands here and escape it: text becomes HTML in one place, the last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from corpus.records import Report, Section
from search.answer import Range
from web.pages.cut import Cut, Piece
from web.reading.beside_text import Beside
from web.reading.form_table import ShownTable, row_places, shown

UNTITLED = 16  # characters that stand for a heading in the outline where a section has none


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; the first of a section may begin with its number and heading. `place` counts
    from 1 in the section; `row`: it is a row of a table that is shown as one."""

    place: int
    number: tuple[Piece, ...]
    heading: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    row: bool = False


class Run(NamedTuple):
    """Paragraphs that follow one another: rows of a table or not; `tables` are shown before
    them."""

    rows: bool
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[ShownTable, ...] = ()

    @property
    def marked(self) -> bool:
        """Does a mark stand in one of them?"""
        return any(piece.mark for paragraph in self.paragraphs for piece in paragraph.rest)


@dataclass(frozen=True, slots=True)
class SetSection:
    """A section ready to be shown. `first` is the number of its first mark, None where nothing is
    marked."""

    id: str
    level: int
    label: str
    part: str | None
    paragraphs: tuple[Paragraph, ...]
    marks: int
    occurrences: int
    first: int | None
    tables: tuple[ShownTable, ...] = ()

    @property
    def runs(self) -> list[Run]:
        """The paragraphs in order, rows of tables apart from the others; tables stand before the
        first rows."""
        runs = [Run(row, tuple(own)) for row, own in groupby(self.paragraphs, key=lambda paragraph: paragraph.row)]
        first = next((at for at, run in enumerate(runs) if run.rows), len(runs))
        if first == len(runs) and self.tables:
            runs.append(Run(False, ()))
        return [run._replace(tables=self.tables if at == first else ()) for at, run in enumerate(runs)]


def typeset(
    report: Report,
    ranges: Mapping[str, Sequence[Range]],
    occurrences: Mapping[str, int],
    beside: Mapping[str, Sequence[Beside]] | None = None,
) -> tuple[SetSection, ...]:
    """All sections of a report, marks counted through. `ranges` holds the merged ranges of a
    section by its id, `beside` what of it others have."""
    sections = []
    before = 0
    for section in report.sections:
        marks = ranges.get(section.id, ())
        tables = tuple(shown(table) for table in report.tables if table.section == section.id)
        cut = Cut(section.text, marks, before, (beside or {}).get(section.id, ()))
        sections.append(_section(section, cut, occurrences.get(section.id, 0), tables))
        before += len(marks)
    return tuple(sections)


def label(section: Section) -> str:
    """What the outline calls a section: its number and heading, or its first words.

    >>> label(Section("2", 1, "二、", "存在的问题", "二、存在的问题"))
    '二、存在的问题'
    >>> label(Section("0", 1, None, None, "今年以来，园区在上级党委、政府的领导下做了很多工作。"))
    '今年以来，园区在上级党委、政府的…'
    """
    if section.number or section.heading:
        return f"{section.number or ''}{section.heading or ''}"
    text = section.text.partition("\n")[0].strip()
    return text if len(text) <= UNTITLED else f"{text[:UNTITLED]}…"


def heading_ends(section: Section) -> tuple[int, int]:
    """Where the number and where the heading end in a section's text; (0, 0) where they do not
    stand at its beginning.

    >>> heading_ends(Section("2.1", 2, "（一）", "压实责任", "（一）压实责任。全区召开会议三次。"))
    (3, 8)
    """
    number = section.number or ""
    if not number or not section.text.startswith(number):
        return 0, 0
    start = len(number)
    while section.text[start : start + 1].strip(" \u3000\u00a0\t") == "" and start < len(section.text):
        start += 1
    if not section.heading or not section.text.startswith(section.heading, start):
        return len(number), len(number)
    end = start + len(section.heading)
    return len(number), end + (section.text[end : end + 1] in tuple("。.：:；;，,"))


def _section(section: Section, cut: Cut, occurrences: int, tables: tuple[ShownTable, ...]) -> SetSection:
    text = section.text
    rows = row_places(text.split("\n")) if tables else frozenset()
    number, heading = heading_ends(section)
    paragraphs = []
    start = 0
    for place, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        cuts = (start, number, heading, end) if place == 1 else (start, start, start, end)
        said, title, rest = (cut.pieces(left, right) for left, right in pairwise(cuts))
        paragraphs.append(Paragraph(place, said, title, rest, row=place - 1 in rows))
        start = end + 1
    first = cut.before + 1 if cut.marks else None
    return SetSection(
        section.id,
        section.level,
        label(section),
        section.part,
        tuple(paragraphs),
        len(cut.marks),
        occurrences,
        first,
        tables,
    )
