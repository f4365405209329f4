"""The front page says what is held, and every way in leads to as many reports as it says."""

import re

import pytest
from material.site_corpus import site


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


def ways(text):
    block = re.search(r'<dl class="ways">.*?</dl>', text, re.DOTALL)[0]
    return re.findall(r'<a href="([^"]+)"[^>]*><span[^>]*>([^<]+)</span> <span class="count">([\d,]+)<', block)


def test_each_way_gives_what_it_says(client):
    found = ways(client.get("/").text)
    assert len(found) >= 5
    for address, name, count in found:
        text = client.get(address.replace("&amp;", "&")).text
        assert text.count('<article class="hit grouped">') == int(count), name


def test_years_come_newest_first_and_kinds_by_their_number(client):
    found = ways(client.get("/").text)
    years = [name for _, name, _ in found if name.isdecimal()]
    assert years == sorted(years, reverse=True)
    kinds = [int(count) for address, _, count in found if "kind=" in address]
    assert kinds == sorted(kinds, reverse=True)


def test_one_value_is_no_way(client, tmp_path):
    from material.site_corpus import REPORTS

    assert '<dl class="ways">' not in site(tmp_path, REPORTS[:1]).test_client().get("/").text
