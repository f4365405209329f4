"""What is held, by body and year."""

import re
import time

import pytest
from material.site_corpus import LINXI, REPORTS, SUZAO, report, site

from index.build import build
from web.kept import EXTENSION, MOST
from web.pages.listing import SHOWN
from web.pages.zones_page import REPORTS as REPORTS_SHOWN
from web.pages.zones_page import span


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    early = report("aaaaaaaaaaa0", LINXI, 2020, [("0", 1, None, None, "早年的报告。", None)])
    return site(tmp_path_factory.mktemp("data"), (*REPORTS, early)).test_client()


def test_all_zones(client):
    text = client.get("/zones").text
    assert LINXI in text
    assert "广东省" in text
    assert text.count('class="is-held" href') == 5
    assert 'href="/r/aaaaaaaaaaa0"' in text


def test_a_zone(client):
    text = client.get(f"/zones/{LINXI}").text
    assert "临溪产业园" in text  # its name in one report
    assert 'class="missing"' in text  # 2021
    assert text.index("2023") < text.index("2020")
    assert client.get("/zones/没有的区").status_code == 404


@pytest.mark.slow
def test_a_report_that_comes_while_the_site_runs(tmp_path):
    client = site(tmp_path, REPORTS[:1]).test_client()
    assert client.get(f"/zones/{SUZAO}").status_code == 404
    store = client.application.extensions["xunzhang"].store
    store.save(REPORTS[3])
    build(store, tmp_path / "index")
    time.sleep(1.1)  # a site looks once a second
    assert client.get(f"/zones/{SUZAO}").status_code == 200


def test_span_has_the_years_between():
    assert span(REPORTS) == [2023, 2022, 2021]
    assert span(()) == []


def test_an_empty_store(tmp_path):
    client = site(tmp_path, ()).test_client()
    assert "还没有收录" in client.get("/zones").text
    assert client.get("/").status_code == 200


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """A site over more issuers than a page holds: 130 in one province, one in another, one
    without."""
    some = [
        report(f"d{n:011d}", f"柳坪第{n:03d}镇", 2020 + n % 3, [("0", 1, None, None, "报告。", None)])
        for n in range(130)
    ]
    places = {"place": ("北京市", "北京市")}, {"place": (None, None)}
    others = [
        report(f"e{n:011d}", zone, 2021, [("0", 1, None, None, "报告。", None)], **place)
        for n, (zone, place) in enumerate(zip(("京郊甲镇", "无处乙镇"), places, strict=True))
    ]
    return site(tmp_path_factory.mktemp("long"), (*some, *others)).test_client()


@pytest.mark.parametrize("path", ["/zones", "/coverage"])
def test_long_lists_come_in_pages(long, path):
    first, second, last = [long.get(f"{path}?offset={offset}").text for offset in (0, SHOWN, 2 * SHOWN)]
    names = [set(re.findall(r">(\w+镇)</a>", text)) for text in (first, second, last)]
    assert [len(each) for each in names] == [SHOWN, SHOWN, 132 - 2 * SHOWN]
    assert len(set.union(*names)) == 132
    assert "京郊甲镇" in names[0]  # by division codes Beijing is first
    assert "无处乙镇" in names[2]  # what states no province comes last
    assert 'rel="next"' in first
    assert 'rel="prev"' in last


@pytest.mark.parametrize("path", ["/zones", "/coverage"])
@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ("region=110000", 1),
        ("region=", 1),
        ("region=440000&offset=100", 30),
        ("name=第12", 10),
        ("name=第００７", 1),
        ("name=甲镇&region=440000", 0),
        ("name=没有", 0),
        ("offset=9999", 0),
    ],
)
def test_lists_are_narrowed(long, path, chosen, count):
    answer = long.get(f"{path}?{chosen}")
    assert answer.status_code == 200
    assert len(set(re.findall(r">(\w+镇)</a>", answer.text))) == count


@pytest.mark.parametrize("chosen", ["region=gd", "offset=-1", "offset=a", f"name={'长' * 201}", "name=a&name=b"])
def test_malformed_lists_are_refused(long, chosen):
    assert long.get(f"/zones?{chosen}").status_code == 400
    assert long.get(f"/coverage?{chosen}").status_code == 400


def test_short_lists_need_no_finder(client):
    assert 'class="finder"' not in client.get("/zones").text


def test_pages_are_kept_and_not_too_many(long):
    for number in range(MOST + 10):
        long.get(f"/zones?name={number}")
    kept = long.application.extensions[EXTENSION]
    assert len(kept._pages) == MOST
    drawn = len(kept._pages)
    assert long.get(f"/zones?name={MOST + 9}").text
    assert len(kept._pages) == drawn


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """A site over one issuer with more reports than a page of it holds: seven a year, none of 1975,
    three without a year."""
    years = [year for year in range(1970, 2024) if year != 1975 for _ in range(7)]
    text = [("0", 1, None, None, "报告。", None)]
    some = [report(f"f{n:011d}", "柳坪镇", year, text) for n, year in enumerate([*years, None, None, None])]
    return site(tmp_path_factory.mktemp("busy"), some).test_client()


def test_reports_of_a_busy_issuer_come_in_pages(busy):
    pages = [busy.get(f"/zones/柳坪镇?offset={offset}").text for offset in (0, REPORTS_SHOWN, 2 * REPORTS_SHOWN)]
    listed = [re.findall(r'href="/r/(f\d+)"', page) for page in pages]
    assert [len(each) for each in listed] == [REPORTS_SHOWN, 374 - REPORTS_SHOWN, 0]
    assert len({*listed[0], *listed[1]}) == 374
    missing = [re.findall(r'class="missing"><span class="year">(\d+)', page) for page in pages]
    assert missing == [[], ["1975"], []]
    assert [page.count('rel="next"') for page in pages] == [1, 0, 0]
    assert ["374 份报告" in page for page in pages] == [True, True, True]


def test_a_busy_year_shows_some_and_leads_to_all(busy):
    page = busy.get("/zones").text
    cell = re.search(r"<td><a class=\"is-held\".*?</td>", page, re.DOTALL)[0]
    assert cell.count("is-held") == 2
    where = re.search(r'href="(/search[^"]+)"[^>]*>\+5<', cell)[1].replace("&amp;", "&")
    assert busy.get(where).text.count('<article class="hit grouped">') == 7


@pytest.fixture(scope="module")
def nameless(tmp_path_factory):
    """A site over reports that name nobody, and one whose place is not known."""
    some = [
        report(f"n{n:011d}", None, year, [("0", 1, None, None, "报告。", None)], title=title, place=(None, None))
        for n, (year, title) in enumerate([(2019, "乙"), (None, "丁"), (2023, "丙"), (2019, "甲")])
    ]
    country = report(
        "c00000000000", "云间水利部", 2022, [("0", 1, None, None, "报告。", None)], place=(None, None), level="国家"
    )
    return site(tmp_path_factory.mktemp("nameless"), (*some, country)).test_client()


def test_what_names_nobody_is_in_order(nameless):
    listed = re.search(r'<ul class="plain">.*?</ul>', nameless.get("/zones").text, re.DOTALL)[0]
    assert re.findall(r">(\w)</a>", listed) == ["丙", "乙", "甲", "丁"]  # newest first, then by title


def test_no_place_leaves_no_stray_sign(nameless):
    lede = re.search(r'<p class="lede">(.*?)</p>', nameless.get("/zones/云间水利部").text, re.DOTALL)[1]
    assert lede.startswith("国家 · ")


@pytest.mark.parametrize("chosen", ["", "name=第12&region=440000", "offset=100"])
def test_what_is_held_and_what_is_missing_are_two_states_of_a_page(long, chosen):
    states = {}
    for path in ("/zones", "/coverage"):
        text = long.get(f"{path}?{chosen}").text
        assert "<h1>收录</h1>" in text
        nav = re.search(r'<div class="states">.*?</div>', text, re.DOTALL)[0]
        states[path] = re.findall(r'<a href="([^"]+)"( aria-current="true")?>', nav)
    assert [bool(current) for _, current in states["/zones"]] == [True, False]
    assert [bool(current) for _, current in states["/coverage"]] == [False, True]
    assert [link for link, _ in states["/zones"]] == [link for link, _ in states["/coverage"]]
    for link, _ in states["/zones"]:
        assert long.get(link.replace("&amp;", "&")).status_code == 200
        assert ("name=" in link) is ("name=" in chosen)
        assert "offset" not in link  # each state has its own pages
