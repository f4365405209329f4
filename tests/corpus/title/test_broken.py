"""Where a title breaks over lines, and what only stands above one."""

import pytest

from corpus.title.broken import goes_on, joined_title, runs_across, stands_apart


@pytest.mark.parametrize(
    ("above", "below", "across"),
    [
        ("句容经济技术", "开发区2023年法治政府建设年度报告", True),
        ("前郭尔罗斯蒙古族自", "治县2023年法治政府建设年度报告", True),
        ("东湖县人民", "政府2023年工作报告", True),
        ("东湖县法治政", "府建设年度报告", True),
        ("东湖县人民政府", "2023年法治政府建设年度报告", False),
        ("要闻", "东湖县2023年法治政府建设年度报告", False),
    ],
)
def test_a_name_that_runs_across(above, below, across):
    assert runs_across(above, below) is across


@pytest.mark.parametrize(
    ("above", "below", "apart"),
    [
        ("句容市人民政府", "句容市2023年法治政府建设年度报告", True),
        ("苏州市人民政府", "昆山市2023年法治政府建设年度报告", True),
        ("句容市", "2023年法治政府建设年度报告", False),  # names nobody of its own
        ("苏州市", "昆山市2023年法治政府建设年度报告", False),  # the city in front of its county
    ],
)
def test_a_banner_above_a_title(above, below, apart):
    assert stands_apart(above, below) is apart


@pytest.mark.parametrize(
    ("above", "below", "on"),
    [
        ("苏州市生态环境局", "开发区分局2023年政府信息公开年度报告", True),
        ("苏州市昆山市", "司法局2023年法治政府建设年度报告", True),
        ("苏州市", "司法局2023年法治政府建设年度报告", True),
        ("苏州市", "昆山市2023年法治政府建设年度报告", False),
        ("通知公告", "司法局2023年法治政府建设年度报告", False),
    ],
)
def test_an_office_on_the_next_line(above, below, on):
    assert goes_on(above, below) is on


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["东湖县", "2023年法治政府建设年度报告"], "东湖县2023年法治政府建设年度报告"),
        (["中共东湖县委", "东湖县人民政府", "关于法治建设的报告"], "中共东湖县委 东湖县人民政府关于法治建设的报告"),
        (["中共东湖县委", "办公室2023年工作报告"], "中共东湖县委办公室2023年工作报告"),
        (["## 东湖县", "工作报告"], "东湖县工作报告"),
        (["政 府 工 作 报 告"], "政府工作报告"),
        (["东湖县 工作报告"], "东湖县 工作报告"),  # a single space is meant
    ],
)
def test_lines_joined(lines, title):
    assert joined_title(lines) == title
