"""What is held, by body and year."""

import time

import pytest
from site_corpus import LINXI, REPORTS, SUZAO, report, site

from index.build import build
from web.zones_page import span


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
