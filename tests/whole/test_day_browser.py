"""A day's work at three widths: ten ways one goes again and again, with the clicks they take and how
far one has to scroll for them; and what is one's own, keys, colours, signs."""

import io
import json
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

import openpyxl
import pytest
from material.axe_rules import violations
from material.browsers import in_each, only_in_chromium

pytestmark = in_each
WIDTHS = {"phone": (375, 700), "tablet": (1024, 768), "desk": (1600, 1000)}
DARK = "rgb(18, 22, 29)"
FAR = """(element) => { const box = element.getBoundingClientRect();
  return Math.max(0, Math.round(box.bottom - window.innerHeight), Math.round(-box.top)); }"""


@pytest.fixture(params=WIDTHS)
def width(request):
    return request.param


@dataclass
class Walk:
    """A page one clicks on: how often, and how many pixels one scrolled for it."""

    page: object
    clicks: int = 0
    scrolled: list[int] = field(default_factory=list)

    def click(self, what):
        target = self.page.locator(what).first
        self.scrolled.append(target.evaluate(FAR))
        target.click()
        self.clicks += 1

    def go(self, what):
        with self.page.expect_navigation():
            self.click(what)

    def took(self, clicks, on_a_phone=None, scrolled=0):
        """At most so many clicks, and pixels of scrolling on a phone."""
        is_phone = self.page.viewport_size["width"] == WIDTHS["phone"][0]
        assert self.clicks <= (on_a_phone or clicks if is_phone else clicks)
        assert not is_phone or sum(self.scrolled) <= scrolled

    def place(self):
        return unquote(self.page.evaluate("location.pathname + location.search"))


@pytest.fixture
def walk(open_page, width):
    size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
    return lambda address, **given: Walk(open_page(address, viewport=size, reduced_motion="reduce", **given))


def menu(walked, width, what):
    """Follow a link of the site's own from wherever one stands."""
    if width == "phone":
        walked.click(".menu summary")
        walked.go(f".menu nav a:has-text('{what}')")
    else:
        walked.go(f".site a:has-text('{what}')")


@pytest.mark.parametrize("script", [True, False])
def test_words_and_years_without_operators(walk, script):
    walked = walk("/", java_script_enabled=script)
    walked.go(".more-ways a")
    walked.page.fill("#a-exact", "行政复议")
    walked.page.fill("#a-none", "信访")
    walked.page.select_option("[name=year_from]", "2021")
    walked.page.select_option("[name=year_to]", "2022")
    walked.go(".advanced button")
    assert walked.place() == '/search?q="行政复议"+-信访&year=2021..2022'
    assert walked.page.locator(".hit").count() > 0
    walked.took(2, scrolled=300)


@pytest.mark.parametrize("script", [True, False])
def test_a_range_of_years(walk, width, script):
    walked = walk("/search?q=行政复议", java_script_enabled=script)
    if width == "phone":
        walked.click(".to-facets")
    walked.page.select_option(".span [name=year_from]", "2021")
    walked.go(".span button")
    assert walked.place() == "/search?q=行政复议&year=2021.."
    walked.took(1, on_a_phone=2, scrolled=200)


@pytest.mark.parametrize("script", [True, False])
def test_a_city(walk, width, script):
    walked = walk("/search?q=行政复议", java_script_enabled=script)
    if width == "phone":
        walked.click(".to-facets")
    walked.click(".within summary")
    walked.click(".within[open] .value")
    walked.page.wait_for_url("**region=*")
    assert re.search(r"region=\d{4}00$", walked.place())
    walked.took(2, on_a_phone=3, scrolled=700)


@pytest.mark.parametrize("script", [True, False])
def test_the_fifth_page(walk, script):
    walked = walk("/search?sort=newest", java_script_enabled=script)
    walked.page.focus("#page")
    walked.page.keyboard.press("Control+a")  # `fill` writes beside what a number holds in Debian's Firefox
    walked.page.keyboard.type("5")
    walked.go(".jump button")
    assert walked.place() == "/search?sort=newest&offset=80"
    assert walked.clicks == 1


@pytest.mark.parametrize("script", [True, False])
def test_a_hundred_on_a_page(walk, script):
    walked = walk("/search", java_script_enabled=script)
    walked.click(".lengths a:has-text('100')")
    walked.page.wait_for_url("**limit=100")
    walked.page.locator(".hit").nth(60).wait_for()
    assert walked.clicks == 1


@pytest.mark.parametrize("script", [True, False])
def test_help_from_the_end_of_a_long_list(walk, width, script):
    """From wherever one is, the site's other pages are a thumb away."""
    walked = walk("/search?view=reports", java_script_enabled=script)
    walked.page.mouse.wheel(0, 3000)
    if width == "phone":
        menu(walked, width, "说明")
        assert walked.place() == "/help"
        assert (walked.clicks, sum(walked.scrolled)) == (2, 0)
    else:
        menu(walked, width, "说明")
        assert walked.clicks == 1


@pytest.mark.parametrize("script", [True, False])
def test_a_table_for_a_spreadsheet(walk, width, script):
    walked = walk("/search?q=行政复议", java_script_enabled=script, accept_downloads=True)
    if width != "desk":
        walked.click(".jumps a[href='#profile']")
    with walked.page.expect_download() as waiting:
        walked.click(".exports a:has-text('Excel')")
    sheet = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes())).worksheets[0]
    assert sheet.max_row - 1 == int(re.match(r"\d+", walked.page.inner_text("#count strong"))[0])
    walked.took(2 if width == "tablet" else 1, on_a_phone=2, scrolled=400)
    assert sum(walked.scrolled) <= 400


@pytest.mark.parametrize("script", [True, False])
def test_dark_and_back(walk, script):
    walked = walk("/search?q=行政复议", java_script_enabled=script, color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    walked.go(".themes a[href$=dark]")
    assert walked.place() == "/search?q=行政复议"
    assert walked.clicks == 1
    assert walked.page.evaluate(ground) == DARK
    walked.go(".hit h2 a")
    assert walked.page.evaluate(ground) == DARK
    walked.go(".themes a[href$=auto]")
    assert walked.page.evaluate(ground) != DARK


@pytest.mark.parametrize("script", [True, False])
def test_dark_from_mid_list_on_a_phone(walk, width, script):
    if width != "phone":
        pytest.skip("the menu is a phone's")
    walked = walk("/search?view=reports", java_script_enabled=script, color_scheme="light")
    walked.page.mouse.wheel(0, 3000)
    walked.click(".menu summary")
    walked.go(".menu a[href$=dark]")
    assert walked.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == DARK
    walked.took(2, scrolled=0)


@pytest.mark.parametrize("script", [True, False])
def test_what_is_held_of_a_year(walk, script):
    walked = walk("/", java_script_enabled=script)
    promised = int(walked.page.inner_text(".ways a:has-text('2022') .count"))
    walked.go(".ways a:has-text('2022')")
    assert walked.page.locator(".grouped").count() == promised
    assert walked.clicks == 1


def test_back_to_a_section_starred_and_to_a_search(walk, width):
    walked = walk("/search?q=行政复议&year=2022..")
    heading = walked.page.locator(".hit h2 .own").first.inner_text()
    walked.page.locator(".hit").first.hover()
    walked.click(".hit .star")
    menu(walked, width, "我的")
    assert walked.page.locator("[data-list=searches] a").all_inner_texts() == ["行政复议"]
    assert "年份：2022–" in walked.page.inner_text("[data-list=searches] .count")
    walked.go("[data-list=stars] a")
    assert heading in "".join(walked.page.locator(":target").inner_text().split())
    assert walked.page.locator(".standing .star[aria-pressed=true]").count() == 1
    walked.page.go_back()
    walked.go("[data-list=searches] a")
    assert walked.place() == "/search?q=行政复议&year=2022.."
    assert walked.page.locator(".hit .star[aria-pressed=true]").count() == 1
    assert walked.clicks == (5 if width == "phone" else 4)


def test_hits_by_keys(walk):
    walked = walk("/search?q=行政复议")
    page = walked.page
    at = "[...document.querySelectorAll('.hit')].findIndex((hit) => hit.contains(document.activeElement))"
    for key, number in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert page.evaluate(at) == number
        box = page.locator(".hit h2 a").nth(number).bounding_box()
        assert 0 <= box["y"] <= page.viewport_size["height"]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state("load")
    places = []
    for key in "kkj":
        page.keyboard.press(key)
        places.append(page.evaluate("scrollY"))
    assert places[1] < places[2] == places[0]
    with page.expect_navigation():
        page.keyboard.press("?")
    assert page.evaluate("location.pathname + location.hash") == "/help#keys"
    page.uncheck("#single-keys")
    page.goto(page.url.replace("/help#keys", "/search?q=行政复议"))
    page.keyboard.press("j")
    page.keyboard.press("?")
    assert page.evaluate("document.activeElement === document.body && location.pathname") == "/search"


def test_the_outline_on_a_phone(browser, open_page, ids):
    only_in_chromium(browser, "a phone's touch")
    page = open_page(f"/r/{ids['hezhu-2022']}", viewport={"width": 375, "height": 700})
    assert not page.locator(".outline ol").is_visible()
    page.mouse.wheel(0, 2000)
    page.click(".to-outline")
    page.locator(".outline ol").wait_for()
    page.locator(".outline li > a").last.click()
    assert page.evaluate("scrollY") > 700
    page.locator(".foot .to-top").click()
    assert page.evaluate("scrollY") == 0


def test_nothing_of_ones_own_is_sent(open_page, root):
    page = open_page("/search?q=行政复议")
    sent = []
    page.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    page.locator(".hit").first.hover()
    page.locator(".hit .star").first.click()
    assert [url for _, url, _ in sent if "/static/" not in url] == []  # a browser fetches its sign late
    page.goto(root + "/mine")
    page.wait_for_timeout(200)
    assert {url.removeprefix(root).partition("?")[0] for _, url, _ in sent if "/static/" not in url} == {"/mine"}
    assert not [url for _, url, _ in sent if "%E8" in url]
    assert {post for *_, post in sent} == {None}


def test_ones_own_can_be_taken_away_and_cleared(browser, open_page, root):
    only_in_chromium(browser, "a download from the page itself")
    page = open_page("/search?q==1%2B1 行政", accept_downloads=True)
    page.goto(root + "/search?q=行政复议&offset=0")
    page.locator(".hit").first.hover()
    page.locator(".hit .star").first.click()
    page.goto(root + "/mine")
    with page.expect_download() as waiting:
        page.click("[data-own=json]")
    kept = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert [each["query"] for each in kept["searches"]][:1] == ["行政复议"]
    assert kept["stars"][0]["address"].startswith(root + "/r/")
    with page.expect_download() as waiting:
        page.click("[data-own=csv]")
    table = waiting.value.path().read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    assert not re.search(rb'(^|,|\n)"[=+@-]', table)
    page.locator("[data-list=stars] button").click()
    assert page.locator("[data-list=stars] li").count() == 0
    page.uncheck("#remember")
    page.click("[data-own=clear]")
    assert page.locator("[data-list=searches] li").count() > 0  # asked first
    page.click("[data-own=clear]")
    assert page.locator("[data-list=searches] li").count() == 0
    page.goto(root + "/search?q=审计")
    page.goto(root + "/mine")
    assert page.locator("[data-list=searches] li").count() == 0


def test_what_somebody_else_left_in_the_browser_does_no_harm(open_page, root):
    page = open_page("/help")
    page.evaluate(
        """() => { localStorage.setItem("stars", '[{"address": "javascript:alert(1)"}, 5, {"address": "/r/x", "heading": "<img src=x>"}]');
                   localStorage.setItem("searches", "no list"); }"""
    )
    page.goto(root + "/mine")
    assert page.locator("[data-list=stars] a").all_inner_texts() == ["<img src=x>"]
    assert page.locator("[data-list=searches] li").count() == 0


def test_axe_finds_nothing_in_what_is_opened(axe, open_page, width, root):
    size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
    page = open_page("/search?q=行政复议", viewport=size, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('.within').forEach((each) => { each.open = true; })")
    assert violations(axe, page) == []
    page.locator(".hit").first.hover()
    page.locator(".hit .star").first.click()
    page.goto(root + "/mine")
    assert violations(axe, page) == []
    page.goto(root + "/help")
    page.evaluate("document.querySelector('.menu').open = true")
    assert violations(axe, page) == []


def test_columns_do_not_scroll_by_themselves(open_page):
    page = open_page("/search?q=行政复议", viewport={"width": 1600, "height": 500})
    scrolls = """(what) => { const style = getComputedStyle(document.querySelector(what));
      return [style.overflowY, style.position]; }"""
    assert page.evaluate(scrolls, ".facets") == ["visible", "static"]
    assert page.evaluate(scrolls, ".profile") == ["visible", "static"]


def test_no_air_around_the_commas_of_a_keyboard(browser, open_page):
    """Between Han and figures there is air, put there by style; not around ASCII commas and stops,
    which stand in a `span.close`."""
    only_in_chromium(browser, "text-autospace")
    page = open_page("/help")
    wider = page.evaluate(
        """() => Object.fromEntries(["导,落", "导.落", "导;落", "导:落", "导2落"].map((text) => {
             const box = document.createElement("div");
             const span = document.createElement("span");
             span.innerHTML = text.replace(/[,.;:]/, '<span class="close">$&</span>');
             box.append(span);
             document.querySelector(".page").append(box);
             const airy = span.getBoundingClientRect().width;
             span.style.setProperty("text-autospace", "no-autospace");
             const air = Math.round(airy - span.getBoundingClientRect().width);
             box.remove();
             return [text, air];
           }))"""
    )
    assert wider.pop("导2落") > 0
    assert set(wider.values()) == {0}


@pytest.mark.parametrize("address", ["/advanced", "/mine", "/", "/search?q=行政复议"])
def test_in_high_contrast_nothing_is_lost(browser, open_page, address):
    only_in_chromium(browser, "forced colours")
    page = open_page(address, forced_colors="active")
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    for element in page.locator("a:visible, button:visible, label:visible, input:visible").all()[:60]:
        assert element.evaluate("(each) => getComputedStyle(each).color") != ground
