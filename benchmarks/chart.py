"""A run as a picture: for each engine where half, 95 of 100 and all of its answers had come, on a logarithmic scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from benchmarks.table import TITLES

WIDTH, LEFT, RIGHT, ROW, HEAD, TOP = 860, 250, 70, 24, 34, 64
FIRST, LAST = -2, 4  # powers of ten of a millisecond that the scale shows
OURS_COLOUR, OTHER_COLOUR = "#b3261e", "#5f6b7a"
STYLE = "font-family:system-ui,'Noto Sans',sans-serif;font-size:13px"


def bars(run: Mapping[str, Any]) -> str:
    """The picture as SVG."""
    engines = {name: engine for name, engine in run["engines"].items() if engine["rounds"]}
    groups = [kind for kind in TITLES if any("p50" in engine["summary"][kind] for engine in engines.values())]
    height = TOP + len(groups) * (HEAD + ROW * len(engines)) + 30
    body = [*_scale(height), *_title(run)]
    for place, kind in enumerate(groups):
        top = TOP + place * (HEAD + ROW * len(engines))
        body.append(_text(12, top + 20, TITLES[kind], weight="600"))
        for order, (name, engine) in enumerate(engines.items()):
            body += _bar(name, engine, kind, top + HEAD + ROW * order)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'style="{STYLE}" role="img">\n<rect width="100%" height="100%" fill="#fff"/>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _title(run: Mapping[str, Any]) -> Iterator[str]:
    sections = f"{run['material']['sections']:,} sections, {run['material']['characters']:,} characters"
    yield _text(12, 22, f"Total, facets and first page: {sections}", weight="600")
    yield _text(
        12, 42, "● half of the answers   │ 95 of 100   ▏ the slowest; milliseconds, logarithmic", colour=OTHER_COLOUR
    )


def _scale(height: int) -> Iterator[str]:
    for power in range(FIRST, LAST + 1):
        at, label = x(10.0**power), f"{10.0**power:g}"
        yield f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{TOP}" y2="{height - 24}" stroke="#e3e6ea"/>'
        yield _text(at, height - 8, label, anchor="middle", colour=OTHER_COLOUR)


def x(milliseconds: float) -> float:
    """Where a time lies on the scale; what is off it lies at its end."""
    share = (math.log10(max(milliseconds, 10.0**FIRST)) - FIRST) / (LAST - FIRST)
    return LEFT + min(share, 1.0) * (WIDTH - LEFT - RIGHT)


def _bar(name: str, engine: Mapping[str, Any], kind: str, top: float) -> Iterator[str]:
    figures = engine["summary"][kind]
    colour = OURS_COLOUR if name.startswith("ours") else OTHER_COLOUR
    middle = top + ROW / 2
    yield _text(LEFT - 12, middle + 4, engine["label"], anchor="end", colour=colour)
    if "p50" not in figures:
        yield _text(LEFT + 4, middle + 4, "cannot answer", colour=OTHER_COLOUR)
        return
    half, most, worst = (x(figures[figure]) for figure in ("p50", "p95", "worst"))
    yield f'<line x1="{half:.1f}" x2="{worst:.1f}" y1="{middle}" y2="{middle}" stroke="{colour}" stroke-width="2"/>'
    yield f'<circle cx="{half:.1f}" cy="{middle}" r="5" fill="{colour}"/>'
    for at, reach in ((most, 7), (worst, 4)):
        yield f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{middle - reach}" y2="{middle + reach}" stroke="{colour}" stroke-width="2"/>'
    yield _text(worst + 8, middle + 4, f"{figures['p50']:.2g} / {figures['p95']:.2g}", colour=colour)


def _text(
    left: float, base: float, text: str, anchor: str = "start", colour: str = "#1c2126", weight: str = "400"
) -> str:
    place = f'x="{left:.1f}" y="{base:.1f}" text-anchor="{anchor}" fill="{colour}" font-weight="{weight}"'
    return f"<text {place}>{escape(text)}</text>"
