"""Issuers and reports asked for by name: which are named, in which order, and what leads the hits."""

import pytest
from material.few_reports import report

from search.name.listing import listing
from search.request import Request

TEXTS = ("政府工作报告总体良好", "减税", "审计")
REPORTS = (
    report("a", *TEXTS, zone="国务院", year=2019, title="2019年中央某院政府工作报告", place=(None, None), level="国家"),
    report("b", *TEXTS, zone="国务院", year=2020, title="2020年中央某院政府工作报告", place=(None, None), level="国家"),
    report("c", *TEXTS, zone="江苏鹤渚经济开发区", year=2019, title="2019年政府工作报告", number="某政发〔2020〕5号"),
    report(
        "d", *TEXTS, zone="江苏鹤渚经济开发区", year=2020, title="关于政府工作报告的决议", number="某政发〔2020〕15号"
    ),
    report("e", *TEXTS, zone="海桥经济技术开发区", year=2019, title="海桥经济技术开发区2019年法治政府建设年度报告"),
    report("f", *TEXTS, zone="海桥经济技术开发区", year=2021, title="海桥经济技术开发区2021年法治政府建设年度报告"),
    report("g", *TEXTS, zone="青浦高新技术产业开发区", year=2018, title="二〇一八年政府工作报告（摘要）"),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    return engine_on(tmp_path_factory.mktemp("index"), *REPORTS)


def named(engine, typed, **other):
    return "".join(each.report[-1] for each in engine.search(Request(typed, **other)).reports)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # a title as it is printed, in other script and width, with spaces, quoted
        ("2019年政府工作报告", "ca"),
        ("2019年中央某院政府工作报告", "a"),
        ("海橋經濟技術開發區２０２１年法治政府建設年度報告", "f"),
        ("海桥经济技术开发区 2021年 法治政府建设年度报告", "f"),
        ("“关于政府工作报告的决议”", "d"),
        ("二〇一八年政府工作报告（摘要）", "g"),
        # the year is that of the record; the nation's first, what only speaks of such a report last
        ("2020年政府工作报告", "bd"),
        ("2020 政府工作报告", "bd"),
        ("政府工作报告 二〇二〇年", "bd"),
        ("政府工作报告", "bacdg"),
        ("2020年度 政府工作报告", "bd"),
        # an issuer by a piece of its name and by other names of it
        ("鹤渚", "dc"),
        ("海桥经开区", "fe"),
        ("青浦高新区", "g"),
        ("鹤渚 2019", "c"),
        ("year:2019 鹤渚", "c"),
        ("鹤渚 -2019", "d"),
        ("鹤渚 OR 海桥", "fdce"),
        # places do not name a report, nor do words of texts
        ("广东省", ""),
        ("潮州高新区", "g"),  # so a zone is called with its city
        ("鹤渚 减税", ""),
        ("减税", ""),
        ("", ""),
        ("-减税", ""),
        ("part:问题不足 鹤渚", ""),
        ("title:决议", ""),
        ("title:决议 政府", "d"),
    ],
)
def test_the_reports_that_hold_all_that_was_typed(engine, typed, expected):
    assert named(engine, typed) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"year": ("2019",)}, "c"),
        ({"zone": ("海桥经济技术开发区",)}, ""),
        ({"part": ("",)}, "dc"),
        ({"level": ("国家",)}, ""),
    ],
)
def test_reports_are_named_within_the_filters(engine, filters, expected):
    assert named(engine, "鹤渚", filters=filters) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "某政发〔2020〕5号",
        "某政發[2020]5號",
        "某政发(2020)5号",
        "某政发（2020）5号",
        "某政发【2020】5号",
        "某政发［２０２０］５号",
        "某政发﹝2020﹞第5号",
        "某政发 〔2020〕 5号",
        "“某政发〔2020〕5号”",
        '"某政发[2020]5号"',
        "〔2020〕5号",
        "某政发〔2020〕5",
        "(2020) 第5",
    ],
)
def test_a_bare_number_names_its_report(engine, typed):
    reports = engine.search(Request(typed)).reports
    assert [(each.report[-1], each.number) for each in reports] == [("c", "某政发〔2020〕5号")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("国务院", [("国务院", 2, (2019, 2020))]),
        ("國務院 减税", [("国务院", 2, (2019, 2020))]),
        ("鹤渚", [("江苏鹤渚经济开发区", 2, (2019, 2020))]),
        ("鹤渚 2019年", [("江苏鹤渚经济开发区", 2, (2019, 2020))]),
        ("“海桥经济技术开发区”", [("海桥经济技术开发区", 2, (2019, 2021))]),
        ("海桥经济技术开发区2021年法治政府建设年度报告", [("海桥经济技术开发区", 2, (2019, 2021))]),
        ("海桥经开区 审计", [("海桥经济技术开发区", 2, (2019, 2021))]),
        ("海桥经济技术开发区与国务院", [("海桥经济技术开发区", 2, (2019, 2021)), ("国务院", 2, (2019, 2020))]),
        ("鹤渚 政府工作", [("江苏鹤渚经济开发区", 2, (2019, 2020))]),
        # kinds of zones name none
        ("经济开发区", []),
        ("高新区 审计", []),
        ("开发", []),
        ("2019", []),
        ("审计", []),
    ],
)
def test_issuers(engine, typed, expected):
    assert [tuple(body) for body in engine.search(Request(typed)).bodies] == expected


def test_a_report_leads_with_its_first_sections_where_its_title_is_typed(engine):
    answer = engine.search(Request("海桥经济技术开发区2019年法治政府建设年度报告 OR 审计", limit=3))
    assert answer.hits[0].report[-1] != "c"  # not the title alone
    typed = "2019年政府工作报告"
    whole = engine.search(Request(typed, limit=200))
    assert [(hit.report[-1], hit.section) for hit in whole.hits[:1]] == [("c", "0")]
    pages = [engine.search(Request(typed, offset=at, limit=1)).hits for at in range(whole.total.sections)]
    assert tuple(hit for page in pages for hit in page) == whole.hits
    newest = engine.search(Request(typed, sort="newest", limit=200))
    assert {(hit.report, hit.section) for hit in newest.hits} == {(hit.report, hit.section) for hit in whole.hits}


@pytest.mark.parametrize(
    "typed", ["政府工作报告", "2019年政府工作报告", "鹤渚 OR 海桥", "某政发 2020 5号", "“鹤渚” -2019"]
)
def test_the_query_that_lists_them_all_finds_them_all(engine, typed):
    listed = engine.search(Request(listing(typed), limit=200))
    assert {hit.report for hit in listed.hits} == {each.report for each in engine.search(Request(typed)).reports}


def test_of_many_alike_a_page_shows_none(engine_on, tmp_path):
    zones = [report(f"{n}", "审计", zone=f"第{n}区", year=2020) for n in range(30)]
    engine = engine_on(tmp_path, *zones)
    answer = engine.search(Request("法治政府"))
    assert (answer.named.reports, answer.named.shown, len(answer.reports)) == (30, 0, 10)
    assert engine.search(Request(listing("法治政府"))).total.reports == 30
    assert engine.search(Request("第7区 法治政府")).named.shown == 3


def test_what_is_removed_is_not_named(engine_over, tmp_path):
    from material.plain_scan import Shelf

    engine_over(Shelf(REPORTS), tmp_path)
    engine = engine_over(Shelf(REPORTS[:2]), tmp_path)
    assert named(engine, "政府工作报告") == "ba"
    assert [body.zone for body in engine.search(Request("海桥经济技术开发区")).bodies] == []
