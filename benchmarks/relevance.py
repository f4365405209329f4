"""Which sections come first: our ranking and stock ones against judged queries over the sample.

    python -m benchmarks.relevance [--author first|second|work] [--half tuned|held] [--queries] [--show QUERY]
                                   [--set NAME=VALUE …] [--json]

Each query of an author (authors.py) goes through the whole engine as a person types it. Beside our figures
stand those of our ranking with one weight taken out at a time, so that each weight shows what it
pays; of our matches in the order of a plain BM25, which parts ranking from matching; of stock
search over the same sections (stock.py); and of our hits followed by what holds only some of the
words. Expressions typed without quotes (unquoted.py) guard what judgements are too few to see. Exit
status 1 where our figures are below their floors in floors.toml.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.authors import authors
from benchmarks.judged import Judged, Score, mean
from benchmarks.machine import commit, machine, versions
from benchmarks.rankings import OURS, Sample, compared, typed_bare, weights
from benchmarks.unquoted import Unquoted

FLOORS = Path(__file__).with_name("floors.toml")


def floors(author: str) -> dict[str, float]:
    """The least our figures may be on the queries of one author."""
    table: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["relevance"]
    return table[author]


def broken(author: str, ours: Mapping[str, Score], bare: Unquoted | None = None) -> list[str]:
    """The floors that these figures fall through, in words."""
    figures = asdict(mean(ours.values())) | ({"unquoted_first": bare.first} if bare else {})
    least = {name: floor for name, floor in floors(author).items() if name in figures}
    return [f"{name} {figures[name]:.3f} < {floor}" for name, floor in least.items() if figures[name] < floor]


def record(
    rows: Mapping[str, Mapping[str, Score]], queries: Sequence[Judged], bare: Mapping[str, Unquoted]
) -> dict[str, Any]:
    """A run as JSON holds it."""
    return {
        "commit": commit(),
        "machine": machine(),
        "versions": versions(("jieba", "rjieba", "numpy", "whoosh-reloaded")),
        "queries": len(queries),
        "means": {name: _rounded(mean(scores.values())) for name, scores in rows.items()},
        "halves": {
            half: _rounded(mean(rows[OURS][query.text] for query in queries if query.half == half))
            for half in sorted({query.half for query in queries})
        },
        "unquoted": {name: _rounded(figures) for name, figures in bare.items()},
        "ours": {text: _rounded(found) for text, found in rows[OURS].items()},
    }


def _rounded(figures: Score | Unquoted) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(figures).items()}


def print_means(rows: Mapping[str, Mapping[str, Score]], queries: Sequence[Judged]) -> None:
    print(f"{len(queries)} queries{'':23} nDCG@10    MRR    P@1  found")
    for name, scores in rows.items():
        _print_row(name, mean(scores.values()))
    for half in sorted({query.half for query in queries}):
        _print_row(f"ours, {half}", mean(rows[OURS][query.text] for query in queries if query.half == half))
    for kind in dict.fromkeys(query.kind for query in queries):
        _print_row(f"ours, {kind}", mean(rows[OURS][query.text] for query in queries if query.kind == kind))


def print_bare(bare: Mapping[str, Unquoted]) -> None:
    print(f"\n{bare[OURS].asked} expressions without quotes    first    all unbroken first")
    for name, figures in bare.items():
        print(f"{name:34} {figures.first:7.3f} {figures.all_first:6.3f}")


def print_queries(rows: Mapping[str, Mapping[str, Score]], queries: Sequence[Judged]) -> None:
    for query in sorted(queries, key=lambda query: rows[OURS][query.text].ndcg):
        _print_row(f"{query.half:5} {query.kind:8} {query.text}", rows[OURS][query.text])


def _print_row(name: str, figures: Score) -> None:
    print(f"{name:34} {figures.ndcg:7.3f} {figures.mrr:6.3f} {figures.p1:6.3f} {figures.found:6.3f}")


def print_hits(held: Sample, query: Judged) -> None:
    """The first hits with their grades, then what was judged and is not found."""
    ranking = held.ranking(query.text)
    for place, section in enumerate(ranking[:15], 1):
        print(f"{place:3} {query.grades.get(section, 0) or '·'} {section}")
    missing = {section: grade for section, grade in query.grades.items() if section not in ranking}
    print("not found:", ", ".join(f"{section} ({grade})" for section, grade in missing.items()) or "nothing")


def main() -> int:
    """Print the tables, or the run as JSON."""
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    sets = authors()
    reader.add_argument("--author", choices=tuple(sets), default="first")
    reader.add_argument("--half", choices=("tuned", "held"))
    reader.add_argument("--queries", action="store_true", help="our figures for each query, worst first")
    reader.add_argument("--show", metavar="QUERY", help="the first hits of one query with their grades")
    reader.add_argument("--set", nargs="+", default=[], metavar="NAME=VALUE", help="constants of search/rank/score.py")
    reader.add_argument("--json", action="store_true")
    given = reader.parse_args()
    author = sets[given.author]
    queries = [query for query in author.queries() if given.half in (None, query.half)]
    changed = {name: float(value) for name, value in (pair.split("=") for pair in given.set)}
    with tempfile.TemporaryDirectory() as folder, weights(changed):
        held = Sample(Path(folder), author.reports())
        if given.show:
            print_hits(held, next(query for query in queries if query.text == given.show))
            return 0
        rows, bare = compared(held, queries), typed_bare(held)
    if given.json:
        print(json.dumps(record(rows, queries, bare), ensure_ascii=False, indent=1))
    else:
        print_means(rows, queries)
        print_bare(bare)
        if given.queries:
            print_queries(rows, queries)
    fallen = [] if given.half or changed else broken(author.name, rows[OURS], bare[OURS])
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
