"""The year of a 政府工作报告, as titles, sessions, headings and plans tell it."""

import pytest

from corpus.describe.delivered import year_delivered


@pytest.mark.parametrize(
    ("lines", "paragraphs", "day", "year", "source"),
    [
        (["2024年1月20日在某市第十八届人民代表大会第三次会议上"], [], None, 2024, "会议日期"),
        ([], ["各位代表:", "一、2023年工作回顾", "二、2024年主要任务"], None, 2024, "正文标题"),
        ([], ["各位代表:", "一、过去五年的工作", "二、2022年总体要求"], "2022-01-30", 2022, "正文标题"),
        ([], ["第十二届全国人民代表大会第一次会议以来的五年,是不平凡的五年。"], None, 2018, "所在会议的届次"),
        ([], ["现在,我向第十届全国人民代表大会第一次会议报告过去五年的工作。"], None, 2003, "所在会议的届次"),
        ([], ["从去年第五届全国人民代表大会第三次会议到现在,已经过去一年。"], None, 1981, "所在会议的届次"),
        ([], ["第四届全国人民代表大会第一次会议开幕了。"], None, 1975, "所在会议的届次"),
        ([], ["一、“十一五”时期经济社会发展的回顾"], None, 2011, "五年规划的起止"),
        ([], ["过去一年,我们取得新成绩。"], "2024-02-03", 2024, "发布日期"),
        ([], ["2004年,经济平稳增长。2004年,出口增长。2005年,要继续努力。"], None, 2005, "正文所说的年份"),
        ([], ["过去一年,我们取得新成绩。"], None, None, None),
    ],
)
def test_the_year_it_was_delivered(lines, paragraphs, day, year, source):
    found, evidence = year_delivered("政府工作报告", lines, paragraphs, day)
    assert (found, evidence.source if evidence else None) == (year, source)


def test_the_title_goes_first():
    assert (
        year_delivered("2023年某县政府工作报告", ["2022年1月5日在某县第九届人民代表大会第一次会议上"], [], None)[0]
        == 2023
    )
