"""A stripped page as the reasons of refusal look at it: title, lines, and what is told by both.

Everything is worked out once, when it is first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from corpus.outline.heading import heading_of
from corpus.outline.part import DONE, ELSE, chapter_part
from corpus.refusal.genre import genre, is_called_report
from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.text.numbering import number_of
from corpus.text.numerals import COUNTING

# What a report says of itself stands in so many characters.
PURPOSE_WITHIN = 1500
# A text without a site around it has no more lines above its body, and a title so many characters.
BAREST_HEAD, SHORTEST_LINE = 3, 4

_CHAPTER: Final = re.compile(rf"[{COUNTING}](?<![^\s。！!].)[{COUNTING}]?、")
_DONE: Final = re.compile(r"成效|成果|举措|情况|回顾|总结|做法")
# It says that it reports; rejects texts that only name one (年度报告编制服务).
_ANNOUNCES: Final = re.compile(
    r"(?:情况|工作|报告|年报|如下).{0,12}(?:报告|汇报|公布|公告|通报|总结)如下|我代表.{0,20}报告|(?:由|包括).{0,80}(?:部分|方面)组成|(?:请予|提请)审议"
    r"|(?:大会|会议|常委会)[^。]{0,6}作.{2,60}的报告"
)
_REPORTS: Final = re.compile(rf"{_ANNOUNCES.pattern}|年度报告|工作报告|作(?:了)?(?:政府)?工作报告")
_RULES: Final = re.compile(
    r"编制了?(?:本|《)[^。]{0,20}(?:指南|目录)|制定(?:本|以下|如下)(?:实施)?(?:方案|办法|意见|规划|规定|条例|细则|制度|规则)|提出(?:如下|以下)(?:实施)?意见|(?:事项|有关要求|工作)?通知如下|公告如下"
)
_SPEECH: Final = re.compile(r"各位(?:代表|委员)[^。]{0,8}[:、]?[\s\S]{0,120}?(?:报告|作[^。]{0,8}工作报告|审议)")


class Read:
    """A page's title and body lines; `title` None where none is known."""

    def __init__(self, title: str | None, body: Sequence[str]) -> None:
        self.title, self.body = title or "", body
        self.name, self.text = squeeze(title or ""), "\n".join(body)

    @cached_property
    def opening(self) -> str:
        return squeeze(self.text[:PURPOSE_WITHIN])

    @cached_property
    def chapters(self) -> int:
        """How many 一、 stand at the beginning of a line or a sentence."""
        return len(_CHAPTER.findall(self.text))

    @cached_property
    def signs(self) -> int:
        """Chinese characters of the body."""
        return han(self.text)

    @cached_property
    def called_report(self) -> bool:
        return is_called_report(self.name)

    @cached_property
    def genre(self) -> str | None:
        return genre(self.name)

    @cached_property
    def announces(self) -> bool:
        """Does the opening say that this reports, or do its chapters hold what reports must?"""
        return bool(_ANNOUNCES.search(self.opening)) or self.holds_prescribed_parts

    @cached_property
    def reports(self) -> bool:
        """The same, read generously: a report is at least named."""
        return bool(_REPORTS.search(self.opening)) or self.holds_prescribed_parts

    @cached_property
    def says_rules(self) -> bool:
        """Does the opening make a plan, a rule or a notice: 制定本方案, 通知如下?"""
        return _RULES.search(self.opening) is not None

    @cached_property
    def is_speech_to_assembly(self) -> bool:
        """各位代表：现在，我代表…向大会报告工作."""
        return bool(_SPEECH.match(self.opening.lstrip()[:400]))

    @cached_property
    def holds_prescribed_parts(self) -> bool:
        """Do the chapters tell what was done and what is lacking or comes next?"""
        words = [heading_of(line, number) for line in self.body if (number := number_of(line)) and number.level == 1]
        others = {chapter_part(heading, None) for heading in words} - {DONE, ELSE}
        return bool(others) and any(_DONE.search(squeeze(heading)) for heading in words)


def first_line(head: Sequence[str]) -> str | None:
    """The line above the body of a bare text, which is its title whatever it is called; None where
    a site's menu stands there."""
    lines = [line.strip() for line in head if line.strip()]
    return lines[0] if 0 < len(lines) <= BAREST_HEAD and han(lines[0]) >= SHORTEST_LINE else None
