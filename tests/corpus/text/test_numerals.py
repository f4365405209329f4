"""Chinese numerals: everything that a pattern lets through is read, or is known for no number."""

from itertools import product

import pytest

from corpus.describe.delivered import year_delivered
from corpus.load.word.numbers import chinese
from corpus.text.dates import dates_in
from corpus.text.numbering import number_of
from corpus.text.numerals import CITED_YEAR, COUNTING, arabic_years, counted, in_digits

# What the patterns of headings, dates, sessions and plans let through: one to three of these
# characters.
ARRIVING = ["".join(signs) for length in (1, 2, 3) for signs in product(COUNTING, repeat=length)]
WRITTEN = {chinese(number): number for number in range(1, 100)}
# 一十二 is written besides 十二.
WRITTEN |= {f"一{written}": number for written, number in WRITTEN.items() if written.startswith("十")}


def test_what_is_written_is_read_and_everything_else_is_no_number():
    assert {written: counted(written) for written in ARRIVING} == {
        written: WRITTEN.get(written, 0) for written in ARRIVING
    }


@pytest.mark.parametrize("written", ["", "零", "〇", "百", "一百", "12", "两", "壹二三"])
def test_what_is_no_number_up_to_99(written):
    assert counted(written) == 0


def test_headings_count_what_is_written():
    read = {written: number_of(f"{written}、总体情况") for written in ARRIVING}
    assert {written: number.value for written, number in read.items() if number} == WRITTEN


def test_days_are_counted_or_spelled():
    """二十一日 and 二一日 are the same day; what is neither (十一二日: the 11th or the 12th) is
    none."""
    days = {written: dates_in(f"二〇二三年三月{written}日") for written in ARRIVING}
    spelled = {written: int(in_digits(written)) for written in ARRIVING if "十" not in written}
    expected = {written: day for written, day in (WRITTEN | spelled).items() if day <= 31}
    assert {written: int(found[0].value[-2:]) for written, found in days.items() if found} == expected


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("各位代表：现在向十四届全国人民代表大会第二次会议报告", 2024),
        ("各位代表：现在向第五届全国人民代表大会第一次会议报告", 1978),
        ("各位代表：现在向一二三届全国人民代表大会第一次会议报告", None),  # counts no congress
        ("各位代表：现在向十十届全国人民代表大会第一次会议报告", None),
        ("“十三五”时期的回顾", 2021),
        ("“三四五”时期的回顾", None),
    ],
)
def test_sessions_and_plans(opening, year):
    assert year_delivered(None, [], [opening], None)[0] == year


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("二〇二三年", "2023年"),
        ("二○二三年", "2023年"),
        ("二O二三年", "2023年"),
        ("二零二三年度", "2023年度"),
        ("一九九八 年", "1998年"),
        ("2 0 2 3 年", "2023年"),
        ("２０２３年", "2023年"),
        ("二〇二三", "二〇二三"),  # no year
        ("二十三年", "二十三年"),
        ("三〇二三年", "三〇二三年"),
    ],
)
def test_years_in_digits(text, plain):
    assert arabic_years(text) == plain


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("厦委法〔2019〕3号", ["〔2019〕3号"]),
        ("国发（2015）第12号", ["（2015）第12号"]),
        ("2019年4月修订", ["2019年4月修订"]),
        ("2019年5月1日起施行", ["2019年5月1日起施行"]),
        ("2019年，我区", []),
        ("（2021年）", []),
    ],
)
def test_years_that_are_cited(text, cited):
    assert CITED_YEAR.findall(text) == cited
