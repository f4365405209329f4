"""Filters of an address: a span of years by its two ends is one value."""

import pytest
from werkzeug.datastructures import MultiDict

from web.address.argument import BadParameter
from web.address.filters import has_span, read_filters


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (("2019", "2022"), ("2019..2022",)),
        (("2022", "2019"), ("2019..2022",)),
        (("2021", "2021"), ("2021",)),
        (("2021", ""), ("2021..",)),
        (("", "2021"), ("..2021",)),
        (("", ""), None),
    ],
)
def test_two_ends_are_one_span(ends, expected):
    given = MultiDict([("year", "2018"), *zip(("year_from", "year_to"), ends, strict=True), ("part", "")])
    assert has_span(given)
    assert read_filters(given) == {**({"year": expected} if expected else {}), "part": ("",)}


def test_without_ends_the_years_stay():
    given = MultiDict([("year", "2018"), ("year", "2020.."), ("year", "2018")])
    assert not has_span(given)
    assert read_filters(given) == {"year": ("2018", "2020..")}


@pytest.mark.parametrize("value", ["soon", "20", "2019..", "２０１９"])
def test_an_end_is_a_year(value):
    with pytest.raises(BadParameter):
        read_filters(MultiDict([("year_from", value)]))
