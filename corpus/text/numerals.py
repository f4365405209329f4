"""Numbers written in Chinese, read: 十二, 二〇二三年; and years in digits, however they were set.

What is counted (十二, 二十三) and what is spelled digit by digit (二〇二三) are two ways of
writing; each has its function here. Whether a number is a date, a heading's or a session's is for
the modules that ask.
"""

from __future__ import annotations

import re

UNITS = "一二三四五六七八九"
# What counting up to 99 is written with.
COUNTING = f"{UNITS}十"
# The characters of cheques: 壹、总体情况 stands in some headings.
FORMAL = "壹贰貳叁參肆伍陆陸柒捌玖拾"
_PLAIN = str.maketrans(FORMAL, "一二二三三四五六六七八九十")
_VALUES = {unit: value for value, unit in enumerate(UNITS, 1)}
# What stands for 〇 in years: a circle, a figure, a letter O of Latin or Cyrillic keyboards.
ZEROS = "〇○◯零0０OoＯｏОо"
# A year spelled digit by digit, as a pattern: 二〇二三, 二O二三.
SPELLED_YEAR = rf"[二一][{ZEROS}九][{ZEROS}{UNITS}]{{2}}"
_PLACES = str.maketrans(ZEROS + UNITS, "0" * len(ZEROS) + "123456789")
_COUNTED = re.compile(f"([{UNITS}]?)(十)?([{UNITS}]?)")

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE_DIGITS = frozenset("０１２３４５６７８９")
_CHINESE_YEAR = re.compile(rf"{SPELLED_YEAR}(?=\s*年)")
_SPACED_YEAR = re.compile(r"(?<!\d)[12](?: \d){3}(?= ?年)")  # 1 9 9 3 年
# Years of a cited document or of an amendment: 厦委法〔2019〕3号, 2019年4月修订. The text is not
# about them.
CITED_YEAR = re.compile(
    r"[〔\[［﹝(（]\s*(?:19|20)\d\d\s*[〕\]］﹞)）]\s*(?:第\s*)?\d+\s*号"
    r"|(?:19|20)\d\d年\d+月\d*日?(?:[^，。]{0,12})(?:修订|修正|通过|施行|第\d+号)"
)


def counted(written: str) -> int:
    """What a number up to 99 counts; 0 for what is no such number.

    >>> [counted(written) for written in ("一", "十", "十二", "二十", "二十三", "贰拾", "一二", "十十")]
    [1, 10, 12, 20, 23, 20, 0, 0]
    """
    match = _COUNTED.fullmatch(written.translate(_PLAIN))
    if match is None or (match[1] and match[3] and not match[2]):
        return 0
    tens = 10 * _VALUES.get(match[1], 1) if match[2] else _VALUES.get(match[1], 0)
    return tens + _VALUES.get(match[3], 0)


def in_digits(written: str) -> str:
    """Digit for digit: 二〇二三 → 2023, and 二O二三 as well."""
    return written.translate(_PLACES)


def arabic_years(text: str) -> str:
    """二〇二三年 → 2023年, so that one pattern reads both; spaces inside 2 0 2 3 and before 年
    out."""
    if not _WIDE_DIGITS.isdisjoint(text):
        text = text.translate(_WIDE)
    if "年" not in text:
        return text
    if _SPACED_YEAR.search(text):
        text = _SPACED_YEAR.sub(lambda match: re.sub(r"\s", "", match.group()), text)
    plain = _CHINESE_YEAR.sub(lambda match: in_digits(match.group()), text)
    return re.sub(r"(?<=\d)\s+(?=年)", "", plain)
