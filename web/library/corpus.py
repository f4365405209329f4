"""A data folder as a Python program sees it: what can be searched, counted and read in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Unpack

from corpus.coverage import coverage
from corpus.masked import masked
from corpus.saying import Saying
from corpus.store.folder import Store
from search.answer import Answer
from search.answer import Hit as FoundHit
from search.chosen import engine_for
from search.engine import Engine, Entry, Held
from search.request import MAX_LIMIT, SORTS, Request
from search.stream import every_hit, every_line
from search.tables import ORDERS, PANELS, ROWS, BodyYear, CurveYear, FirstUse, SilentReport
from web.address.parameters import ORDERS as LINE_ORDERS
from web.language.terminal import spoken
from web.library.arguments import Filters, folder, in_words, one_of, request, text, whole
from web.library.made import NoSuchSection, Spread, cell_rows, hit_row, holding_row, line_row, silent_rows
from web.library.rows import Cell, Found, Holding, Line, Rows, SectionText

MOST: int = 20  # hits, unless more are asked for


class Corpus:
    """Reports in a data folder, with their index. Every question is answered by the version that is
    newest when it is asked; where something is wrong, `xunzhang.Error` says what in a sentence."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder, self._engine = folder, engine

    def __repr__(self) -> str:
        """Where it lies and how much it holds."""
        return f"<xunzhang.Corpus {str(self.folder)!r}: {self.held.reports} reports, {self.held.sections} sections>"

    @property
    def held(self) -> Held:
        """How many reports, sections and issuers there are, and of which years."""
        return self._engine.held()

    @property
    def version(self) -> str:
        """The version of the corpus: another one whenever an answer may be another one."""
        return self._engine.version

    @in_words()
    def search(
        self,
        query: str = "",
        *,
        sort: str = SORTS[0],
        limit: int | None = MOST,
        offset: int = 0,
        **filters: Unpack[Filters],
    ) -> Found:
        """The sections that match, `limit` of them or (None) all. `sort`: relevance, newest, oldest
        or zone."""
        asked = request(query, filters, offset, sort=one_of("sort", sort, SORTS))
        most = None if limit is None else whole("limit", limit, 1)
        answer, hits = self._answered(asked, most)
        said = {"interpreted": str(answer.interpreted), "notes": tuple(map(spoken, answer.notes))}
        return Found(map(hit_row, hits), version=answer.version, **said, **answer.total._asdict())

    def _answered(self, asked: Request, most: int | None) -> tuple[Answer, Iterable[FoundHit]]:
        """A page is asked for as one; what is more than a page is read page by page."""
        if most is not None and most <= MAX_LIMIT:
            answer = self._engine.search(replace(asked, limit=most))
            return answer, answer.hits
        answer, hits = every_hit(self._engine, asked)
        return answer, islice(hits, asked.offset, most and asked.offset + most)

    @in_words()
    def kwic(
        self,
        query: str,
        *,
        context: int = 20,
        order: str = LINE_ORDERS[0],
        limit: int | None = None,
        sample: int | None = None,
        seed: int = 0,
        **filters: Unpack[Filters],
    ) -> Rows[Line]:
        """Each occurrence in its context of so many characters, all or `limit` of them, or a random
        `sample`. `order`: left, right, zone or year."""
        asked = request(query, filters)
        drawn = None if sample is None else whole("sample", sample, 1)
        most = None if limit is None else whole("limit", limit, 1)
        shape = {"context": whole("context", context, 1), "seed": whole("seed", seed, 0)}
        _, total, lines = every_line(
            self._engine, asked, order=one_of("order", order, LINE_ORDERS), sample=drawn, **shape
        )
        return Rows(Line, map(line_row, islice(lines, most)), total)

    @in_words()
    def matrix(
        self, query: str, *, rows: str = ROWS[0], order: str = ORDERS[0], **filters: Unpack[Filters]
    ) -> Rows[Cell]:
        """Who says it in which year: a row for each cell, those that say nothing and are not held
        too. `rows`: zone, province, level, kind, part or none."""
        asked = replace(request(query, filters), limit=MAX_LIMIT)
        pinned = self._engine.pinned()
        page = pinned.matrix(asked, one_of("rows", rows, ROWS), one_of("order", order, ORDERS))
        found = list(cell_rows(page))
        for offset in range(MAX_LIMIT, page.row_total, MAX_LIMIT):
            found += cell_rows(pinned.matrix(replace(asked, offset=offset), rows, order))
        return Rows(Cell, found)

    @in_words()
    def spread(self, query: str, *, panel: str = PANELS[0], **filters: Unpack[Filters]) -> Spread:
        """Since when each issuer says it, and how many do. Without a `kind` it is told of the kind of
        report with most hits. `panel`: held, or balanced (issuers of whom every year is held)."""
        asked = replace(request(query, filters), limit=MAX_LIMIT)
        pinned = self._engine.pinned()
        told = pinned.spread(asked, one_of("panel", panel, PANELS), years=True)
        first = list(told.first)
        for offset in range(MAX_LIMIT, told.first_total, MAX_LIMIT):
            first += pinned.spread(replace(asked, offset=offset), panel).first
        return Spread(told.kind, Rows(FirstUse, first), Rows(CurveYear, told.curve), Rows(BodyYear, told.body_years))

    @in_words()
    def absent(self, query: str, **filters: Unpack[Filters]) -> Rows[SilentReport]:
        """The reports that do not say it. Raises CannotTell where NOT, or fields under OR, leave that
        open."""
        asked = replace(request(query, filters), limit=MAX_LIMIT)
        pinned = self._engine.pinned()
        page = pinned.absent(asked)
        silent = list(silent_rows(page))
        for offset in range(MAX_LIMIT, page.silent_total, MAX_LIMIT):
            silent += silent_rows(pinned.absent(replace(asked, offset=offset)))
        return Rows(SilentReport, silent)

    def reports(self) -> Rows[Entry]:
        """Every report that can be searched, by id."""
        return Rows(Entry, self._engine.catalogue())

    @in_words()
    def coverage(self) -> Rows[Holding]:
        """Which years are held of each issuer, and which are missing between them."""
        return Rows(Holding, map(holding_row, coverage(Store(self.folder)).zones))

    @in_words()
    def section(self, report: str, section: str) -> SectionText:
        """A section of a report as it is written. Raises NoSuchSection, and UnknownReport."""
        record = masked(Store(self.folder).report(text("report", report)))
        for each in record.sections:
            if each.id == text("section", section):
                facts = (record.id, each.id, record.title, record.zone, record.year)
                return SectionText(*facts, each.part, each.number, each.heading, each.text)
        known = "、".join(each.id for each in record.sections)
        raise NoSuchSection(
            Saying("报告 %(report)s 里没有 %(id)s 这一段；有 %(known)s。", report=report, id=section, known=known)
        )


@in_words()
def open(folder_path: str | Path) -> Corpus:
    """The corpus in a data folder that `xunzhang build` has indexed. Raises WrongArgument, and what
    says that there is no index, or one that cannot be read."""
    data = folder(folder_path)
    engine = engine_for(data)
    engine.held()
    return Corpus(data, engine)
