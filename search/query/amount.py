"""The ways an amount is written: 32,700,000 is 3270万, 3,270万, 0.327亿 and 三千二百七十万."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

DIGITS = "〇一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# What figures may stand before, and what that makes of them.
SCALES = UNITS | {high + low: UNITS[high] * UNITS[low] for low in "万亿" for high in "十百千"} | {"万亿": 10**12}
# A single figure stands before these: 5千, but 52千 is no Chinese.
_OF_ONE = ("千", "百万", "千万", "百亿", "千亿")
_PLACES = 4  # behind the point: to the yuan in 万
# Below one so many: 0.5万, 0.327亿.
_PLACES_BELOW = {"万": 2, "亿": 4}
_TWO = "二(?=[百千万亿])"


def figures(value: Decimal, one: bool) -> Iterator[str]:
    """52000, 52,000, 5.2万; `one`: it names one thing, which is only counted through."""
    whole = value == int(value)
    yield f"{int(value)}" if whole else f"{value.normalize():f}"
    if one or not whole:
        return
    if value >= 1000:
        yield f"{int(value):,}"
    for unit in ("万", "亿"):
        yield from _scaled(value / UNITS[unit], unit)
    yield from _two_scales(int(value))
    for scale in _OF_ONE:
        if value % SCALES[scale] == 0 and value // SCALES[scale] < 10:
            yield f"{int(value // SCALES[scale])}{scale}"


def _scaled(part: Decimal, unit: str) -> Iterator[str]:
    """3270万 and 3,270万."""
    places = _PLACES if part >= 1 else _PLACES_BELOW[unit]
    if part < Decimal("0.1") or part != round(part, places):
        return
    yield f"{part.normalize():f}{unit}"
    if part >= 1000:
        yield f"{part.normalize():,f}{unit}"


def _two_scales(value: int) -> Iterator[str]:
    """3亿2700万."""
    high, low = divmod(value, UNITS["亿"])
    low, rest = divmod(low, UNITS["万"])
    if high and low and not rest:
        yield f"{high}亿{low}万"
        if low >= 1000:
            yield f"{high}亿{low:,}万"


def words(value: Decimal, one: bool) -> Iterator[str]:
    """五万二千; 两千二百 and 两千两百 beside 二千二百, 一百〇二 beside 一百零二."""
    if value != int(value):
        yield spoken(f"{value.normalize():f}")
        return
    written = in_words(int(value)).replace("〇", "零")
    if not one and value == 2:
        yield "两"
    ways = [written] if one else [written, re.sub(f"^{_TWO}", "两", written), re.sub(f"(?<!十){_TWO}", "两", written)]
    for way in ways:
        yield way
        yield way.replace("零", "〇")


def spoken(digits: str) -> str:
    """12.5 → 十二点五."""
    whole, _, fraction = digits.partition(".")
    said = (in_words(int(whole)) or "〇").replace("〇", "零")
    return said + ("点" + "".join(DIGITS[int(digit)] for digit in fraction).replace("〇", "零") if fraction else "")


def in_words(number: int) -> str:
    """A whole number in words, zeros as 〇; "" for nothing."""
    return re.sub("^一十", "十", _grouped(number))


def _grouped(number: int) -> str:
    for unit in ("亿", "万"):
        high, low = divmod(number, UNITS[unit])
        if high:
            return _grouped(high) + unit + ("〇" if 0 < low < UNITS[unit] // 10 else "") + _grouped(low)
    digits = zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    return re.sub(
        "〇+", "〇", "".join(DIGITS[int(digit)] + (unit if digit != "0" else "") for digit, unit in digits)
    ).strip("〇")
