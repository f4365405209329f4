"""The page of results changes without being loaded again: address, title, focus, what is said
aloud, back and forward."""

from urllib.parse import unquote

import pytest
from material.axe_rules import RULES, violations
from material.loopback import served
from material.site_corpus import report, site

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (make test installs it)")

PHONE = {"width": 375, "height": 700}
START = "/search?q=行政复议"
LANGUAGES = {"zh": "", "en": "&lang=en"}
# What one clicks, and what then stands in the address.
WAYS = {
    "facet": ('.facet[aria-labelledby="facet-year"] .value', "year="),
    "child of a facet": ('.facet[aria-labelledby="facet-region"] li li .value', "region="),
    "view": (".segments a[href*='view=kwic']", "view=kwic"),
    "other view": (".segments a[href*='view=reports']", "view=reports"),
    "sort": (".segments a[href*='sort=newest']", "sort=newest"),
    "bar": (".years a", "year="),
    "zone": (".most a", "zone="),
    "tile": (".tiles a", "region="),
}
# The parts of the page that are not what loading its address gives; what htmx notes on elements, the
# stars and what the mouse is told, which the script adds to either, left out.
UNLIKE = """async () => {
  const answer = await fetch(location);
  const loaded = new DOMParser().parseFromString(await answer.text(), "text/html");
  const bare = (root, part) => {
    const copy = document.importNode(root.querySelector(part), true);
    copy.querySelectorAll(".hit [data-star]").forEach((star) => star.remove());
    copy.querySelectorAll("a.permalink, .kwic .zone").forEach((each) => each.removeAttribute("title"));
    for (const each of [copy, ...copy.querySelectorAll("*")]) {
      each.removeAttribute("data-htmx-powered");
      if (!each.classList.length) each.removeAttribute("class");
    }
    return copy;
  };
  return ["#main", "#kept", "#other-language", "#other-language-below", "link[rel=alternate]"]
    .filter((part) => !bare(document, part).isEqualNode(bare(loaded, part)));
}"""


def place(page):
    """Where the browser stands: path, query and fragment."""
    return unquote(page.evaluate("location.pathname + location.search + location.hash"))


def count(page):
    """The number of sections the page of results gives."""
    return int(page.inner_text("#count strong").split()[0].replace(",", ""))


def until(page, holds, given=None):
    """Wait until a function of the page is true; Playwright's own way needs eval, which the site's
    policy forbids."""
    for _ in range(100):
        if page.evaluate(holds, given):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {holds}")


def mark(page):
    """Leaves a sign in the window that loading a page wipes out."""
    page.evaluate("window.same = true")


def change(page, what, part):
    """Click and wait until the address says so and the new results are there."""
    page.locator(what).first.click()
    page.wait_for_url(f"**{part}*")
    until(page, "() => !document.querySelector('.htmx-request')")
    assert page.evaluate("window.same"), "the page was loaded again"


@pytest.fixture
def searched(open_page):
    """The page of a search, with the sign."""
    page = open_page(START)
    mark(page)
    return page


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_only_the_results_change(open_page, root, way, lang):
    """And what is then shown is what loading the same address shows: results, title, box, links of
    the language."""
    page = open_page(START + LANGUAGES[lang])
    mark(page)
    if way == "child of a facet":
        page.locator(".within summary").first.click()
    change(page, *WAYS[way])
    assert page.evaluate(UNLIKE) == []
    assert page.title() == page.evaluate(
        "fetch(location).then((a) => a.text()).then((t) => /<title>(.*?)</.exec(t)[1])"
    )
    assert page.input_value("#q") == "行政复议"


def test_another_text_is_searched_in_place(searched):
    searched.fill("#q", "审计")
    searched.press("#q", "Enter")
    until(searched, "() => document.title.startsWith('审计')")
    assert searched.evaluate("window.same")
    assert searched.evaluate("document.activeElement.id") == "hits"
    assert not searched.locator("#continuations").is_visible()


def test_filters_go_along_with_another_text(searched):
    change(searched, '.facet[aria-labelledby="facet-year"] .value', "year=")
    searched.fill("#q", "审计")
    searched.press("#q", "Enter")
    until(searched, "() => document.title.startsWith('审计')")
    assert "year=" in place(searched)
    assert searched.evaluate("window.same")


def test_the_count_is_said(searched):
    change(searched, *WAYS["facet"])
    said = searched.inner_text("#said")
    assert f"{count(searched)} 段" in said
    assert searched.get_attribute("#said", "role") == "status"


def test_back_and_forward_restore_everything(searched):
    def state():
        return place(searched), searched.title(), searched.inner_text("#main"), searched.input_value("#q")

    states = [state()]
    for step in (WAYS["facet"], WAYS["view"]):
        change(searched, *step)
        states.append(state())
    searched.fill("#q", "审计")
    searched.press("#q", "Enter")
    until(searched, "() => document.title.startsWith('审计')")
    states.append(state())
    for expected in states[-2::-1]:
        searched.go_back()
        until(searched, "(title) => document.title === title", expected[1])
        until(searched, "(text) => document.getElementById('main').innerText === text", expected[2])
        assert state() == expected
    for expected in states[1:]:
        searched.go_forward()
        until(searched, "(title) => document.title === title", expected[1])
        until(searched, "(text) => document.getElementById('main').innerText === text", expected[2])
        assert state() == expected
    assert searched.evaluate("window.same")


def test_back_from_a_report_shows_what_one_left(searched):
    change(searched, *WAYS["facet"])
    left = place(searched), count(searched)
    with searched.expect_navigation():
        searched.click(".hit h2 a")
    assert "/r/" in place(searched)
    searched.go_back()
    searched.wait_for_selector("#count")
    assert (place(searched), count(searched)) == left
    searched.go_back()
    searched.wait_for_url("**" + START.replace("行政复议", "*"))
    until(searched, "(less) => parseInt(document.querySelector('#count strong').textContent) > less", left[1])
    assert place(searched) == START


def test_back_returns_to_where_one_stood(open_page):
    page = open_page("/search?limit=40")
    mark(page)
    page.evaluate("window.scrollTo(0, 2400)")
    change(page, ".pages [rel=next]", "offset=40")
    assert page.evaluate("scrollY") == 0
    assert page.evaluate("document.activeElement.id") == "hits"
    page.go_back()
    until(page, "() => scrollY > 2000")
    assert page.evaluate("window.same")


def test_the_focus_stays_on_the_value(searched):
    value = searched.locator('.facet[aria-labelledby="facet-year"] .value').nth(1)
    identity = value.get_attribute("id")
    value.focus()
    searched.keyboard.press("Enter")
    searched.wait_for_url("**year=*")
    until(searched, "() => document.querySelector('.chips')")
    assert searched.evaluate("document.activeElement.id") == identity
    searched.keyboard.press("Enter")
    until(searched, "() => !document.querySelector('.chips')")
    assert searched.evaluate("document.activeElement.id") == identity
    assert searched.evaluate("window.same")


def test_the_focus_goes_to_the_results_where_its_place_is_gone(searched):
    change(searched, *WAYS["facet"])
    searched.locator(".chips a").focus()
    searched.keyboard.press("Enter")
    until(searched, "() => !document.querySelector('.chips')")
    assert searched.evaluate("document.activeElement.id") == "hits"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """The address of a site over so many zones that their list is folded."""
    data = tmp_path_factory.mktemp("crowd")
    text = [("1", 1, "一、", "审计", "一、审计\n依法审计。", "举措成效")]
    names = [f"潮州{sign}{number}试验区" for sign in "临苏白" for number in "一二三四五六七八"]
    site(data, [report(f"d{place:011}", name, 2020 + place % 4, text) for place, name in enumerate(names)])
    with served(data) as address:
        yield address


def test_a_list_stays_unfolded_and_sifted(open_page, crowd):
    page = open_page("/search?q=审计")
    page.goto(crowd + "/search?q=审计")
    mark(page)
    page.locator(".facet[aria-labelledby=facet-zone] summary").click()
    page.locator(".facet[aria-labelledby=facet-zone] .find").fill("苏八")
    rest = page.locator(".facet[aria-labelledby=facet-zone] details .value:visible")
    assert rest.count() == 1
    change(page, *WAYS["sort"])
    assert rest.count() == 1
    change(page, ".facet[aria-labelledby=facet-zone] details .value:visible", "zone=")
    assert count(page) == 1
    page.go_back()
    until(page, "() => !document.querySelector('.chips')")
    assert page.evaluate("window.same")


def test_what_was_unfolded_among_the_hits_is_folded_among_others(open_page):
    page = open_page("/search?q=企业&view=reports")
    mark(page)
    page.locator(".grouped summary").first.click()
    assert page.locator(".grouped details[open]").count() == 1
    change(page, ".segments a[href*='sort=oldest']", "sort=oldest")
    assert page.locator(".grouped details").count() > 0
    assert page.locator(".grouped details[open]").count() == 0


def test_a_list_is_not_sifted_without_a_script(open_page, crowd):
    page = open_page("/", java_script_enabled=False)
    page.goto(crowd + "/search?q=审计")
    page.locator(".facet[aria-labelledby=facet-zone] summary").click()
    assert not page.locator(".find").is_visible()


def test_an_unreadable_search_is_said_in_place_and_left_again(searched):
    searched.fill("#q", "行政”")
    searched.press("#q", "Enter")
    searched.wait_for_selector(".sentence h1")
    assert searched.evaluate("window.same")
    assert searched.inner_text("#said") == searched.inner_text(".sentence h1")
    assert searched.title().startswith(searched.inner_text(".sentence h1")[:4])
    searched.go_back()
    searched.wait_for_selector("#count")
    assert place(searched) == START
    assert searched.input_value("#q") == "行政复议"


def test_new_windows_are_the_browsers(searched):
    """Ctrl and a click open another one; this one stays as it is."""
    with searched.context.expect_page() as opened:
        searched.locator(WAYS["facet"][0]).first.click(modifiers=["Control"])
    opened.value.wait_for_load_state()
    assert "year=" in opened.value.url
    assert place(searched) == START


def test_exports_and_reports_are_not_swapped(searched):
    for link in searched.locator(".exports a, .hit a").all():
        assert link.get_attribute("data-htmx-powered") is None


def test_what_never_comes_is_asked_for_by_the_browser(browser, root):
    context = browser.new_context()
    page = context.new_page()
    page.goto(root + START)

    def cut(route, request):
        route.abort() if "hx-request" in request.headers else route.continue_()

    context.route("**/search?*year=*", cut)
    mark(page)
    page.locator(WAYS["facet"][0]).first.click()
    page.wait_for_url("**year=*")
    page.wait_for_selector(".chips")
    assert page.evaluate("window.same") is None
    context.close()


def test_the_last_click_counts(searched):
    """Whoever clicks again before the first answer came is shown what was clicked last, once."""
    first, second = (searched.locator(".facet[aria-labelledby=facet-year] .value").nth(place) for place in (0, 1))
    wanted = second.get_attribute("href")
    hold = []
    pattern = "**" + first.get_attribute("href").partition("?")[2].partition("&")[2] + "*"
    searched.route(pattern, lambda route: hold.append(route))
    steps = searched.evaluate("history.length")
    first.click()
    second.click()
    until(searched, "() => document.querySelector('.chips') && !document.querySelector('.htmx-request')")
    assert unquote(searched.evaluate("location.pathname + location.search")) == unquote(wanted)
    assert searched.evaluate("history.length") == steps + 1
    assert len(hold) == 1


def test_the_same_search_again_is_no_new_step(searched):
    steps = searched.evaluate("history.length")
    searched.press("#q", "Enter")
    until(searched, "() => document.activeElement.id === 'hits'")
    assert searched.evaluate("history.length") == steps
    assert searched.evaluate("window.same")


def test_values_are_chosen_one_after_another_in_the_sheet_of_a_phone(open_page):
    page = open_page(START, viewport=PHONE)
    mark(page)
    page.click(".to-facets")
    before = page.inner_text(".sheet-head strong")
    change(page, *WAYS["facet"])
    assert page.locator(".facets").is_visible()
    assert page.inner_text(".sheet-head strong") != before
    change(page, '.facet[aria-labelledby="facet-part"] .value', "part=")
    page.click(".sheet-head .done")
    assert not page.locator(".facets").is_visible()
    assert page.locator(".chips a:not(.all)").count() == 2


def test_leaps_through_the_history_show_what_the_address_says(open_page):
    page = open_page(START, viewport=PHONE)
    mark(page)
    page.click(".to-facets")
    change(page, *WAYS["facet"])
    page.click(".sheet-head .done")
    narrowed = place(page), count(page)
    for steps in (-3, 3, -2, 2):
        page.evaluate("(steps) => history.go(steps)", steps)
        page.wait_for_timeout(100)
        chosen = "year=" in place(page)
        until(page, "(chosen) => Boolean(document.querySelector('.chips')) === chosen", chosen)
    assert (place(page), count(page)) == narrowed
    assert page.evaluate("window.same")


def test_history_in_browsers_without_the_navigation_interface(browser, root):
    """Firefox and older ones: the same by `popstate`, which is told of places within the page,
    too."""
    context = browser.new_context(viewport=PHONE)
    context.add_init_script("Object.defineProperty(window, 'navigation', {value: undefined})")
    page = context.new_page()
    page.set_default_timeout(5_000)
    page.goto(root + START)
    mark(page)
    everything = count(page)
    page.click(".to-facets")
    page.wait_for_timeout(300)
    assert page.locator(".facets").is_visible()
    change(page, *WAYS["facet"])
    assert page.locator(".facets").is_visible()
    page.click(".sheet-head .done")
    narrowed = count(page)
    assert narrowed < everything
    page.evaluate("history.go(-3)")
    until(page, "(all) => parseInt(document.querySelector('#count strong').textContent) === all", everything)
    assert place(page) == START
    page.evaluate("history.go(3)")
    until(page, "(few) => parseInt(document.querySelector('#count strong').textContent) === few", narrowed)
    assert page.evaluate("window.same")
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("way", ["facet", "view", "other view"])
def test_no_rule_of_axe_is_broken_after_a_change(axe, open_page, way, lang):
    page = open_page(START + LANGUAGES[lang], reduced_motion="reduce")
    mark(page)
    change(page, *WAYS[way])
    assert violations(axe, page, RULES) == []


def test_the_same_bytes_whoever_asks(sample):
    """So a copy that a browser holds is right for both, and back never shows half a page."""
    from web.app import create_app

    client = create_app(sample).test_client()
    plain, partial = (client.get(START, headers=headers) for headers in ({}, {"HX-Request": "true"}))
    assert plain.data == partial.data
    assert plain.headers["ETag"] == partial.headers["ETag"]
    again = client.get(START, headers={"HX-Request": "true", "If-None-Match": plain.headers["ETag"]})
    assert again.status_code == 304
