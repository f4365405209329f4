"""Dates as pages print them, and which of them says published or issued."""

import pytest

from corpus.describe.publication import in_address, issued, published
from corpus.text.dates import dates_in


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("2024-03-28", ["2024-03-28"]),
        ("2024年3月8日", ["2024-03-08"]),
        ("2021 年 3 月 5 日", ["2021-03-05"]),
        ("2021-03-2918:26", ["2021-03-29"]),  # the clock glued to the day
        ("2024/01/31/ 17:33", ["2024-01-31"]),
        ("2024-01-26 10时25分", ["2024-01-26"]),
        ("18.03.2015", ["2015-03-18"]),
        ("2026.02.09", ["2026-02-09"]),
        ("二〇二三年十二月三十一日", ["2023-12-31"]),
        ("二○二四年三月", ["2024-03"]),
        ("2022年11月", ["2022-11"]),
        ("2023-02-31", []),  # no such day
        ("浏览次数:2024", []),
        ("12.4", []),
        ("45.94%", []),
        ("2021年1月1日至12月31日", ["2021-01-01"]),
    ],
)
def test_dates_in_a_line(line, values):
    assert [found.value for found in dates_in(line)] == values


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (["发布日期:2020-01-06字体大小: | |"], "2020-01-06"),
        (["发布时间：2021-03-2918:26", "来源："], "2021-03-29"),
        (["来源:某区人民政府时间:2022-02-15 浏览量:"], "2022-02-15"),
        (["  • 2024-01-31 16:37", "  • 来源: 某区"], "2024-01-31"),
        (["上载日期: 2017-03-23 来源:"], "2017-03-23"),
        (["| 发布日期 | 2025-12-28 |"], "2025-12-28"),
        (["发 布 日 期：", "2025-12-28"], "2025-12-28"),  # its value on the next line
        (["今天是:2019年10月31日 星期四", "发布日期:2024-03-28"], "2024-03-28"),  # a frozen clock
        (["今天是:2019年10月31日 星期四"], None),
        (["成文日期:2023-12-20 发布日期:2024-01-05"], "2024-01-05"),
        (["2018年3月18日"], "2018-03-18"),
        (["某市2023年法治政府建设年度报告"], None),
    ],
)
def test_visible_publication_dates(head, day):
    assert published(head, [], {}, "file:///a.txt")[0] == day


def test_a_visible_date_beats_the_meta_tag_and_that_the_address():
    address = "http://www.example.gov.cn/202204/t20220424_1.html"
    meta = {"pubdate": "2022-04-25 09:00"}
    assert published(["发布日期:2017-05-15"], [], meta, address)[0] == "2017-05-15"
    assert published([], [], meta, address)[0] == "2022-04-25"
    day, evidence = published([], [], {}, address)
    assert (day, evidence.inferred) == ("2022-04-24", True)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("http://a.gov.cn/202403/t20240328_6583952.html", "2024-03-28"),
        ("http://a.gov.cn/art/2020/1/22/art_16638_3726312.html", "2020-01-22"),
        ("http://a.gov.cn/2023/01-19/2677014.html", "2023-01-19"),
        ("http://a.gov.cn/fzzfjs/202503/81c5fbaa7c4a4a55.shtml", "2025-03"),
        ("http://a.gov.cn/news/show/20220401114646648.html", "2022-04-01"),
        ("http://a.gov.cn/2024/59/abc.html", None),  # a day of the year
        ("http://a.gov.cn/content/post_3049815.html", None),
        ("file:///2024/01/02/a.txt", None),
    ],
)
def test_dates_in_addresses(address, day):
    assert in_address(address) == day


@pytest.mark.parametrize(
    ("head", "front", "back", "day"),
    [
        ([], [], ["某高新区管理委员会", "2020年1月4日"], "2020-01-04"),
        ([], [], ["某高新区党政办公室 2023年11月17日印发"], "2023-11-17"),
        ([], [], ["二〇二一年十二月六日", "(此件公开发布)"], "2021-12-06"),
        (["成文日期:2023-12-20 发布日期:2024-01-05"], [], [], "2023-12-20"),
        ([], [], ["(联系人:某某, 2023年11月17日)"], None),
        ([], [], [], None),
    ],
)
def test_issue_dates(head, front, back, day):
    assert issued(head, front, back, back)[0] == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (["更新时间:2024-04-02 发布时间:2024-03-28"], "2024-03-28"),
        (["发布时间:2024-03-28 更新时间:2024-04-02"], "2024-03-28"),
        (["更新时间:2024-04-02"], "2024-04-02"),
        (["最后更新：2024-04-02"], "2024-04-02"),
        (["时间：2024-03-28 15:20 点击：2019"], "2024-03-28"),
    ],
)
def test_an_update_counts_only_where_no_publication_is_told(head, day):
    assert published(head, (), {}, "")[0] == day
