"""How what is typed goes on."""

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from search.answer import Suggestion

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
        ("-行政复", {"-行政复议": 3}),
        ("「行政复", {"「行政复议": 3}),
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
