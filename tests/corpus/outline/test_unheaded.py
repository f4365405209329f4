"""Paragraphs that turn to problems or to plans without a heading of their own."""

import pytest

from corpus.outline.part import LACKING, NEXT
from corpus.outline.unheaded import leaves_topic


@pytest.mark.parametrize(
    ("paragraph", "year", "part"),
    [
        ("2023年，我区工作虽然取得一定成绩，但仍存在一些不足。", 2023, LACKING),
        ("同时，也存在执法力量薄弱的问题。", 2023, LACKING),
        ("存在的主要问题：一是执法力量不足。", 2023, LACKING),
        ("下一步，我局将继续深化改革。", 2023, NEXT),
        ("2024年，我区将围绕重点工作，继续深化改革。", 2023, NEXT),
        ("2024年，我区将围绕重点工作，继续深化改革。", None, NEXT),
        ("2023年，我区将依法行政摆在首位，持续深化改革。", 2023, None),  # the year it reports on
        ("我局聚焦突出问题，着力补齐短板。", 2023, None),
        ("全年办理行政处罚案件52件。", 2023, None),
        ("全年工作扎实推进。" * 20 + "但仍存在不足。", 2023, None),  # what a paragraph comes to later
    ],
)
def test_turns(paragraph, year, part):
    assert leaves_topic(paragraph, year) == part
