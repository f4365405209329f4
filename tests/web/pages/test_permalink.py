"""Lasting addresses of sections: there, moved, gone."""

import pytest
from material.site_corpus import site

from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from web.app import create_app
from web.pages.permalink import holder

TITLE = "潮州临溪高新技术产业开发区2022年法治政府建设年度报告"
FIRST = f"""{TITLE}
现将临溪高新区2022年法治政府建设情况报告如下。
一、主要举措和成效
全区建成政务服务站十二个，群众办事不出园区，企业开办时间缩短到半天以内。
二、存在的问题和不足
基层执法人员偏少，专业力量还跟不上园区发展的需要，队伍建设有待加强。
"""
# The first part is new: what was number two is number three now.
SECOND = FIRST.replace("二、存在", "三、存在").replace(
    "一、主要", "一、组织领导\n党工委全年五次研究法治建设议题。\n二、主要"
)
ADDRESS = "https://www.linxi.example/2022.html"


@pytest.fixture
def changed(tmp_path):
    """A site over a report of which two versions came, and the report's id."""
    store = Store(tmp_path)
    with store.writing():
        taken = [take(store, Page(ADDRESS, text.encode(), "text/plain"), take_any=True) for text in (FIRST, SECOND)]
    return create_app(tmp_path).test_client(), taken[-1].report


def test_a_section_that_is_there(tmp_path):
    answer = site(tmp_path).test_client().get("/r/aaaaaaaaaaa1/1.1")
    assert answer.status_code == 302
    assert answer.location == "/r/aaaaaaaaaaa1#s1.1"


@pytest.mark.parametrize("address", ["/r/aaaaaaaaaaa1/9.9", "/r/aaaaaaaaaaa1/<script>"])
def test_a_section_that_never_was(tmp_path, address):
    answer = site(tmp_path).test_client().get(address)
    assert answer.status_code == 410
    assert "<script>" not in answer.text.replace("<script src", "")


def test_an_unknown_report(tmp_path):
    assert site(tmp_path).test_client().get("/r/zzz/1").status_code == 404


def test_a_renumbered_section_is_found_by_its_text(changed):
    client, report = changed
    ids = [section.id for section in report.sections]
    assert "3" in ids
    client.application.extensions["xunzhang"].store.save(
        # As if the middle number had fallen away: the old address must lead to the text, not to
        # nothing.
        type(report).from_dict(
            {**report.to_dict(), "sections": [s for s in report.to_dict()["sections"] if s["id"] != "2"]}
        )
    )
    answer = client.get(f"/r/{report.id}/2")
    assert answer.status_code == 302
    assert answer.location == f"/r/{report.id}?from=2#s3"
    assert "已经改了编号" in client.get(answer.location).text


def test_a_removed_report_is_gone(changed):
    client, report = changed
    store = client.application.extensions["xunzhang"].store
    store.remove(report.id)
    for address in (f"/r/{report.id}/1", f"/r/{report.id}", f"/api/reports/{report.id}"):
        assert client.get(address).status_code == 410


def test_holder_wants_most_of_the_text(changed):
    _, report = changed
    assert holder("与这份报告毫不相干的一段话，讲的是别的事情。", report.sections) is None
    assert holder(report.sections[-1].text, report.sections) == report.sections[-1]
