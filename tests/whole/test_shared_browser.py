"""The official's draft and the journalist's report, in each browser: what others have, where it
stands, since when, and how it is cited; keys, phones, print, without script."""

import re
from urllib.parse import quote

import pytest
from material.axe_rules import violations
from material.browsers import WIDTHS, in_each, only_in_chromium

pytestmark = in_each
# Two sentences of the sample, and one that is nobody's.
HELD = "办理市人大代表建议4件、市政协提案6件"
DRAFT = f"今年{HELD}，全部办结。\n首创扫码提意见，群众随手一扫就能说一句心里话。"


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS)
def viewport(request):
    return dict(zip(("width", "height"), request.param, strict=True))


def follow(page, what):
    with page.expect_navigation():
        what.click()


@pytest.mark.parametrize("script", [True, False])
def test_the_official_from_a_draft_to_a_section_to_its_citation(open_page, viewport, script):
    page = open_page("/", viewport=viewport, java_script_enabled=script)
    follow(page, page.get_by_role("link", name="粘贴一份稿子，看哪些话别处也有"))
    page.fill("#text", DRAFT)
    follow(page, page.get_by_role("button", name="对照"))
    assert HELD in page.locator(".pasted .shared").first.inner_text()
    assert "心里话" not in "".join(page.locator(".pasted .shared, .pasted .formula").all_inner_texts())
    assert quote(HELD) not in page.url
    row = page.locator("section[aria-labelledby=passages] .passages li", has_text="办理市人大代表建议").first
    follow(page, row.locator("a").first)
    assert "/r/" in page.url
    assert quote(HELD[2:8]) not in page.url
    assert page.evaluate("document.referrer") == ""
    target = page.locator(":target")
    assert HELD[:9] in target.inner_text() + target.locator("xpath=ancestor-or-self::section").inner_text()
    page.locator(".cite summary").click()
    assert "[R/OL]" in page.locator("#citation").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("script", [True, False])
def test_the_journalist_from_a_report_to_the_oldest_source(open_page, ids, viewport, script):
    page = open_page(f"/r/{ids['hezhu-2021']}", viewport=viewport, java_script_enabled=script)
    follow(page, page.get_by_role("link", name="哪些话别处也有"))
    assert re.fullmatch(r"[\d.]+ %", page.locator(".shares dd").first.inner_text())
    row = page.locator(".passages li").first
    said = row.locator(".said").inner_text()
    follow(page, row.get_by_role("link", name=re.compile("^最早")))
    assert said.strip("，。")[:10] in page.locator("article").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    page.go_back()
    follow(page, page.get_by_role("link", name="20 字"))
    assert "（20 字以上）" in page.locator(".shares").inner_text()


def test_the_margin_is_switched_on_and_off(open_page, ids):
    page = open_page(f"/r/{ids['hezhu-2021']}")
    assert page.locator("article .shared").count() == 0
    follow(page, page.get_by_role("link", name="在文中标出", exact=True))
    assert page.locator("article p .shared, article p .formula").count() > 0
    assert page.locator("article .told").count() > 0
    follow(page, page.get_by_role("link", name="不标"))
    assert page.locator("article .shared").count() == 0


def test_a_draft_is_sent_with_the_keyboard(open_page):
    page = open_page("/draft")
    page.locator("#text").focus()
    page.keyboard.insert_text(DRAFT)
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "submit"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".pasted .shared").count() > 0


def test_a_draft_that_is_too_long_is_said_and_stays(open_page):
    page = open_page("/draft")
    page.evaluate("document.getElementById('text').removeAttribute('maxlength')")
    page.fill("#text", "法" * 20_001)
    follow(page, page.get_by_role("button", name="对照"))
    assert "太长了" in page.get_by_role("alert").inner_text()
    assert page.locator("#text").input_value() == "法" * 20_001


@pytest.mark.parametrize("width", [375, 1280])
def test_what_a_screen_reader_is_told(browser, open_page, axe, ids, width):
    only_in_chromium(browser, "the tree of what is told")
    page = open_page("/draft", viewport={"width": width, "height": 800})
    assert violations(axe, page) == []
    page.fill("#text", DRAFT)
    follow(page, page.get_by_role("button", name="对照"))
    assert violations(axe, page) == []
    page = open_page(f"/r/{ids['hezhu-2021']}/shared", viewport={"width": width, "height": 800})
    assert violations(axe, page) == []


def test_print_shows_what_is_shared_and_no_form(browser, open_page, ids):
    only_in_chromium(browser, "print")
    page = open_page(f"/r/{ids['hezhu-2021']}/shared")
    page.emulate_media(media="print")
    assert page.locator(".passages").first.is_visible()
    assert not page.locator("form.search").is_visible()
    page = open_page("/draft")
    page.fill("#text", DRAFT)
    follow(page, page.get_by_role("button", name="对照"))
    page.emulate_media(media="print")
    assert page.locator(".pasted").is_visible()
    assert not page.locator(".drafting").is_visible()


def test_in_forced_colours_the_margin_stays(browser, open_page, ids):
    only_in_chromium(browser, "forced colours")
    page = open_page(f"/r/{ids['hezhu-2021']}?shared=1", forced_colors="active")
    drawn = page.locator("article .told").first.evaluate("each => getComputedStyle(each, '::before').backgroundColor")
    assert drawn not in ("rgba(0, 0, 0, 0)", "transparent")
