"""Reading a hit in each browser, from the list to the next mark, another year and back, at three
widths."""

from urllib.parse import unquote

import pytest
from material.axe_rules import violations
from material.browsers import in_each

pytestmark = in_each

WIDTHS = {"phone": (375, 700), "tablet": (1024, 768), "desk": (1280, 800)}
QUERIES = ["行政复议", '"审计"', "信访", "公开"]
SEEN = """() => { const mark = document.querySelector(".text mark.here"), box = mark.getBoundingClientRect();
  return box.top >= document.querySelector(".standing").getBoundingClientRect().bottom
    && box.bottom <= document.querySelector(".steps").getBoundingClientRect().top; }"""


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS)
def viewport(request):
    width, height = request.param
    return {"width": width, "height": height}


def at(page):
    """The number of the mark one stands at, as the steps say it and as it is lit."""
    said, lit = page.inner_text(".steps b"), page.locator(".text mark.here[id]")
    assert lit.count() == 1
    assert lit.get_attribute("id") == f"m{said}"
    return int(said)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("q", QUERIES)
def test_no_opening_skips_a_mark(open_page, root, viewport, q, script):
    """One arrives at the first mark of the section, lit and in sight; the next is the next."""
    page = open_page(f"/search?q={q}", viewport=viewport, java_script_enabled=script)
    opened = 0
    for href in [link.get_attribute("href") for link in page.locator(".hit h2 a, .hit .sum a").all()][:16]:
        page.goto(root + href)
        anchor = unquote(href.partition("#")[2])
        inside = page.locator(f'[id="{anchor}"] mark[id]')
        if not inside.count():
            continue
        first, total = at(page), page.locator(".text mark[id]").count()
        assert f"m{first}" == inside.first.get_attribute("id")
        if script:
            page.wait_for_function(SEEN)
            page.keyboard.press("n")
        elif first < total:
            with page.expect_navigation():
                page.click(".steps [rel=next]")
        assert at(page) == min(first + 1, total)
        opened += 1
    assert opened > 2


def test_stepping_back_from_where_one_arrived(open_page, viewport, ids):
    page = open_page(f"/r/{ids['hezhu-2022']}?q=工作&n=2#m2", viewport=viewport)
    page.click(".steps [rel=prev]")
    assert at(page) == 1
    assert page.locator(".steps [rel=prev]").get_attribute("href") is None
    page.click(".steps [rel=next]")
    page.click(".steps [rel=prev]")
    assert at(page) == 1


def test_the_next_mark_is_the_next_from_where_one_reads(open_page, ids):
    page = open_page(f"/r/{ids['hezhu-2022']}?q=工作", viewport={"width": 1280, "height": 400})
    page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    below = page.evaluate(
        """() => [...document.querySelectorAll(".text mark[id]")].find((mark) =>
             mark.getBoundingClientRect().bottom > document.querySelector(".standing").getBoundingClientRect().bottom).id"""
    )
    page.keyboard.press("n")
    assert page.locator("mark.here").first.get_attribute("id") == below != "m1"


def test_the_line_says_where_one_is_and_leads_back(open_page, root, viewport):
    page = open_page("/search?q=行政复议&sort=newest&year=2022..2023", viewport=viewport)
    listed = page.url
    hit = page.locator(".hit").first
    zone, year, own = (hit.locator(part).inner_text() for part in (".where .zone", ".where .year", "h2 .own"))
    with page.expect_navigation():
        hit.locator("h2 a").click()
    line = page.locator(".standing")
    assert line.locator(".whose").inner_text().split() == [zone, year]
    assert own in "".join(line.locator(".in").inner_text().split())
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert line.bounding_box()["y"] == 0
    assert line.bounding_box()["height"] <= 64
    if viewport["width"] <= 1200:
        for where in ("outline", "facts"):
            page.click(f".standing .to-{where}")
            box = page.locator(f"#{where}").bounding_box()
            assert line.bounding_box()["height"] - 1 <= box["y"] < viewport["height"] * 0.7
    page.keyboard.press("n")
    page.goto(root + page.evaluate("location.pathname + location.search"))  # a new page: what one came from is kept
    with page.expect_navigation():
        page.click(".standing .back")
    assert page.url == listed


def test_another_year_opens_at_the_section_one_reads(open_page, viewport):
    page = open_page("/search?q=行政复议 信访&zone=盐城鹤渚经济开发区&year=2022", viewport=viewport)
    with page.expect_navigation():
        page.locator(".hit h2 a").first.click()
    page.click(".outline a[href='#s3']") if viewport["width"] > 1200 else page.evaluate("location.hash = '#s3'")
    page.wait_for_function("() => document.querySelector('.row-of-years a').href.includes('%2F3')")
    section = page.inner_text(".standing .in")
    with page.expect_navigation():
        page.locator(".row-of-years a").first.evaluate("(link) => link.click()")
    assert "q=" in page.url
    assert page.url.endswith(page.locator(".standing .in").get_attribute("href"))
    assert page.inner_text(".standing .in").partition("、")[2] == section.partition("、")[2]


def test_axe_finds_nothing(axe, open_page, ids, viewport):
    page = open_page(f"/r/{ids['hezhu-2022']}?q=行政复议&at=2#s2", viewport=viewport, reduced_motion="reduce")
    assert violations(axe, page) == []
