"""Why a page has no body."""

import pytest
from material.weighed_lines import weighed

from corpus.strip import bodiless

PLACES = ("东湖县", "望溪区", "南浦镇", "白鹭州", "临川区")


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["首页", "登录"], bodiless.NO_BODY),
        ([], bodiless.NO_BODY),
        (["附件：2023年度报告.pdf"], bodiless.ATTACHED_ONLY),
        ([f"{place}2023年法治政府建设年度报告 2024-01-10" for place in PLACES], bodiless.IS_LIST),
        ([f"{place}2023年法治政府建设年度报告" for place in PLACES[:4]], bodiless.NO_BODY),
        (["您访问的页面不存在或已被删除"], bodiless.ERROR_PAGE),
        (["404 Not Found"], bodiless.ERROR_PAGE),
        (["请拖动滑块完成验证"], bodiless.CHECK_PAGE),
        (["首页"] * 1000 + ["页面不存在"], bodiless.NO_BODY),  # far below it is the site's own word
    ],
)
def test_reasons(lines, reason):
    assert bodiless.why_bodiless(weighed(*lines)) == reason
