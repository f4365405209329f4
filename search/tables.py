"""What is told about who says a phrase and when, as plain values. Years are numbers; a report
without a year, or without what the rows are, is told beside the table."""

from __future__ import annotations

from typing import NamedTuple

# What the rows of a matrix can be; "none" makes one row of everything.
ROWS = ("zone", "province", "level", "kind", "part", "none")
ORDERS = ("code", "sections")
PANELS = ("held", "balanced")
# Why nothing can be told about those who do not say it.
NOT_FOR_NOT, NOT_FOR_FIELDS, NOT_FOR_NAMES = "not_for_not", "not_for_fields_under_or", "not_for_names"


class Counts(NamedTuple):
    """What is held and found: `reports` have a section in the selection, `reports_with` of them say
    it; `characters` are those of the sections held, folded, without white space; `without_part` are
    reports without a section of the part that is asked about."""

    reports: int = 0
    reports_with: int = 0
    sections: int = 0
    occurrences: int = 0
    sections_held: int = 0
    characters: int = 0
    without_part: int = 0


class Row(NamedTuple):
    """A row: one value, and counts for each year, None where nothing is held. `province`, `level`:
    those of an issuer, "" where there is none. `value` is what a filter takes, `label` its name."""

    value: str
    label: str
    province: str
    level: str
    cells: tuple[Counts | None, ...]
    total: Counts


class Selection(NamedTuple):
    """What a question is asked about. `moved`: the fields of the query that only select, as they
    are written; `silence`: "" where silence can be told, else why not; `one_section`: several words
    have to stand in one section, or may stand in its title; `names`: the bare words that select
    some reports by title, issuer, place or year; `instead`: a query that says so with fields or
    quotation marks, "" where none is needed."""

    moved: tuple[str, ...]
    silence: str
    one_section: bool
    names: tuple[str, ...] = ()
    instead: str = ""


class Matrix(NamedTuple):
    """Rows by years: all cells and `unplaced` together are `totals`. `rows` are those of the page,
    of `row_total`; `columns` are the sums of the years over all rows."""

    version: str
    interpreted: str
    selection: Selection
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    row_total: int
    columns: tuple[Counts, ...]
    totals: Counts
    unplaced: Counts


class FirstUse(NamedTuple):
    """When an issuer first says it: in its report of the year `by`, not yet in that of `after`, the
    last year held before.

    `state`: "exact", "interval" (years between are not held), "left" (it says it in the first year
    held). `rank`: one more than the issuers that are known to say it earlier; None for "left".
    """

    zone: str
    province: str
    level: str
    by: int
    after: int | None
    state: str
    rank: int | None
    report: str
    section: str


class Silent(NamedTuple):
    """An issuer that never says it, and the years held of it."""

    zone: str
    province: str
    level: str
    held: tuple[int, ...]


class CurveYear(NamedTuple):
    """A year: issuers held; of them, those that say it in this year's report, and by now; `at_risk`
    were held before and silent so far, `new` of them say it now."""

    year: int
    held: int
    say: int
    said_by: int
    at_risk: int
    new: int


class BodyYear(NamedTuple):
    """An issuer in one year held, as models of event history take it."""

    zone: str
    province: str
    level: str
    year: int
    held: int
    say: int
    event: int
    at_risk: int
    left_censored: int
    characters: int


class Spread(NamedTuple):
    """`kinds`: sections found of each kind of report, most first; `kind`: the one that is told
    about, "" for all of the selection. `first` is a page of `first_total`, the earliest first.
    `half_year`: the first year in which more than half of those held in every year have said it.
    Where silence cannot be told, `first`, `silent`, `curve` and `body_years` are empty: each rests
    on who did not say it."""

    version: str
    interpreted: str
    selection: Selection
    kinds: tuple[tuple[str, int], ...]
    kind: str
    first: tuple[FirstUse, ...]
    first_total: int
    silent: tuple[Silent, ...]
    silent_total: int
    curve: tuple[CurveYear, ...]
    half_year: int | None
    panel: int
    unplaced: int
    body_years: tuple[BodyYear, ...]


class SilentReport(NamedTuple):
    """A report of the selection that does not say it; `twin_says`: another of the same issuer, year
    and kind does."""

    report: str
    title: str
    zone: str | None
    province: str
    year: int | None
    kind: str
    characters: int
    twin_says: bool


class Absence(NamedTuple):
    """Who does not say it. `silent` is a page of `silent_total`, None where silence cannot be told;
    `not_held`: for issuers the years of the selection of which nothing of theirs is held, a page of
    `not_held_total`."""

    version: str
    interpreted: str
    selection: Selection
    held: int
    say: int
    silent: tuple[SilentReport, ...] | None
    silent_total: int
    without_part: int
    not_held: tuple[tuple[str, tuple[int, ...]], ...]
    not_held_total: int
