"""The facets as one sees them: which, in which order, what is folded, and the range of years."""

import re

import pytest
from material.few_reports import report
from material.site_corpus import site


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    made = [
        report(f"{year}{zone[:1]}", "柳叶清单一项", "其他", year=year, zone=zone, place=place)
        for year in (2019, 2020, 2022)
        for zone, place in (
            ("火炬区", ("广东省", "潮州市")),
            ("云岭区", ("广东省", "揭阳市")),
            ("柳坪区", ("江苏省", None)),
        )
    ]
    return site(tmp_path_factory.mktemp("data"), made).test_client()


def facets(client, query=""):
    text = client.get(f"/search?q=柳叶清单&{query}").text
    return text, re.findall(r'<section class="facet" aria-labelledby="facet-(\w+)"', text)


def within(text):
    """Whether the places below each province are open."""
    return [" open" in tag for tag in re.findall(r'<details class="within"[^>]*>', text)]


def test_issuers_stand_before_places_and_what_has_one_value_is_left_out(client):
    text, shown = facets(client)
    assert shown == ["year", "zone", "region"]  # one level, one kind, no parts
    assert within(text) == [False]


@pytest.mark.parametrize(
    ("query", "shown", "open"),
    [
        ("zone=火炬区", ["year", "zone", "region"], [False]),
        ("kind=法治政府建设", ["year", "zone", "kind", "region"], [False]),
        ("year=2022", ["year", "zone", "region"], [False]),
        ("region=445100", ["year", "zone", "region"], [True]),
        ("region=440000", ["year", "zone", "region"], [True]),
    ],
)
def test_what_is_chosen_stays_to_be_let_go_of(client, query, shown, open):
    text, found = facets(client, query)
    assert set(found) <= set(shown)
    assert query.partition("=")[0] in found
    assert found == [facet for facet in shown if facet in found]
    assert within(text) == open or "region" not in found


def test_a_range_of_years_is_among_the_facets(client):
    text, _ = facets(client, "year=2020..&sort=newest")
    year = re.search(r'aria-labelledby="facet-year".*?</section>', text, re.DOTALL)[0]
    form = re.search(r'<form class="span".*?</form>', year, re.DOTALL)[0]
    assert re.findall(r"<option( selected)?>(\d{4})<", form) == [
        *(("", "2019"), (" selected", "2020"), ("", "2022")),
        *(("", "2019"), ("", "2020"), ("", "2022")),
    ]
    assert re.findall(r'name="(\w+)" value="([^"]*)"', form) == [("q", "柳叶清单"), ("sort", "newest")]
    answer = client.get("/search?q=柳叶清单&sort=newest&year_from=2019&year_to=2020")
    assert answer.location.endswith("year=2019..2020&sort=newest")


def test_the_profile_marks_what_is_chosen(client):
    text, _ = facets(client, "zone=云岭区")
    most = re.search(r'<ol class="most".*?</ol>', text, re.DOTALL)[0]
    assert re.findall(r'aria-current="true">([^<]+)<', most) == ["云岭区"]
    assert most.index("云岭区") < most.index("火炬区")
    assert "aria-current" not in re.search(r'<ol class="most".*?</ol>', facets(client)[0], re.DOTALL)[0]
