"""The rows of a comparison as a person reads them: pairs and figures first, under the sections of
the report, each with a way to both places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.records import Report
from search.changes.compared import Change
from search.changes.figures import Beside, beside
from search.changes.sentence import Sentence
from search.changes.worded import worded
from search.query.amount import SCALES
from web.address import links
from web.address.parameters import Reading
from web.pages.typeset import label

SCALED: Final = ("万亿", "亿", "万")
LEAD: Final = 24  # characters in front of a figure that say what it counts


class Piece(NamedTuple):
    """A stretch of a sentence, and whether the other report lacks it."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence of one report, in pieces, and where it stands."""

    pieces: tuple[Piece, ...]
    url: str
    section: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is shown of one row: its sides (several where a sentence was split or merged), and what a
    sentence without a partner possibly was."""

    kind: str
    moved: bool
    old: tuple[Side, ...]
    new: tuple[Side, ...]
    maybe: Side | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that changed: its section, what stands in front of it, and what it was and is; `difference` with
    its sign and `unit` of it ("%" for points), None where none may be computed."""

    section: str
    before: str
    old: str
    new: str
    difference: str | None
    unit: str
    url: str
    old_url: str


class Group(NamedTuple):
    """Rows of one section: its id, what it is called, the rows."""

    section: str
    label: str
    rows: list[Row]


class Shown:
    """Two reports' rows, made for reading in a language."""

    def __init__(self, old: Report, new: Report, rows: Iterable[Change], lang: str) -> None:
        self.old, self.new, self.rows, self.reading = old, new, list(rows), Reading(lang=lang)
        self._pieces: dict[int, list[Change]] = defaultdict(list)
        for row in self.rows:
            if row.partner:
                self._pieces[id(row.partner)].append(row)

    def figures(self) -> Iterator[FigureRow]:
        """Figures on both sides that do not count the same; years are told apart."""
        for row in self.rows:
            for each in beside(row.old, row.new) if row.old and row.new else ():
                if row.old and row.new and each.old and each.new and each.is_changed and not each.is_year:
                    urls = self._url(self.new, row.new), self._url(self.old, row.old)
                    before = _beside(row.new, each.new.start, each.new.end)
                    yield FigureRow(row.new.section, before, each.old.text, each.new.text, *signed(each), *urls)

    def pairs(self) -> list[Group]:
        """What was reworded, moved, split and merged, and whose figures changed."""
        found = [
            self._pair(row, row.old, row.new) for row in self.rows if row.old and row.new and row.kind != "unchanged"
        ]
        return self._grouped(found, self.new)

    def _pair(self, row: Change, old: Sentence, new: Sentence) -> Row:
        ops = worded(old, new) if row.kind != "moved" else []
        before = [Piece(old.text[op.old_start : op.old_end], op.sign == "-") for op in ops if op.sign != "+"]
        after = [Piece(new.text[op.new_start : op.new_end], op.sign == "+") for op in ops if op.sign != "-"]
        merged = [self._side(self.old, each.old) for each in self._pieces[id(new)] if each.old]
        split = [self._side(self.new, each.new) for each in self._pieces[id(old)] if each.new]
        kind = "merged" if merged else "split" if split else row.kind
        ours, theirs = self._side(self.old, old, before), self._side(self.new, new, after)
        return Row(kind, row.moved, (ours, *merged), (theirs, *split))

    def alone(self, kind: str) -> list[Group]:
        """The rows of a kind that are shown as sentences of one report: what is new, dropped or
        unchanged, under the sections of that report."""
        found = [self._alone(row) for row in self.rows if row.kind == kind]
        return self._grouped(found, self.old if kind == "dropped" else self.new)

    def _alone(self, row: Change) -> Row:
        old = (self._side(self.old, row.old),) if row.old else ()
        new = (self._side(self.new, row.new),) if row.new else ()
        maybe = self._side(self.new if row.old else self.old, row.maybe[0]) if row.maybe else None
        return Row(row.kind, row.moved, old, new, maybe)

    def _grouped(self, rows: Iterable[Row], report: Report) -> list[Group]:
        """Rows under the sections of a report, in its order."""
        labels = {section.id: label(section) for section in report.sections}
        found: dict[str, list[Row]] = {section: [] for section in labels}
        for row in rows:
            found[(row.new if report is self.new else row.old)[0].section].append(row)
        return [Group(section, labels[section], held) for section, held in found.items() if held]

    def _side(self, report: Report, sentence: Sentence, pieces: Iterable[Piece] = ()) -> Side:
        shown = tuple(piece for piece in pieces if piece.text) or (Piece(sentence.text),)
        return Side(shown, self._url(report, sentence), sentence.section)

    def _url(self, report: Report, sentence: Sentence) -> str:
        return links.hit(report.id, sentence.section, self.reading, sentence.paragraph)


def _beside(sentence: Sentence, start: int, end: int) -> str:
    """What stands in front of a figure; behind it, where it opens the sentence."""
    if not start:
        return "…" + sentence.text[end : end + LEAD]
    return ("…" if start > LEAD else "") + sentence.text[max(0, start - LEAD) : start]


def signed(each: Beside) -> tuple[str | None, str]:
    """The difference with its sign, and its unit, 万 or 亿 in front where both figures have it; None
    where there is none."""
    if each.difference is None or not each.old or not each.new:
        return None, ""
    scale = next((scale for scale in SCALED if scale in each.old.text and scale in each.new.text), "")
    value = each.difference / SCALES.get(scale, 1)
    return f"{value.normalize():+,f}".replace("-", "−"), scale + (each.unit or "")
