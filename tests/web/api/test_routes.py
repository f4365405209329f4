"""The API's contract: keys, types, the same filters as the page, one shape of error."""

import json
import re
from urllib.parse import urlencode

import pytest
from material.checkout import ROOT
from material.site_corpus import HOSTILE, LINXI, MOBILE, site

from corpus.text.fold import squeeze
from web.address import links
from web.app import create_app

ROUTES = ("/api/search", "/api/kwic", "/api/suggest", "/api/reports/aaaaaaaaaaa1")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


def get(client, address, **query):
    answer = client.get(address, query_string=query or None)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def flat(values):
    for value in values:
        yield value
        yield from flat(value.get("children", ()))


def test_some_of_the_words(client):
    found = get(client, "/api/search", q="一网通办 绝无此语", limit=2)
    assert (found["total"]["sections"], found["hits"], found["partial"]["sections"]) == (0, [], 3)
    assert [part["missing"] for part in found["partial"]["hits"]] == [["绝无此语"], ["绝无此语"]]
    assert [part["score"] for part in get(client, "/api/search", q="一网通办 绝无此语", offset=2)["partial"]["hits"]]
    assert found["causes"][0]["text"] == "一网通办"
    assert get(client, found["causes"][0]["url"])["total"]["sections"] == found["causes"][0]["sections"]
    assert get(client, "/api/search", q='"一网通办"')["partial"] is None


def test_search_has_the_keys_of_the_contract(client):
    found = get(client, "/api/search", q='"一网通办"')
    keys = ["version", "query", "total", "counts", "hits", "partial", "causes", "bodies", "reports", "facets"]
    keys += ["notes", "readings"]
    assert list(found) == keys
    assert list(found["query"]) == ["text", "interpreted"]
    assert found["total"] == {"sections": 3, "reports": 3, "zones": 2, "occurrences": 5, "exact": 3}
    assert list(found["facets"]) == ["year", "region", "zone", "level", "part", "kind"]
    assert " ".join(found["hits"][0]) == (
        "report section url permalink title zone province city year kind part headings score occurrences snippet scan"
    )
    for values in found["facets"].values():
        assert {tuple(value)[:5] for value in values} == {("value", "label", "count", "selected", "url")}
    assert all("children" in value for value in found["facets"]["region"])


def test_ranges_slice_back_to_the_phrase(client):
    for hit in get(client, "/api/search", q='"一网通办"')["hits"]:
        pieces = [hit["snippet"]["text"][start:end] for start, end in hit["snippet"]["ranges"]]
        assert pieces
        assert {squeeze(piece) for piece in pieces} == {"一网通办"}


def test_a_hit_names_its_place(client):
    hit = get(client, "/api/search", q='"复议人员"')["hits"][0]
    assert hit["url"] == "/r/aaaaaaaaaaa1?q=%22%E5%A4%8D%E8%AE%AE%E4%BA%BA%E5%91%98%22#s2"
    assert re.fullmatch("/r/aaaaaaaaaaa1/2[?]t=[a-z2-7]{16}", hit["permalink"])
    assert hit["headings"] == ["二、存在的问题"]
    assert (hit["zone"], hit["province"], hit["city"], hit["year"]) == (LINXI, "广东省", "潮州市", 2022)


@pytest.mark.parametrize("q", ["", '"一网通办"', "行政复议"])
def test_facets_partition_and_every_link_yields_its_count(client, q):
    found = get(client, "/api/search", q=q)
    for facet, values in found["facets"].items():
        assert sum(value["count"] for value in values) == found["total"]["sections"], facet
        for value in flat(values):
            chosen = get(client, value["url"])
            assert chosen["total"]["sections"] == value["count"], (facet, value)
            assert [each["value"] for each in flat(chosen["facets"][facet]) if each["selected"]] == [value["value"]]


def test_choosing_a_city_replaces_its_province(client):
    found = get(client, "/api/search", region="440000")
    province = next(value for value in found["facets"]["region"] if value["value"] == "440000")
    city = next(value for value in province["children"] if value["value"] == "445100")
    assert city["url"] == "/api/search?region=445100"


def test_repeated_filters(client):
    assert get(client, "/api/search", year=["2021", "2022"])["total"]["reports"] == 2
    assert get(client, "/api/search", year="2021..2022", region=["440000", "350200"])["total"]["reports"] == 2


def test_unknown_value_is_said(client):
    found = get(client, "/api/search", part="火星")
    assert found["total"]["sections"] == 0
    assert found["notes"]


def test_what_was_forgiven_is_said_with_the_plain_reading(client):
    found = get(client, "/api/search", q="一网通办 or 火星", limit=1, offset=1)
    (reading,) = found["readings"]
    assert reading == {
        "text": "“or”读作或",
        "label": "按普通文字检索",
        "q": r"一网通办 \or 火星",
        "url": links.API_SEARCH + "?" + urlencode({"q": r"一网通办 \or 火星", "limit": 1}),
    }
    assert get(client, "/api/search", q=reading["q"])["readings"] == []


def test_paging(client):
    whole = [hit["permalink"] for hit in get(client, "/api/search", limit=200)["hits"]]
    paged = [get(client, "/api/search", limit=1, offset=place)["hits"][0]["permalink"] for place in range(len(whole))]
    assert paged == whole
    assert get(client, "/api/search", offset=1000)["hits"] == []


def test_kwic(client):
    found = get(client, "/api/kwic", q='"一网通办"', context=10, order="right")
    assert found["total"] == 5
    assert (
        " ".join(found["lines"][0])
        == "report section url left match right zone year permalink title province city kind part headings"
    )
    assert {squeeze(line["match"]) for line in found["lines"]} == {"一网通办"}
    assert all(len(line["left"]) <= 10 and len(line["right"]) <= 10 for line in found["lines"])
    assert len(get(client, "/api/kwic", q='"一网通办"', limit=2)["lines"]) == 2


def test_suggest(client):
    found = get(client, "/api/suggest", q="一网")
    assert found["suggestions"]
    assert list(found["suggestions"][0]) == ["text", "sections", "kind"]


def test_suggestions_count_within_the_filters(client):
    for each in get(client, "/api/suggest", q="一网", year="2022")["suggestions"]:
        assert get(client, "/api/search", q=each["text"], year="2022")["total"]["sections"] == each["sections"]


def test_what_is_named(client):
    found = get(client, "/api/search", q="临溪 2022")
    assert [report["year"] for report in found["reports"]] == [2022]
    assert list(found["reports"][0]) == ["report", "title", "zone", "year", "kind", "number", "url"]
    assert [body["years"] for body in found["bodies"]] == [[2022, 2023]]
    assert list(found["bodies"][0]) == ["zone", "reports", "years", "url"]
    for each in (*found["reports"], *found["bodies"]):
        assert client.get(each["url"]).status_code == 200
    nothing = get(client, "/api/search", q="审计")
    assert (nothing["bodies"], nothing["reports"]) == ([], [])


def test_report_record(client):
    found = get(client, "/api/reports/aaaaaaaaaaa1")
    assert found["sources"] == ["aaaaaaaaaaa1.txt"]
    assert list(found["sections"][0]) == ["id", "level", "number", "heading", "text", "part"]
    assert [section["id"] for section in found["sections"]] == ["0", "1", "1.1", "2"]


def test_numbers_of_persons_are_hidden_everywhere(client):
    for address in ("/api/search", "/api/kwic?q=%E8%81%94%E7%B3%BB%E7%94%B5%E8%AF%9D", "/api/reports/aaaaaaaaaaa1"):
        text = client.get(address).text
        assert MOBILE not in text
        assert MOBILE[-6:] not in text


def test_hostile_text_is_only_text(client):
    answer = client.get("/api/search", query_string={"q": HOSTILE})
    assert answer.mimetype == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/search?limit=0", 400, "bad_parameter"),
        ("/api/search?year=x", 400, "bad_parameter"),
        ('/api/search?q="', 400, "bad_query"),
        ('/api/kwic?q="', 400, "bad_query"),
        ("/api/kwic?context=5", 400, "bad_parameter"),
        ("/api/suggest?limit=x", 400, "bad_parameter"),
        ("/api/reports/nothing", 404, "unknown_report"),
        ("/api/reports/" + "a" * 3000, 404, "unknown_report"),  # no file has such a name
        ("/api/nothing", 404, "not_found"),
        ("/api/", 404, "not_found"),
    ],
)
def test_errors_have_one_shape(client, address, status, code):
    answer = client.get(address)
    assert answer.status_code == status
    assert list(answer.get_json()) == ["error"]
    assert answer.get_json()["error"]["code"] == code
    assert answer.get_json()["error"]["message"]


@pytest.mark.parametrize("address", [*ROUTES, "/healthz", "/openapi.json"])
def test_other_methods(client, address):
    answer = client.post(address)
    assert answer.status_code == 405
    assert answer.get_json()["error"]["code"] == "method_not_allowed"
    assert "GET" in answer.headers["Allow"]


def test_unforeseen_errors_have_the_same_shape(client, monkeypatch):
    monkeypatch.setattr("web.api.routes.answer_record", lambda *_: 1 // 0)
    answer = client.get("/api/search")
    assert answer.status_code == 500
    assert answer.get_json()["error"]["code"] == "internal_error"
    assert "ZeroDivision" not in answer.text


def test_health(client, tmp_path):
    found = get(client, "/healthz")
    assert (found["status"], found["reports"], found["sections"], found["zones"]) == ("ok", 4, 10, 3)
    assert found["version"]
    answer = create_app(tmp_path).test_client().get("/healthz")
    assert answer.status_code == 503
    assert answer.get_json()["error"]["code"] == "index_missing"


def test_no_index_is_an_answer(tmp_path):
    client = create_app(tmp_path).test_client()
    assert client.get("/api/search").status_code == 503
    assert client.get("/api/search").get_json()["error"]["code"] == "index_missing"
    assert client.get("/").status_code == 503
    assert "暂时不能检索" in client.get("/search").text  # a visitor cannot build one
    assert "xunzhang" not in client.get("/search").text


def _named(variable):
    """A variable of an address as OpenAPI writes it."""
    return "{id}" if variable[1] == "identity" else f"{{{variable[1]}}}"


def test_openapi_names_every_route_and_parameter(client):
    described = get(client, "/openapi.json")
    rules = {re.sub(r"<(?:\w+:)?(\w+)>", _named, rule.rule) for rule in client.application.url_map.iter_rules()}
    programs = {rule for rule in rules if rule.startswith(("/api/", "/healthz", "/openapi"))}
    assert set(described["paths"]) == programs
    named = {parameter["name"] for parameter in described["paths"]["/api/search"]["get"]["parameters"]}
    source = (ROOT / "web" / "address" / "parameters.py").read_text(encoding="utf-8")
    read = set(re.findall(r'arguments, "(\w+)"', source)) - {
        "n",
        "at",
        "beside",
        "shared",
        "script",
        "name",
        "reason",
        "sources",
        "p",
        "t",
        "section",
    }  # of pages that are no searches
    assert read <= named


def test_answers_fit_their_description(client):
    schemas = get(client, "/openapi.json")["components"]["schemas"]
    for address, name in (("/api/search?q=%E5%AE%A1%E8%AE%A1", "Answer"), ("/api/reports/aaaaaaaaaaa1", "Report")):
        found = get(client, address)
        assert set(found) == set(schemas[name]["properties"])
    assert set(get(client, "/api/search")["hits"][0]) == set(schemas["Hit"]["properties"])


def test_json_is_written_as_it_reads(client):
    assert "一网通办" in client.get("/api/search?q=%E4%B8%80%E7%BD%91%E9%80%9A%E5%8A%9E").text
    json.loads(client.get("/openapi.json").text)


@pytest.mark.parametrize(
    ("asked", "kind", "text"),
    [
        ({"q": '"复议人员"', "year": "1949"}, "filter", "年份"),
        ({"q": '"复议人员" "火星"'}, "without", "复议人员"),
        ({"q": '"复议人员火星文"'}, "shorter", "复议人员"),
    ],
)
def test_where_nothing_is_found_ways_out_are_given(client, asked, kind, text):
    found = get(client, "/api/search", **asked)
    assert found["total"]["sections"] == 0
    way = next(cause for cause in found["causes"] if cause["kind"] == kind)
    assert text in way["text"]
    assert client.get(way["url"]).get_json()["total"]["sections"] == way["sections"] > 0
    assert get(client, "/api/search", q="审计")["causes"] == []
