"""The tables of the national form for annual reports on open government, filled with invented
figures.

As the form of 2019 and that of 2021 print them: numbered labels, remarks in brackets, heads of
three levels, cells over several rows and columns. The gold is written down beside each figure.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus.grid import Box, Grid
from corpus.text.numerals import COUNTING

Fill = Callable[[], str]
# Row, column, text: what a reader of the table must find.
Gold = tuple[str, str, str]


class Filled(NamedTuple):
    """A table and what stands in it; `form`: the chapter's number."""

    form: str
    grid: Grid
    gold: tuple[Gold, ...]


_OPENED_2021 = (
    ("第二十条第（一）项", ("本年制发件数", "本年废止件数", "现行有效件数"), ("规章", "行政规范性文件")),
    ("第二十条第（五）项", ("本年处理决定数量",), ("行政许可",)),
    ("第二十条第（六）项", ("本年处理决定数量",), ("行政处罚", "行政强制")),
    ("第二十条第（八）项", ("本年收费金额（单位：万元）",), ("行政事业性收费",)),
)
_OPENED_2019 = (
    ("第二十条第（一）项", ("本年新制作数量", "本年新公开数量", "对外公开总数量"), ("规章", "规范性文件")),
    ("第二十条第（五）项", ("上一年项目数量", "本年增/减", "处理决定数量"), ("行政许可", "其他对外管理服务事项")),
    ("第二十条第（六）项", ("上一年项目数量", "本年增/减", "处理决定数量"), ("行政处罚", "行政强制")),
    ("第二十条第（八）项", ("上一年项目数量", "本年增/减"), ("行政事业性收费",)),
    ("第二十条第（九）项", ("采购项目数量", "采购总金额"), ("政府集中采购",)),
)
_APPLICANTS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_RESULTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("（一）予以公开", ()),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ()),
    (
        "（三）不予公开",
        (
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ),
    ),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    (
        "（五）不予处理",
        (
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "（六）其他处理",
        (
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ),
    ),
    ("（七）总计", ()),
)
_OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def figures(seed: int) -> Fill:
    """Invented figures: mostly 0, as in reports; some empty, some with a comma."""
    chance = random.Random(seed)

    def figure() -> str:
        kind = chance.random()
        if kind < 0.45:
            return "0"
        if kind < 0.53:
            return ""
        return f"{chance.randrange(1000, 9999):,}" if kind < 0.57 else str(chance.randrange(1, 900))

    return figure


def forms(fill: Fill, *, since: int = 2021) -> list[Filled]:
    """The three tables; `since`: which form, 2019 or 2021."""
    return [opened(fill, _OPENED_2021 if since >= 2021 else _OPENED_2019), applications(fill), disputes(fill)]


def opened(fill: Fill, blocks: Sequence[tuple[str, tuple[str, ...], tuple[str, ...]]] = _OPENED_2021) -> Filled:
    """Chapter 2: what was published of its own accord."""
    boxes, gold, row = [], [], 0
    for title, heads, labels in blocks:
        boxes += [Box(row, 0, 1, 4, title), *_spread(row + 1, ("信息内容", *heads), 4)]
        row += 2
        for label in labels:
            texts = [fill() for _ in heads]
            boxes += _spread(row, (label, *texts), 4)
            gold += [(label, head.partition("（")[0], text) for head, text in zip(heads, texts, strict=True)]
            row += 1
    return Filled("2", tuple(sorted(boxes)), tuple(gold))


def _spread(row: int, texts: Sequence[str], wide: int) -> list[Box]:
    """A row whose last cell takes the columns that are left."""
    last = len(texts) - 1
    return [Box(row, at, 1, wide - at if at == last else 1, text) for at, text in enumerate(texts)]


def applications(fill: Fill) -> Filled:
    """Chapter 3: applications received and answered."""
    relation = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    boxes = [
        Box(0, 0, 3, 3, relation),
        Box(0, 3, 1, 7, "申请人情况"),
        Box(1, 3, 2, 1, "自然人"),
        Box(1, 4, 1, 5, "法人或其他组织"),
        Box(1, 9, 2, 1, "总计"),
        *(Box(2, 4 + at, 1, 1, text) for at, text in enumerate(_APPLICANTS)),
    ]
    columns = ["自然人", *(f"法人或其他组织>{name}" for name in _APPLICANTS), "总计"]
    gold: list[Gold] = []

    def add(row: int, label: str) -> None:
        texts = [fill() for _ in columns]
        boxes.extend(Box(row, 3 + at, 1, 1, text) for at, text in enumerate(texts))
        bare = label.lstrip(f"{COUNTING}、（）12345678.").partition("（")[0]
        gold.extend((bare, column, text) for column, text in zip(columns, texts, strict=True))

    for row, label in ((3, "一、本年新收政府信息公开申请数量"), (4, "二、上年结转政府信息公开申请数量")):
        boxes.append(Box(row, 0, 1, 3, label))
        add(row, label)
    row = 5
    for label, own in _RESULTS:
        boxes.append(Box(row, 1, max(1, len(own)), 1 if own else 2, label))
        for leaf in own or (label,):
            boxes += [Box(row, 2, 1, 1, leaf)] if own else []
            add(row, leaf)
            row += 1
    boxes += [Box(5, 0, row - 5, 1, "三、本年度办理结果"), Box(row, 0, 1, 3, "四、结转下年度继续办理")]
    add(row, "四、结转下年度继续办理")
    return Filled("3", tuple(sorted(boxes)), tuple(gold))


def disputes(fill: Fill) -> Filled:
    """Chapter 4: reviews and suits."""
    boxes = [
        Box(0, 0, 2, 5, "行政复议"),
        Box(0, 5, 1, 10, "行政诉讼"),
        Box(1, 5, 1, 5, "未经复议直接起诉"),
        Box(1, 10, 1, 5, "复议后起诉"),
    ]
    gold = []
    for at, group in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉")):
        for number, outcome in enumerate(_OUTCOMES):
            text, column = fill(), 5 * at + number
            boxes += [Box(2, column, 1, 1, outcome), Box(3, column, 1, 1, text)]
            gold.append(("", f"{group}>{outcome}", text))
    return Filled("4", tuple(sorted(boxes)), tuple(gold))
