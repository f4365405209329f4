"""Equal sections of several reports are shown once, and counted as ever."""

import re

import pytest
from material.few_reports import report
from material.site_corpus import site

from web.finding.same_text import folded

SAME = "全面推行柳叶清单，做到应公开尽公开。"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    made = [report(f"{year}same", SAME, f"{year}年柳叶清单另有{year}项。", year=year) for year in range(2018, 2023)]
    made.append(report("other", SAME.replace("，", "、 "), year=2023, zone="云岭区"))
    return site(tmp_path_factory.mktemp("data"), made).test_client()


def shown(client, query):
    text = client.get(f"/search?q=柳叶清单&{query}").text
    folds = [int(n) for n in re.findall(r"本页另有同文 (\d+) 处", text)]
    inside = re.findall(r'<details class="same">.*?</details>', text, re.DOTALL)
    return text, text.count('<article class="hit">'), folds, [len(re.findall("<li>", each)) for each in inside]


def test_equal_sections_fold_on_the_page(client):
    text, hits, folds, inside = shown(client, "")
    assert (hits, folds, inside) == (6, [5], [5])
    assert re.search(r"<strong>11 段</strong>", text)  # the count is that of the search


def test_each_page_folds_its_own(client):
    """Paging is by hits: four of them make a page, whatever folds."""
    first, second = (shown(client, f"sort=oldest&limit=4&offset={offset}") for offset in (0, 4))
    for text, hits, folds, _ in (first, second):
        assert hits + sum(folds) == 4
        assert "第" in text
    assert "共 3 页" in first[0]


def test_what_stands_on_other_pages_is_said(client):
    """Of six that say the same some stand here, folded or not, and the rest elsewhere."""
    for offset in range(0, 11, 4):
        text, _, folds, _ = shown(client, f"sort=oldest&limit=4&offset={offset}")
        hits = client.get(f"/api/search?q=柳叶清单&sort=oldest&limit=4&offset={offset}").json["hits"]
        here = sum("公开尽公开" in hit["snippet"]["text"] for hit in hits)
        assert re.findall(r">别页另有同文 (\d+) 处<", text) == [str(6 - here)] * (here > 0)
        assert sum(folds) == max(0, here - 1)
    where = re.search(r'href="(/r/[^"]+/alike)" rel="nofollow">别页', shown(client, "sort=oldest&limit=4")[0])[1]
    assert client.get(where).status_code == 200
    assert "别页" not in shown(client, "")[0]  # all of them stand here


def test_what_leaves_the_site_is_whole(client):
    hits = client.get("/api/search?q=柳叶清单&limit=50").json["hits"]
    assert len(hits) == 11
    assert client.get("/search.csv?q=柳叶清单").text.count("柳叶清单") >= 11


def test_other_figures_are_another_text(client):
    _, hits, folds, _ = shown(client, "year=2018&year=2019")
    assert (hits, folds) == (3, [1])


@pytest.mark.parametrize(
    ("items", "groups"),
    [
        ("", []),
        ("abc", [("a", ""), ("b", ""), ("c", "")]),
        ("aXbA", [("a", "A"), ("X", ""), ("b", "")]),
        ("aAbBa", [("a", "Aa"), ("b", "B")]),
    ],
)
def test_the_first_stands_for_all(items, groups):
    assert [(first, "".join(rest)) for first, rest in folded(items, str.lower)] == groups
