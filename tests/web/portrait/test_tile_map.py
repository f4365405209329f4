"""The map of tiles: every province once, no two in one place, shades by count; what is not held is
told from what says nothing."""

import pytest
from material.site_corpus import site

from search.answer import FacetValue
from web.address.parameters import State
from web.portrait.tile_map import STEPS, TILES, tile_map


@pytest.fixture(autouse=True)
def asked(tmp_path_factory):
    with site(tmp_path_factory.mktemp("data")).test_request_context("/search"):
        yield


def value(code, count, label="省", selected=False):
    return FacetValue(code, label, count, selected, () if selected else (code,))


def tiles(values, held, unit="sections"):
    return {tile.sign: tile for tile in tile_map(values, held, State(), unit)}


def test_every_province_has_its_own_place():
    assert len(TILES) == 34
    assert len({(column, row) for _, column, row in TILES.values()}) == 34
    assert len({sign for sign, _, _ in TILES.values()}) == 34


def test_shades_and_links():
    found = tiles([value("440000", 100), value("350000", 1), value("", 50)], {"440000": 8, "350000": 2, "110000": 1})
    assert [found[sign].step for sign in "粤闽京沪"] == [STEPS, 1, 0, 0]
    assert [found[sign].held for sign in "粤闽京沪"] == [True, True, True, False]
    assert found["粤"].url == "/search?region=440000"
    assert found["京"].url is None
    names = [found[sign].name for sign in "粤京沪"]
    assert names == ["省 100 段，收录 8 份", "北京市 0 段，收录 1 份", "上海市 没有收录"]


def test_reports_are_counted_where_they_are_found():
    assert tiles([value("440000", 3)], {"440000": 8, "110000": 1}, "reports")["粤"].name == "省 3 份，收录 8 份"


def test_a_chosen_province_that_says_nothing_can_be_let_go():
    found = tiles([value("350000", 0, selected=True)], {"440000": 1, "350000": 1})
    assert (found["闽"].url, found["闽"].step, found["闽"].selected) == ("/search", 0, True)


def test_one_province_is_no_map():
    assert tile_map([value("440000", 100), value("", 3)], {"440000": 9}, State(), "sections") == []
    assert tile_map([], {}, State(), "sections") == []
