"""What is held, as tables."""

import csv
import io
from urllib.parse import unquote

import openpyxl
import pytest
from material.site_corpus import BAISHA, LINXI, REPORTS, SUZAO, report, site

MORE = (
    *REPORTS,
    report("aaaaaaaaaaa5", LINXI, 2019, [("0", 1, None, None, "早年的一份。", None)]),
    report("ddddddddddd4", LINXI, None, [("0", 1, None, None, "没有年份的一份。", None)]),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data"), MORE).test_client()


def rows(answer):
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_a_line_a_report(client):
    found = rows(client.get("/zones.csv"))
    assert {row["报告编号"] for row in found} == {each.id for each in MORE}
    assert [row["报告主体"] for row in found] == [BAISHA, SUZAO, *[LINXI] * 4]  # by the codes of places
    assert [row["年份"] for row in found if row["报告主体"] == LINXI] == ["2023", "2022", "2019", ""]
    first = next(row for row in found if row["报告编号"] == "aaaaaaaaaaa1")
    assert (first["文号"], first["段数"], first["网址"]) == ("临高管〔2023〕2号", "4", "/r/aaaaaaaaaaa1")


def test_a_line_an_issuer_and_year_also_where_nothing_is_held(client):
    found = [row for row in rows(client.get("/coverage.csv")) if row["报告主体"] == LINXI]
    assert [(row["年份"], row["收录份数"]) for row in found] == [
        ("2019", "1"),
        ("2020", "0"),
        ("2021", "0"),
        ("2022", "1"),
        ("2023", "1"),
        ("", "1"),
    ]
    assert [row["报告编号"] for row in found][-1] == "ddddddddddd4"


@pytest.mark.parametrize("path", ["zones", "coverage"])
def test_both_tables_say_the_same(client, path):
    plain = list(csv.reader(io.StringIO(client.get(f"/{path}.csv").data.decode("utf-8-sig"))))
    answer = client.get(f"/{path}.xlsx")
    first, second = openpyxl.load_workbook(io.BytesIO(answer.data)).worksheets
    assert [["" if cell is None else str(cell) for cell in row] for row in first.values] == plain
    assert dict(second.values)["网址"] == f"/{path}"
    assert unquote(answer.headers["Content-Disposition"]).endswith(".xlsx")


@pytest.mark.parametrize("path", ["zones", "coverage"])
def test_what_the_page_leaves_the_table_leaves(client, path):
    assert {row["报告主体"] for row in rows(client.get(f"/{path}.csv?name=白沙"))} == {BAISHA}
    assert {row["报告主体"] for row in rows(client.get(f"/{path}.csv?region=440000"))} == {LINXI, SUZAO}
    assert client.get(f"/{path}.csv?name=甲&name=乙").status_code in (200, 400)
    assert client.get(f"/{path}.xlsx?region=广东").status_code == client.get(f"/{path}?region=广东").status_code


@pytest.mark.parametrize("path", ["zones", "coverage"])
def test_the_pages_lead_to_them(client, path):
    for query in ("", "?name=临溪"):
        page = client.get(f"/{path}{query}").text
        for ending in ("xlsx", "csv"):
            address = f"/{path}.{ending}" + ("?name=临溪" if query else "")
            assert f'href="{address}"' in page
            assert client.get(address).status_code == 200
