"""Reading across, in each browser: an official looks for models for next year's report, a journalist
for what changed; keys, phones, print, without a script, what a screen reader is told."""

import re

import pytest
from material.axe_rules import violations
from material.browsers import WIDTHS, in_each, only_in_chromium

pytestmark = in_each


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS)
def viewport(request):
    return dict(zip(("width", "height"), request.param, strict=True))


def follow(page, what):
    with page.expect_navigation():
        what.click()


def fits(page, viewport):
    return page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("script", [True, False])
def test_an_official_goes_from_last_year_to_a_model_and_its_citation(open_page, ids, viewport, script):
    page = open_page(f"/r/{ids['qinglanwan-2023']}", viewport=viewport, java_script_enabled=script)
    follow(page, page.get_by_role("link", name="同 2022 年比，变了什么"))
    assert fits(page, viewport)
    assert page.locator(".pair").count() > 5
    page.go_back()
    plan = page.locator("section[id='s4']")
    plan.hover()
    follow(page, plan.get_by_role("link", name="别处怎么写"))
    follow(page, page.get_by_role("link", name="读这一部分的写法"))
    assert {"下年安排"} == {said.split(" · ")[0] for said in page.locator(".hit .sum").all_inner_texts()}
    follow(page, page.get_by_role("link", name="并排看").first)
    assert fits(page, viewport)
    model = page.locator(".in-full .where a").last
    whose = model.inner_text()
    assert "青岚湾" not in whose
    follow(page, model)
    assert whose.split()[0] in page.locator(".standing .whose").inner_text()
    page.locator(".cite summary").click()
    assert whose.split()[0] in page.locator("#citation").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_a_journalist_reads_figures_against_last_year(open_page, ids, viewport, script):
    page = open_page(f"/r/{ids['hezhu-2023']}/changes", viewport=viewport, java_script_enabled=script)
    row = page.locator(".figures.was tbody tr").first
    was, now = row.locator("td a").all()
    figure = now.inner_text()
    assert re.search(r"\d", was.inner_text())
    assert page.locator("h2").first.inner_text() == "数字"
    follow(page, now)
    assert figure in page.locator("article.text").inner_text()
    assert "2023" in page.locator(".standing .whose").inner_text()
    page.go_back()
    follow(page, page.locator(".figures.was tbody tr").first.locator("td a").first)
    assert "2022" in page.locator(".standing .whose").inner_text()


def test_two_columns_on_a_desk_and_one_on_a_phone(open_page, ids, viewport):
    page = open_page(f"/r/{ids['hezhu-2023']}/changes", viewport=viewport)
    was, now = (page.locator(f".pair .{side}").first.bounding_box() for side in ("was", "is"))
    assert (now["x"] > was["x"]) == (viewport["width"] > 832)
    assert (now["y"] > was["y"]) == (viewport["width"] <= 832)


def test_with_the_keyboard_alone(open_page, ids):
    page = open_page(f"/r/{ids['hezhu-2023']}/changes")
    page.fill("#with", f"http://localhost/r/{ids['wanglan-2023']}?q=1")
    with page.expect_navigation():
        page.press("#with", "Enter")
    assert "两份报告不是同一主体的。" in page.locator(".notes").inner_text()
    page.locator(".kinds a").first.focus()
    page.keyboard.press("Enter")
    assert re.search(r"#(pairs|new)$", page.url)
    page.locator("details summary").last.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").last.get_attribute("open") is not None


def test_the_link_of_a_section_shows_where_the_keyboard_stands(open_page, ids):
    page = open_page(f"/r/{ids['hezhu-2023']}")
    link = page.locator(".across a").first
    link.focus()
    page.wait_for_timeout(400)  # it fades in
    assert link.evaluate("each => getComputedStyle(each.parentElement).opacity") == "1"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/alike")


@pytest.mark.parametrize("width", [375, 1280])
def test_no_rule_of_axe_is_broken(browser, open_page, axe, ids, width):
    only_in_chromium(browser, "the tree of what is told")
    for path in (f"/r/{ids['hezhu-2023']}/changes", f"/r/{ids['hezhu-2023']}/1.1/alike"):
        page = open_page(path, viewport={"width": width, "height": 800})
        assert violations(axe, page) == []


def test_in_print_nothing_is_left_to_press(browser, open_page, ids):
    only_in_chromium(browser, "printing")
    for path in (f"/r/{ids['hezhu-2023']}/changes", f"/r/{ids['hezhu-2023']}/1.1/alike", f"/r/{ids['hezhu-2023']}"):
        page = open_page(path)
        page.emulate_media(media="print")
        for gone in (".finder", ".row-of-years", ".place", ".across", ".top", ".takeaway"):
            assert not page.locator(gone).filter(visible=True).count(), gone
        assert page.locator(".print-source").last.is_visible()
