"""What a place calls itself, and which of the page's places that is."""

import pytest

from corpus.issuer.place import Hint
from corpus.issuer.self_name import governed, is_self, mark_of, meant, own_mark

SHANGHAI, NINGXIA, GONGCHENG, SUZHOU, JURONG = "310100", "640000", "450332", "320500", "321183"


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("自治区人民政府", "自治区"),
        ("自治州", "自治州"),
        ("县政府", "县"),
        ("平乐县人民政府", ""),
        ("市司法局", ""),
        ("市北区", ""),
    ],
)
def test_what_is_nothing_but_a_mark(name, mark):
    assert own_mark(name) == mark


@pytest.mark.parametrize(
    ("name", "mark"), [("自治县教育局", "自治县"), ("市水务局", "市"), ("市局", ""), ("水务局", "")]
)
def test_marks_in_front(name, mark):
    assert mark_of(name) == mark


@pytest.mark.parametrize(
    ("printed", "says_no_more"),
    [("市委、市政府", True), ("中共自治区委员会", True), ("中共市委", True), ("句容市委、市政府", False)],
)
def test_names_that_say_only_what_they_are(printed, says_no_more):
    assert is_self(printed) is says_no_more


@pytest.mark.parametrize(
    ("mark", "site", "place"),
    [
        ("自治区", NINGXIA, NINGXIA),
        ("自治县", GONGCHENG, GONGCHENG),
        ("县", GONGCHENG, GONGCHENG),
        ("市", GONGCHENG, "450300"),
        ("市", JURONG, JURONG),
        ("省", NINGXIA, None),
        ("区", SUZHOU, None),  # nobody says which
        ("州", None, None),
    ],
)
def test_the_place_that_is_meant(mark, site, place):
    assert meant(mark, [Hint(site, 6.0, "网址")] if site else []) == place


def test_the_government_of_a_municipality_is_a_provinces():
    assert governed("市", [Hint(SHANGHAI, 6.0, "网址")]) == "310000"
