"""What a title says its text is, by the word it ends in: a guide, a list, a notice, a report.

The words are data (`genres.toml`). A title that ends as a report's does (…情况报告, …工作总结及下年
计划) names one, whatever it reports on: 办事指南编制公开工作情况的报告 is no guide.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

from corpus.line.alternatives import any_of
from corpus.text.numerals import COUNTING

_WORDS: Final = tomllib.loads(Path(__file__).with_name("genres.toml").read_text(encoding="utf8"))
# What may stand behind the last word: brackets, the year, the edition, marks.
_BEHIND: Final = re.compile(
    r"(?:[(\[《【][^()\[\]《》【】]{1,24}[)\]》】]"
    rf"|第?[{COUNTING}\d]{{1,3}}[期版辑篇]|20\d\d年?版?|来[了啦]|请(?:收好|查收|收藏)|[!?！？。…~,:—-])+$"
)
# Characters at the end of a title in which that is looked for: the longest such tail of 100 titles (work
# reports, seeds, sample) has 4; looked for everywhere, a line of 24,000 digits took 4 s.
_LONGEST_TAIL: Final = 120
# What a report is called; rejects 报告厅, 报告会, 年报填报.
_NOUN = r"(?:报告书?|年报|公报|总结|汇报|白皮书|述[职法学廉])"
_STATE = r"(?:工作|建设|行政|公开|落实|执行|完成|整改|实施|推进|开展|履职|进展|治理|运行)(?:的)?情况"
_CALLED: Final = re.compile(rf"(?:{_NOUN}|{_STATE}|工作回顾|回顾[与和]展望)(?:材料|稿|全文|摘要|摘编|正文)?$")
# …总结及2025年工作计划: a report that goes on to the next year.
_AND_PLAN: Final = re.compile(
    rf"(?:{_NOUN}|情况|回顾)(?:的?报告)?[,、及和暨与](?:20\d\d|下|明|来|今|新)[^,。]{{0,20}}(?:计划|打算|安排|思路|要点|重点|任务|建议)$"
)
# A question about writing one: 如何撰写年度报告; rejects 关于如何….
_ASKING: Final = re.compile(r"(?<!关于)(?:怎么|怎样|如何(?!强化|推进)|哪些|为什么|什么是|能否)|^(?:学|教)")
_NAMED_REPORT: Final = re.compile(rf"{_NOUN}(?!厅|会|人|制度|编|填)")
# A notice that hands over the report it names, or puts it up.
_HANDS_OVER: Final = re.compile(
    r"(?:印发|公布|发布|公开|转发|通报|公示|报送|呈报|上报|报请|下发)[^。]{0,60}(?:报告|年报|公报|总结|汇报|情况)[》\"]?(?:的|公)?(?:通[知告报]|公[告示]|函|请示|报告)?$"
    r"|(?:报告|年报|公报|总结|情况)[》\"]?的?公[示告]$"
)
# … or asks others for theirs.
_ASKS: Final = re.compile(
    r"(?:报送|上报|编[制写报]|做好|抓好|开展|撰写|填报|提交|征集|征求|启动|部署|组织)[^。]{0,50}(?:报告|年报|总结|汇报|情况)[》\"]?[^。]{0,16}(?:通[知告]|公告|启事|函|方案)$"
)
_ENDS: Final = {code: re.compile(rf"{any_of(words)}$") for code, words in _WORDS.items()}


def bare_title(name: str) -> str:
    """A squeezed title without what stands behind its last word.

    >>> bare_title("失业保险常见问题解答(2025年11月版)")
    '失业保险常见问题解答'
    """
    front, tail = name[:-_LONGEST_TAIL], name[-_LONGEST_TAIL:]
    return front + _BEHIND.sub("", tail) or name


def is_called_report(name: str) -> bool:
    """Does the squeezed title name a report?

    >>> is_called_report("区水务局2024年度工作总结及2025年工作计划"), is_called_report("年度报告编制指南")
    (True, False)
    """
    bare = bare_title(name)
    return bool(_CALLED.search(bare) or _AND_PLAN.search(bare)) and not _ASKING.search(bare)


def names_report(name: str) -> bool:
    """Does the squeezed title speak of a report at all?"""
    return _NAMED_REPORT.search(name) is not None


def hands_over(name: str) -> bool:
    """A notice with the report below it: 关于印发《…报告》的通知."""
    return _HANDS_OVER.search(bare_title(name)) is not None


def asks_for_reports(name: str) -> bool:
    """A notice that asks others to write or send in reports: 关于报送…报告的通知."""
    return _ASKS.search(bare_title(name)) is not None


def genre(name: str) -> str | None:
    """Which of the kinds in `genres.toml` the squeezed title names; None for a report or no kind.

    >>> genre("云溪区积分入户申请指南"), genre("关于2024年办事指南编制公开情况的报告"), genre("云溪区概览")
    ('guide', None, None)
    """
    if is_called_report(name):
        return None
    bare = bare_title(name)
    return next((code for code, pattern in _ENDS.items() if pattern.search(bare)), None)
