"""Facets: their order, labels and toggles, and filters that mean nothing. That the counts are
right, test_engine.py shows."""

import pytest
from material.few_reports import report

from search.errors import BadRequest
from search.request import Request


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on, loops):
    return engine_on(
        tmp_path_factory.mktemp("index"),
        report("a", "审计一", "审计二", zone="甲区", year=2021, part="问题不足"),
        report("b", "审计三", zone="乙区", year=2023, place=("江苏省", "南京市"), part="举措成效"),
        report("c", "审计四", zone="丙区", year=2022, place=("广东省", "广州市"), level="省级开发区"),
        report("d", "审计五", zone=None, title="年度报告", year=None, place=(None, None), level=None, kind="其他"),
        report("e", "审计六", zone="丁区", year=2021, place=("广东省", None)),
    )


def facet(engine, name, **filters):
    return engine.search(Request("审计", filters)).facets[name]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("year", [("2023", 1), ("2022", 1), ("2021", 3), ("未注明", 1)]),
        ("region", [("江苏省", 1), ("广东省", 4), ("未注明", 1)]),
        ("zone", [("甲区", 2), ("丁区", 1), ("丙区", 1), ("乙区", 1), ("未注明", 1)]),
        ("level", [("国家级开发区", 4), ("省级开发区", 1), ("未注明", 1)]),
        ("part", [("举措成效", 1), ("问题不足", 2), ("未注明", 3)]),
        ("kind", [("法治政府建设", 5), ("其他", 1)]),
    ],
)
def test_order_and_labels(engine, name, values):
    assert [(value.label, value.count) for value in facet(engine, name)] == values


def test_cities_stand_under_their_province_by_code(engine):
    guangdong = facet(engine, "region")[1]
    assert guangdong.value == "440000"
    assert [(city.value, city.label, city.count) for city in guangdong.children] == [
        ("440100", "广州市", 1),
        ("445100", "潮州市", 2),
    ]


def test_a_city_replaces_its_province_and_a_province_its_cities(engine):
    guangdong = facet(engine, "region", region=("440000", "320000"))[1]
    assert guangdong.selected
    assert guangdong.toggled == ("320000",)
    assert guangdong.children[0].toggled == ("320000", "440100")
    guangdong = facet(engine, "region", region=("445100", "440100"))[1]
    assert not guangdong.selected
    assert guangdong.toggled == ("440000",)
    assert guangdong.children[1].toggled == ("440100",)


def test_a_span_of_years_is_a_value_while_it_is_chosen(engine):
    span, *years = facet(engine, "year", year=("2021..2022",))
    assert (span.label, span.count, span.selected, span.toggled) == ("2021–2022", 4, True, ())
    assert [year.toggled for year in years if year.value == "2021"] == [("2021",)]


def test_a_chosen_value_without_sections_stays(engine):
    values = facet(engine, "zone", zone=("乙区",), year=("2021",))
    assert [(value.label, value.count, value.selected) for value in values] == [
        ("甲区", 2, False),
        ("丁区", 1, False),
        ("乙区", 0, True),
    ]


@pytest.mark.parametrize(
    ("filters", "note"),
    [
        ({"zone": ("戊区",)}, "库中没有主体为“戊区”的报告。"),
        ({"region": ("999999",)}, "库中没有地区为“999999”的报告。"),
        ({"year": ("1900",)}, "库中没有年份为“1900”的报告。"),
        ({"part": ("下年安排",)}, "库中没有部分为“下年安排”的报告。"),
    ],
)
def test_an_unknown_value_gives_nothing_and_says_so(engine, filters, note):
    answer = engine.search(Request("审计", filters))
    assert answer.total.sections == 0
    assert answer.notes == (note,)


def test_a_known_value_beside_an_unknown_one_still_counts(engine):
    assert engine.search(Request("审计", {"zone": ("戊区", "甲区")})).total.sections == 2


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (Request(filters={"year": ("abc",)}), "年份“abc”看不懂"),
        (Request(filters={"year": ("2023..2021",)}), "看不懂"),
        (Request(filters={"region": ("广东",)}), "不是行政区划代码"),
        (Request(filters={"colour": ("x",)}), "没有名为“colour”的筛选"),
        (Request(sort="random"), "不能按“random”排序"),
        (Request(offset=-1), "offset 是 -1"),
        (Request(offset=10_000_001), "offset 是 10000001"),
        (Request(limit=0), "limit 是 0"),
        (Request(limit=201), "limit 是 201"),
    ],
)
def test_what_means_nothing_is_refused(engine, request_, words):
    with pytest.raises(BadRequest, match=words):
        engine.search(request_)


def test_nothing_found_has_no_values_but_the_chosen(engine):
    answer = engine.search(Request("信访", {"year": ("2021",)}))
    assert {name: [value.value for value in values] for name, values in answer.facets.items() if values} == {
        "year": ["2021"]
    }
