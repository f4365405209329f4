"""A line printed on a sheet, with its box: what a PDF's text layer gives, and what text recognition
gives."""

from __future__ import annotations

from typing import NamedTuple


class Printed(NamedTuple):
    """A line on a sheet: its text, what wide gaps part in it by tabs, and its box.

    `page` counts from 0. `left`, `bottom`, `right`, `top` are measured from the sheet's lower left
    corner, `size` is the height of its characters, all in one unit (points, or pixels). `gaps` are
    the left and right edges of what the tabs stand for.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str
    gaps: tuple[tuple[float, float], ...] = ()
