"""From raw times and finds to the figures of a table: percentiles of the best pass, recall,
equality with the scan."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.material import Row
from benchmarks.questions import KINDS, Question
from benchmarks.scan import Scan

# Milliseconds of each question in one pass, by clock: wall, processor.
Round = Mapping[str, Sequence[float | None]]
PERCENTILES = {"p50": 50, "p95": 95, "p99": 99}


@dataclass(frozen=True, slots=True)
class Truth:
    """What the plain scan finds for a question: the sections, and in a phrase's case how often it
    stands there."""

    sections: frozenset[int]
    occurrences: int | None


def truths(questions: Sequence[Question], rows: Sequence[Row], scan: Scan) -> list[Truth]:
    """The truth of each question."""
    zones, years = np.array([row.zone for row in rows]), np.array([row.year for row in rows])
    return [_truth(question, scan, zones, years) for question in questions]


def _truth(question: Question, scan: Scan, zones: Any, years: Any) -> Truth:
    found = scan.sections(question.words) if question.words else scan.occurrences(question.phrase)
    if question.zone:
        found = found[zones[found] == question.zone]
    if question.year:
        found = found[years[found] == question.year]
    return Truth(frozenset(found.tolist()), None if question.words else len(found))


def without(truth: Truth, question: Question, scan: Scan, gone: Collection[int]) -> Truth:
    """The truth where the sections `gone` are deleted."""
    left = truth.sections - frozenset(gone)
    if truth.occurrences is None or len(left) == len(truth.sections):
        return Truth(left, truth.occurrences)
    return Truth(left, sum(1 for section in scan.occurrences(question.phrase).tolist() if section in left))


def judged(checked: Mapping[str, Any] | None, truth: Truth) -> dict[str, Any] | None:
    """How what an engine found compares with the truth; None where it could not answer.

    `total`; `recall` (None where there is nothing to find); `beyond`: sections found that the scan
    does not find; `equal`: the same sections, and as many occurrences where the engine counts them.
    Where not all of a great many were read, their total decides.
    """
    if checked is None:
        return None
    found = frozenset(checked["found"])
    unread = max(0, checked["total"] - len(found))
    right, size = len(found & truth.sections), len(truth.sections)
    occurrences = None in (checked["occurrences"], truth.occurrences) or checked["occurrences"] == truth.occurrences
    return {
        "total": checked["total"],
        "recall": min(1.0, (right + unread) / size) if size else None,
        "beyond": len(found - truth.sections),
        "equal": checked["total"] == size and right == len(found) and occurrences,
    }


def summary(
    questions: Sequence[Question],
    rounds: Sequence[Round],
    verdicts: Sequence[dict[str, Any] | None],
) -> dict[str, dict[str, Any]]:
    """Figures for each kind of question: milliseconds of the best pass, the worst single time of
    all passes, the same of the processor's time, recall."""
    return {kind: _of_kind([n for n, q in enumerate(questions) if q.kind == kind], rounds, verdicts) for kind in KINDS}


def _of_kind(
    numbers: Sequence[int],
    rounds: Sequence[Round],
    verdicts: Sequence[dict[str, Any] | None],
) -> dict[str, Any]:
    found = [verdict for n in numbers if (verdict := verdicts[n])]
    recalls = [verdict["recall"] for verdict in found if verdict["recall"] is not None]
    return {
        "asked": len(numbers),
        "answered": len(found),
        "recall": float(np.mean(recalls)) if recalls else None,
        "equal": sum(verdict["equal"] for verdict in found),
        **_times(numbers, rounds, "wall"),
        "processor": _times(numbers, rounds, "processor"),
    }


def _times(numbers: Sequence[int], rounds: Sequence[Round], clock: str) -> dict[str, float]:
    times = [[spent for one in rounds if (spent := one[clock][n]) is not None] for n in numbers]
    best = [min(some) for some in times if some]
    if not best:
        return {}
    figures = {name: float(np.percentile(best, share)) for name, share in PERCENTILES.items()}
    return {**figures, "worst": max(best), "worst_of_all": max(map(max, filter(None, times)))}
