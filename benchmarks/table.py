"""A run as tables for a terminal and for a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.questions import KINDS

TITLES = {
    "phrase": "phrases",
    "words": "words (AND)",
    "filter": "phrases and words within a zone or year",
    "planted": "phrases in 1, 10, 100, 1,000 sections",
}
MEGABYTES = 1e6
ASKED_AT_ONCE = ("phrase", "words")  # kinds told of apart where many ask at once


def tables(run: Mapping[str, Any]) -> str:
    """All tables of a run, in Markdown."""
    parts = [_built(run), *(_asked(run, kind) for kind in KINDS)]
    if many := [engine for engine in run["engines"].values() if engine.get("at_once")]:
        parts.append(_at_once(many))
    if run["skipped"]:
        parts.append("Not run: " + "; ".join(f"{name}: {why}" for name, why in run["skipped"].items()))
    return "\n\n".join(parts)


def _built(run: Mapping[str, Any]) -> str:
    characters = run["material"]["characters"]
    rows = [
        (
            engine["label"],
            f"{engine['build']['seconds']:.1f}",
            f"{engine['build']['processor_seconds']:.1f}",
            f"{engine['build']['bytes'] / MEGABYTES:.0f}",
            f"{engine['build']['bytes'] / characters:.1f}",
            f"{engine['build']['together_mb']:.0f}",
            f"{engine['asked']['peak_mb']:.0f}",
            f"{engine['asked']['private_mb'] or 0:.0f}",
            f"{engine['open_seconds']:.2f}",
        )
        for engine in run["engines"].values()
        if engine["rounds"]
    ]
    head = (
        "engine",
        "build s",
        "processor s",
        "MB on disk",
        "bytes a character",
        "MB to build",
        "MB to ask",
        "of them private",
        "opening s",
    )
    return f"{run['material']['sections']:,} sections, {characters:,} characters\n\n" + markdown(head, rows)


def _asked(run: Mapping[str, Any], kind: str) -> str:
    rows = [_row(engine["label"], engine["summary"][kind]) for engine in run["engines"].values()]
    head = ("engine", "p50 ms", "p95 ms", "p99 ms", "worst ms", "processor p50 / p95", "recall", "equal to the scan")
    return f"{TITLES[kind]}\n\n" + markdown(head, rows)


def _at_once(engines: Sequence[Mapping[str, Any]]) -> str:
    rows = [
        (
            engine["label"],
            f"{engine['at_once']['a_second']:.0f}",
            *(f"{engine['at_once'][name]:.1f}" for name in ("p50", "p95", "p99", "worst")),
            *(f"{some['p50']:.1f} / {some['p95']:.1f}" for some in map(engine["at_once"]["kinds"].get, ASKED_AT_ONCE)),
        )
        for engine in engines
    ]
    head = ("engine", "answers a second", "p50 ms", "p95 ms", "p99 ms", "worst ms", *ASKED_AT_ONCE)
    return f"{engines[0]['at_once']['askers']} at once, all questions in turn\n\n" + markdown(head, rows)


def _row(label: str, figures: Mapping[str, Any]) -> tuple[str, ...]:
    times = [f"{figures[name]:.2f}" if name in figures else "–" for name in ("p50", "p95", "p99", "worst")]
    processor = figures["processor"]
    times.append(f"{processor['p50']:.2f} / {processor['p95']:.2f}" if processor else "–")
    recall = "–" if figures["recall"] is None else f"{figures['recall']:.1%}"
    refused = figures["asked"] - figures["answered"]
    equal = f"{figures['equal']} of {figures['answered']}" + (f"; {refused} unanswerable" if refused else "")
    return (label, *times, recall, equal)


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; all columns but the first are figures."""
    table = [head, *rows]
    widths = [max(len(row[n]) for row in table) for n in range(len(head))]
    first, *rest = (
        "| " + " | ".join(_cell(cell, width, n) for n, (cell, width) in enumerate(zip(row, widths, strict=True))) + " |"
        for row in table
    )
    rule = "| " + " | ".join("-" * width if not n else "-" * (width - 1) + ":" for n, width in enumerate(widths)) + " |"
    return "\n".join([first, rule, *rest])


def _cell(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if not column else cell.rjust(width)
