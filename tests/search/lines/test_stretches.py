"""A long concordance in stretches has the same lines; what sorts by context does so within each."""

import pytest
from material.few_reports import report

from search.lines import kwic, stretches
from search.match import excerpt
from search.request import Request

TEXTS = ("甲的乙的丙，丁的戊", "的一的二的三", "没有", "子的丑\n寅的的卯", "辰巳的午", "未的申的酉的戌")
QUERIES = (
    '"的"',
    '的 OR 一 OR "的*丙"',
    '"的" ~3 "丁"',
    "的 OR 的的 OR 丙",
    "NOT 没有",
    '"的*的" OR 的',
    '("的" ~2 "丙") OR ("的" ~2 "丁")',
    "的丙的 OR 的",
    "一的二的 OR 的 OR 二",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on, loops):
    reports = [report(f"r{n}", f"一、{text}", zone=f"{'乙甲'[n % 2]}区", year=2018 + n) for n, text in enumerate(TEXTS)]
    return engine_on(tmp_path_factory.mktemp("index"), *reports)


def lines(engine, q, order, **rest):
    return [engine.kwic(Request(q, offset=at, limit=3), order=order, **rest) for at in range(0, 40, 3)]


def cut(monkeypatch, size):
    monkeypatch.setattr(excerpt, "FREQUENT", 0)
    monkeypatch.setattr(excerpt, "CHARACTERS", 12)
    monkeypatch.setattr(stretches, "LINED_UP", size)
    monkeypatch.setattr(stretches, "BY_SECTION", size)


@pytest.mark.parametrize("q", QUERIES)
@pytest.mark.parametrize("order", ["zone", "year"])
@pytest.mark.parametrize(
    "size", [pytest.param(1, marks=pytest.mark.slow), 2, pytest.param(5, marks=pytest.mark.slow), 100]
)
def test_by_section_nothing_changes(engine, monkeypatch, q, order, size):
    whole = lines(engine, q, order)
    cut(monkeypatch, size)
    assert lines(engine, q, order) == whole


@pytest.mark.parametrize("q", QUERIES)
@pytest.mark.parametrize("order", ["left", "right", "zone", "year"])
@pytest.mark.parametrize(
    "sample", [pytest.param(1, marks=pytest.mark.slow), 3, pytest.param(7, marks=pytest.mark.slow)]
)
def test_a_sample_is_the_same(engine, monkeypatch, q, order, sample):
    whole = lines(engine, q, order, sample=sample, seed=4)
    cut(monkeypatch, 2)
    assert lines(engine, q, order, sample=sample, seed=4) == whole


@pytest.mark.parametrize("q", QUERIES)
@pytest.mark.parametrize("order", ["left", "right"])
def test_by_context_each_stretch_is_sorted_and_none_is_lost(engine, monkeypatch, q, order):
    whole = [line for _, some in lines(engine, q, order) for line in some]
    cut(monkeypatch, 4)
    found = lines(engine, q, order)
    assert {total for total, _ in found} == {len(whole)}
    assert sorted(line for _, some in found for line in map(repr, some)) == sorted(map(repr, whole))


@pytest.mark.parametrize(
    ("total", "order", "said"), [(200_000, "left", False), (200_001, "left", True), (200_001, "year", False)]
)
def test_it_is_said(total, order, said):
    assert bool(kwic.note(total, order)) is said
