"""Numbers written otherwise: 52件 is 五十二件, 2023年 is 二〇二三年, 98% is 百分之九十八. A
declared equivalence.

Only a number with its measure word behind it is converted, an amount (2,904, 1.5万), a year, and a
number of four digits or more that was typed by itself: in 12345热线 it is a hotline, 十四五 is a plan
and 一起 a manner. What cannot be one character to one
expands the query; quoted phrases stay the characters they are. Rejected: cn2an (reads 十四五 as a
number, writes only one of the ways).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from search.query.amount import DIGITS, SCALES, UNITS, figures, in_words, spoken, words

# Longer ones come first, so that 年度 is not taken for 年. What is missing here is not converted.
MEASURES = (
    "个工作日|平方公里|平方米|工作日|人次|件次|户次|家次|场次|个月|年度|周年|月份|小时|分钟|课时|学时|公里|公顷|美元|"
    "人|名|位|户|家|个|件|份|宗|起|例|项|条|款|章|节|届|期|批|次|场|轮|类|种|级|号|部|本|册|卷|篇|张|支|所|处|间|座|栋|幢|"
    "辆|台|套|组|队|班|元|倍|天|周|年|月|日|米|亩|吨|岁"
)
# What stands before these names one thing: no two as 两, no thousands apart.
ORDINAL = frozenset({"年", "年度", "月", "月份", "日", "号", "级"})
YEARS = frozenset({"年", "年度"})
# Words of their own, far more often than a number.
NO_NUMBER = frozenset({"一起"})
ZEROS = "〇零○"
# What a number may be written with.
NUMERALS = frozenset(f"{ZEROS}{DIGITS}{''.join(UNITS)}两0123456789.,")
_HAN = rf"(?<![\d.点])[{ZEROS}{DIGITS}{''.join(UNITS)}两]+"
_FIGURES = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)"
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
COUNTED = re.compile(
    rf"(?P<ordinal>第?)(?:(?P<figures>{_FIGURES})(?:亿(?P<low>{_FIGURES})万|(?P<unit>{_SCALE})?)|(?P<han>{_HAN}))"
    rf"(?P<measure>(?:[余多]?(?:{MEASURES}))?)(?!%)"
)
# Amounts that need no measure word: nothing else has thousands apart or ends in 万.
AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+.*|.+[万亿]")
PERCENT = re.compile(rf"(?P<figures>{_FIGURES})%|百分之(?P<han>{_HAN}(?:点[{ZEROS}{DIGITS}]+)?)")
# 下一年度 is no number of years: one word, and only written so.
NEXT = re.compile(rf"[上下每某同另这那任]一(?:{MEASURES})")
# A year by itself, no part of a range, a date or a number.
_YEAR_ALONE = re.compile(r"(?<![\da-z.,+\-/:])(?P<year>(?:1[89]|20)\d\d)(?![\da-z.,+\-/:%年])")
# A number typed by itself, from where it has several writings: three digits have no thousands apart,
# and behind a zero stands a code. (A hotline is one too: nobody writes 12,345 and means it.)
_BARE = re.compile(rf"(?P<figures>[1-9]\d{{3,11}})|(?P<han>[{DIGITS}两]千[{ZEROS}{DIGITS}{''.join(UNITS)}两]*)")
# Numbers past this are no counts anybody writes in words.
_LARGEST = 10**12


def numbers(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The numbers in folded, squeezed text: start, end, and the other ways to write each. Of two
    that overlap the first is meant.

    >>> list(numbers("办结52件"))
    [(2, 5, ('五十二件',))]
    """
    yield from ((*match.span(), ()) for match in NEXT.finditer(text))
    if bare := None if _YEAR_ALONE.fullmatch(text) else _BARE.fullmatch(text):
        yield from _other(bare, _bare(bare))
    for pattern, ways in ((COUNTED, _counted), (PERCENT, percents), (_YEAR_ALONE, _alone)):
        for match in pattern.finditer(text):
            yield from _other(match, ways(match))


def _other(match: re.Match[str], ways: Iterator[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The number, where it has other writings."""
    others = tuple(way for way in dict.fromkeys(ways) if way != match[0] and way not in NO_NUMBER)
    if others and match[0] not in NO_NUMBER:
        yield match.start(), match.end(), others


def _bare(match: re.Match[str]) -> Iterator[str]:
    value = Decimal(match["figures"]) if match["figures"] else _read(match["han"])
    if value and value <= _LARGEST:
        yield from (*figures(value, False), *words(value, False))


def _counted(match: re.Match[str]) -> Iterator[str]:
    ordinal, measure = match["ordinal"], match["measure"]
    if measure in YEARS and not ordinal and (year := year_of(match)):
        yield from (ordinal + each + measure for each in (year, *_spelled(year)))
        return
    if not measure and (ordinal or not AMOUNT.fullmatch(match[0])):
        return
    value = value_of(match)
    if not value or value > _LARGEST:
        return
    one = bool(ordinal) or measure in ORDINAL
    for each in (*figures(value, one), *words(value, one)):
        yield ordinal + each + measure


def _alone(match: re.Match[str]) -> Iterator[str]:
    return (each + "年" for each in _spelled(match["year"]))


def _spelled(year: str) -> Iterator[str]:
    """1958 → 一九五八, with each way to write a zero."""
    written = "".join(DIGITS[int(digit)] for digit in year)
    return (written.replace("〇", zero) for zero in ZEROS)


def percents(match: re.Match[str]) -> Iterator[str]:
    """The ways to write a percentage that PERCENT matched: 21.1%, 百分之二十一点一."""
    whole, _, fraction = (match["han"] or "").partition("点")
    value = Decimal(match["figures"].replace(",", "")) if match["figures"] else _read({"百": "一百"}.get(whole, whole))
    if value is None or value > _LARGEST:
        return
    fraction = _plain(fraction) or str(value).partition(".")[2]
    figures = f"{int(value)}.{''.join(str(_digit(each)) for each in fraction)}" if fraction else str(int(value))
    yield figures + "%"
    yield "百分之" + spoken(figures)
    if figures == "100":
        yield "百分之百"


def year_of(match: re.Match[str]) -> str:
    """Four digits as figures, where they are written one by one."""
    typed = match["figures"] if not (match["unit"] or match["low"]) else ""
    digits = typed or "".join(str(DIGITS.find(each)) for each in _plain(match["han"] or ""))
    return digits if re.fullmatch(r"[12]\d{3}", digits) else ""


def value_of(match: re.Match[str]) -> Decimal | None:
    """What COUNTED matched counts; None where it is no number."""
    if match["han"]:
        return _read(match["han"])
    high, low = (Decimal((match[part] or "0").replace(",", "")) for part in ("figures", "low"))
    if match["low"]:
        return high * SCALES["亿"] + low * SCALES["万"] if high == int(high) and low < SCALES["万"] else None
    return high * SCALES.get(match["unit"], 1)


def _read(han: str) -> Decimal | None:
    """The value of a numeral; None where it is none: reading is lenient, but what it reads must be
    written so."""
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
    return Decimal(value) if value <= _LARGEST and (in_words(value) or "〇") == plain else None


def _plain(han: str) -> str:
    """One writing of zero and of two."""
    return re.sub(f"[{ZEROS}]", "〇", han).replace("两", "二")


def _digit(each: str) -> int:
    return int(each) if each.isdecimal() else DIGITS.index(each)
