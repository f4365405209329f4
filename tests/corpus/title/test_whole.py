# ruff: noqa: E501  (titles are quoted as they stand)
"""The title a record bears: printed, made whole, or the page's own field."""

import pytest

from corpus.title.whole import title_of

TITLE = "东湖县2023年法治政府建设年度报告"


@pytest.mark.parametrize(
    ("head", "printed", "meta", "tag", "title", "source"),
    [
        ([], TITLE, {}, None, TITLE, "页面所印标题"),
        # stripping took only the last line
        (["中共东湖县委关于2023年度", "法治政府建设情况的报告"], "法治政府建设情况的报告", {}, None, "中共东湖县委关于2023年度法治政府建设情况的报告", "页面所印标题"),
        (["首页 > 公开", "东湖县人民政府"], None, {}, None, None, None),
        ([], None, {"articletitle": TITLE}, f"别的_{TITLE}", TITLE, "ArticleTitle 标签"),
        ([], None, {}, f"{TITLE}_东湖县人民政府", TITLE, "title 标签"),
        ([], None, {}, f"{TITLE} - 东湖在线", TITLE, "title 标签"),
        ([], None, {"articletitle": "年度报告"}, None, None, None),  # a column's name
        ([], None, {}, "东湖县人民政府", None, None),
        ([], None, {}, None, None, None),
    ],
)  # fmt: skip
def test_titles(head, printed, meta, tag, title, source):
    found, evidence = title_of(printed, head, meta, tag)
    assert (found, evidence and evidence.source) == (title, source)
