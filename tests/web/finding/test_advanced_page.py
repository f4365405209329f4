"""The form that writes a query, as HTTP sees it."""

from urllib.parse import unquote

import pytest
from material.site_corpus import site


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


@pytest.mark.parametrize(
    ("sent", "address"),
    [
        ("all=审计 整改", "/search?q=审计+整改"),
        ("exact=一网通办&none=信访&year_from=2021&year_to=2023", '/search?q="一网通办"+-信访&year=2021..2023'),
        ("near=a&beside=b&within=5&kind=其他&part=", "/search?q=a+~5+b&kind=其他"),
        ("part=问题不足&year_from=&year_to=", "/search?part=问题不足"),
        ("all=&exact= ", "/search"),
        ("heading=审计&lang=en", "/search?q=小标题:审计&lang=en"),
    ],
)
def test_what_is_sent_leads_to_its_search(client, sent, address):
    answer = client.get(f"/advanced?form=1&{sent}")
    assert answer.status_code == 302
    assert unquote(answer.location) == address
    assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize("sent", ["within=far&form=1", "within=101", "year_from=soon&form=1", "lang=fr", "all=a&all=b"])
def test_what_cannot_be_meant_is_refused(client, sent):
    assert client.get(f"/advanced?{sent}").status_code == 400


def test_the_form_shows_what_is_held_and_keeps_what_was_typed(client):
    text = client.get("/advanced?exact=一网通办&within=20").text
    assert 'value="一网通办"' in text
    assert '<option value="20" selected>' in text
    assert [f"<option>{year}</option>" in text for year in (2020, 2021, 2022, 2023)] == [False, True, True, True]
    assert 'action="/advanced" method="get"' in text
