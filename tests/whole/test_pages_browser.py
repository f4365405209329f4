"""The pages in a real browser: the journey from a search to a copied link, with and without a
script, by keyboard, on a phone."""

import re
from urllib.parse import unquote

import pytest
from material.loopback import served
from material.site_corpus import HOSTILE, site

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (make test installs it)")

PHONE = {"width": 375, "height": 700}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The site over a few reports, on loopback."""
    data = tmp_path_factory.mktemp("data")
    site(data)
    with served(data) as address:
        yield address


def place(page):
    """Where the browser stands: path, query and fragment."""
    return unquote(page.evaluate("location.pathname + location.search + location.hash"))


@pytest.mark.parametrize("script", [True, False])
def test_from_a_search_to_a_section(open_page, script):
    page = open_page("/", java_script_enabled=script)
    page.fill("#q", '"一网通办"')
    page.press("#q", "Enter")
    page.wait_for_url("**/search?*")
    assert "3 段" in page.inner_text("#count")
    page.click('.facet .value:has-text("2022")')
    page.wait_for_url("**year=2022*")
    assert "1 段" in page.inner_text("#count")
    page.click(".hit h2 a")
    page.wait_for_url("**/r/aaaaaaaaaaa1*")
    assert place(page).endswith("#s1.1")
    assert page.locator("mark").count() == 3
    page.go_back()
    assert "1 段" in page.inner_text("#count")
    page.go_forward()
    assert page.locator("mark.here").get_attribute("id") == "m1"
    page.click(".steps [rel=next]")
    page.wait_for_url("**n=2#m2")
    assert page.locator("mark.here").inner_text() == "一网通办"


def test_a_copied_link_leads_to_the_same_place(open_page, root):
    page = open_page("/r/aaaaaaaaaaa1", permissions=["clipboard-read", "clipboard-write"])
    page.hover("#s2 .lead")
    page.click("#s2 .lead .permalink")
    playwright.expect(page.locator("#s2 .lead .permalink")).to_have_text("✓")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(re.escape(root) + "/r/aaaaaaaaaaa1/2[?]t=[a-z2-7]{16}", copied)
    page.goto(copied)
    assert place(page) == "/r/aaaaaaaaaaa1#s2"


def test_a_paragraph_has_a_link_of_its_own(open_page, root):
    page = open_page("/r/aaaaaaaaaaa1", permissions=["clipboard-read", "clipboard-write"])
    page.hover("#s2p2")
    page.click("#s2p2 .permalink")
    playwright.expect(page.locator("#s2p2 .permalink")).to_have_text("✓")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(re.escape(root) + "/r/aaaaaaaaaaa1/2[?]p=2&t=[a-z2-7]{16}", copied)
    assert place(page).endswith("#s2p2")
    page.goto(copied)
    assert place(page) == "/r/aaaaaaaaaaa1#s2p2"


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize(("paragraph", "anchor"), [("", "#s2"), ("&p=2", "#s2p2")])
def test_what_is_said_of_an_address_is_in_view(open_page, width, paragraph, anchor):
    page = open_page("/r/aaaaaaaaaaa1", viewport={"width": width, "height": 260})
    page.goto(page.url + f"/2?t=cut{paragraph}")
    assert place(page).endswith(anchor)
    playwright.expect(page.locator(".text .note")).to_be_in_viewport(ratio=1)


def test_the_outline_follows_and_leads(open_page):
    page = open_page("/r/aaaaaaaaaaa1", viewport={"width": 1280, "height": 260})
    page.click('.outline a[href="#s2"]')
    playwright.expect(page.locator(".outline li.now")).to_contain_text("存在的问题")


def test_steps_by_script_do_not_load_the_page_again(open_page):
    page = open_page('/r/aaaaaaaaaaa1?q="一网通办"')
    page.evaluate("window.same = true")
    for number in (1, 2, 3):
        page.keyboard.press("n")
        assert page.locator("mark.here").get_attribute("id") == f"m{number}"
    assert page.evaluate("window.same")
    assert place(page).endswith("n=3#m3")


def test_keyboard_only(open_page):
    page = open_page("/search?q=行政复议")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert place(page).endswith("#main")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.hit h2 a')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/r/*")


def test_enter_belongs_to_the_input_method_while_it_composes(open_page):
    page = open_page("/")
    page.fill("#q", "yiwang")
    stopped = page.evaluate(
        """() => { const event = new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true, cancelable: true});
                   document.getElementById("q").dispatchEvent(event); return event.defaultPrevented; }"""
    )
    assert stopped
    assert place(page) == "/"


def test_continuations(open_page):
    page = open_page("/")
    page.type("#q", "一网")
    first = page.locator("#continuations li").first
    playwright.expect(first).to_contain_text("一网通办")
    page.keyboard.press("ArrowDown")
    assert page.input_value("#q").startswith("一网")
    assert page.get_attribute("#q", "aria-activedescendant") == "continuation-0"
    page.keyboard.press("Escape")
    assert page.input_value("#q") == "一网"
    assert not page.locator("#continuations").is_visible()


@pytest.mark.parametrize(
    "address", ["/", "/search?q=行政复议", "/search?q=行政复议&view=kwic", "/r/aaaaaaaaaaa1?q=一网通办", "/zones"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_wider_than_a_phone(open_page, address, lang):
    joined = address + ("&" if "?" in address else "?") + "lang=en" if lang == "en" else address
    page = open_page(joined, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("script", [True, False])
def test_filters_on_a_phone(open_page, script):
    page = open_page("/search?q=行政复议", viewport=PHONE, java_script_enabled=script)
    assert not page.locator(".facets").is_visible()
    page.click(".to-facets")
    assert page.locator(".facets").is_visible()
    page.click('.facet .value:has-text("2022")')
    page.wait_for_url("**year=2022*")
    if script:  # it stays for the next value and says what there is; without a script a page is loaded
        assert page.locator(".facets").is_visible()
        page.click(".sheet-head .done")
    assert not page.locator(".facets").is_visible()


def test_dark(open_page):
    light = open_page("/search?q=行政复议").evaluate("getComputedStyle(document.documentElement).backgroundColor")
    dark = open_page("/search?q=行政复议", color_scheme="dark").evaluate(
        "getComputedStyle(document.documentElement).backgroundColor"
    )
    assert light != dark


def test_english(open_page):
    page = open_page("/search?q=行政复议")
    page.click('.site a[hreflang="en"]')
    assert "sections" in page.inner_text("#count")
    page.click(".hit h2 a")
    assert "lang=en" in place(page)
    assert "Contents" in page.inner_text(".outline")


def test_hostile_text_is_text(open_page):
    page = open_page("/search")
    page.fill("#q", HOSTILE)
    page.press("#q", "Enter")
    page.wait_for_load_state()
    page.goto(page.url.split("/search")[0] + "/r/bbbbbbbbbbb1")
    assert "<script>alert(1)</script>" in page.inner_text(".text")


def test_csv_comes_as_a_file(open_page):
    page = open_page("/search?q=一网通办", accept_downloads=True)
    with page.expect_download() as waiting:
        page.click('.exports a:has-text("CSV")')
    assert re.fullmatch(r"寻章-一网通办-\d{4}-\d\d-\d\d\.csv", waiting.value.suggested_filename)


def test_layout_does_not_shift(open_page):
    page = open_page("/search?q=行政复议")
    shift = page.evaluate(
        """() => new Promise((done) => { let sum = 0; new PerformanceObserver((list) => {
             for (const entry of list.getEntries()) sum += entry.value; }).observe({type: "layout-shift", buffered: true});
             setTimeout(() => done(sum), 200); })"""
    )
    assert shift < 0.01


UNDER = """() => { const line = getComputedStyle(document.querySelector(".top"), "::after");
  return line.content === "none" ? null : [line.borderBottomWidth, Number(line.opacity)]; }"""


@pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
@pytest.mark.parametrize(
    ("address", "settings", "line"),
    [
        ("/search?q=一", {}, True),
        ("/search?q=一", {"viewport": {"width": 1600, "height": 480}, "color_scheme": "dark"}, True),
        ("/search?q=一", {"forced_colors": "active"}, True),
        ("/zones", {}, True),
        ("/r/aaaaaaaaaaa1", {}, False),  # its head goes, the line it stands in stays
    ],
)
def test_a_line_parts_the_head_from_what_passes_below(open_page, address, settings, line):
    page = open_page(address, **{"viewport": {"width": 1024, "height": 480}, **settings})
    assert page.evaluate("document.documentElement.scrollHeight - innerHeight") > 100
    page.evaluate("scrollTo(0, 100)")
    page.wait_for_function("scrollY === 100")
    page.wait_for_timeout(100)  # a frame, in which the line follows
    found = page.evaluate(UNDER)
    assert (found == ["1px", 1]) == line, found
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_star_stands_at_each_hit_and_the_script_moves_nothing(open_page):
    page = open_page('/search?q="一网通办"')
    assert page.locator(".hit .star").count() == page.locator(".hit").count() > 1
    assert page.locator("#star").is_hidden()
    with_star = page.locator(".hit .sum").first.bounding_box()
    page.evaluate("document.querySelectorAll('.hit .star').forEach((star) => star.remove())")
    assert page.locator(".hit .sum").first.bounding_box()["x"] + page.locator(".hit .sum").first.bounding_box()[
        "width"
    ] == pytest.approx(with_star["x"] + with_star["width"])
    assert page.locator(".hit .sum").first.bounding_box()["y"] == with_star["y"]


def test_what_is_cut_off_or_a_sign_is_told_to_the_mouse(open_page):
    page = open_page('/search?q="一网通办"')
    link = page.locator(".hit .permalink").first
    assert link.get_attribute("aria-label") == "本段的固定链接"
    link.hover()
    assert link.get_attribute("title") == "本段的固定链接"


def test_single_keys_can_be_switched_off(open_page, root):
    page = open_page("/help")
    page.uncheck("#single-keys")
    page.goto(root + "/r/aaaaaaaaaaa1?q=一网通办")
    page.keyboard.press("n")
    page.keyboard.press("/")
    assert page.locator("mark.here").count() == 0
    assert page.evaluate("document.activeElement.id") != "q"
    page.goto(root + "/help")
    page.check("#single-keys")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"  # the box one has just ticked has the focus
    page.reload()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_the_second_link_skips_to_the_results(open_page):
    page = open_page("/search?q=行政复议")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert place(page).endswith("#hits")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#hits') !== null")


def test_references_are_copied_of_the_report_and_of_the_section_being_read(open_page, root):
    page = open_page(
        "/r/aaaaaaaaaaa1#s2",
        permissions=["clipboard-read", "clipboard-write"],
        viewport={"width": 1280, "height": 300},
    )
    page.evaluate("document.querySelector('.cite').open = true")
    whole, section = page.locator(".cite button").all()
    whole.click()
    playwright.expect(whole).to_have_text("✓")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{root}/r/aaaaaaaaaaa1.")
    page.evaluate("document.getElementById('s2').scrollIntoView()")
    section.evaluate("(button) => button.click()")
    playwright.expect(section).to_have_text("✓")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "二、存在的问题[R/OL]" in "".join(copied.split())
    assert re.search(re.escape(root) + "/r/aaaaaaaaaaa1/2[?]t=[a-z2-7]{16}[.]$", copied)
