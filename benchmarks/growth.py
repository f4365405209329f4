"""What becomes of us as the material grows: runs of the race at several sizes, side by side.

    python -m benchmarks.growth RUN.json RUN.json … [--chart FILE.svg]

Planted phrases have the same hits at every size, so what their times gain is the price of size
alone. Where runs have both of our engines, it also says where their curves cross.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.chart import lines
from benchmarks.figures import PERCENTILES
from benchmarks.table import markdown

GIGABYTE = 1024.0
BOTH = ("ours", "opensearch")
PARALLEL = 0.01  # curves whose powers differ by less would cross where nobody has an index


def half(run: Mapping[str, Any], engine: str, kind: str, origin: str = "") -> float:
    """The median over the questions of a kind, of their best pass, in milliseconds."""
    rounds = run["engines"][engine]["rounds"]
    numbers = [n for n, q in enumerate(run["questions"]) if q["kind"] == kind and origin in ("", q["origin"])]
    return float(np.median([min(one["wall"][n] for one in rounds) for n in numbers]))


def found(run: Mapping[str, Any], engine: str, kind: str) -> list[float]:
    """Milliseconds of the best pass of each question of a kind that finds anything: what finds nothing
    is explained, which takes longer than finding."""
    rounds, asked = run["engines"][engine]["rounds"], enumerate(run["questions"])
    return [min(one["wall"][n] for one in rounds) for n, q in asked if q["kind"] == kind and q["sections"]]


def table(runs: Sequence[Mapping[str, Any]], engine: str) -> str:
    """One line a size, smallest first; phrases are named as in the smallest."""
    origins = list(dict.fromkeys(q["origin"] for q in runs[0]["questions"] if q["kind"] == "planted"))
    head = [
        *("sections", "build s", "ms a section", "GB to build", "bytes a character", "MB private", "opening s"),
        *(f"phrase {origin}: p50 ms" for origin in origins),
        *("phrases p50 / p95 ms", "words p50 / p95 ms"),
    ]
    return markdown(head, [tuple(_cells(run, engine, origins)) for run in runs])


def _cells(run: Mapping[str, Any], name: str, origins: Sequence[str]) -> Iterator[str]:
    engine, material = run["engines"][name], run["material"]
    built = engine["build"]
    yield f"{material['sections']:,}"
    yield f"{built['seconds']:.0f}"
    yield f"{built['seconds'] * 1e3 / material['sections']:.2f}"
    yield f"{built['together_mb'] / GIGABYTE:.1f}"
    yield f"{built['bytes'] / material['characters']:.1f}"
    yield f"{engine['asked']['private_mb'] or 0:.0f}"
    yield f"{engine['open_seconds']:.2f}"
    yield from (f"{half(run, name, 'planted', origin):.2f}" for origin in origins)
    for kind in ("phrase", "words"):
        figures = engine["summary"][kind]
        yield f"{figures['p50']:.2f} / {figures['p95']:.2f}"


def verdict(runs: Sequence[Mapping[str, Any]], engine: str) -> str:
    """How much slower the same phrases are at the largest size than at the smallest."""
    first, last = runs[0], runs[-1]
    size = last["material"]["sections"] / first["material"]["sections"]
    grown = half(last, engine, "planted") / half(first, engine, "planted")
    return f"p50 of phrases with fixed hits: {grown:.2f} × at {size:.1f} × the sections (wanted less than 2 at 10)"


def crossing(runs: Sequence[Mapping[str, Any]], kind: str, figure: str) -> str:
    """At how many sections the cluster would answer as fast as this machine what stands somewhere,
    were both curves to go on as powers of the size (least squares between logarithms)."""
    sizes = np.log([run["material"]["sections"] for run in runs])
    curves = [[np.percentile(found(run, name, kind), PERCENTILES[figure]) for run in runs] for name in BOTH]
    here, there = (np.polyfit(sizes, np.log(curve), 1) for curve in curves)
    said = f"{kind} {figure}: " + "; ".join(" / ".join(f"{ms:.3g}" for ms in curve) for curve in curves)
    said += f" ms, growing by size ^ {here[0]:.2f} here, ^ {there[0]:.2f} on the cluster: "
    if here[0] - there[0] < PARALLEL:
        return said + "they never cross"
    power = float((there[1] - here[1]) / (here[0] - there[0]) / np.log(10))
    return said + f"they would cross at 10 ^ {power:.1f} sections"


def series(runs: Sequence[Mapping[str, Any]]) -> dict[str, list[tuple[float, float]]]:
    """Lines to draw for every engine that all runs have: (sections, milliseconds)."""
    shared = set.intersection(*(set(run["engines"]) for run in runs))
    drawn = {}
    for name in sorted(shared):
        label = runs[0]["engines"][name]["label"]
        sizes = [float(run["material"]["sections"]) for run in runs]
        drawn[f"{label}: fixed hits, p50"] = [
            (n, half(run, name, "planted")) for n, run in zip(sizes, runs, strict=True)
        ]
        drawn[f"{label}: phrases, p95"] = [
            (n, run["engines"][name]["summary"]["phrase"]["p95"]) for n, run in zip(sizes, runs, strict=True)
        ]
    return drawn


def main(given: Sequence[str] | None = None) -> None:
    """Print, and draw where asked."""
    reader = argparse.ArgumentParser(prog="benchmarks.growth", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("runs", nargs="+", type=Path)
    reader.add_argument("--engine", default="ours")
    reader.add_argument("--chart", type=Path)
    chosen = reader.parse_args(given)
    runs = [json.loads(path.read_text(encoding="utf8")) for path in chosen.runs]
    runs.sort(key=lambda run: run["material"]["sections"])
    print(table(runs, chosen.engine), verdict(runs, chosen.engine), sep="\n\n")
    if len(runs) > 1 and all(name in run["engines"] for run in runs for name in BOTH):
        print(
            "", *(crossing(runs, kind, figure) for kind in ("phrase", "words") for figure in ("p50", "p95")), sep="\n"
        )
    if chosen.chart:
        chosen.chart.write_text(lines(series(runs)), encoding="utf8")


if __name__ == "__main__":
    main()
