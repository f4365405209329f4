"""Which answers are counted as exports: all that are sent as they are made."""

import pytest
from material.site_corpus import site

from web.serving.refusals import ENDPOINTS

FILES = (
    *("/search.json?q=审计", "/search.csv?q=审计", "/search.xlsx?q=审计", "/search.atom?q=审计"),
    *("/search.xlsx?q=审计&view=kwic", "/reports.jsonl", "/reports.jsonl.gz"),
    *("/matrix.csv?q=审计", "/spread.csv?q=审计", "/absent.csv?q=审计"),
    *("/matrix.xlsx?q=审计", "/spread.xlsx?q=审计", "/absent.xlsx?q=审计"),
    *("/zones.csv", "/zones.xlsx", "/coverage.csv", "/coverage.xlsx"),
    *("/r/aaaaaaaaaaa1/shared.csv", "/sentences.csv"),
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data"))


def test_every_file_is_counted_and_nothing_else(app):
    streamed = set()
    for address in FILES:
        with app.test_request_context(address):
            endpoint = app.url_map.bind("localhost").match(address.partition("?")[0])[0]
        answer = app.test_client().get(address, buffered=False)
        assert answer.status_code == 200
        assert answer.is_streamed
        answer.close()
        streamed.add(endpoint)
    assert streamed == set(ENDPOINTS)


def test_no_address_of_a_file_is_missing_above(app):
    map_of = app.url_map.bind("localhost")
    named = [map_of.match(address.partition("?")[0]) for address in FILES]
    for rule in app.url_map.iter_rules():
        if rule.endpoint in ENDPOINTS:
            with app.test_request_context():
                ending = rule._converters.get("ending")
            wanted = set(ending.regex.strip("(?:)").split("|")) if ending else {""}
            assert {asked.get("ending", "") for endpoint, asked in named if endpoint == rule.endpoint} == wanted
