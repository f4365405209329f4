"""The straight strokes drawn on a page of a PDF: the rules of its tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

# A page with more strokes is a drawing.
MOST_STROKES = 20_000
# Points: a box that is thinner is a rule; a wider one that is only filled is shading.
THIN = 3.0
# How deep objects may lie in others.
DEEPEST = 4

Stroke = tuple[float, float, float, float]


def strokes(page: Any, raw: Any) -> list[Stroke]:
    """Left, lower, right and upper end of each horizontal or vertical stroke, in points; curves and
    slanted ones are left out. `raw`: the functions of pdfium."""
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=DEEPEST)
    return list(islice((stroke for path in paths for stroke in _of_path(path, raw)), MOST_STROKES))


def _of_path(path: Any, raw: Any) -> Iterator[Stroke]:
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroked)
    if stroked.value:
        yield from _drawn(path, raw)
    elif fill.value:
        left, bottom, right, top = path.get_bounds()
        if min(right - left, top - bottom) <= THIN:
            yield left, bottom, right, top


def _drawn(path: Any, raw: Any) -> Iterator[Stroke]:
    matrix, begun, here = path.get_matrix(), None, None
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point, kind = matrix.on_point(x.value, y.value), raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO and here:
            yield from _straight(here, point)
        if begun and raw.FPDFPathSegment_GetClose(segment):
            yield from _straight(point, begun)
        here = point


def _straight(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Stroke]:
    """The stroke between two points, if it is horizontal or vertical."""
    (left, right), (bottom, top) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    if min(right - left, top - bottom) <= 1:
        yield round(left, 1), round(bottom, 1), round(right, 1), round(top, 1)
