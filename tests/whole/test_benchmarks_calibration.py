"""Calibration: invented pages with known facts, when a field counts as right, tables and the picture."""

import datetime
from xml.etree import ElementTree

import pytest

from benchmarks.calibration import FEWEST, Case, cases, error, is_off, is_right, rows, table, truth
from benchmarks.chart import reliability
from benchmarks.posted_pages import day, posted
from benchmarks.thresholds import Number, changed, numbers
from corpus.clean import clean
from corpus.describe.sure import INFERRED, SURE
from corpus.strip import tail


def test_a_page_is_the_same_each_time():
    assert posted(7) == posted(7)
    assert len({posted(seed).page.body for seed in range(30)}) == 30


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("iso", "2023-03-14"),
        ("han", "2023年3月14日"),
        ("padded", "2023年03月14日"),
        ("slash", "2023/03/14"),
        ("chinese", "二〇二三年三月十四日"),
    ],
)
def test_dates(form, written):
    assert day(datetime.date(2023, 3, 14), form) == written


@pytest.mark.parametrize(
    ("field", "value", "wanted", "right"),
    [
        ("published", "2023-03", "2023-03-14", True),
        ("published", "2023-03-15", "2023-03-14", False),
        ("zone", "汕尾市城区司法局", "司法局", True),
        ("zone", "汕尾市城区", "司法局", False),
        ("number", "东西政发〔2023〕5号", "东西政发〔2023〕5号", True),
        ("county", None, None, True),
        ("county", "城区", None, False),
        ("year", 2022, 2022, True),
    ],
)
def test_right_and_wrong(field, value, wanted, right):
    page = posted(0)
    assert is_right(field, value, wanted, clean(page.page, take_any=True), page) is right


def test_every_piece_of_evidence_is_a_case():
    page = posted(3)
    found = {case.field for case, _, _ in cases(page)}
    assert found == {name for name in truth(page) if name in clean(page.page, take_any=True).provenance}


def test_rows_and_table():
    some = [Case("year", "title", 0.98, right) for right in [True] * 30 + [False] * 30] + [
        Case("kind", "text", 0.6, True)
    ]
    made = rows(some)
    assert [(row["cases"], row["right"], is_off(row)) for row in made] == [(60, 0.5, True), (1, 1.0, False)]
    lines = list(table(made))
    assert lines[2:] == ["| year | title | 0.98 | 0.500 | 60 | off |", "| kind | text | 0.60 | 1.000 | 1 | few |"]
    assert error(made) == pytest.approx((60 * 0.48 + 0.4) / 61)


def test_the_picture_names_what_is_off():
    made = rows([Case("year", "title", 0.98, right) for right in [True] * 30 + [False] * 30])
    picture = ElementTree.fromstring(reliability(made, FEWEST, 0.1))
    assert "year: title" in {element.text for element in picture.iter()}
    assert "year: title" not in reliability(made, 100, 0.1)


def test_confidence_stays_below_certainty():
    assert all(0 < sure < 1 for places in SURE.values() for sure in places.values())
    assert all(place in SURE[field] for field, place in INFERRED)


def test_a_constant_changes_wherever_it_is_known():
    held = next(number for number in numbers(("strip",)) if number.name == "MOST_LOOSE")
    with changed(held, 9):
        assert tail.MOST_LOOSE == 9
    assert held == Number("corpus.strip.tail", "MOST_LOOSE", tail.MOST_LOOSE)
