"""The numbers Word prints before paragraphs: 一、 （一） 1. — they stand in no text, only in the
list that a paragraph belongs to.

Most reports written in Word number their headings so; without this a report would lose its outline.
"""

from __future__ import annotations

import re
from typing import Any

from corpus.text.numerals import UNITS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零" + UNITS
LARGEST_SPELLED = 99  # 九十九: lists of Word are no longer
LEVELS = 9  # of a list, as the format has them
_CHINESE = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "chineseLegalSimplified",
    )
)
_CIRCLED = frozenset(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"))
# Bullets and the like count nothing.
_SILENT = frozenset(("bullet", "none"))


def chinese(number: int) -> str:
    """A number as a Chinese one, up to 99.

    >>> [chinese(number) for number in (1, 10, 12, 20, 35)]
    ['一', '十', '十二', '二十', '三十五']
    """
    if not 0 < number <= LARGEST_SPELLED:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def spelled(number: int, form: str) -> str:
    """A number in one of Word's number formats; formats that no report uses as plain digits."""
    if form in _CHINESE:
        return chinese(number)
    if form in _CIRCLED and 0 < number <= 20:
        return chr(0x245F + number)
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        return chr((97 if form == "lowerLetter" else 65) + number - 1)
    return str(number)


def _value(node: Any, path: str, fallback: str = "") -> str:
    found = node.find(path) if node is not None else None
    return fallback if found is None else str(found.get(f"{W}val", fallback))


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else 0


class Numbers:
    """The lists of one document and how far they have counted."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in document.styles.element.iter(f"{W}style")}
        self._lists: dict[str, Any] = {}
        self._overrides: dict[str, Any] = {}
        self._counts: dict[str, list[int]] = {}
        self._read(document)

    def _read(self, document: Any) -> None:
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # no list in the document
            return
        abstract = {node.get(f"{W}abstractNumId"): node for node in numbering.iter(f"{W}abstractNum")}
        for node in numbering.iterchildren(f"{W}num"):
            name = node.get(f"{W}numId")
            self._lists[name] = abstract.get(_value(node, f"{W}abstractNumId"))
            self._overrides[name] = node

    def _chain(self, paragraph: Any) -> list[Any]:
        """The paragraph's own properties, then those of its style and what that is based on."""
        own = paragraph.find(f"{W}pPr")
        chain, name = [own], _value(own, f"{W}pStyle")
        while name in self._styles and len(chain) <= LEVELS:
            chain.append(self._styles[name].find(f"{W}pPr"))
            name = _value(self._styles[name], f"{W}basedOn")
        return [properties for properties in chain if properties is not None]

    def style_of(self, paragraph: Any) -> str:
        """The name of the paragraph's style, "" without one."""
        style = self._styles.get(_value(paragraph.find(f"{W}pPr"), f"{W}pStyle"))
        return "" if style is None else _value(style, f"{W}name")

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and the level of a paragraph; list "" or "0" is none."""
        chain = self._chain(paragraph)
        name = next(filter(None, (_value(p, f"{W}numPr/{W}numId") for p in chain)), "")
        level = next(filter(None, (_value(p, f"{W}numPr/{W}ilvl") for p in chain)), "0")
        return name, min(_number(level), LEVELS - 1)

    def next(self, paragraph: Any) -> str:
        """The number that stands before the paragraph, "" where it is in no list. Counts it."""
        name, level = self._place(paragraph)
        levels = self._lists.get(name)
        if levels is None:
            return ""
        counts = self._counts.setdefault(levels.get(f"{W}abstractNumId"), [0] * LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else self._start(levels, name, level)
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return self._printed(levels, counts, level)

    def _start(self, levels: Any, name: str, level: int) -> int:
        for override in self._overrides[name].iterchildren(f"{W}lvlOverride"):
            start = _value(override, f"{W}startOverride")
            if override.get(f"{W}ilvl") == str(level) and start:
                return _number(start)
        return _number(_value(self._level(levels, level), f"{W}start", "1"))

    def _level(self, levels: Any, level: int) -> Any:
        return next((n for n in levels.iterchildren(f"{W}lvl") if n.get(f"{W}ilvl") == str(level)), None)

    def _printed(self, levels: Any, counts: list[int], level: int) -> str:
        here = self._level(levels, level)
        if here is None or _value(here, f"{W}numFmt") in _SILENT:
            return ""

        def count(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self._level(levels, at)
            form = "decimal" if here.find(f"{W}isLgl") is not None else _value(other, f"{W}numFmt", "decimal")
            return spelled(counts[at] or 1, form)

        return re.sub(r"%([1-9])", count, _value(here, f"{W}lvlText"))
