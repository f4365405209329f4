"""`number:` and 文号: the document number, in every writing."""

import pytest
from material.few_reports import report

from search.request import Request

REPORTS = (
    report("a", "审计一", "审计二", number="某政发〔2023〕5号"),
    report("b", "审计三", "某政发〔2023〕5号", number="某政发〔2023〕15号"),
    report("c", "复议"),
)
FIRST, BOTH = ["a/0", "a/1"], ["a/0", "a/1", "b/0", "b/1"]


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    return engine_on(tmp_path_factory.mktemp("index"), *REPORTS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("文号:某政发〔2023〕5号", FIRST),
        ("文號：某政發〔2023〕5號", FIRST),
        ("number:某政发[2023]5号", FIRST),
        ("NUMBER:某政发(2023)5号", FIRST),
        ("文号:某政发（2023）5号", FIRST),
        ("文号:某政发【2023】第05号", FIRST),
        ("文号:某政发［２０２３］５号", FIRST),
        ("文号:“某政发 〔2023〕 5号”", FIRST),
        ("文号:〔2023〕5号", FIRST),
        ("文号:某政发", BOTH),
        ("文号:2023 审计", ["a/0", "a/1", "b/0"]),
        ("文号:某政发〔2024〕", []),
        ("文号:未注明", ["c/0"]),
        ("审计 -文号:某政发〔2023〕5号", ["b/0"]),
    ],
)
def test_finds_all_sections_of_the_report(engine, typed, expected):
    found = engine.search(Request(typed, sort="oldest")).hits
    assert sorted(f"{hit.report.lstrip('0')}/{hit.section}" for hit in found) == expected
