"""Titles: split at any character, under a site's name, among metadata, and what is none."""

import pytest

from corpus.load.page import load
from corpus.records import Page
from corpus.refusal import why_refused
from corpus.strip.page import strip

BODY = """我县认真贯彻落实上级部署，扎实推进依法行政，各项工作取得积极成效，没有发生重大违法案件。
坚持依法决策，落实公众参与、专家论证、合法性审查、集体讨论决定等程序，提高决策质量，保障各方权益。
同时还存在一些薄弱环节，下一步将加强培训，改进工作作风，提升服务水平，推动工作再上新台阶。"""


def title_of(head):
    return strip(load(Page("https://www.example.gov.cn/1", f"{head}\n{BODY}".encode()))).title


@pytest.mark.parametrize(
    "lines",
    [
        ["东湖县2024年法治政府建设年度报告"],
        ["东湖县司法", "局2024年法治政府建设情况报告"],
        ["青岚市东湖区人民政", "府2024年政府信息公开工作年度报告"],
        ["东湖县人民政府办公", "室2024年政府信息公开工作年度报告"],
        ["东湖县雄江镇2024年", "政府信息公开工作年度报告"],
        ["东湖县人民政府关", "于2024年度法治政府建设情况的报告"],
        ["东湖县人民政府", "关于2024年度法治政府建设情况的报告"],
        ["东湖县人民政府关于", "2024年度法治政府建设情况的报告"],
        ["青岚市文化广电和旅", "游局2024年度法治政府建设情况报告"],
        ["云岭经济技术开发区", "管委会2024年政府信息公开工作年度报告"],
        ["东湖县人民政府关于2024年度", "法治政府建设", "情况的报告"],
    ],
)
def test_titles_split_over_lines(lines):
    assert title_of("\n".join(lines)) == "".join(lines)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "中共东湖县委\n东湖县人民政府\n关于2024年度法治政府建设情况的报告",
            "中共东湖县委 东湖县人民政府关于2024年度法治政府建设情况的报告",
        ),
        (
            "青岚市人民政府\n青岚市东湖区2024年法治政府建设年度报告",
            "青岚市东湖区2024年法治政府建设年度报告",
        ),  # the site's name
        ("法治政府建设年度报告\n东湖县2024年度依法行政工作总结", "东湖县2024年度依法行政工作总结"),  # the column's name
        ("法治政府建设年度报告", None),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("首页\n要闻\n旅游", None),
        ("【2024年】东湖县教育局2024年度法治政府建设报告", "【2024年】东湖县教育局2024年度法治政府建设报告"),
        ("东湖县2024年法治政府建设年度报告（摘要）\n2025-01-02", "东湖县2024年法治政府建设年度报告（摘要）"),
    ],
)
def test_what_stands_around_a_title(head, title):
    assert title_of(head) == title


@pytest.mark.parametrize(
    "head",
    [
        "江北区2023年法治政府建设年度报告\n相关链接\n江北区2021年法治政府建设年度报告\n发布时间：2024-03-01",
        "江北区2023年法治政府建设年度报告\n推荐阅读：\n南岸区2021年法治政府建设情况报告\n索引号：123 发布日期：2024-03-01",
        "江北区2021年法治政府建设年度报告\n江北区2023年法治政府建设年度报告\n发布时间：2024-03-01",
        "江北区人民政府\n江北区2023年法治政府建设年度报告\n发布日期\n2024-03-01",
    ],
)
def test_titles_of_other_reports_and_banners_near_by(head):
    page = Page("https://www.example.gov.cn/1", f"{head}\n2023年，{BODY}".encode())
    assert strip(load(page)).title == "江北区2023年法治政府建设年度报告"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("重庆市长寿区\n司法局2022年度法治政府建设年度报告", "重庆市长寿区司法局2022年度法治政府建设年度报告"),
        ("江城哈尼族彝族自\n治县2025年政府信息公开年度报告", "江城哈尼族彝族自治县2025年政府信息公开年度报告"),
        ("泰安国家高新技术产业\n开发区依法行政工作报告", "泰安国家高新技术产业开发区依法行政工作报告"),
        (
            "长春市生态环境局\n经济技术开发区分局2016年政府信息公开年度报告",
            "长春市生态环境局经济技术开发区分局2016年政府信息公开年度报告",
        ),
        ("饶河县\n长宁县\n博望区\n高新区建设局2023年法治政府建设情况报告", "高新区建设局2023年法治政府建设情况报告"),
        (
            "临夏回族自治州人民政府\n关于甘肃省临夏回族自治州人民政府法治政府建设情况的报告",
            "关于甘肃省临夏回族自治州人民政府法治政府建设情况的报告",
        ),
    ],
)
def test_lines_that_belong_together_and_lines_that_do_not(head, title):
    assert title_of(head) == title


def test_the_page_s_own_name_is_no_title():
    page = "<title>年度报告-某县人民政府</title><body><div>某县人民政府</div><p>{}</p></body>".format(
        "</p><p>".join(BODY.split("\n"))
    )
    assert strip(load(Page("https://www.example.gov.cn/1", page.encode(), "text/html"))).title is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "关于报送2023年度法治政府建设情况报告的通知\n各部门：\n现就有关事项通知如下：\n一、报告内容\n"
            + BODY
            + "\n二、报告时间\n"
            + BODY,
            "布置或征集报告",
        ),
        (
            "第九届人民代表大会第三次会议听取和审议了县长所作的政府工作报告。会议充分肯定县政府过去一年的工作，同意报告提出的任务。"
            + BODY,
            "决议",
        ),
    ],
)
def test_notices_and_resolutions_about_reports(text, reason):
    assert reason in why_refused(strip(load(Page("https://www.example.gov.cn/1", text.encode()))))
