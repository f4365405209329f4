"""Figures in a text, as they are read: value and unit, whether or not they can be written otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from search.query.amount import UNITS
from search.query.number import (
    AMOUNT,
    COUNTED,
    MEASURES,
    NEXT,
    NO_NUMBER,
    ORDINAL,
    PERCENT,
    YEARS,
    percents,
    value_of,
    year_of,
)

# What a query does not convert, and a text has: 2600多万套, 0.2个百分点.
_SCALED = re.compile(rf"[多余](?P<scale>[万亿])(?P<measure>(?:{MEASURES})?)")
_POINTS = "百分点"


class Figure(NamedTuple):
    """A figure in folded, squeezed text: `value` as counted, `unit` its measure word without 余 and
    多, "%", or ""; `is_one`: it names one thing (a year, a day, 第三批)."""

    start: int
    end: int
    value: Decimal
    unit: str
    is_one: bool


def figures_in(text: str) -> Iterator[Figure]:
    """The figures in folded, squeezed text, in order, none inside another. Words with a numeral
    alone (二十问, 十四五, 一是) are none.

    >>> [(each.value, each.unit) for each in figures_in("总额1.15万亿美元,增长百分之二十一点一")]
    [(Decimal('1150000000000.00'), '美元'), (Decimal('21.1'), '%')]
    """
    counted = list(COUNTED.finditer(text))
    shares = list(PERCENT.finditer(text)) if "%" in text or "百分之" in text else []
    if not counted and not shares:
        return
    taken = [match.span() for match in (*shares, *NEXT.finditer(text))]
    found = [figure for match in counted if (figure := _figure(match)) and _is_apart(figure, taken)]
    yield from sorted([*(figure for match in shares if (figure := _share(match))), *found])


def _is_apart(figure: Figure, taken: list[tuple[int, int]]) -> bool:
    return all(figure.end <= start or end <= figure.start for start, end in taken)


def _share(match: re.Match[str]) -> Figure | None:
    said = next((way for way in (match[0], *percents(match)) if way.endswith("%")), "").removesuffix("%")
    return Figure(*match.span(), Decimal(said.replace(",", "")), "%", False) if said else None


def _figure(match: re.Match[str]) -> Figure | None:
    ordinal, measure = match["ordinal"], match["measure"].lstrip("余多")
    if match[0] in NO_NUMBER or (match["han"] and not (measure or ordinal or AMOUNT.fullmatch(match[0]))):
        return None
    year = year_of(match) if measure in YEARS and not ordinal else ""
    value = Decimal(year) if year else value_of(match)
    if value is None or (match["han"] and not value):  # in 零部件 there is no 零部
        return None
    found = Figure(*match.span(), value, measure, bool(ordinal) or measure in ORDINAL)
    return _whole(match, found)


def _whole(match: re.Match[str], found: Figure) -> Figure:
    """The figure with what goes on behind it."""
    if more := _SCALED.match(match.string, found.end) if not found.unit and match["figures"] else None:
        value = found.value * UNITS[more["scale"]]
        return found._replace(end=more.end(), value=value, unit=more["measure"])
    if found.unit == "个" and match.string.startswith(_POINTS, found.end):
        return found._replace(end=found.end + len(_POINTS), unit=found.unit + _POINTS)
    return found
