"""How what is typed goes on."""

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from search.answer import Suggestion
from search.request import Request

REPORTS = [
    report("a", "行政复议，有关部门。", "行政复议。", "关于行政处罚"),
    report("b", "行政复议 IC卡", "行政处罚"),
    report("d", "鹤渚等园区", "应诉12件", "应诉三件", "全 覆盖，全覆盖"),
    report("c", "行政区划", "行政区划", "行政区划"),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_over, loops):
    folder = tmp_path_factory.mktemp("index")
    engine_over(Shelf(REPORTS), folder)
    # The last report is removed: nothing of it may be suggested.
    return engine_over(Shelf(REPORTS[:3]), folder)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("行政", {"行政复议": 3, "行政处罚": 2}),
        ("行政復", {"行政复议": 3}),
        ("关", {"关于": 1}),  # not 关部门, out of 有关部门
        ("审计 OR 行政处", {"审计 OR 行政处罚": 2}),
        ("-行政复", {"-行政复议": 6}),  # what is found without it
        ("「行政复", {"「行政复议」": 3}),
        ("“行政复", {"“行政复议”": 3}),
        ('审计 "行政复', {}),  # finds nothing
        ("区划", {}),
        ("全", {"全覆盖": 1}),  # as it is written, not as it is compared
        ("鹤", {"鹤渚": 1}),
        ("title:行政", {}),
        ("、", {}),
        ("", {}),
    ],
)
def test_continues(engine, typed, expected):
    found = {each.text: each.sections for each in engine.suggest(typed)}
    assert {text: found.get(text) for text in expected} == expected
    assert expected or not found


def test_most_sections_first(engine):
    assert engine.suggest("行政", limit=1) == (Suggestion("行政复议", 3),)


@pytest.mark.parametrize(("typed", "dropped"), [("鹤", "鹤渚等"), ("应", "应诉12"), ("应", "应诉三")])
def test_ends_in_a_word_one_may_look_for(engine, typed, dropped):
    assert dropped not in {each.text for each in engine.suggest(typed, limit=50)}


@pytest.fixture(scope="module")
def named(tmp_path_factory, engine_on):
    reports = [
        report(
            "a",
            "复议",
            "鹤渚报告",
            "行政复议",
            "全覆盖",
            "覆盖",
            "覆盖",
            "覆盖",
            zone="盐城鹤渚经济开发区",
            title="盐城鹤渚2022年报告",
        ),
        report("b", "行政处罚", "行政的复议", zone="海桥经济开发区", year=2023),
    ]
    return engine_on(tmp_path_factory.mktemp("index"), *reports)


TYPED = (
    "行政",
    "复",
    "覆",
    "-行政",
    "“行政",
    "(行政 OR 复",
    "鹤渚",
    "盐城鹤",
    "2022年",
    "鹤渚 -行",
    "行政 ~3 复",
    "处 罚",
    "海桥2023",
)


@pytest.mark.parametrize("filters", [{}, {"year": ("2023",)}])
@pytest.mark.parametrize("typed", TYPED)
def test_counts_are_those_of_the_search_that_is_started(named, typed, filters):
    for each in named.suggest(typed, 20, filters):
        assert each.sections == named.search(Request(each.text, filters)).total.sections > 0


def test_begins_as_it_was_typed(named):
    assert [each.text for each in named.suggest("复")] == ["复议", "覆盖"]
    assert [each.text for each in named.suggest("復")] == ["复议", "覆盖"]
    assert [each.text for each in named.suggest("覆")] == ["覆盖", "复议"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("鹤渚", [("盐城鹤渚经济开发区", "body"), ("盐城鹤渚2022年报告", "report")]),
        ("盐城鹤", [("盐城鹤渚经济开发区", "body"), ("盐城鹤渚2022年报告", "report")]),
        ("“鹤渚", []),
        ("-鹤渚", []),
    ],
)
def test_issuers_and_reports_are_offered(named, typed, expected):
    assert [(each.text, each.kind) for each in named.suggest(typed) if each.kind != "text"] == expected
