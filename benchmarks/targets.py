"""What a run has to show, and whether it does. Ratios are what counts: both sides are measured in
the same minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

OURS, WORN = "ours", "ours-worn"
# (kind, other engine, figure, how many times faster we have to be)
RATIOS = (
    ("phrase", "tantivy", "p50", 1.0),
    ("phrase", "tantivy", "p95", 2.0),
    ("phrase", "tantivy", "worst", 2.0),
    ("phrase", "sqlite", "p95", 3.0),
    ("phrase", "whoosh", "p50", 20.0),
    ("phrase", "whoosh", "p95", 100.0),
)
# Milliseconds for words at p95: at most the first up to so many sections, the second up to ten
# times as many.
WORDS_MS, WORDS_SECTIONS = (5.0, 30.0), 60_000
BUILD_RATIO = 3.0
ADD_SECONDS = 0.3
BYTES_A_CHARACTER = 14.0
OPEN_SECONDS = 1.0


def verdicts(run: Mapping[str, Any]) -> Iterator[str]:
    """A line for each target that the run can speak about: met or missed, and by how much."""
    engines = run["engines"]
    if OURS not in engines:
        return
    yield from _ratios(engines)
    yield from _words(run)
    yield from _exactness(engines)
    yield from _building(run)


def _line(met: bool, text: str) -> str:
    return ("met     " if met else "MISSED  ") + text


def _ratios(engines: Mapping[str, Any]) -> Iterator[str]:
    ours = engines[OURS]["summary"]
    for kind, name, figure, wanted in RATIOS:
        if name in engines:
            ratio = engines[name]["summary"][kind][figure] / ours[kind][figure]
            yield _line(ratio >= wanted, f"{kind} {figure}: {ratio:.2f} × as fast as {name} (wanted {wanted:g})")


def _words(run: Mapping[str, Any]) -> Iterator[str]:
    engines, most = run["engines"], WORDS_MS[run["material"]["sections"] > WORDS_SECTIONS]
    p95 = engines[OURS]["summary"]["words"]["p95"]
    yield _line(p95 <= most, f"words p95: {p95:.2f} ms (wanted {most:g})")
    if "tantivy" in engines:
        ratio = engines["tantivy"]["summary"]["words"]["p95"] / p95
        yield _line(ratio >= 1, f"words p95: {ratio:.2f} × as fast as tantivy (as near to 1 as can be)")


def _exactness(engines: Mapping[str, Any]) -> Iterator[str]:
    for name in (OURS, WORN):
        if name in engines:
            kinds = [engines[name]["summary"][kind] for kind in ("phrase", "planted")]
            equal, asked = sum(kind["equal"] for kind in kinds), sum(kind["asked"] for kind in kinds)
            yield _line(
                equal == asked,
                f"{name}: sections and occurrences equal to the plain scan for {equal} of {asked} phrases",
            )


def _building(run: Mapping[str, Any]) -> Iterator[str]:
    engines, ours = run["engines"], run["engines"][OURS]
    if "whoosh" in engines:
        ratio = engines["whoosh"]["build"]["seconds"] / ours["build"]["seconds"]
        yield _line(ratio >= BUILD_RATIO, f"build: {ratio:.2f} × as fast as whoosh (wanted {BUILD_RATIO:g})")
    bytes_each = ours["build"]["bytes"] / run["material"]["characters"]
    yield _line(
        bytes_each <= BYTES_A_CHARACTER, f"on disk: {bytes_each:.2f} bytes a character (wanted {BYTES_A_CHARACTER:g})"
    )
    yield _line(ours["open_seconds"] < OPEN_SECONDS, f"opening: {ours['open_seconds']:.2f} s (wanted {OPEN_SECONDS:g})")
    if ours.get("add"):
        best, worst = min(ours["add"]), max(ours["add"])
        yield _line(
            worst < ADD_SECONDS, f"one report added and found: {best:.2f}–{worst:.2f} s (wanted {ADD_SECONDS:g})"
        )
