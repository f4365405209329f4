"""A division as an issuer: its one name, its level, its place."""

import pytest

from corpus.issuer.division import division_zone, in_front, level_of, place_fields, unplaced_level


@pytest.mark.parametrize(
    ("code", "zone", "front", "level"),
    [
        ("320000", "江苏省", "江苏省", "省"),
        ("445100", "潮州市", "潮州市", "市"),
        ("441502", "汕尾市城区", "汕尾市城区", "区县"),
        ("321183", "句容市", "句容市", "区县"),
        ("120118", "天津市静海区", "天津市静海区", "区县"),
        ("422800", "恩施土家族苗族自治州", "恩施州", "市"),
    ],
)
def test_names(code, zone, front, level):
    assert (division_zone(code), in_front(code), level_of(code)) == (zone, front, level)


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        (None, (None, None, None)),
        ("320000", ("江苏省", None, None)),
        ("321183", ("江苏省", "镇江市", "句容市")),
        ("120118", ("天津市", "天津市", "静海区")),
        ("120000", ("天津市", "天津市", None)),
        ("429004", ("湖北省", None, "仙桃市")),  # its province runs it
    ],
)
def test_places(code, fields):
    assert place_fields(code) == fields


@pytest.mark.parametrize(
    ("name", "level"), [("鼓楼区", "区县"), ("黄梅镇", "乡镇街道"), ("某市司法局", "部门"), ("某某", None)]
)
def test_levels_without_a_place(name, level):
    assert unplaced_level(name) == level
