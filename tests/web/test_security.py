"""Headers of every answer, and answers that are not sent twice."""

import pytest
from material.site_corpus import REPORTS, site

from corpus.store.folder import Store
from index.build import build

PAGES = (
    "/",
    "/search",
    "/r/aaaaaaaaaaa1",
    "/zones",
    "/nothing",
    "/api/search",
    "/api/nothing",
    "/healthz",
    "/static/site.css",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


@pytest.mark.parametrize("address", PAGES)
def test_headers(client, address):
    headers = client.get(address).headers
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["/", "/search?q=%22%E5%AE%A1%E8%AE%A1%22", "/r/aaaaaaaaaaa1", "/zones"])
def test_nothing_inline(client, address):
    text = client.get(address).text
    assert " style=" not in text
    assert "<style" not in text
    assert "<script>" not in text
    assert " onclick" not in text


@pytest.mark.parametrize("address", [page for page in PAGES if "nothing" not in page])
def test_what_is_held_is_not_sent_again(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_tags_tell_addresses_apart(client):
    tags = {
        client.get(address).headers["ETag"]
        for address in ("/search?q=a", "/search?q=b", "/search?q=a&lang=en", "/search")
    }
    assert len(tags) == 4


def test_a_new_corpus_version_is_sent(tmp_path):
    client = site(tmp_path, REPORTS[:2]).test_client()
    tag = client.get("/search").headers["ETag"]
    store = Store(tmp_path)
    store.save(REPORTS[2])
    build(store, tmp_path / "index")
    client.application.extensions["xunzhang"] = type(client.application.extensions["xunzhang"])(tmp_path)
    assert client.get("/search", headers={"If-None-Match": tag}).status_code == 200


def test_errors_are_not_kept(client):
    assert client.get("/nothing").headers["Cache-Control"] == "no-store"


def test_static_files_named_with_their_version_are_kept_for_good(client):
    text = client.get("/").text
    address = text[text.index("/static/site.css") :].split('"')[0]
    assert "immutable" in client.get(address).headers["Cache-Control"]
