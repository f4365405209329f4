"""When a page was put on its site, told by a date without a label above the text."""

import pytest

from corpus.describe.publication import published

SIGNED = (
    "原创 罗山司法 2024-01-25 18:02 河南",
    "平安松塘 2024年01月25日 18:02 湖北",
    "法治松塘 2024-01-25 18:02",
    "松塘县司法局 2024-01-25 18:02:11",
    "2024-01-25 08:30 松塘普法 湖北",
    "原创 松塘发布 松塘发布 2024-01-25 7:30",
    "2024年1月25日 18：02 某某 摄",
    "2024/01/25 18:02 湖北松塘",
    "2024-01-25 来源：松塘县人民政府办公室",
)
ENTRIES = (
    "松塘县召开法治政府建设推进会部署全年工作 2024-01-25 18:02",
    "关于松塘县开展案卷评查的通知 2024-01-25",
    "今天是2024年1月25日 18:02 星期四",
    "2024年，全县上下依法履职能力有了新的提高。",
)


@pytest.mark.parametrize("line", SIGNED)
def test_small_print_tells_the_day(line):
    assert published(["松塘县2023年法治政府建设年度报告", line], [], {}, "file:///a")[0] == "2024-01-25"


@pytest.mark.parametrize("line", ENTRIES)
def test_an_entry_of_a_list_tells_none(line):
    assert published(["松塘县2023年法治政府建设年度报告", line], [], {}, "file:///a")[0] is None
