"""An address that no page writes is refused in one sentence."""

import pytest
from material.site_corpus import site

from web.address.bounds import LONGEST

PATHS = ("/search", "/api/search", "/search.csv", "/r/aaaaaaaaaaa1", "/zones", "/nothing")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


@pytest.mark.parametrize("path", PATHS)
def test_an_address_that_is_too_long(client, path):
    answer = client.get(f"{path}?q={'a' * LONGEST}")
    assert answer.status_code == 414
    assert "地址太长了" in (answer.get_json()["error"]["message"] if answer.is_json else answer.text)


NO_IDS = ("x" * 3000, "字" * 300, "a" * 65, "%00", "a%00b", "..%2f..", "%2e%2e", "-", "aaaaaaaaaaa1%20")


@pytest.mark.parametrize("identity", NO_IDS)
@pytest.mark.parametrize("path", ["/r/{}", "/r/{}/1.1", "/r/{}/receipt", "/api/reports/{}"])
def test_what_is_no_id_is_not_found(client, identity, path):
    assert client.get(path.format(identity)).status_code == 404


@pytest.mark.parametrize("section", ["9" * 3000, "字" * 300, "%00", "1%2f1", "-1", "1.1.1.1.1.1", "%ff%fe"])
def test_a_section_that_never_was(client, section):
    assert client.get(f"/r/aaaaaaaaaaa1/{section}").status_code in (404, 410)


def test_what_is_too_long_is_not_repeated(client):
    answer = client.get(f"/help?q={'a' * 8 * LONGEST}")
    assert answer.status_code == 414
    assert len(answer.data) < LONGEST
