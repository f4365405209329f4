"""Which report another is compared with where none is named."""

import pytest
from material.few_reports import report

from search.changes.earlier import earlier, own, same_body, skipped

HELD = [
    report("1", "", year=2019),
    report("2", "", year=2021),
    report("3", "", year=2022, kind="信息公开"),
    report("4", "", year=2022, zone="云岭区"),
    report("5", "", year=None),
    report("6", "", year=2023),
    report("7", "", year=2024),
]


def test_the_latest_earlier_one_of_the_same_issuer_and_kind():
    assert earlier(HELD[5], HELD).id == HELD[1].id
    assert earlier(HELD[0], HELD) is None
    assert earlier(HELD[4], HELD) is None
    assert [each.year for each in own(HELD[5], HELD)] == [2019, 2021, 2024]


def test_years_between():
    assert skipped(HELD[1], HELD[6]) == skipped(HELD[6], HELD[1]) == [2022, 2023]
    assert skipped(HELD[3], HELD[0]) == skipped(HELD[2], HELD[0]) == skipped(HELD[4], HELD[0]) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("鄠邑区", "户县", True),
        ("鄠邑区", "云岭区", False),
        (None, None, False),
        ("", "", False),
        ("云岭高新区", "云岭高新区", True),
    ],
)
def test_one_issuer_under_two_names(one, other, same):
    assert same_body(one, other) is same
