"""Numbers written otherwise: 52件 is 五十二件, 2023年 is 二〇二三年, 98% is 百分之九十八. A declared equivalence.

Only a number with its measure word behind it is converted: without one 12345 is a hotline, 十四五 a plan and 一起 a manner. What
cannot be one character to one expands the query; quoted phrases stay the characters they are. Rejected: cn2an (reads
十四五 as a number, writes only one of the ways).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

# Longer ones come first, so that 年度 is not taken for 年. What is missing here is not converted.
MEASURES = (
    "个工作日|平方公里|平方米|工作日|人次|件次|户次|场次|个月|年度|周年|月份|小时|分钟|课时|学时|公里|公顷|美元|"
    "人|名|位|户|家|个|件|份|宗|起|例|项|条|款|章|节|届|期|批|次|场|轮|类|种|级|号|部|本|册|篇|张|支|所|处|间|座|栋|幢|"
    "辆|台|套|组|队|班|元|倍|天|周|年|月|日|米|亩|吨|岁"
)
# What stands before these names one thing: no two as 两, no thousands apart.
ORDINAL = frozenset({"年", "年度", "月", "月份", "日", "号", "级"})
YEARS = frozenset({"年", "年度"})
# Words of their own, far more often than a number.
NO_NUMBER = frozenset({"一起"})
ZEROS = "〇零○"
DIGITS = "〇一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# What a number may be written with.
NUMERALS = frozenset(f"{ZEROS}{DIGITS}{''.join(UNITS)}两0123456789.,")
_HAN = rf"(?<![\d.点])[{ZEROS}{DIGITS}{''.join(UNITS)}两]+"
_FIGURES = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_COUNTED = re.compile(
    rf"(?P<ordinal>第?)(?:(?P<figures>{_FIGURES})(?P<unit>[万亿]?)|(?P<han>{_HAN}))"
    rf"(?P<measure>[余多]?(?:{MEASURES}))"
)
_PERCENT = re.compile(rf"(?P<figures>{_FIGURES})%|百分之(?P<han>{_HAN}(?:点[{ZEROS}{DIGITS}]+)?)")
# Numbers past this are no counts anybody writes in words.
_LARGEST = 10**12


def numbers(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The numbers with a measure word in folded, squeezed text: start, end, and the other ways to write each.

    >>> list(numbers("办结52件"))
    [(2, 5, ('五十二件',))]
    """
    for pattern, ways in ((_COUNTED, _counted), (_PERCENT, _percent)):
        for match in pattern.finditer(text):
            others = tuple(way for way in dict.fromkeys(ways(match)) if way != match[0] and way not in NO_NUMBER)
            if others and match[0] not in NO_NUMBER:
                yield match.start(), match.end(), others


def _counted(match: re.Match[str]) -> Iterator[str]:
    ordinal, measure = match["ordinal"], match["measure"]
    if measure in YEARS and not ordinal and (year := _year(match)):
        written = "".join(DIGITS[int(digit)] for digit in year)
        yield from (ordinal + each + measure for each in (year, *(written.replace("〇", zero) for zero in ZEROS)))
        return
    value = _value(match)
    if not value or value > _LARGEST:
        return
    one = bool(ordinal) or measure in ORDINAL
    for each in (*_figures(value, one), *_words(value, one)):
        yield ordinal + each + measure


def _percent(match: re.Match[str]) -> Iterator[str]:
    whole, _, fraction = (match["han"] or "").partition("点")
    value = Decimal(match["figures"].replace(",", "")) if match["figures"] else _read({"百": "一百"}.get(whole, whole))
    if value is None or value > _LARGEST:
        return
    fraction = _plain(fraction) or str(value).partition(".")[2]
    figures = f"{int(value)}.{''.join(str(_digit(each)) for each in fraction)}" if fraction else str(int(value))
    yield figures + "%"
    yield "百分之" + _spoken(figures)
    if figures == "100":
        yield "百分之百"


def _year(match: re.Match[str]) -> str:
    """Four digits as figures, where they are written one by one."""
    typed = match["figures"] if not match["unit"] else ""
    digits = typed or "".join(str(DIGITS.find(each)) for each in _plain(match["han"] or ""))
    return digits if re.fullmatch(r"[12]\d{3}", digits) else ""


def _value(match: re.Match[str]) -> Decimal | None:
    if match["han"]:
        return _read(match["han"])
    return Decimal(match["figures"].replace(",", "")) * UNITS.get(match["unit"], 1)


def _figures(value: Decimal, one: bool) -> Iterator[str]:
    """52000, 52,000, 5.2万."""
    whole = value == int(value)
    yield f"{int(value)}" if whole else f"{value.normalize():f}"
    if one or not whole:
        return
    if value >= 1000:
        yield f"{int(value):,}"
    for unit in ("万", "亿"):
        part = (value / UNITS[unit]).normalize()
        if part >= 1 and part == round(part, 2):
            yield f"{part:f}{unit}"


def _words(value: Decimal, one: bool) -> Iterator[str]:
    """五万二千, and 两百 beside 二百."""
    if value != int(value):
        yield _spoken(f"{value.normalize():f}")
        return
    written = _han(int(value)).replace("〇", "零")
    if not one and value == 2:
        yield "两"
    yield written
    if not one:
        yield re.sub(r"(?<!十)二(?=[百千万亿])", "两", written)


def _spoken(figures: str) -> str:
    """12.5 → 十二点五."""
    whole, _, fraction = figures.partition(".")
    said = (_han(int(whole)) or "〇").replace("〇", "零")
    return said + ("点" + "".join(DIGITS[int(digit)] for digit in fraction).replace("〇", "零") if fraction else "")


def _read(han: str) -> Decimal | None:
    """The value of a numeral; None where it is none: reading is lenient, but what it reads must be written so."""
    plain, total, section, digit = _plain(han), 0, 0, 0
    for each in plain:
        unit = UNITS.get(each, 0)
        if not unit:
            digit = _digit(each)
        elif unit < UNITS["万"]:
            section, digit = section + (digit or 1) * unit, 0
        else:
            behind = total if unit == UNITS["亿"] else 0
            total, section, digit = total - behind + (behind + section + digit) * unit, 0, 0
    value = total + section + digit
    return Decimal(value) if value <= _LARGEST and (_han(value) or "〇") == plain else None


def _plain(han: str) -> str:
    """One writing of zero and of two."""
    return re.sub(f"[{ZEROS}]", "〇", han).replace("两", "二")


def _digit(each: str) -> int:
    return int(each) if each.isdecimal() else DIGITS.index(each)


def _han(number: int) -> str:
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
