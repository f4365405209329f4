"""What a Python program is given: rows of plain values, as they are or as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

from corpus.errors import XunzhangError
from corpus.saying import Saying
from web.language.terminal import spoken

if TYPE_CHECKING:
    from pandas import DataFrame

Row = TypeVar("Row")


class NoPandas(XunzhangError):
    """A DataFrame is asked for and pandas is not installed."""

    code = "no_pandas"


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that matches. `headings`: outermost first, its own last; `text`: the stretch around
    the matches; `permalink`: its lasting address on the site, from the root."""

    report: str
    section: str
    title: str
    zone: str | None
    province: str | None
    city: str | None
    year: int | None
    kind: str
    part: str | None
    headings: tuple[str, ...]
    occurrences: int
    score: float
    text: str
    permalink: str


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence in its context; `start` and `end` count characters of the section's text."""

    report: str
    section: str
    zone: str | None
    year: int | None
    left: str
    match: str
    right: str
    start: int
    end: int
    title: str
    kind: str
    part: str | None
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of a matrix in one year. `state`: said, silent (held, but does not say it), without_part
    or not_held. Counts are None where nothing is held, `per_report` and `per_million` where too little
    is held to tell."""

    row: str
    label: str
    province: str
    level: str
    year: int
    state: str
    reports: int | None
    reports_with: int | None
    sections: int | None
    occurrences: int | None
    characters: int | None
    per_report: float | None
    per_million: float | None


@dataclass(frozen=True, slots=True)
class Holding:
    """The reports of one kind by one issuer. `missing`: years between the first and the last held of
    which none is; `undated`: reports whose year is not known."""

    zone: str | None
    kind: str
    province: str | None
    city: str | None
    level: str | None
    years: tuple[int, ...]
    missing: tuple[int, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as it is written, number and heading included; `id`: its address in the report."""

    report: str
    id: str
    title: str | None
    zone: str | None
    year: int | None
    part: str | None
    number: str | None
    heading: str | None
    text: str


# Columns of whole numbers some of which may be unknown; pandas would make them floats.
WHOLE: Final = ("year", "reports", "reports_with", "sections", "occurrences", "characters")
RATES: Final = ("per_report", "per_million")


class Rows(Sequence[Row], Generic[Row]):
    """Rows of a kind in their order. `total`: how many there are in all, those not asked for too."""

    def __init__(self, kind: type[Row], rows: Iterable[Row], total: int | None = None) -> None:
        self._kind, self._rows = kind, tuple(rows)
        self.total = len(self._rows) if total is None else total

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """One row, or some."""
        return self._rows[place]

    def __len__(self) -> int:
        """How many rows are here."""
        return len(self._rows)

    def __repr__(self) -> str:
        """How many, and the first."""
        return f"<{len(self)} of {self.total} rows{f': {self._rows[0]!r} …' if self._rows else ''}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [_plain(row) for row in self._rows]

    def to_pandas(self) -> DataFrame:
        """The rows as a DataFrame; whole numbers stay so where some are unknown. Raises NoPandas."""
        try:
            import pandas
        except ImportError:
            raise NoPandas(spoken(Saying("要得到 DataFrame，请先安装 pandas：pip install pandas。"))) from None
        frame = pandas.DataFrame(self.to_dicts(), columns=_columns(self._kind))
        kinds = {**dict.fromkeys(WHOLE, "Int64"), **dict.fromkeys(RATES, "float64")}
        return frame.astype({name: kind for name, kind in kinds.items() if name in frame})


def _columns(kind: Any) -> list[str]:
    """The fields of a dataclass or a named tuple."""
    return [each.name for each in fields(kind)] if is_dataclass(kind) else list(kind._fields)


def _plain(row: Any) -> dict[str, Any]:
    """A dataclass or a named tuple as a dictionary."""
    return asdict(row) if is_dataclass(row) and not isinstance(row, type) else row._asdict()


class Found(Rows[Hit]):
    """Sections that match. `total` counts all of them; `reports`, `zones`, `occurrences` likewise;
    `interpreted`: the query in words; `notes`: what a person should know of it; `version`: of the
    corpus."""

    def __init__(self, rows: Iterable[Hit], **said: Any) -> None:
        super().__init__(Hit, rows, said["sections"])
        self.reports: int = said["reports"]
        self.zones: int = said["zones"]
        self.occurrences: int = said["occurrences"]
        self.interpreted: str = said["interpreted"]
        self.notes: tuple[str, ...] = said["notes"]
        self.version: str = said["version"]
