"""Judged queries over the sample, and how well a list of sections answers them.

A section is named by its page and its id (`hezhu-2020/1.2`), so that judgements read like a table
of contents and outlive the ids of reports. The grades and the rule by which they were given stand
at the top of judgements.toml.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from corpus.clean import clean
from corpus.records import Page, Report

JUDGEMENTS = Path(__file__).with_name("judgements.toml")
PAGES = Path(__file__).parents[1] / "corpus" / "sample" / "pages"
NOT_A_REPORT = "NOTICE.txt"
GRADES = (1, 2, 3)
DEPTH = 10
# A hit from this grade on is one the reader would open.
ANSWERS = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """A query as typed; `grades` maps sections to 1, 2 or 3."""

    text: str
    kind: str
    grades: Mapping[str, int]

    @property
    def half(self) -> str:
        """tuned: weights may be chosen on it; held: it only tells whether they hold."""
        return "held" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "tuned"


@dataclass(frozen=True, slots=True)
class Score:
    """How one ranking answers one query; each between 0 and 1.

    `ndcg`: of the first ten, against the best order of all that was judged. `mrr`: 1 / place of the
    first that answers (grade 2 or 3). `p1`: 1 where the first is one of the best judged. `found`:
    share of those that answer which are anywhere in the list.
    """

    ndcg: float
    mrr: float
    p1: float
    found: float


def judged(path: Path = JUDGEMENTS) -> tuple[Judged, ...]:
    """The queries, in the order of the file. Raises ValueError where one section is graded
    twice."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["query"]
    return tuple(Judged(row["text"], row["kind"], _grades(row)) for row in rows)


def _grades(row: Mapping[str, str]) -> dict[str, int]:
    pairs = [(section, grade) for grade in GRADES for section in row.get(str(grade), "").split()]
    grades = dict(pairs)
    if len(grades) != len(pairs):
        raise ValueError(f"{row['text']}: a section is graded twice")
    return grades


def sample() -> dict[str, Report]:
    """The reports of the sample as cleaning gives them, by the name of their page."""
    files = sorted(path for path in PAGES.iterdir() if path.name != NOT_A_REPORT)
    return {path.stem: clean(Page(f"file:///{path.name}", path.read_bytes())) for path in files}


def score(ranking: Sequence[str], grades: Mapping[str, int]) -> Score:
    """Judge a list of sections, best first, without repetition."""
    given = [grades.get(section, 0) for section in ranking]
    best = sorted(grades.values(), reverse=True)
    answers = sum(grade >= ANSWERS for grade in best)
    first = next((place for place, grade in enumerate(given, 1) if grade >= ANSWERS), None)
    return Score(
        ndcg=_gain(given) / _gain(best),
        mrr=1 / first if first else 0.0,
        p1=float(given[:1] == best[:1]),
        found=sum(grade >= ANSWERS for grade in given) / answers,
    )


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades[:DEPTH], 1))


def mean(scores: Iterable[Score]) -> Score:
    """The mean of each figure over queries."""
    rows = list(scores)
    return Score(*(fmean(getattr(row, name) for row in rows) for name in ("ndcg", "mrr", "p1", "found")))
