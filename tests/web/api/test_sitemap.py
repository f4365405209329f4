"""What search engines ask for."""

import re
import xml.etree.ElementTree as ET
from urllib.robotparser import RobotFileParser

import pytest
from material.site_corpus import REPORTS, site

from web.api import sitemap
from web.app import create_app

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ROOT = "https://reports.example"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    site(folder)
    return folder


def locations(answer):
    assert answer.mimetype == "application/xml"
    return [each.text for each in ET.fromstring(answer.data).iter(f"{SPACE}loc")]


@pytest.mark.parametrize("address", ["", ROOT])
@pytest.mark.parametrize("page", [3, 5_000])
def test_every_page_is_named_once_and_there(folder, address, page, monkeypatch):
    monkeypatch.setattr(sitemap, "PAGE", page)
    client = create_app(folder, address=address).test_client()
    pages = locations(client.get("/sitemap.xml"))
    found = [each for one in pages for each in locations(client.get(one.removeprefix(address)))]
    assert len(found) == len(set(found))
    assert {f"{address}/r/{report.id}" for report in REPORTS} < set(found)
    assert {f"{address}/", f"{address}/zones"} < set(found)
    assert all(each.startswith(f"{address}/") for each in (*pages, *found))
    assert all(client.get(each.removeprefix(address)).status_code == 200 for each in found)
    assert client.get(f"/sitemap-{len(pages) + 1}.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_reports_say_when_they_changed(folder):
    text = create_app(folder).test_client().get("/sitemap-1.xml").text
    assert len(re.findall(r"<loc>/r/\w+</loc><lastmod>20\d\d-\d\d-\d\d</lastmod>", text)) == len(REPORTS)


def test_robots(folder):
    told = create_app(folder, address=ROOT).test_client().get("/robots.txt")
    assert told.mimetype == "text/plain"
    reader = RobotFileParser()
    reader.parse(told.text.splitlines())
    assert reader.site_maps() == [f"{ROOT}/sitemap.xml"]
    for path in (
        "/",
        "/r/aaaaaaaaaaa1",
        "/zones",
        "/zones/某区",
        "/coverage",
        "/help",
        "/sitemap.xml",
        "/static/site.css",
    ):
        assert reader.can_fetch("anybody", f"{ROOT}{path}")
    for path in ("/search?q=审计", "/search.csv?q=审计", "/api/search", "/phrase", "/matrix.xlsx", "/reports.jsonl.gz"):
        assert not reader.can_fetch("anybody", f"{ROOT}{path}")
    assert "Sitemap" not in create_app(folder).test_client().get("/robots.txt").text
