"""The concordance: every occurrence a line."""

import pytest
from material.few_reports import report

from search.errors import BadRequest
from search.request import Request


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on, loops):
    return engine_on(
        tmp_path_factory.mktemp("index"),
        report("a", "一、审计\n乙审计丙，甲审計 丁", zone="乙区", year=2021),
        report("b", "丁审 计甲。电话13800001234", zone="甲区", year=2020),
    )


def lines(engine, typed='"审计"', **rest):
    limits = {name: rest.pop(name) for name in ("offset", "limit") if name in rest}
    return engine.kwic(Request(typed, **limits), **rest)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("left", ["、|审计|", "丁|审 计|甲。电话138********", "乙|审计|丙", "甲|审計| 丁"]),
        ("right", ["、|审计|", "甲|审計| 丁", "乙|审计|丙", "丁|审 计|甲"]),
        ("zone", ["一、|审计|", "乙|审计|丙", "，甲|审計| 丁", "丁|审 计|甲"]),
        ("year", ["一、|审计|", "乙|审计|丙", "，甲|审計| 丁", "丁|审 计|甲"]),
    ],
)
def test_orders(engine, order, expected):
    total, found = lines(engine, order=order)
    assert total == 4
    for line, shown in zip(found, expected, strict=True):
        left, match, right = shown.split("|")
        assert line.left.endswith(left)
        assert line.match == match
        assert line.right.startswith(right)


def test_a_line_says_where_it_stands(engine):
    _, found = lines(engine, order="year")
    assert [(line.report[-1], line.paragraph, line.start, line.end) for line in found] == [
        ("a", 1, 2, 4),
        ("a", 2, 6, 8),
        ("a", 2, 11, 13),
        ("b", 1, 1, 4),
    ]


def test_a_line_says_of_what_report_it_is(engine):
    _, found = lines(engine, order="year")
    (hit, *_) = engine.search(Request('"审计"', sort="newest")).hits
    named = ("zone", "year", "province", "city", "kind", "part", "title", "headings")
    assert [getattr(found[0], name) for name in named] == [getattr(hit, name) for name in named]


def test_pages_and_samples(engine):
    _, whole = lines(engine)
    assert [line for at in range(4) for line in lines(engine, offset=at, limit=1)[1]] == whole
    assert lines(engine, sample=2, seed=5) == lines(engine, sample=2, seed=5)
    total, found = lines(engine, sample=2, seed=5)
    assert (total, len(found)) == (2, 2)
    assert {line.start for _, some in (lines(engine, sample=1, seed=seed) for seed in range(40)) for line in some} == {
        1,
        2,
        6,
        11,
    }
    assert lines(engine, sample=9)[0] == 4


@pytest.mark.parametrize("wrong", [{"context": 9}, {"context": 61}, {"order": "up"}, {"sample": 0}])
def test_refuses(engine, wrong):
    with pytest.raises(BadRequest):
        lines(engine, **wrong)


def test_nothing_to_line_up(engine):
    assert lines(engine, "") == (0, [])
    assert lines(engine, "信访") == (0, [])


@pytest.fixture(scope="module")
def counted(tmp_path_factory, engine_on, loops):
    return engine_on(
        tmp_path_factory.mktemp("counted"),
        report("a", "清单一，免扰清单。\n免扰与清单，免扰清单", zone="乙区", year=2021),
        report("b", "审计和信访，信访。免擾清單", zone="甲区", year=2020),
        report("c", "清单一，免扰与清单", zone="丙区", year=2022),
    )


@pytest.mark.parametrize("order", ["left", "right", "zone", "year"])
def test_unbroken_runs_come_first(counted, order):
    total, found = counted.kwic(Request("免扰清单"), order=order)
    assert total == counted.search(Request("免扰清单")).total.occurrences == 6
    assert [len(line.match) for line in found] == [4, 4, 4, 2, 2, 2]


def test_a_pair_is_one_line(counted):
    total, (line,) = counted.kwic(Request("审计 ~3 信访"))
    assert (total, line.match) == (1, "审计和信访")
