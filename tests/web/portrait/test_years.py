"""The axis of years: in proportion, zero as zero, every year between the ends, none held told
apart."""

import pytest
from material.site_corpus import site

from search.answer import FacetValue
from search.request import Request
from web.address.parameters import State
from web.portrait.years import FEW, LEAST, ends, years


@pytest.fixture(autouse=True)
def asked(tmp_path_factory):
    with site(tmp_path_factory.mktemp("data")).test_request_context("/search"):
        yield


def state(*chosen, per="section"):
    return State(Request("审计", {"year": chosen} if chosen else {}), per=per)


def axis(counts, held, at=None, unit="sections"):
    values = [FacetValue(str(year), str(year), count, False, ()) for year, count in counts.items()]
    return years(values, held, at or state(), unit)


HELD = {2018: 4, 2019: 2, 2021: 5, 2022: 10}
COUNTS = {2018: 8, 2021: 40, 2022: 20}


@pytest.mark.parametrize(
    ("per", "unit", "shares", "numbers"),
    [
        ("section", "sections", [20, 0, None, 100, 50], ["8", "0", "", "40", "20"]),
        ("report", "sections", [25, 0, None, 100, 25], ["2.00", "0.00", "", "8.00", "2.00"]),
        ("report", "reports", [20, 0, None, 100, 50], ["8", "0", "", "40", "20"]),
    ],
)
def test_bars_are_in_proportion_over_all_years(per, unit, shares, numbers):
    bars = axis(COUNTS, HELD, state(per=per), unit).bars
    assert [bar.year for bar in bars] == [2018, 2019, 2020, 2021, 2022]
    assert [bar.share if bar.url else None for bar in bars] == shares
    assert [bar.number for bar in bars] == numbers


def test_every_bar_says_all_that_is_known_of_its_year():
    bars = axis(COUNTS, HELD, state(per="report")).bars
    assert [bar.name for bar in bars[:3]] == [
        "2018 年 8 段，收录 4 份，每份 2.00 段",
        "2019 年 0 段，收录 2 份，每份 0.00 段",
        "2020 年没有收录",
    ]
    assert axis(COUNTS, HELD).bars[0].name == "2018 年 8 段，收录 4 份"


def test_what_is_little_is_not_drawn_as_zero():
    assert [bar.share for bar in axis({2021: 1, 2022: 9_000}, {2021: 1, 2022: 1}).bars] == [LEAST, 100]


def test_many_years_are_rows():
    assert [axis({2021: 1}, {2021: 1, first: 1}).many for first in (2022 - FEW, 2021 - FEW)] == [False, True]


@pytest.mark.parametrize(
    ("chosen", "addresses", "selected"),
    [
        ((), ["year=2021", "year=2022"], [False, False]),
        (("2021",), ["", "year=2021&year=2022"], [True, False]),
        (("2019..2021",), ["year=2021", "year=2022"], [True, False]),
        (("2019..",), ["year=2021", "year=2022"], [True, True]),
    ],
)
def test_a_bar_chooses_its_year(chosen, addresses, selected):
    bars = axis({2021: 1, 2022: 2}, {2021: 1, 2022: 1}, state(*chosen)).bars
    expected = ["/search?q=%E5%AE%A1%E8%AE%A1" + (f"&{each}" if each else "") for each in addresses]
    assert [bar.url for bar in bars] == expected
    assert [bar.selected for bar in bars] == selected


def test_one_year_is_no_axis():
    assert axis({2021: 3}, {2021: 2}) is None
    assert axis({}, {}) is None
    assert axis({}, {2021: 1, 2022: 1}) is None


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ((), ("", "")),
        (("2019..2022",), ("2019", "2022")),
        (("..2022",), ("", "2022")),
        (("2019..",), ("2019", "")),
        (("2021",), ("2021", "2021")),
        (("2021", "2023"), ("", "")),
    ],
)
def test_the_form_shows_the_span_that_is_chosen(chosen, expected):
    assert ends(state(*chosen)) == expected
