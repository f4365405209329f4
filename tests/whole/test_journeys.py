"""What people do from end to end, in each browser over the shipped sample. Pieces of these ways are in
test_pages_browser."""

import csv
import io
import re
from urllib.parse import unquote, urlsplit

import pytest
from material.browsers import in_each, only_in_chromium
from material.page_types import PAGE_TYPES

pytestmark = in_each

PHONE = {"width": 375, "height": 700}
FIRST_PAGE = 100_000  # bytes over the wire, everything the page asks for included
SHIFT = 0.02  # of Google's cumulative layout shift
SHIFTED = """() => new Promise((done) => { let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 250); })"""


def place(page):
    """Where the browser stands: path, query and fragment."""
    return unquote(page.evaluate("location.pathname + location.search + location.hash"))


def count(page):
    """The number of sections the page of results gives."""
    return int(page.inner_text("#count strong").split()[0].replace(",", ""))


def follow(page, what):
    """Click a link and wait until its page is there."""
    with page.expect_navigation():
        page.click(what) if isinstance(what, str) else what.click()


@pytest.mark.parametrize("script", [True, False])
def test_search_facet_section_link_and_back(open_page, root, script):
    """Every step leaves an address that leads back to it; a facet value gives as many sections as
    it says."""
    page = open_page("/", java_script_enabled=script)
    page.fill("#q", '"行政复议"')
    with page.expect_navigation():
        page.press("#q", "Enter")
    everything = count(page)
    value = page.locator('.facet[aria-labelledby="facet-year"] .value').first
    promised = int(value.locator(".count").inner_text())
    follow(page, value)
    assert count(page) == promised < everything
    assert page.locator(".hit").count() == promised
    filtered = place(page)
    hit = page.locator(".hit").first
    permalink = hit.locator(".permalink").get_attribute("href")
    heading = hit.locator("h2 .own").inner_text()
    follow(page, ".hit h2 a")
    anchor = place(page).partition("#")[2]
    assert heading in "".join(page.locator(f'[id="{anchor}"]').inner_text().split())
    assert page.locator(f'[id="{anchor}"] mark').first.inner_text() == "行政复议"
    page.go_back()
    assert place(page) == filtered
    page.go_forward()
    assert place(page).endswith(f"#{anchor}")
    page.goto(root + permalink)
    assert place(page).partition("#")[2] == anchor
    assert page.evaluate("document.querySelector(':target') !== null") if script else True


def test_what_is_copied_is_the_link_of_the_section(browser, open_page, root):
    only_in_chromium(browser, "the clipboard")
    page = open_page('/search?q="行政复议"', permissions=["clipboard-read", "clipboard-write"])
    follow(page, ".hit h2 a")
    section = page.locator(".text section", has=page.locator("mark")).first
    section.locator(".permalink").first.click()
    copied = page.wait_for_function("navigator.clipboard.readText()").json_value()
    before = section.get_attribute("id"), section.inner_text().replace("✓", "§")
    page.goto(copied)
    assert (place(page).partition("#")[2], page.locator(":target").inner_text()) == before


def test_by_keyboard_alone(open_page):
    """From the front page to the second mark of a report without a mouse; what has the focus can be
    seen."""
    page = open_page("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("行政复议")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    reach(page, ".facet .value")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    reach(page, ".hit h2 a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.keyboard.press("n")
    assert page.locator("mark.here").count() == 1
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == "行政复议"


def reach(page, selector):
    """Tab until something has the focus; whatever has it on the way is visible and outlined."""
    for _ in range(80):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """(selector) => { const here = document.activeElement, box = here.getBoundingClientRect();
                 const style = getComputedStyle(here);
                 return {found: here.matches(selector), name: here.outerHTML.slice(0, 120), size: box.width * box.height,
                         marked: here.matches("#q") || style.outlineStyle !== "none"}; }""",
            selector,
        )
        assert seen["size"] > 0, seen["name"]
        assert seen["marked"], seen["name"]
        if seen["found"]:
            return
    pytest.fail(f"{selector} is not reached by Tab")


def test_tab_can_always_go_on(open_page):
    """No trap, and the order of the focus is that of the page."""
    page = open_page("/search?q=行政复议&view=kwic")
    order = []
    for _ in range(150):
        page.keyboard.press("Tab")
        order.append(
            page.evaluate(
                """() => { const all = [...document.querySelectorAll('*')];
                           return document.activeElement === document.body ? -1 : all.indexOf(document.activeElement); }"""
            )
        )
        if order[-1] == -1 or order[-1] < max(order):
            break
    else:
        pytest.fail("Tab does not come to the end")
    assert order[:-1] == sorted(set(order[:-1]))


def test_the_whole_way_on_a_phone(browser, open_page):
    only_in_chromium(browser, "a phone's touch")
    page = open_page("/", viewport=PHONE, has_touch=True, is_mobile=True)
    page.fill("#q", "行政复议")
    with page.expect_navigation():
        page.tap("button[type=submit]")
    everything = count(page)
    page.tap(".to-facets")
    assert page.locator(".facets").is_visible()
    value = page.locator('.facets .facet[aria-labelledby="facet-zone"] .value').first
    with page.expect_navigation():
        value.tap()
    # Closing the sheet is a step to #hits: the next one must not be taken for it.
    with page.expect_navigation(url="**#hits"):
        page.tap(".sheet-head .done")
    assert 0 < count(page) < everything
    with page.expect_navigation(url=lambda address: "zone=" not in address):
        page.locator(".chips a").first.tap()
    assert count(page) == everything
    with page.expect_navigation():
        page.locator(".hit h2 a").first.tap()
    page.locator(".steps [rel=next]").tap()
    assert page.locator("mark.here").count() == 1
    box = page.locator("mark.here").bounding_box()
    assert 0 <= box["y"] <= PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_composition_is_left_alone(browser, open_page):
    """As an input method does it, through Chromium's own: nothing is asked and nothing sent before
    it is done."""
    only_in_chromium(browser, "what an input method types")
    page = open_page("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.focus("#q")
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "xing zheng", "selectionStart": 10, "selectionEnd": 10})
    method.send(
        "Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    )
    page.evaluate(
        """() => document.getElementById("q").dispatchEvent(
             new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true, cancelable: true}))"""
    )
    page.wait_for_timeout(300)
    assert [address for address in asked if "/static/" not in address] == []
    assert place(page) == "/"
    method.send("Input.insertText", {"text": "行政"})
    page.locator("#continuations li").first.wait_for()
    assert page.input_value("#q") == "行政"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert place(page) == "/search?q=行政"


def test_dark_and_english_stay_on_the_way(browser, open_page):
    only_in_chromium(browser, "dark colours")
    page = open_page("/?lang=en", color_scheme="dark")
    page.fill("#q", "行政复议")
    with page.expect_navigation():
        page.press("#q", "Enter")
    assert "lang=en" in place(page)
    follow(page, ".facet .value")
    assert "lang=en" in place(page)
    follow(page, ".hit h2 a")
    assert "lang=en" in place(page)
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute(".text", "lang") == "zh-Hans"  # the report is quoted, not translated
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert sum(map(int, ground.removeprefix("rgb(").removesuffix(")").split(","))) < 3 * 64
    follow(page, ".facts dd a")
    assert "lang=en" in place(page)
    follow(page, '.site a[hreflang="zh-Hans"]')
    assert "lang=en" not in place(page)


def test_the_table_holds_what_the_page_says(open_page):
    page = open_page('/search?q="行政复议"&year=2021..2023', accept_downloads=True)
    with page.expect_download() as waiting:
        page.click('.exports a:has-text("CSV")')
    raw = waiting.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    columns, *body = rows
    assert len(body) == count(page)
    assert {row[columns.index("年份")] for row in body} <= {"2021", "2022", "2023"}
    shown = {urlsplit(link.get_attribute("href")).path for link in page.locator(".hit .permalink").all()}
    assert shown <= {urlsplit(row[columns.index("固定链接")]).path for row in body}
    assert re.fullmatch(r"寻章-行政复议-\d{4}-\d\d-\d\d\.csv", waiting.value.suggested_filename)


@pytest.mark.parametrize(
    "address",
    ['/search?q="行政复议火星"&year=2021', "/search?q=行政复议 火星人&zone=火星区", "/search?q=年份:1999 审计"],
)
def test_every_way_out_of_nothing_leads_to_something(open_page, root, address):
    page = open_page(address)
    ways = page.locator(".nothing a").all()
    assert ways
    promised = {}
    for way in page.locator(".nothing li").all():
        href = way.locator("a").get_attribute("href")
        number = way.locator(".count")
        promised[href] = int(number.inner_text().split()[0].replace(",", "")) if number.count() else None
    for href, number in promised.items():
        page.goto(root + href)
        if number is not None:
            assert count(page) == number > 0
        else:
            assert page.locator("table.held-years a").count() > 0


@pytest.mark.parametrize("name", ["front", "list", "kwic", "by report", "marked report", "zones"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, PHONE], ids=["desk", "phone"])
def test_nothing_moves_while_a_page_is_drawn(open_page, ids, name, viewport):
    page = open_page(PAGE_TYPES[name].address(ids), viewport=viewport)
    assert page.evaluate(SHIFTED) < SHIFT


@pytest.mark.parametrize("name", ["front", "list", "all sections", "kwic", "marked report", "zones"])
def test_a_first_visit_is_light(browser, root, ids, name):
    context = browser.new_context()
    page = context.new_page()
    sizes = {}
    page.on("requestfinished", lambda request: sizes.update({request.url: request.sizes()}))
    page.goto(root + PAGE_TYPES[name].address(ids), wait_until="networkidle")
    total = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes.values())
    context.close()
    assert len(sizes) >= 3  # the page, its style, its script
    assert all(url.startswith(root) for url in sizes)  # nothing from elsewhere
    assert total < FIRST_PAGE


def test_a_page_printed_is_the_text_and_where_it_is(browser, open_page, ids):
    only_in_chromium(browser, "paper")
    page = open_page(PAGE_TYPES["marked report"].address(ids))
    page.emulate_media(media="print")
    assert page.locator(".print-source").is_visible()
    for hidden in (".top", ".outline", ".facts", ".steps", ".foot", ".notice"):
        assert not page.locator(hidden).first.is_visible(), hidden


def test_the_page_grows_with_the_letters(open_page, ids):
    """At twice the size of letters nothing is cut off sideways (WCAG 1.4.4, 1.4.10)."""
    for name in ("front", "filtered", "marked report", "zones"):
        page = open_page(PAGE_TYPES[name].address(ids), viewport={"width": 640, "height": 512})
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, name
