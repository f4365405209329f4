"""The few clauses that everything asked of a cluster is put together from.

A phrase scores how often it stands there: see `index.opensearch.template`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from index.opensearch.template import BEGINS, BETWEEN, ENDS

Clause: TypeAlias = dict[str, Any]
EVERYTHING: Clause = {"match_all": {}}
NOTHING: Clause = {"match_none": {}}
# Sums of scores that are counts; what a phrase scores is a whole number but for rounding.
COUNTED: Clause = {"sum": {"script": {"source": "Math.round(_score.doubleValue())"}}}
# The field in which neighbours are one term.
PAIRED = "text"
EDGED = ("edge", "head_edge")


def phrase(text: str, field: str = PAIRED, weight: float = 1.0) -> Clause:
    """Where a folded string stands, scored by how often times `weight`."""
    terms = max(1, len(text) - 1) if field == PAIRED else len(text)
    query = _edged(text) if field in EDGED else text
    return {"match_phrase": {field: {"query": query, "boost": weight / terms}}}


def _edged(text: str) -> str:
    """A string that begins where a word does and ends where one does."""
    if len(text) == 1:
        return f"{BEGINS}{text}{ENDS}"
    return BETWEEN.join([BEGINS + text[0], *text[1:-1], text[-1] + ENDS])


def all_of(clauses: Iterable[Clause]) -> Clause:
    """Where all of them hold; nothing scores."""
    given = [clause for clause in clauses if clause != EVERYTHING]
    if not given:
        return EVERYTHING
    return given[0] if len(given) == 1 else {"bool": {"filter": given}}


def any_of(clauses: Iterable[Clause]) -> Clause:
    """Where any of them holds."""
    given = list(clauses)
    if not given:
        return NOTHING
    return given[0] if len(given) == 1 else {"bool": {"should": given, "minimum_should_match": 1}}


def none_of(*clauses: Clause) -> Clause:
    """Where none of them holds."""
    return {"bool": {"must_not": list(clauses)}}


def scored(where: Clause, scoring: Sequence[Clause]) -> Clause:
    """What `where` finds, scored by the sum of the others, which need not hold."""
    return {"bool": {"filter": [where], "should": list(scoring)}}


def missing(field: str) -> Clause:
    """Where a field has no value."""
    return none_of({"exists": {"field": field}})


def one_of(field: str, values: Iterable[str]) -> Clause:
    """Where a field has one of these values; "" where it has none."""
    given = list(dict.fromkeys(values))
    some: list[Clause] = [{"terms": {field: [value for value in given if value]}}] if any(given) else []
    return any_of([*some, *([missing(field)] if "" in given else [])])


def of_years(first: int | None, last: int | None) -> Clause:
    """Where the year lies in a span, open where an end is None; where it is missing if both are."""
    if first is None and last is None:
        return missing("year")
    ends = {"gte": first, "lte": last}
    return {"range": {"year": {end: f"{year:04d}" for end, year in ends.items() if year is not None}}}


def filtered(where: Clause, inner: Mapping[str, Clause]) -> Clause:
    """An aggregation over what also passes `where`."""
    return {"filter": where, "aggs": dict(inner)}
