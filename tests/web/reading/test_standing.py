"""Where an address leads to in a report, and the same section of another year."""

import re

import pytest
from material.site_corpus import LINXI, report, site

from web.address.parameters import Reading
from web.reading.other_years import beside
from web.reading.standing import standing, steps

SECTIONS = [
    ("0", 1, None, None, "审计开篇。", None),
    ("1", 1, "一、", "审计", "一、审计\n没有。\n审计，再审计。", None),
    ("2", 1, "二、", "信访", "二、信访\n没有。", None),
    ("3", 1, "三、", "存在的问题", "三、存在的问题\n审计不足。", None),
]
RANGES = {"0": [(0, 2)], "1": [(2, 4), (9, 11), (13, 15)], "3": [(8, 10)]}
HERE = report("aaaaaaaaaaa1", LINXI, 2022, SECTIONS)


@pytest.mark.parametrize(
    ("reading", "here", "section", "before", "after"),
    [
        (Reading(), None, None, None, 1),
        (Reading(mark=3), 3, "1", 2, 4),
        (Reading(mark=99), 5, "3", 4, None),
        (Reading(at="0"), 1, "0", None, 2),
        (Reading(at="1"), 2, "1", 1, 3),
        (Reading(at="1~p2"), 3, "1", 2, 4),
        (Reading(at="1~p99"), None, "1", 4, 5),
        (Reading(at="1~c13"), 4, "1", 3, 5),
        (Reading(at="2"), None, "2", 4, 5),  # nothing is marked here: on to what follows, back to what came before
        (Reading(at="3~p2"), 5, "3", 4, None),
        (Reading(at="9.9"), None, None, None, 1),
    ],
)
def test_where_one_comes_to(reading, here, section, before, after):
    at = standing(HERE, reading, RANGES)
    assert (at.here, at.section and at.section.id) == (here, section)
    led = steps(HERE.id, reading, at, 5)
    numbers = [address and int(re.search(r"n=(\d+)#m\1", address)[1]) for address in (led["before"], led["after"])]
    assert numbers == [before, after]


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    other = [
        ("0", 1, None, None, "开篇。", None),
        ("1", 1, "一、", "信访。", "一、信访。\n有。", None),
        ("2", 1, "二、", "別的", "二、別的\n审计。", None),
        ("2.1", 2, "（一）", "存在问题", "（一）存在问题\n无。", None),
    ]
    return site(tmp_path_factory.mktemp("data"), (HERE, report("aaaaaaaaaaa2", LINXI, 2023, other)))


@pytest.mark.parametrize(
    ("section", "there"),
    [("0", "0"), ("1", "1"), ("2", "1"), ("3", None), ("9", None)],  # by heading, by number, not at all
)
def test_the_same_section_of_another_year(app, section, there):
    at_hand = app.extensions["xunzhang"]
    found = beside(at_hand, at_hand.store.report("aaaaaaaaaaa2"), f"aaaaaaaaaaa1/{section}")
    assert (found and found.id) == there


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/r/aaaaaaaaaaa2?q=审计&beside=aaaaaaaaaaa1/2", "/r/aaaaaaaaaaa2?q=%E5%AE%A1%E8%AE%A1&at=1#s1"),
        ("/r/aaaaaaaaaaa2?q=审计&beside=aaaaaaaaaaa1/3&lang=en", "/r/aaaaaaaaaaa2?q=%E5%AE%A1%E8%AE%A1&lang=en"),
        ("/r/aaaaaaaaaaa2?beside=nothing/3", "/r/aaaaaaaaaaa2"),
    ],
)
def test_another_year_keeps_section_and_search(app, address, leads):
    answer = app.test_client().get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, leads)


@pytest.mark.parametrize("wrong", ["at=1~x", "at=1~p", "beside=1", "beside=a/b/c"])
def test_no_place_is_refused(app, wrong):
    answer = app.test_client().get(f"/r/aaaaaaaaaaa1?{wrong}")
    assert answer.status_code == 400
    assert "从报告开头读" in answer.text


@pytest.mark.parametrize(
    ("referrer", "back"),
    [
        ("http://localhost/search?q=%E5%AE%A1&year=2022", "/search?q=%E5%AE%A1&amp;year=2022"),
        ("http://elsewhere.example/search?q=x", "/search?q=审计"),
        ("http://localhost/zones", "/search?q=审计"),
        (None, "/search?q=审计"),
    ],
)
def test_back_to_the_list(app, referrer, back):
    headers = {"Referer": referrer} if referrer else {}
    text = app.test_client().get("/r/aaaaaaaaaaa1?q=审计", headers=headers).text
    assert re.search(r'class="back" href="([^"]*)"', text)[1] == back
