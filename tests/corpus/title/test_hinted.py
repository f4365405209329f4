"""What a page calls its document in its tags and metadata, the site's and the column's names left
out."""

import pytest
from material.weighed_lines import weighed

from corpus.title.hinted import hints, named_in_metadata, title_of_hints

TITLE = "东湖县2023年法治政府建设年度报告"


@pytest.mark.parametrize(
    ("meta", "tag", "names"),
    [
        ({"articletitle": TITLE}, None, (TITLE,)),
        ({"articletitle": f"<b>{TITLE}</b>"}, None, (TITLE,)),
        ({}, f"{TITLE}_东湖县人民政府", (f"{TITLE}_东湖县人民政府", TITLE)),
        ({}, f"{TITLE} - 法治政府建设年度报告 - 东湖县人民政府", (f"{TITLE} - 法治政府建设年度报告 - 东湖县人民政府", TITLE)),
        ({}, "东湖县人民政府", ()),
        ({}, "政府信息公开年报_东湖县司法局", ()),  # a column's name and a site's
        ({"title": "首页"}, None, ()),
        ({}, None, ()),
    ],
)  # fmt: skip
def test_tags(meta, tag, names):
    assert hints(meta, tag) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"标题：{TITLE}", (TITLE,)),
        (f"标 题 | {TITLE} |", (TITLE,)),
        (f"索引号：0001/2024 信息名称：{TITLE}", (TITLE,)),
        ("标题：无", ()),
        (TITLE, ()),
    ],
)
def test_metadata(line, names):
    assert named_in_metadata(weighed(line)) == names


@pytest.mark.parametrize(
    ("names", "site", "title"),
    [
        ([TITLE], None, TITLE),
        (["东湖县人民政府门户网站", TITLE], None, TITLE),
        (["东湖在线", TITLE], "东湖在线", TITLE),
        ([f"{TITLE}_东湖在线", TITLE], "东湖在线", TITLE),
        ([], None, None),
    ],
)
def test_a_title_that_is_not_printed(names, site, title):
    assert title_of_hints(names, site) == title
