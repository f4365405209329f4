"""Pages by their number, and how long one is."""

import re
from urllib.parse import unquote

import pytest
from material.few_reports import report
from material.site_corpus import site


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    made = [report(f"r{n}", *[f"柳叶{n}之{m}" for m in range(10)], year=2015 + n) for n in range(6)]
    return site(tmp_path_factory.mktemp("data"), made).test_client()


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("page=3", "/search?q=柳叶&offset=40"),
        ("page=1&sort=newest", "/search?q=柳叶&sort=newest"),
        ("page=2&limit=50&view=kwic", "/search?q=柳叶&offset=50&limit=50&view=kwic"),
        ("page=2&offset=7", "/search?q=柳叶&offset=20"),
    ],
)
def test_a_page_is_turned_to_by_its_number(client, asked, address):
    answer = client.get(f"/search?q=柳叶&{asked}")
    assert (answer.status_code, unquote(answer.location)) == (302, address)


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "99999999"])
def test_what_is_no_page_is_refused(client, page):
    assert client.get(f"/search?q=柳叶&page={page}").status_code == 400


def test_behind_the_end_one_goes_back_to_the_last_page(client):
    before = re.search('rel="prev" href="([^"]+)"', client.get("/search?q=柳叶&offset=4000").text)[1]
    assert before.endswith("offset=40")


@pytest.mark.parametrize(
    ("query", "lengths", "jumps"), [("", True, True), ("limit=50", True, False), ("year=2016", False, False)]
)
def test_short_lists_need_no_choice(client, query, lengths, jumps):
    text = client.get(f"/search?q=柳叶&{query}").text
    assert ('class="lengths"' in text, 'class="jump"' in text) == (lengths, jumps)
