"""Annexes behind a report's closing words: glossaries, lists of projects, 附件 of any kind.

Each is a section of its own. The numbers in it count entries and open no sections.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.text.fold import squeeze
from corpus.text.numbering import CHINESE, PART, Number
from corpus.text.numerals import COUNTING

# A longer line is a sentence.
LONGEST_NAME = 40
# Such a share of the text stands above the first annex; rejects 附件 over a report that a letter hands over.
ABOVE = 0.4

_SURE: Final = re.compile(
    rf"附(?:件|录|表|注)?[{COUNTING}\d]{{0,3}}(?:[:.、]|$|(?=[《(]|20\d\d|名词|注释)).{{0,36}}"
    r"|(?:《[^》]{2,24}》|20\d\d年|[省市区县镇]?政府工作报告)?(?:的|中)?(?:有关|相关|主要|部分|专业|所涉)?(?:名词|用语|术语|指标|概念|缩略语|词语|词汇|名词术语|专有名词|专业术语)(?:的)?(?:解释|注释|说明|释义|索引).{0,4}"
    r"|注释|注解|尾注|释义"
)
# What may as well be a heading of the plan: an annex right behind the closing words only.
_LIST: Final = re.compile(
    r"[^:：]{0,20}(?:民生|为民)(?:办)?(?:实事|工程|项目)(?:项目|任务)?(?:清单|一览表|目录|表)?"
    r"|[^:：]{0,24}(?:项目|工程|任务|事项|指标|责任|工作)(?:清单|名单|一览表|分解表|明细表|安排表|计划表|表)"
)
_CLOSING: Final = re.compile(r"各位(?:代表|委员)|谢谢|特此报告|让我们|同志们")
_FILE: Final = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd|et)\b", re.I)
_FINAL: Final = tuple("。！!？?；;…”）)")


def annexes(paragraphs: Sequence[str], numbers: Sequence[Number | None]) -> frozenset[int]:
    """The positions of the lines that name an annex."""
    first = _first(paragraphs, numbers)
    if first is None:
        return frozenset()
    found = [first]
    for at in range(first + 1, len(paragraphs)):
        if _names(paragraphs[at], _SURE) and at - found[-1] > 1:
            found.append(at)
    return frozenset(found)


def _first(paragraphs: Sequence[str], numbers: Sequence[Number | None]) -> int | None:
    least = ABOVE * sum(map(len, paragraphs))
    passed = 0
    for at, paragraph in enumerate(paragraphs):
        above = paragraphs[at - 1].rstrip() if at else ""
        closed = bool(_CLOSING.search(above)) and above.endswith(_FINAL)
        named = _names(paragraph, _SURE) or (closed and _names(paragraph, _LIST))
        if named and passed >= least and at + 1 < len(paragraphs) and not _goes_on(numbers, at):
            return at
        passed += len(paragraph)
    return None


def _names(paragraph: str, pattern: re.Pattern[str]) -> bool:
    text = squeeze(paragraph).strip("*#[]【】")
    return len(text) <= LONGEST_NAME and "。" not in text and bool(pattern.fullmatch(text)) and not _FILE.search(text)


def _goes_on(numbers: Sequence[Number | None], at: int) -> bool:
    """Do the chapters count on behind the line? Then it stands inside the report."""
    before = next((number.value for number in reversed(numbers[:at]) if number and number.family in (CHINESE, PART)), 0)
    following = next((number.value for number in numbers[at + 1 :] if number and number.family in (CHINESE, PART)), 1)
    return following > 1 and following == before + 1
