"""Matrix, spread and absence for programs."""

import csv
import io

import pytest
from material.phrase_site import phrase_site, reports


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return phrase_site(tmp_path_factory.mktemp("data"))


def rows(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_matrix(client):
    found = client.get('/api/matrix?q="免扰清单"&year=2019..2021').json
    assert found["years"] == ["2019", "2020", "2021"]
    assert found["silence"] is True
    assert found["selection"] == {"year": ["2019..2021"], "moved_from_query": []}
    assert [row["value"] for row in found["rows"]] == ["乙区", "丙区", "甲区", "丁区"]
    by_zone = {row["value"]: row for row in found["rows"]}
    assert by_zone["乙区"]["cells"][1] is None
    assert by_zone["甲区"]["province"] == "广东省"
    cells = [cell for row in found["rows"] for cell in row["cells"] if cell]
    for name in ("sections", "occurrences", "reports", "reports_with", "sections_held", "characters"):
        assert sum(cell[name] for cell in cells) + found["unplaced"][name] == found["totals"][name]
    for cell in cells:
        assert client.get("/api" + cell["url"]).json["total"]["sections"] == cell["sections"]


def test_matrix_of_several(client):
    found = client.get('/api/matrix?q="免扰清单"&q="总体平稳"').json
    assert (found["rows_are"], [row["value"] for row in found["rows"]]) == ("phrase", ['"免扰清单"', '"总体平稳"'])
    for row in found["rows"]:
        for cell in filter(None, row["cells"]):
            assert client.get("/api" + cell["url"]).json["total"]["sections"] == cell["sections"]


@pytest.mark.parametrize("path", ["/api/spread", "/api/matrix"])
def test_causes_where_nothing_says_it(client, path):
    assert client.get(f'{path}?q="免扰清单"').json["causes"] == []
    q = '"免扰清单制度甲乙丙"'
    causes = client.get(f"{path}?q={q}").json["causes"]
    assert causes == client.get(f"/api/search?q={q}").json["causes"]
    assert "免扰清单" in causes[0]["text"]


def test_causes_of_several_stand_with_their_phrases(client):
    q = '"免扰清单制度甲乙丙"'
    said, unsaid = client.get(f'/api/matrix?q="免扰清单"&q={q}').json["rows"]
    assert said["causes"] == []
    assert unsaid["causes"] == client.get(f"/api/search?q={q}").json["causes"] != []


@pytest.mark.parametrize("query", ['"免扰清单"&zone=外国', "zone:甲区&year=1999"])
def test_causes_where_filters_leave_nothing(client, query):
    found = client.get(f"/api/matrix?q={query}").json
    assert found["causes"] == client.get(f"/api/search?q={query}").json["causes"] != []


def test_spread(client):
    found = client.get('/api/spread?q="免扰清单"').json
    assert [(each["zone"], each["by"], each["after"], each["state"], each["rank"]) for each in found["first"]] == [
        ("甲区", 2019, None, "left", None),
        ("丙区", 2021, 2020, "exact", 1),
        ("乙区", 2021, 2019, "interval", 1),
    ]
    assert found["silent"] == [
        {"zone": "丁区", "province": None, "level": "国家级开发区", "held": [2019, 2020, 2021], "last_held": 2021}
    ]
    assert found["unplaced"] == {"reports": 1}
    assert (found["kind"], found["half_year"]) == ("法治政府建设", 2021)
    assert client.get('/api/spread?q="免扰清单"&kind=all').json["kind"] is None


@pytest.mark.parametrize(
    ("q", "silence", "instead"),
    [
        ('-"免扰清单"', "not_for_not", None),
        ('zone:甲区 OR "免扰清单"', "not_for_fields_under_or", None),
        ("免扰清单 2021", "not_for_names", "免扰清单 year:2021"),
    ],
)
def test_what_rests_on_silence_is_withheld(client, q, silence, instead):
    spread = client.get(f"/api/spread?q={q}").json
    for name in ("first", "first_total", "silent", "silent_total", "curve", "half_year"):
        assert spread[name] is None
    absent = client.get(f"/api/absent?q={q}").json
    assert (absent["silent"], absent["silent_total"]) == (None, None)
    matrix = client.get(f"/api/matrix?q={q}").json
    for found in (spread, absent, matrix):
        assert (found["silence"], found["instead"]) == (silence, instead)
        assert found["notes"]
    several = client.get(f'/api/matrix?q={q}&q="免扰清单"').json
    assert [row["silence"] for row in several["rows"]] == [silence, True]
    assert "silent" not in {row["state"] for row in rows(client.get(f"/matrix.csv?q={q}").text)}
    for name in ("spread", "absent"):
        refused = client.get(f"/{name}.csv?q={q}")
        assert refused.status_code == 400
        assert "不说谁没有写到" in refused.text


@pytest.mark.parametrize("path", ["/api/spread", "/api/absent", "/spread.csv", "/absent.csv"])
def test_one_phrase_at_a_time(client, path):
    answer = client.get(f"{path}?q=甲&q=乙")
    assert answer.status_code == 400
    assert "一次只能问一个短语" in answer.text


def test_sums_are_what_search_says_where_words_select(client):
    for q in ("免扰清单 2021", "丙区 免扰清单"):
        found, total = client.get(f"/api/matrix?q={q}").json, client.get(f"/api/search?q={q}").json["total"]
        assert {name: found["totals"][name] for name in ("sections", "occurrences")} == {
            name: total[name] for name in ("sections", "occurrences")
        }
        cells = [cell for row in found["rows"] for cell in row["cells"] if cell]
        assert sum(cell["sections"] for cell in cells) + found["unplaced"]["sections"] == total["sections"]


def test_absence(client):
    found = client.get('/api/absent?q="免扰清单"').json
    assert (found["held"], found["say"], found["silent_total"]) == (12, 6, 6)
    assert found["not_held"] == [{"zone": "乙区", "years": [2020]}]
    told = client.get('/api/absent?q=-"免扰清单"').json
    assert (told["silent"], told["silence"]) == (None, "not_for_not")


@pytest.mark.parametrize(
    ("address", "lines"),
    [('/matrix.csv?q="免扰清单"', 12), ('/spread.csv?q="免扰清单"', 11), ('/absent.csv?q="免扰清单"', 6)],
)
def test_tables(client, address, lines):
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert len(rows(answer.text)) == lines


def test_the_table_of_cells(client):
    found = rows(client.get('/matrix.csv?q="免扰清单"').text)
    states = {(row["row"], row["year"]): row["state"] for row in found}
    assert states["乙区", "2020"] == "not_held"
    assert states["丁区", "2020"] == "silent"
    assert states["甲区", "2020"] == "said"
    assert client.get("/matrix.csv?q=zone:").status_code == 400


def test_a_table_for_event_history(client):
    found = rows(client.get('/spread.csv?q="免扰清单"').text)
    of = [row for row in found if row["zone"] == "丙区"]
    assert [(row["year"], row["say"], row["event"], row["at_risk"]) for row in of] == [
        ("2019", "0", "0", "0"),
        ("2020", "0", "0", "1"),
        ("2021", "1", "1", "1"),
    ]
    assert {row["left_censored"] for row in found if row["zone"] == "甲区"} == {"1"}


def test_all_pages_are_in_a_table(client, monkeypatch):
    monkeypatch.setattr("web.phrase.sheets.MAX_LIMIT", 2)
    assert len(rows(client.get('/matrix.csv?q="免扰清单"').text)) == 12
    assert len(rows(client.get('/absent.csv?q="免扰清单"').text)) == 6
    assert len(reports()) == 12
