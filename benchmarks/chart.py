"""Pictures of runs, without any library: bars for one run, lines for growth. Scales are
logarithmic: engines differ by powers of ten.

A bar says where half, 95 of 100 and all of an engine's answers had come.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from benchmarks.table import TITLES

WIDTH, LEFT, RIGHT, ROW, HEAD, TOP = 860, 250, 70, 24, 34, 64
PLOT_HEIGHT, PLOT_TOP, PLOT_LEFT, PLOT_RIGHT = 420, 40, 60, 300
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
    return _svg(height, body)


def _svg(height: float, body: Sequence[str]) -> str:
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
        12,
        42,
        "dot: half of the answers · long stroke: 95 of 100 · end: the slowest; milliseconds, logarithmic",
        colour=OTHER_COLOUR,
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
    yield _text(worst + 8, middle + 4, f"{_short(figures['p50'])} / {_short(figures['p95'])}", colour=colour)


def _short(milliseconds: float) -> str:
    return f"{milliseconds:.0f}" if milliseconds >= 100 else f"{milliseconds:.2g}"


def _text(
    left: float, base: float, text: str, anchor: str = "start", colour: str = "#1c2126", weight: str = "400"
) -> str:
    place = f'x="{left:.1f}" y="{base:.1f}" text-anchor="{anchor}" fill="{colour}" font-weight="{weight}"'
    return f"<text {place}>{escape(text)}</text>"


def lines(series: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """Lines of (sections, milliseconds) as SVG, both axes logarithmic."""
    points = [point for some in series.values() for point in some]
    across = _span([sections for sections, _ in points])
    upward = _span([milliseconds for _, milliseconds in points])
    body = [_text(12, 22, "Milliseconds by number of sections, both logarithmic", weight="600")]
    body += _grid(across, upward)
    for order, (label, some) in enumerate(series.items()):
        places = [
            (_along(across, a, PLOT_LEFT, WIDTH - PLOT_RIGHT), _along(upward, b, PLOT_HEIGHT - 40, PLOT_TOP))
            for a, b in some
        ]
        colour = OURS_COLOUR if label.startswith("Xunzhang,") else OTHER_COLOUR
        dashes = ' stroke-dasharray="5 4"' if order % 2 else ""
        path = " ".join(f"{left:.1f},{top:.1f}" for left, top in places)
        body.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')
        body.append(_text(places[-1][0] + 8, places[-1][1] + 4, label, colour=colour))
    return _svg(PLOT_HEIGHT, body)


def _span(values: Sequence[float]) -> tuple[int, int]:
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def _along(span: tuple[int, int], value: float, start: float, end: float) -> float:
    low, high = span
    return start + (math.log10(value) - low) / max(1, high - low) * (end - start)


def _grid(across: tuple[int, int], upward: tuple[int, int]) -> Iterator[str]:
    right, bottom = WIDTH - PLOT_RIGHT, PLOT_HEIGHT - 40
    for power in range(upward[0], upward[1] + 1):
        top = _along(upward, 10.0**power, bottom, PLOT_TOP)
        yield f'<line x1="{PLOT_LEFT}" x2="{right}" y1="{top:.1f}" y2="{top:.1f}" stroke="#e3e6ea"/>'
        yield _text(PLOT_LEFT - 8, top + 4, f"{10.0**power:g}", anchor="end", colour=OTHER_COLOUR)
    for power in range(across[0], across[1] + 1):
        left = _along(across, 10.0**power, PLOT_LEFT, right)
        yield f'<line x1="{left:.1f}" x2="{left:.1f}" y1="{PLOT_TOP}" y2="{bottom}" stroke="#e3e6ea"/>'
        yield _text(left, bottom + 20, f"{10**power:,}", anchor="middle", colour=OTHER_COLOUR)


def reliability(rows: Sequence[Mapping[str, Any]], fewest: int, off: float) -> str:
    """What evidence says of itself across, how often it is right upward, as SVG; a dot's area grows
    with its cases, and what is off by more than `off` in at least `fewest` of them has its name."""
    right, bottom = WIDTH - PLOT_RIGHT, PLOT_HEIGHT - 40
    body = [_text(12, 22, "How often a field is right, by how sure its evidence says it is", weight="600")]
    for tenth in range(0, 11, 2):
        left, top = _share(tenth / 10, PLOT_LEFT, right), _share(tenth / 10, bottom, PLOT_TOP)
        body.append(f'<line x1="{PLOT_LEFT}" x2="{right}" y1="{top:.1f}" y2="{top:.1f}" stroke="#e3e6ea"/>')
        body.append(_text(PLOT_LEFT - 8, top + 4, f"{tenth / 10:.1f}", anchor="end", colour=OTHER_COLOUR))
        body.append(_text(left, bottom + 20, f"{tenth / 10:.1f}", anchor="middle", colour=OTHER_COLOUR))
    for apart, dashes in ((0.0, ""), (off, ' stroke-dasharray="5 4"'), (-off, ' stroke-dasharray="5 4"')):
        ends = [(max(0.0, -apart), max(0.0, apart)), (min(1.0, 1.0 - apart), min(1.0, 1.0 + apart))]
        (x1, y1), (x2, y2) = ((_share(a, PLOT_LEFT, right), _share(b, bottom, PLOT_TOP)) for a, b in ends)
        body.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#9aa4b0"{dashes}/>')
    named: dict[tuple[float, float], list[str]] = {}
    for row in rows:
        if row["cases"] >= fewest:
            body.append(_dot(row, off, right, bottom))
            if abs(row["right"] - row["sure"]) > off:
                place = round(_share(row["sure"], PLOT_LEFT, right)), round(_share(row["right"], bottom, PLOT_TOP), -1)
                named.setdefault(place, []).append(f"{row['field']}: {row['source']}")
    for (left, top), names in named.items():
        body.append(_text(left + 8, top + 4, ", ".join(names), colour=OURS_COLOUR))
    return _svg(PLOT_HEIGHT, body)


def _dot(row: Mapping[str, Any], off: float, right: float, bottom: float) -> str:
    left, top = _share(row["sure"], PLOT_LEFT, right), _share(row["right"], bottom, PLOT_TOP)
    far = abs(row["right"] - row["sure"]) > off
    colour, radius = OURS_COLOUR if far else OTHER_COLOUR, 1.5 + math.sqrt(row["cases"]) / 8
    return f'<circle cx="{left:.1f}" cy="{top:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.6"/>'


def _share(share: float, start: float, end: float) -> float:
    return start + share * (end - start)
