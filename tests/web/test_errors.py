"""Errors lead on: what a visitor is told, and where to go from there."""

import re

import pytest
from material.site_corpus import site

from web.app import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


def ways(text):
    """The addresses an error's page offers, in their order."""
    return re.findall(r'href="([^"]+)"', re.search(r'<p class="steps-on">.*?</p>', text, re.DOTALL)[0])


@pytest.mark.parametrize("lang", ["", "?lang=en"])
@pytest.mark.parametrize(
    ("address", "status", "first"),
    [
        ("/r/nothing", 404, "/zones"),
        ("/r/nothing/2", 404, "/zones"),
        ("/nothing", 404, "/zones"),
        ("/zones/火星区", 404, "/zones"),
        ("/r/aaaaaaaaaaa1/99.9", 410, "/r/aaaaaaaaaaa1"),
    ],
)
def test_what_is_not_here_leads_on(client, address, status, first, lang):
    answer = client.get(address + lang)
    assert answer.status_code == status
    assert ways(answer.text)[0] == first + lang
    assert f"/zones{lang}" in ways(answer.text)
    assert 'role="search"' in answer.text
    assert "xunzhang" not in re.sub(r"<[^>]+>", "", answer.text)


def test_programs_are_told_as_before(client):
    assert client.get("/api/reports/nothing").get_json()["error"]["code"] == "unknown_report"


@pytest.mark.parametrize("address", ["/", "/search", "/zones", "/coverage"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_visitor_is_told_what_to_run(tmp_path, address, lang):
    text = create_app(tmp_path).test_client().get(address, query_string={"lang": lang}).text
    assert not re.search(r"xunzhang \w+", re.sub(r"<[^>]+>", "", text))
