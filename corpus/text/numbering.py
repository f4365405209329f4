"""The number a heading opens with: 第一部分, 一、 （一） 1. — and what only looks like one.

12.4宪法日, 45.94%, 一、二、三产业 open with digits and are no headings; （1）, ①, 一是 and 第三条
number things inside a section and stay in its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text.numerals import COUNTING, FORMAL, counted

_PARENTHESISED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
# Converters put list bullets and Markdown marks before headings.
_LEAD = r"\s*(?:[#\-*•·●◆■]{1,6}\s+)?(?:\*\*)?"

_PART = re.compile(
    rf"{_LEAD}(第\s*([{COUNTING}]{{1,3}}|\d{{1,2}})\s*(?:部分|部份|章|篇)\s*[、:：.．]?)\s*(?![的第、,，])"
)
# 一、二、三产业 and 一、二等奖 enumerate; a heading's number stands alone.
_CHINESE = re.compile(rf"{_LEAD}([{COUNTING}]{{1,3}})(\s*[、．.])\s*(?![{COUNTING}]{{1,2}}[、是类级线等])")
_BRACKET = re.compile(rf"{_LEAD}([（(]\s*([{COUNTING}]{{1,3}})\s*[）)]\s*[、.．]?)\s*")
_ONE_SIGN = re.compile(rf"{_LEAD}([{_PARENTHESISED}])[、.．]?\s*")
# After the dot no digit may follow (12.4, 3.5万), except a year: 1.2023年…
_ARABIC = re.compile(rf"{_LEAD}((\d{{1,2}})\s*[.．、])\s*(?!\d(?!\d{{3}}年))(?=\S)")
# 1理论武装: a digit before a word that is no unit, accepted only as one of a row (see
# `corpus.outline.sections`).
_DOTLESS = re.compile(
    rf"{_LEAD}((\d{{1,2}}))(?=[\u4e00-\u9fff])(?![年月日个名次件项条家人万亿千百多余号批户处场期支部类种届度周天小时分元吨亩公平位所座台份只起宗例本册组级线楼层岁成倍点])"
)
# 一 总体情况, 一：总体情况, 壹、总体情况: like the dotless ones, as one of a row.
_LOOSE = re.compile(
    rf"{_LEAD}((?:[{COUNTING}]{{1,3}}(?=[\s：:])|[{FORMAL}]{{1,3}})(?:\s*[、：:．.]|\s+)\s*)(?=[\u4e00-\u9fff])"
)
# What any number begins with: most paragraphs have none, and this says so at once.
_OPENING = re.compile(rf"{_LEAD}[第{COUNTING}{FORMAL}{_PARENTHESISED}（(\d]")

# A number stands at the beginning: white space without end before it is no heading's.
LONGEST_OPENING = 120

PART, CHINESE, BRACKET, ARABIC = "part", "chinese", "bracket", "arabic"
LEVELS = {PART: 1, CHINESE: 1, BRACKET: 2, ARABIC: 3}
# Which families nest in which: 第一部分 holds 一、 though both are of level 1.
RANKS = {PART: 0, CHINESE: 1, BRACKET: 2, ARABIC: 3}


@dataclass(frozen=True, slots=True)
class Number:
    """A heading's number: `raw` as written, `value` what it counts, `end` the offset where the
    heading's words begin."""

    family: str
    value: int
    raw: str
    end: int

    @property
    def level(self) -> int:
        return LEVELS[self.family]

    @property
    def rank(self) -> int:
        return RANKS[self.family]


def number_of(paragraph: str, *, dotless: bool = False, loose: bool = False) -> Number | None:
    """The number the paragraph opens with, or None. With `dotless` also `1理论武装`, with `loose`
    also `一 总体情况` and `壹、总体情况`.

    >>> number_of("(三)规范执法。").value
    3
    >>> number_of("12.4宪法日") is None
    True
    """
    paragraph = paragraph[:LONGEST_OPENING]
    if not _OPENING.match(paragraph):
        return None
    if found := _PART.match(paragraph):
        return _number(PART, found[2], found[1], found.end())
    if found := _CHINESE.match(paragraph):
        return _number(CHINESE, found[1], found[1] + found[2], found.end())
    if found := _BRACKET.match(paragraph):
        return _number(BRACKET, found[2], found[1], found.end())
    if found := _ONE_SIGN.match(paragraph):
        return Number(BRACKET, _PARENTHESISED.index(found[1]) + 1, found[1], found.end())
    if found := _ARABIC.match(paragraph) or (_DOTLESS.match(paragraph) if dotless else None):
        return _number(ARABIC, found[2], found[1], found.end())
    if loose and (found := _LOOSE.match(paragraph)):
        written = found[1].strip().rstrip("、：:．.").strip()
        return _number(CHINESE, written, found[1], found.end())
    return None


def _number(family: str, written: str, raw: str, end: int) -> Number | None:
    value = int(written) if written.isdecimal() else counted(written)
    return Number(family, value, raw.strip(), end) if value else None
