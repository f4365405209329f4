"""Entries of a feed: known by what never changes, dated by what the store knows."""

import re
import xml.etree.ElementTree as ET

import pytest
from material.site_corpus import REPORTS, site

from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from index.build import build
from web.app import create_app

ATOM = "{http://www.w3.org/2005/Atom}"
TEXT = """潮州临溪高新技术产业开发区2022年法治政府建设年度报告
现将临溪高新区2022年法治政府建设情况报告如下，请予审计。
一、主要举措和成效
全区依法审计，企业开办时间缩短到半天以内。
"""
DAYS = "2026-10-01T08:00:00Z", "2026-11-01T08:00:00Z"


def entries(client, address="/search.atom?q=审计"):
    feed = ET.fromstring(client.get(address).data)
    return {each.find(f"{ATOM}id").text: each.find(f"{ATOM}updated").text for each in feed.findall(f"{ATOM}entry")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder over a report of which a section changed, another did not."""
    folder = tmp_path_factory.mktemp("data")
    store = Store(folder)
    with store.writing():
        for text, day in zip((TEXT, TEXT.replace("半天", "两小时")), DAYS, strict=True):
            take(
                store, Page("https://www.linxi.example/1.html", text.encode(), "text/plain", fetched=day), take_any=True
            )
    build(store, folder / "index")
    return folder


def test_each_section_has_its_own_time(folder):
    found = entries(create_app(folder).test_client())
    assert {identity.rpartition("/")[2]: updated for identity, updated in found.items()} == {
        "0": DAYS[0],
        "1": DAYS[1],
    }


def test_ids_are_independent_of_the_host(folder):
    apps = (create_app(folder), create_app(folder, address="https://reports.example"))
    here, there = (entries(app.test_client()) for app in apps)
    assert here == there
    assert all(re.fullmatch(r"tag:xunzhang\.invalid,2026:/r/\w{12}/[\w.-]+", identity) for identity in here)


def test_times_are_times(tmp_path):
    found = entries(site(tmp_path).test_client(), "/search.atom")
    assert len(found) == sum(len(report.sections) for report in REPORTS)
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated) for updated in found.values())


def test_it_is_called_what_it_is(folder):
    client = create_app(folder).test_client()
    page = client.get("/search?q=审计").text
    assert '<a href="/search.atom?q=审计">订阅</a>' in page
    assert 'type="application/atom+xml"' in page
    assert re.search(r'rel="alternate" type="application/atom\+xml" title="[^"]+" href="/search\.atom\?', page)
    assert ">Feed</a>" in client.get("/search?q=审计&lang=en").text
