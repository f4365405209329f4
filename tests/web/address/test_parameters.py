"""Addresses become plain values, or are refused with the offending value named."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from werkzeug.datastructures import MultiDict

from web.address import links
from web.address.argument import BadParameter
from web.address.parameters import read_report, read_search


def read(address):
    return read_search(MultiDict(parse_qsl(urlsplit(address).query, keep_blank_values=True)))


@pytest.mark.parametrize(
    ("address", "filters"),
    [
        ("/search", {}),
        ("/search?year=2021&year=2022", {"year": ("2021", "2022")}),
        ("/search?year=2021&year=2021", {"year": ("2021",)}),
        ("/search?year=2021..2023&year=..2019&year=2024..", {"year": ("2021..2023", "..2019", "2024..")}),
        ("/search?year=&zone=", {"year": ("",), "zone": ("",)}),  # 未注明
        ("/search?region=440000&part=火星", {"region": ("440000",), "part": ("火星",)}),  # unknown, but well-formed
    ],
)
def test_filters(address, filters):
    assert read(address).request.filters == filters


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=ten",
        "limit=-1",
        "limit=",
        "offset=-1",
        "offset=99999999999",
        "offset=1e3",
        "offset=１",  # a full-width digit is no number of an address
        "sort=best",
        "view=map",
        "lang=fr",
        "order=up",
        "context=9",
        "context=61",
        "sample=x",
        "year=二〇二三",
        "year=2021...2023",
        "year=..",
        "region=44",
        "region=广东省",
        "zone=" + "区" * 201,
        "q=" + "字" * 2001,
        "q=一&q=二",
        "limit=5&limit=6",
        "&".join(f"region={code}" for code in range(440000, 440101)),  # 101 values
        "&".join(f"zone={n}{'区' * 198}" for n in range(11)),  # 2,189 characters
    ],
)
def test_malformed(query):
    with pytest.raises(BadParameter) as caught:
        read(f"/search?{query}")
    assert str(caught.value).endswith("。")


@pytest.mark.parametrize(
    "address",
    [
        "/search",
        "/search?q=%E5%AE%A1%E8%AE%A1",
        "/search?q=a&year=2021..2023&year=2019&region=440000&zone=&level=%E7%9C%81&part=x&kind=y&sort=newest&offset=20&limit=50",
        "/search?q=a&view=kwic&order=right&context=30&sample=10&seed=7&lang=en",
    ],
)
def test_addresses_are_read_back(address):
    assert links.search(read(address)) == address


def test_all_provinces_and_their_cities_may_be_chosen_by_hand():
    query = "&".join(f"region={code}0000" for code in range(11, 45))
    assert len(read(f"/search?{query}").request.filters["region"]) == 34


def test_control_characters_of_pasted_text_fall_away():
    assert read("/search?q=%00%E5%AE%A1%0C%E8%AE%A1&zone=%1Fa").request.q == "审计"


def test_defaults_go_without_saying():
    assert (
        links.search(read("/search?q=a&sort=relevance&offset=0&limit=20&view=list&order=left&lang=zh")) == "/search?q=a"
    )


def test_report_state():
    reading = read_report(MultiDict([("q", '"一网通办"'), ("n", "3"), ("script", "hans")]))
    address = links.report("abc", reading, "m3")
    assert address == "/r/abc?q=%22%E4%B8%80%E7%BD%91%E9%80%9A%E5%8A%9E%22&n=3&script=hans#m3"
