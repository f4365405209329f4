"""Numbers in the ways they may be written."""

import pytest

from corpus.text.fold import squeeze
from search.query.number import numbers


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("52件", {"五十二件"}),
        ("５２件", {"五十二件"}),
        ("五十二件", {"52件"}),
        ("2023年", {"二〇二三年", "二零二三年", "二○二三年"}),
        ("二○二三年度", {"2023年度", "二〇二三年度", "二零二三年度"}),
        ("十年", {"10年"}),
        ("两百件", {"200件", "二百件"}),
        ("200宗", {"二百宗", "两百宗"}),
        ("2件", {"两件", "二件"}),
        ("2月", {"二月"}),
        ("第2次", {"第二次"}),
        ("第三十二条", {"第32条"}),
        ("102人次", {"一百零二人次"}),
        ("一百〇二人次", {"102人次", "一百零二人次"}),
        ("1,234件", {"1234件", "一千二百三十四件", "一千两百三十四件"}),
        ("五十余件", {"50余件"}),
        ("3.5万元", {"35000元", "35,000元", "三万五千元"}),
        ("萬二件", set()),  # 万 needs a number before it
        ("五萬元", {"5万元", "50000元", "50,000元"}),
        ("12.5公里", {"十二点五公里"}),
        ("98%", {"百分之九十八"}),
        ("百分之九十八", {"98%"}),
        ("45.94％", {"百分之四十五点九四"}),
        ("百分之零点五", {"0.5%"}),
        ("100%", {"百分之百", "百分之一百"}),
        ("一起", set()),  # together
        ("1起", set()),
        ("0件", set()),  # 零件: spare parts
        ("十四五规划", set()),
        ("十四五个", set()),
        ("二三件", set()),
        ("12345热线", set()),
        ("3.2.1条", set()),
        ("三点五万元", set()),
        ("9999999999999999件", set()),
        ("", set()),
    ],
)
def test_other_ways(typed, ways):
    found = list(numbers(squeeze(typed)))
    assert {way for _, _, others in found for way in others} == ways
    assert all((start, end) == (0, len(squeeze(typed))) for start, end, _ in found)


@pytest.mark.parametrize(
    "number", [*range(3, 130), 999, 1001, 1010, 1110, 10_011, 20_020, 123_456_789, 10**8, 10**11 + 7]
)
def test_there_and_back(number):
    ((_, _, others),) = numbers(f"{number}人")
    for way in others:
        ((_, _, back),) = numbers(way)
        assert {f"{number}人", *others} <= {way, *back} | {f"{number:,}人"}


def test_where_they_stand():
    assert [(start, end) for start, end, _ in numbers("2023年办理12件，办结率98%")] == [(0, 5), (7, 10), (14, 17)]
