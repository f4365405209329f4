"""Twins: one report under several web addresses — the page for phones, the traditional edition, a
re-post.

They become one record with all its addresses, or every count would count them twice. Files are left
alone: who adds two files means two. A report that differs in its figures is another version,
however alike its words are.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.identity import sha256
from corpus.records import Report
from corpus.store.atomic import replace_file
from corpus.store.lines import append_lines, whole_lines
from corpus.text.fold import squeeze

# Characters of a run: shorter ones recur between any two reports.
GRAM = 6
# Share of six-character runs that two texts have in common; year-to-year boilerplate of one issuer
# stays below.
ALIKE = 0.8
# Share of the figures; a conversion may lose one, an edition of another year changes most.
FIGURES_ALIKE = 0.95
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NO_WORD = re.compile(r"[\W_]+")


def essence(report: Report) -> str:
    """The words and figures of a report, without punctuation, width and script."""
    return _NO_WORD.sub("", squeeze("".join(section.text for section in report.sections)))


def grams(text: str) -> set[str]:
    """The runs of `GRAM` characters in a text."""
    return {text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1))}


def alike(one: Report, other: Report) -> bool:
    """Are they the same report, in words and in figures?"""
    texts = essence(one), essence(other)
    if texts[0] == texts[1]:
        return True
    first, second = (grams(text) for text in texts)
    if len(first & second) < ALIKE * len(first | second):
        return False
    figures = [Counter(_FIGURE.findall(squeeze("\n".join(s.text for s in report.sections)))) for report in (one, other)]
    return (figures[0] & figures[1]).total() >= FIGURES_ALIKE * (figures[0] | figures[1]).total()


@dataclass(frozen=True, slots=True)
class Mark:
    """By what twins are looked for: the hash of the essence; and who reports what about which
    year."""

    report: str
    words: str
    subject: str


def mark(report: Report) -> Mark:
    """The mark of a report."""
    subject = "|".join((report.zone or "", str(report.year or ""), report.kind))
    return Mark(report.id, sha256(essence(report).encode())[:16], subject)


def _as_csv(marks: Iterable[Mark]) -> bytes:
    buffer = io.StringIO()
    rows = ((mark.report, mark.words, mark.subject) for mark in marks)
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


class Marks:
    """The marks of all held reports from the web, in a file that grows at its end; later lines
    win."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._marks: dict[str, Mark] = {}
        self._found: dict[str, dict[str, None]] = {}
        for row in csv.reader(io.StringIO(whole_lines(path).decode("utf8", "replace"), newline="")):
            if len(row) == 3:
                self._put(Mark(*row))

    def _put(self, new: Mark) -> None:
        self._drop(new.report)
        self._marks[new.report] = new
        for key in (new.words, new.subject):
            self._found.setdefault(key, {})[new.report] = None

    def forget(self, report: str) -> None:
        """Leave a report out from now on, in the file as well."""
        if self._drop(report):
            replace_file(self.path, _as_csv(self._marks.values()))

    def _drop(self, report: str) -> bool:
        old = self._marks.pop(report, None)
        if old is not None:
            for key in (old.words, old.subject):
                self._found[key].pop(report, None)
        return old is not None

    def note(self, report: Report) -> None:
        """Keep the mark of a held report from the web."""
        new = mark(report)
        if report.url and self._marks.get(report.id) != new:
            self._put(new)
            append_lines(self.path, _as_csv([new]))

    def candidates(self, report: Report) -> list[str]:
        """Ids of the reports that may be twins of this one."""
        own = mark(report)
        found = {
            **self._found.get(own.words, {}),
            **(self._found.get(own.subject, {}) if report.zone and report.year else {}),
        }
        found.pop(report.id, None)
        return list(found)
