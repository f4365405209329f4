"""The Host header is believed where it is ours; else the request is refused and nothing repeats it."""

import re
from functools import cache

import pytest
from material.site_corpus import site

from web.address.place import HERE
from web.app import create_app

EVIL = "evil.example"
ASKED = (
    "/",
    "/search?q=审计",
    "/search.csv?q=审计",
    "/search.atom?q=审计",
    "/api/search",
    "/nothing",
    "/r/aaaaaaaaaaa1",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    site(folder)
    return folder


@cache
def app(folder, given):
    return create_app(folder, **dict(given))


def get(folder, path, host, here=None, **given):
    environ = {HERE: here} if here else {}
    return app(folder, tuple(given.items())).test_client().get(path, headers={"Host": host}, environ_overrides=environ)


@pytest.mark.parametrize("path", ASKED)
@pytest.mark.parametrize("host", [EVIL, f"localhost.{EVIL}", "6.6.6.6", "", "[::", f"localhost@{EVIL}", "a b"])
def test_another_host_is_refused(folder, path, host):
    answer = get(folder, path, host)
    assert answer.status_code == 400
    assert f"//{EVIL}" not in answer.text


@pytest.mark.parametrize(
    ("host", "given"),
    [
        ("localhost", {}),
        ("LOCALHOST:8000", {}),
        ("127.0.0.1:8000", {}),
        ("[::1]:8000", {}),
        ("192.0.2.7:8000", {"here": "192.0.2.7"}),
        ("reports.example", {"hosts": ("Reports.example",)}),
        ("reports.example", {"address": "https://reports.example/"}),
    ],
)
def test_ours_are_answered(folder, host, given):
    assert get(folder, "/search?q=审计", host, **given).status_code == 200


@pytest.mark.parametrize("path", ["/search.csv?q=审计", "/search.json?q=审计", "/search.atom?q=审计"])
def test_files_name_the_public_address(folder, path):
    text = get(folder, path, "localhost", address="https://reports.example/").text
    assert "https://reports.example/" in text
    assert "http://localhost" not in text


@pytest.mark.parametrize(
    "path",
    ["/search.csv?q=审计", "/search.json?q=审计", "/search.atom?q=审计", "/r/aaaaaaaaaaa1", "/r/aaaaaaaaaaa1?lang=en"],
)
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000"])
def test_nothing_that_is_kept_repeats_the_host(folder, path, host):
    answer = get(folder, path, host)
    assert answer.status_code == 200
    assert "//localhost" not in answer.text
    assert "//127.0.0.1" not in answer.text


def test_ids_in_a_feed_are_the_same_wherever_the_site_is(folder):
    feed = get(folder, "/search.atom?q=审计", "localhost").text
    assert "<id>tag:xunzhang.invalid,2026:/search?q=%E5%AE%A1%E8%AE%A1</id>" in feed
    assert 'href="/search?q=%E5%AE%A1%E8%AE%A1"' in feed
    public = get(folder, "/search.atom?q=审计", "localhost", address="https://reports.example").text
    assert 'href="https://reports.example/search?q=%E5%AE%A1%E8%AE%A1"' in public
    assert re.findall(r"<id>(.*)</id>", public) == re.findall(r"<id>(.*)</id>", feed)


def test_the_shape_of_a_refusal(folder):
    answer = get(folder, "/api/search", EVIL)
    assert answer.get_json()["error"]["code"] == "untrusted_host"


def test_a_tag_depends_on_where_the_site_is(folder):
    tags = {
        get(folder, "/search.atom?q=审计", host, **given).headers["ETag"]
        for host, given in (("localhost", {}), ("localhost", {"address": "https://reports.example"}))
    }
    assert len(tags) == 2
