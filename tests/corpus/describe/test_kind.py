"""What kind of report a page is."""

import pytest

from corpus.describe.kind import kind_of


@pytest.mark.parametrize(
    ("title", "paragraphs", "columns", "kind"),
    [
        ("某区2023年法治政府建设年度报告", [], "", "法治政府建设"),
        ("某区2023年法制政府建设年度报告", [], "", "法治政府建设"),  # a usual slip
        ("某区2022年政府信息公开工作年度报告", [], "", "信息公开"),
        ("某局2013年依法行政工作报告", [], "", "依法行政"),
        ("某局2017年依法行政暨法治政府建设工作报告", [], "", "法治政府建设"),
        ("2024年某市政府工作报告", [], "", "政府工作报告"),
        (None, ["现将我局2021年度法治政府建设情况报告如下:"], "", "法治政府建设"),
        (None, ["现公布《某镇2022年政府信息公开工作年度报告》。"], "通知公告", "信息公开"),
        (None, ["工作稳步推进。"], "首页 > 法治政府建设", "法治政府建设"),
        (None, ["工作稳步推进。"], "http://a.gov.cn/zfxxgknb/1.html", "信息公开"),
        ("某市统计公报", ["工作稳步推进。"], "", "其他"),
        (None, [], "", "其他"),
    ],
)
def test_kinds(title, paragraphs, columns, kind):
    assert kind_of(title, paragraphs, columns)[0] == kind
