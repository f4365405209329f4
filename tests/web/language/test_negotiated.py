"""The language of a page whose address names none."""

import re

import pytest
from material.site_corpus import site

PAGES = ("/", "/search?q=审计", "/zones", "/coverage", "/help", "/advanced", "/mine", "/r/aaaaaaaaaaa1", "/nothing")


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data"))


@pytest.fixture
def client(app):
    return app.test_client()


def language(answer):
    return re.search('<html lang="([^"]+)"', answer.text)[1]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("accepted", "spoken"),
    [
        (None, "zh-Hans"),
        ("en", "en"),
        ("en-US,en;q=0.9", "en"),
        ("en-GB", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("en;q=0.3, zh;q=0.7", "zh-Hans"),
        ("fr-FR,fr;q=0.9,en;q=0.5", "en"),
        ("ja", "zh-Hans"),
        ("de-DE,de;q=0.9", "zh-Hans"),
        ("*", "zh-Hans"),
        ("en;q=0", "zh-Hans"),
        ("nonsense,,;q=x", "zh-Hans"),
    ],
)
def test_the_browser_chooses_where_nobody_has(client, page, accepted, spoken):
    answer = client.get(page, headers={"Accept-Language": accepted} if accepted else {})
    assert language(answer) == spoken
    assert {"Accept-Language", "Cookie"} <= set(answer.headers["Vary"].replace(" ", "").split(","))


@pytest.mark.parametrize(("lang", "spoken"), [("zh", "zh-Hans"), ("en", "en")])
@pytest.mark.parametrize("accepted", ["en", "zh-CN", "ja"])
def test_the_address_decides_where_it_says_so(client, lang, spoken, accepted):
    assert language(client.get(f"/search?q=审计&lang={lang}", headers={"Accept-Language": accepted})) == spoken


def test_a_choice_against_the_browser_is_kept(client):
    english = {"Accept-Language": "en-US,en"}
    page = client.get("/search?q=审计", headers=english).text
    other = re.search('id="other-language" href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert "lang=zh" in other
    assert language(client.get(other, headers=english)) == "zh-Hans"
    assert language(client.get("/zones", headers=english)) == "zh-Hans"
    back = client.get("/zones", headers=english).text
    assert language(client.get(re.search('id="other-language" href="([^"]+)"', back)[1], headers=english)) == "en"
    assert language(client.get("/zones", headers=english)) == "en"


def test_pages_in_two_languages_are_two_answers(client):
    for page in ("/", "/search?q=审计", "/zones", "/coverage"):
        tag = client.get(page).headers["ETag"]
        assert client.get(page, headers={"If-None-Match": tag}).status_code == 304
        answer = client.get(page, headers={"If-None-Match": tag, "Accept-Language": "en"})
        assert answer.status_code == 200
        assert language(answer) == "en"


@pytest.mark.parametrize(
    "path", ["/api/search?q=审计", "/api/kwic?q=审计", "/search.csv?q=审计", "/search.atom?q=审计", "/openapi.json"]
)
def test_programs_get_what_they_always_got(client, path):
    plain, english = client.get(path), client.get(path, headers={"Accept-Language": "en"})
    cut = re.compile(rb'"(took|time)[^,]*|\d{4}-\d\d-\d\dT[\d:.+Z-]*')
    assert cut.sub(b"", plain.data) == cut.sub(b"", english.data)
    assert "Accept-Language" not in english.headers.get("Vary", "")
