"""Reading dates as pages print them.

Sites write 2024-03-28, 2024年3月28日, 2024/03/28/ 17:33, 18.03.2015, 二〇二四年三月, or glue the
clock to the day (2021-03-2918:26). Which of a page's dates says what is
`corpus.describe.publication`'s question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from corpus.text.numerals import COUNTING, SPELLED_YEAR, ZEROS, counted, in_digits

FIRST_YEAR, LAST_YEAR = 1949, date.today().year + 1  # outside of these a number is a count, not a year
CENTURY = re.compile(rf"19|20|[二一]\s*[{ZEROS}九]")  # what any date begins with
SPACED = re.compile(r"((?:19|20)\d\d)\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})")  # 2022 - 03 - 30
SPACES = re.compile(r"[\s\u3000\u00a0\u200b\ufeff]+")
YEAR, MONTH, DAY = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>1[0-2]|0?[1-9])", r"(?P<d>3[01]|[12]\d|0?[1-9])"
# A clock may follow without a space: 2021-03-2918:26; so the day is two digits where two fit.
FORMS = (
    re.compile(rf"(?<![\d.]){YEAR}年{MONTH}月{DAY}日"),
    re.compile(rf"(?<![\d./-]){YEAR}[-/.](?P<m>1[0-2]|0?[1-9])[-/.](?P<d>3[01]|[12]\d|0?[1-9])(?!\d%)"),
    re.compile(r"(?<![\d./-])(?P<d>3[01]|[012]\d)\.(?P<m>1[0-2]|0[1-9])\.(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<![\d.]){YEAR}年{MONTH}月(?!\d)"),
    re.compile(rf"(?<![\d./-]){YEAR}[-/](?P<m>1[0-2]|0[1-9])(?![\d./-])"),
)
# 20260120, and 20260120103000 with its clock: as likely a number, so read only where a date is said to
# stand.
COMPACT = re.compile(
    r"(?<![\d./\-])(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=(?:\d{6}|\d{4})?(?![\d\-/]))"
)
CHINESE = re.compile(rf"({SPELLED_YEAR})年([{COUNTING}{ZEROS}]{{1,2}})月(?:([{COUNTING}{ZEROS}]{{1,3}})日)?")

# A date as a pattern over squeezed text.
DATE = (
    r"(?:\d{4}[\-/.年]\d{1,2}[\-/.月]\d{1,2}日?"
    rf"|[{ZEROS}{COUNTING}]{{4}}年[{ZEROS}{COUNTING}]{{1,3}}月[{ZEROS}{COUNTING}]{{1,3}}日)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date (`YYYY-MM-DD` or `YYYY-MM`) and where it stands in a text."""

    value: str
    start: int
    end: int


def dates_in(text: str, *, compact: bool = False) -> list[Dated]:
    """The dates in a line, in order; impossible ones (31 February, the year 2099) left out. With
    `compact` also 20260120, where the line is known to hold a date.

    >>> [found.value for found in dates_in("二O二六年一月二十日")], dates_in("20260120")
    (['2026-01-20'], [])
    """
    if not CENTURY.search(text):
        return []
    plain = with_digits(text)
    found: list[Dated] = []
    for form in (*FORMS, COMPACT) if compact else FORMS:
        for match in form.finditer(plain):
            value = day_of(match.groupdict())
            if value and not any(held.start < match.end() and match.start() < held.end for held in found):
                found.append(Dated(value, match.start(), match.end()))
    return sorted(found, key=lambda held: held.start)


def squeezed(text: str) -> str:
    """The line with spaces out where digits and date marks were set apart: 2021 年 3 月 →
    2021年3月."""
    text = SPACED.sub(r"\1\2\3\2\4", text)
    return re.sub(r"(?<=[年月日:：])\s+(?=[\d])|(?<=\d)\s+(?=[年月日])", "", SPACES.sub(" ", text))


def with_digits(text: str) -> str:
    """二〇二四年三月五日 → 2024年3月5日."""
    return CHINESE.sub(lambda match: _arabic(*match.groups()), squeezed(text))


def _arabic(year: str, month: str, day: str | None) -> str:
    return f"{in_digits(year)}年{_number(month)}月" + (f"{_number(day)}日" if day else "")


def _number(written: str) -> str:
    """A month or a day, counted (十二) or spelled (一二)."""
    return str(counted(written)) if "十" in written else in_digits(written)


def day_of(parts: Mapping[str, str | None]) -> str | None:
    year, month, day = int(parts["y"] or 0), int(parts["m"] or 0), parts.get("d")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        whole = date(year, month, int(day) if day else 1)
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]
