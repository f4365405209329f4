"""What is shared, for programs: of a report and of a text, in JSON and as tables."""

import csv
import io
import json
import re
from urllib.parse import unquote

import pytest
from material.shared_site import A1, A2, FIGURES, FORMULA, OWN, RARE, shared_site

from search.embedded import Embedded
from search.errors import NotOnThisEngine


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return shared_site(tmp_path_factory.mktemp("data")).test_client()


def asked(client, body, address="/api/passages"):
    answer = client.post(address, data=json.dumps(body))
    return answer.status_code, answer.json


def test_of_a_report(client):
    status, found = asked(client, {"report": A2})
    assert (status, found["report"], found["least"], found["bodies_for_boilerplate"]) == (200, A2, 12, 5)
    texts = {(each["section"], each["text"]): each for each in found["passages"]}
    formula = texts["0", FORMULA + "。"[:0]] if ("0", FORMULA) in texts else texts["0", FORMULA + "。"]
    assert formula["bodies"] == 5
    assert [each["in_title_marks"] for each in found["passages"] if "《" in each["text"]] == [True]
    for each in found["passages"]:
        section = client.get(f"/api/reports/{A2}").json["sections"][int(each["section"])]["text"]
        assert section[each["start"] : each["end"]] == each["text"]
        total = client.get("/api" + each["url"]).json["total"]
        assert total["occurrences"] >= each["occurrences"]
    assert found["own_years"]["reports"] == 1
    assert OWN[:12] in "".join(each["text"] for each in found["own_years"]["passages"])
    assert found["sources"][0]["url"] == f"/r/{found['sources'][0]['report']}"


def test_the_oldest_place_is_where_it_says(client):
    _, found = asked(client, {"report": A2})
    for each in found["passages"] + found["formulas"] + found["own_years"]["passages"]:
        oldest = each["oldest"]
        record = client.get(f"/api/reports/{oldest['report']}").json
        section = next(part for part in record["sections"] if part["id"] == oldest["section"])
        at = int(unquote(oldest["url"]).split("~c")[1].split("#")[0])
        assert section["text"][at:].startswith(each["text"][:12])
        assert client.get(oldest["permalink"]).status_code == 302


def test_of_a_text(client):
    text = f"我区\r\n{FORMULA}，{FIGURES.replace('37', '五十二')}。"
    status, found = asked(client, {"text": text, "least": 10})
    assert (status, found["report"], found["least"]) == (200, None, 10)
    for each in [*found["passages"], *found["formulas"], *found["sentences"], *found["new"]]:
        assert text[each["start"] : each["end"]] == each["text"]
    for each in [*found["passages"], *found["formulas"]]:
        assert each["url"] == each["oldest"]["permalink"]
        assert not re.search("[\u4e00-\u9fff]", unquote(each["url"]))
        assert client.get(each["url"]).status_code == 302
    assert [each["bodies"] for each in found["formulas"]] == [6]
    assert found["own_years"] is None
    assert asked(client, {"text": text, "follows": A1})[1]["own_years"]["reports"] == 2


def test_filters_are_those_of_a_search(client):
    _, found = asked(client, {"text": FORMULA}, "/api/passages?year=2021&kind=法治政府建设")
    assert found["passages"][0]["years"] == [2021]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("[]", 400, "bad_parameter"),
        ("", 400, "bad_parameter"),
        ("{", 400, "bad_parameter"),
        ("{}", 400, "bad_parameter"),
        ('{"text": 3}', 400, "bad_parameter"),
        ('{"text": "a", "report": "b"}', 400, "bad_parameter"),
        ('{"text": "a", "least": 7}', 400, "bad_parameter"),
        ('{"text": "a", "least": "many"}', 400, "bad_parameter"),
        ('{"text": "a", "follows": 3}', 400, "bad_parameter"),
        ('{"report": "nothing"}', 404, "unknown_report"),
        (json.dumps({"text": "法" * 20_001}), 413, "draft_too_long"),
        ('{"text": "' + "a" * 1_000_001 + '"}', 413, "draft_too_large"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_one_sentence(client, body, status, code):
    answer = client.post("/api/passages", data=body)
    assert (answer.status_code, answer.json["error"]["code"]) == (status, code)
    assert answer.json["error"]["message"].endswith("。")
    assert client.get("/api/passages").status_code == 405


def test_the_longest_text_is_answered(client):
    status, found = asked(client, {"text": (FORMULA + "，") * 1_111})
    assert (status, found["characters"]) == (200, 19_998)


@pytest.mark.parametrize("ways", [{"json": {"report": A2}}, {"json": {"text": FORMULA}}])
def test_an_engine_that_cannot_says_so(client, monkeypatch, ways):
    def refused(*_):
        raise NotOnThisEngine("这个引擎答不了哪些话别处也有。")

    for name in ("passages", "widespread"):
        monkeypatch.setattr(Embedded, name, refused)
    answer = client.post("/api/passages", **ways)
    assert (answer.status_code, answer.json["error"]["code"]) == (501, "not_on_this_engine")
    assert client.get("/api/sentences").status_code == 501
    for address in ("/sentences", f"/r/{A2}/shared"):
        page = client.get(address)
        assert page.status_code == 501
        assert "这个引擎答不了" in page.text
    assert client.post("/draft", data={"text": FORMULA}).status_code == 501
    read = client.get(f"/r/{A2}?shared=1")
    assert read.status_code == 200
    assert "这个引擎答不了" in read.text


def rows(answer):
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(answer.text[1:])))


def test_tables(client):
    found = rows(client.get(f"/r/{A2}/shared.csv"))
    assert {row["kind"] for row in found} == {"shared", "formula", "own"}
    sections = {each["id"]: each["text"] for each in client.get(f"/api/reports/{A2}").json["sections"]}
    for row in found:
        assert sections[row["section"]][int(row["start"]) : int(row["end"])] == row["text"]
    sentences = rows(client.get("/sentences.csv"))
    assert int(sentences[0]["bodies"]) == 5
    assert client.get("/r/nothing/shared.csv").status_code == 404


def test_the_most_widespread(client):
    found = client.get("/api/sentences?limit=1").json
    assert (found["bodies_at_least"], len(found["sentences"])) == (5, 1)
    assert FORMULA in found["sentences"][0]["text"]
    assert client.get("/api/sentences?year=1999").json["sentences"] == []
    assert client.get("/api/sentences?year=soon").status_code == 400


def test_answers_fit_their_description(client):
    schemas = client.get("/openapi.json").json["components"]["schemas"]
    _, found = asked(client, {"report": A2})
    assert set(found) == set(schemas["Passages"]["properties"])
    assert set(found["passages"][0]) == set(schemas["Passage"]["properties"])
    assert set(found["passages"][0]["oldest"]) == set(schemas["Holder"]["properties"])
    assert set(client.get("/api/sentences").json) == set(schemas["Sentences"]["properties"])
    assert RARE in json.dumps(found, ensure_ascii=False)
