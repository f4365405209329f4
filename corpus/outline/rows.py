"""Rows of tables that open with a number and are no headings: 一、本年新收政府信息公开申请数量 | 3
| 0 | 0.

The prescribed tables of reports on open government number their rows as chapters are numbered. A
row has cells behind its words, or, flattened, figures on the lines below; of empty cells nothing is
left, so the rows that the form prescribes are known by name, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text.fold import squeeze
from corpus.text.numbering import Number

# A cell with a figure, or with the sign for none.
_FIGURE = re.compile(r"[|]?(?:[\d.,%+]+|[/\-—\\]+)[|]?")
# Longer lines are sentences.
LONGEST_ROW = 60
# Rows of the form on applications (国办公开办函〔2021〕30号 and before).
_PRESCRIBED = re.compile(
    r"(?:本年新收政府信息公开申请数量|上年结转政府信息公开申请数量|本年度?办理结果|结转下年度继续办理|予以公开$|部分公开(?:$|\()|不予公开$"
    r"|无法提供$|不予处理$|其他处理$|总计$|属于(?:国家秘密|三类内部事务信息|四类过程性信息|行政执法案卷|行政查询事项)"
    r"|其他法律行政法规禁止公开|危及\"?三安全一稳定|保护第三方合法权益|本机关不掌握相关政府信息|没有现成信息需要另行制作|补正后申请内容仍不明确"
    r"|信访举报投诉类申请|重复申请|要求提供公开出版物|无正当理由大量反复申请|要求行政机关确认或重新出具|申请人无正当理由逾期不补正"
    r"|申请人逾期未按收费通知要求缴纳费用)"
)


def table_rows(paragraphs: Sequence[str], numbers: Sequence[Number | None]) -> frozenset[int]:
    """The positions of numbered paragraphs that are rows of a table."""
    rows: set[int] = set()
    for at in range(len(paragraphs) - 1, -1, -1):
        number = numbers[at]
        if number is not None and _is_row(paragraphs, at, number, rows):
            rows.add(at)
    return frozenset(rows)


def _is_row(paragraphs: Sequence[str], at: int, number: Number, rows: set[int]) -> bool:
    text = paragraphs[at].lstrip()
    if 0 <= number.end <= text.find("\t"):
        return True
    if len(text) > LONGEST_ROW or "。" in text:
        return False
    if _PRESCRIBED.match(squeeze(text[number.end :])):
        return True
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) else ""
    if _FIGURE.fullmatch(squeeze(below)):
        return True
    above = paragraphs[at - 1] if at else ""
    return at + 1 in rows and ("\t" in above or bool(_FIGURE.fullmatch(squeeze(above))))
