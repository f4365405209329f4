"""Light, dark, or as the system is."""

import pytest
from material.site_corpus import site


@pytest.fixture
def client(tmp_path):
    return site(tmp_path).test_client()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("http://localhost/search?q=a", "/search?q=a"),
        ("http://localhost", "/"),
        (None, "/"),
        ("https://elsewhere.example/x", "/"),
        ("http://localhost//elsewhere.example/", "/"),
        ("http://localhost/theme?to=dark", "/"),
    ],
)
def test_it_goes_back_to_the_page_one_comes_from(client, before, after):
    answer = client.get("/theme?to=dark", headers={"Referer": before} if before else {})
    assert (answer.status_code, answer.location) == (302, after)
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_is_kept_and_let_go(client):
    assert "data-theme" not in client.get("/").text
    for theme in ("dark", "light"):
        client.get(f"/theme?to={theme}")
        for page in ("/", "/search?q=一网通办", "/zones", "/help", "/r/aaaaaaaaaaa1", "/nothing"):
            assert f'data-theme="{theme}"' in client.get(page).text, page
    client.get("/theme?to=auto")
    assert "data-theme" not in client.get("/zones").text


def test_a_page_in_other_colours_is_another_answer(client):
    """What a browser has kept is not taken for the page in the colours chosen since."""
    for page in ("/", "/search?q=一网通办", "/zones"):
        client.get("/theme?to=auto")
        tag = client.get(page).headers["ETag"]
        assert client.get(page, headers={"If-None-Match": tag}).status_code == 304
        client.get("/theme?to=dark")
        assert client.get(page, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("to", ["blue", "", "dark&to=light"])
def test_what_is_no_theme_is_refused(client, to):
    assert client.get(f"/theme?to={to}").status_code == 400


def test_a_cookie_that_says_nonsense_says_nothing(client):
    client.set_cookie("theme", '"><script>')
    assert "data-theme" not in client.get("/").text
