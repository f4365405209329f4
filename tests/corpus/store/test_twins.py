"""One report under several addresses is one record; another version is not."""

from dataclasses import replace

import pytest
from material.pages_written import html_page, report, text_page

from corpus.intake.reclean import reclean
from corpus.intake.take import take
from corpus.records import Section
from corpus.store.folder import Store
from corpus.store.twins import alike

DESK, PHONE, TRADITIONAL = (
    f"https://{host}songtang.example/a/1{tail}.html" for host, tail in (("www.", ""), ("m.", "_wap"), ("big5.", ""))
)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def traditional(page):
    from opencc import OpenCC

    return replace(page, body=OpenCC("s2t").convert(page.body.decode()).encode())


def test_twins_are_one_record_with_all_addresses(store):
    first = take(store, html_page(DESK)).report
    for page in (html_page(PHONE), traditional(html_page(TRADITIONAL))):
        assert take(store, page).report.id == first.id
    held = store.report(first.id)
    assert held.sources == (DESK, PHONE, TRADITIONAL)
    assert held.url == DESK
    assert held.script == "hans"
    assert len(store.stamps()) == 1
    assert not any(change.fields for change in reclean(store))


def test_a_twin_that_comes_again_changes_nothing(store):
    take(store, html_page(DESK))
    twin = replace(html_page(PHONE), body=html_page(PHONE).body + b"<!-- phone -->")
    assert take(store, twin).status == "replaced"
    before = dict(store.stamps())
    assert take(store, twin).status == "unchanged"
    assert take(store, html_page(DESK)).status == "unchanged"
    assert store.stamps() == before


def test_a_twin_that_goes_its_own_way_is_a_report_again(store):
    first = take(store, html_page(DESK)).report
    take(store, html_page(PHONE))
    other = take(store, html_page(PHONE, year=2022, figure=17))
    assert other.status == "added"
    assert store.report(first.id).sources == (DESK,)
    assert store.report(other.report.id).sources == (PHONE,)


def test_other_figures_are_another_version(store):
    take(store, html_page(DESK))
    assert take(store, html_page(PHONE, figure=77)).status == "added"


def test_files_are_never_twins(store):
    one, two = text_page(), replace(text_page(), address="file:///reports/two.txt")
    two = replace(two, body=two.body + b"\n")
    assert [take(store, page).status for page in (one, two)] == ["added", "added"]


LIKE = [
    ("办理复议案件52件，办结率98.5%。", "办理复议案件５２件 , 办结率98.5%", True),
    ("辦理複議案件52件，辦結率98.5%。", "办理复议案件52件，办结率98.5%。", True),
    ("办理复议案件52件，办结率98.5%。", "办理复议案件53件，办结率98.5%。", False),
    ("全年组织法治培训，提高执法水平。", "开展招商引资活动，签约项目很多。", False),
]


@pytest.mark.parametrize(("one", "other", "same"), LIKE)
def test_what_is_alike(one, other, same):
    reports = [
        report(name, sections=(Section("0", 1, None, None, text * 5),)) for name, text in (("a", one), ("b", other))
    ]
    assert alike(*reports) is same
