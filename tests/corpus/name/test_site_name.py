"""The site's name behind a title: what is cut off, in a page's own tag and elsewhere."""

import pytest

from corpus.name.site_name import may_set_off, pieces, site_of_tag, without_last
from corpus.title.hinted import without_site

TAGS = (
    # tag, the title in it, the site's name in it
    ("东湖县2023年度报告_东湖县人民政府", "东湖县2023年度报告", "东湖县人民政府"),
    ("东湖县2023年度报告-东湖在线", "东湖县2023年度报告", "东湖在线"),
    ("东湖县2023年度报告 — 东湖发布", "东湖县2023年度报告", "东湖发布"),
    ("东湖县2023年度报告|公告栏|东湖网", "东湖县2023年度报告|公告栏", "东湖网"),
    ("东湖县2023年度报告_-_东湖网", "东湖县2023年度报告", "东湖网"),
    ("东湖县2022-2023年度报告", "东湖县2022-2023年度报告", "东湖县2022-2023年度报告"),
    ("东湖县2022-2023年度报告–东湖网", "东湖县2022-2023年度报告", "东湖网"),
    ("东湖县2023年度报告", "东湖县2023年度报告", "东湖县2023年度报告"),
    ("东湖县2023年度报告_网", "东湖县2023年度报告_网", "东湖县2023年度报告_网"),
    ("", "", ""),
)
PRINTED = (
    # a title as printed, the same without a site's name
    ("东湖县2023年度报告 - 东湖县人民政府", "东湖县2023年度报告"),
    ("东湖县2023年度报告_东湖网", "东湖县2023年度报告"),
    ("东湖县2023年度报告 - 第二部分", "东湖县2023年度报告 - 第二部分"),
    ("东湖县2022-2023年度报告", "东湖县2022-2023年度报告"),
    ("东湖县2023年度报告——法治篇", "东湖县2023年度报告——法治篇"),
    ("通知公告 - 东湖县人民政府", "通知公告 - 东湖县人民政府"),
)


@pytest.mark.parametrize(("tag", "title", "site"), TAGS)
def test_the_last_piece_of_a_tag_is_the_site(tag, title, site):
    assert (without_last(tag), site_of_tag(tag)) == (title, site)


@pytest.mark.parametrize(("printed", "title"), PRINTED)
def test_a_printed_title_loses_what_is_called_like_a_site(printed, title):
    assert without_site(printed) == title


@pytest.mark.parametrize("text", [tag for tag, _, _ in TAGS] + [printed for printed, _ in PRINTED])
def test_what_has_no_sign_has_one_piece(text):
    assert may_set_off(text) or len(pieces(text)) <= 1
