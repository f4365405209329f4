"""Numbers in the ways they may be written."""

import re
from decimal import Decimal
from itertools import permutations

import pytest

from corpus.text.fold import squeeze
from search.query.number import numbers

AMOUNT = ["3270万元", "32700000元", "32,700,000元", "3,270万元", "0.327亿元", "三千二百七十万元", "三千两百七十万元"]
LARGE = [
    "3亿2700万元",
    "3亿2,700万元",
    "327000000元",
    "327,000,000元",
    "32700万元",
    "32,700万元",
    "3.27亿元",
    "三亿二千七百万元",
    "三亿两千七百万元",
]
AMOUNTS = [
    *(
        digits * 10**zeros
        for digits in (1, 2, 5, 12, 22, 37, 105, 234, 327, 409, 1002, 2904, 8888)
        for zeros in range(2, 8)
    ),
    *(20_020, 123_456, 12_345_678, 2_000_002, 305_000_000, 1_020_300_000),
]


def writings(amount):
    """How an amount is written, worked out from its digits alone."""
    yield from (str(amount), f"{amount:,}")
    for unit, zeros in (("万", 4), ("亿", 8)):
        part = amount / Decimal(10**zeros)
        if part >= 1 and part == round(part, 2):
            yield from (f"{part.normalize():f}{unit}", f"{part.normalize():,f}{unit}")
    said = "".join(reversed([*spelled(str(amount))]))
    said = re.sub("零+$", "", re.sub("零+(?=[万亿]|$)", "", re.sub("零+", "零", said)))
    said = re.sub("亿万", "亿", said).removeprefix("一") if said.startswith("一十") else said.replace("亿万", "亿")
    yield from (said, said.replace("零", "〇"), re.sub("^二(?=[百千万亿])", "两", said))


def spelled(digits):
    for place, digit in enumerate(reversed(digits)):
        scale = ("", "万", "亿")[place // 4] if place % 4 == 0 else ""
        yield ("零" if digit == "0" else "零一二三四五六七八九"[int(digit)] + ("", "十", "百", "千")[place % 4]) + scale


def test_every_writing_of_an_amount_finds_every_other():
    """1,608 pairs and more: whichever is typed, the others are looked for."""
    pairs = [(one, other) for amount in AMOUNTS for one, other in permutations(dict.fromkeys(writings(amount)), 2)]
    assert len(pairs) >= 1608
    missing = [(one, other) for one, other in pairs if f"{other}元" not in ways_of(f"{one}元")]
    assert missing == []


def ways_of(typed):
    return {way for start, end, others in numbers(typed) if (start, end) == (0, len(typed)) for way in others}


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
        ("102人次", {"一百零二人次", "一百〇二人次"}),
        ("一百〇二人次", {"102人次", "一百零二人次"}),
        ("215卷", {"二百一十五卷", "两百一十五卷"}),
        ("36家次", {"三十六家次"}),
        ("1,234件", {"1234件", "一千二百三十四件", "一千两百三十四件"}),
        ("五十余件", {"50余件"}),
        ("3.5万元", {"35000元", "35,000元", "三万五千元"}),
        ("萬二件", set()),  # 万 needs a number before it
        ("五萬元", {"5万元", "50000元", "50,000元"}),
        # amounts
        ("3270万元", {*AMOUNT} - {"3270万元"}),
        ("3,270万元", {*AMOUNT} - {"3,270万元"}),
        ("3亿2,700万元", {*LARGE} - {"3亿2,700万元"}),
        ("5千元", {"5000元", "5,000元", "0.5万元", "五千元"}),
        ("2200件", {"2,200件", "0.22万件", "二千二百件", "两千二百件", "两千两百件"}),
        ("5000万元", {"50000000元", "50,000,000元", "5,000万元", "5千万元", "0.5亿元", "五千万元"}),
        # without a measure word, where nothing else is written so
        ("2,904", {"2904", *(way + "百" + zero + "四" for way in ("二千九", "两千九") for zero in "零〇")}),
        ("1.5万", {"15000", "15,000", "一万五千"}),
        ("十万", {"10万", "100000", "100,000"}),
        ("百万", set()),
        # alone, from the thousand on
        ("2904", {"2,904", *(way + "百" + zero + "四" for way in ("二千九", "两千九") for zero in "零〇")}),
        ("二千九百零四", {"2904", "2,904", "二千九百〇四", "两千九百零四", "两千九百〇四"}),
        ("15000", {"15,000", "1.5万", "一万五千"}),
        ("三千", {"3000", "3,000", "3千", "0.3万"}),
        ("904", set()),
        ("02904", set()),
        ("二九〇四", set()),
        # years by themselves
        ("1958", {"一九五八年"}),
        ("2003", {"二〇〇三年", "二零零三年", "二○○三年"}),
        ("2030", {"二〇三〇年", "二零三零年", "二○三○年"}),
        ("2021-2023", set()),
        ("2021.5", set()),
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
