"""The map of tiles: every province once, no two in one place, shades by count."""

from search.answer import FacetValue
from web.address.parameters import State
from web.pages.tile_map import STEPS, TILES, tile_map


def value(code, count, label="省", selected=False):
    return FacetValue(code, label, count, selected, () if selected else (code,))


def test_every_province_has_its_own_place():
    assert len(TILES) == 34
    assert len({(column, row) for _, column, row in TILES.values()}) == 34
    assert len({sign for sign, _, _ in TILES.values()}) == 34


def test_shades_and_links():
    tiles = {tile.sign: tile for tile in tile_map([value("440000", 100), value("350000", 1), value("", 50)], State())}
    assert (tiles["粤"].step, tiles["闽"].step, tiles["京"].step) == (STEPS, 1, 0)
    assert tiles["粤"].url == "/search?region=440000"
    assert tiles["京"].url is None


def test_one_province_is_no_map():
    assert tile_map([value("440000", 100), value("350000", 0, selected=True), value("", 3)], State()) == []
    assert tile_map([], State()) == []
