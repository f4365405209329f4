"""Years and provinces of a search in each browser at three widths: drawn in proportion, none held
told apart, numbers on hover and focus, a span to choose; reports that say nothing."""

import pytest
from material.axe_rules import violations
from material.browsers import WIDTHS, in_each, only_in_chromium
from material.few_reports import report
from material.loopback import served
from material.site_corpus import site

pytestmark = in_each
# Sections that say it, by year: of the years between 2013 is not held, 2012 says nothing.
SAYS = {2010: 1, 2011: 4, 2012: 0, **dict.fromkeys(range(2014, 2021), 2), 2021: 8}
PLACES = (("广东省", "潮州市"), ("江苏省", None))
DRAWN = """() => [...document.querySelectorAll(".years li")].map((bar) => {
  const svg = bar.querySelector("svg"), edge = getComputedStyle(svg), all = svg.getBoundingClientRect();
  const box = bar.querySelector("rect").getBoundingClientRect();
  const said = bar.querySelector("a")?.title || bar.querySelector(".visually-hidden").textContent;
  return [said, 100 * box.width / (all.width - parseFloat(edge.borderLeftWidth)),
          100 * box.height / (all.height - parseFloat(edge.borderBottomWidth))]; })"""
NEARLY = 1  # percent


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    data = tmp_path_factory.mktemp("years")
    made = [
        report(f"{year}a", *["审计一处"] * count, "其他文字", year=year, place=PLACES[0])
        for year, count in SAYS.items()
    ]
    made += [
        report(f"{year}b", *["信访一处"] * count, "其他文字", year=year, zone="云岭区", place=PLACES[1])
        for year, count in {2018: 1, 2019: 0, 2021: 2}.items()
    ]
    site(data, made)
    with served(data) as address:
        yield address


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS)
def viewport(request):
    return dict(zip(("width", "height"), request.param, strict=True))


@pytest.mark.parametrize("script", [True, False])
def test_many_years_are_rows_in_proportion(open_page, viewport, script):
    page = open_page("/search?q=审计", viewport=viewport, java_script_enabled=script)
    drawn = page.evaluate(DRAWN)[::-1]
    assert [share for _, share, _ in drawn] == pytest.approx([12.5, 50, 0, 100, *[25] * 7, 100], abs=NEARLY)
    assert [drawn[at][0] for at in (1, 2, 3)] == [
        "2011 年 4 段，收录 1 份",
        "2012 年 0 段，收录 1 份",
        "2013 年没有收录",
    ]
    assert page.locator(".years .n").all_inner_texts()[-3:] == ["0", "4", "1"]
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("script", [True, False])
def test_few_years_are_columns_in_proportion(open_page, viewport, script):
    page = open_page("/search?q=信访&zone=云岭区", viewport=viewport, java_script_enabled=script)
    drawn = page.evaluate(DRAWN)
    assert [share for _, _, share in drawn] == pytest.approx([50, 0, 100, 100], abs=NEARLY)
    assert [name.partition("，")[0] for name, _, _ in drawn] == [
        "2018 年 1 段",
        "2019 年 0 段",
        "2020 年没有收录",
        "2021 年 2 段",
    ]
    assert page.locator(".years .gap rect").evaluate("(each) => getComputedStyle(each).fill").startswith("url(")


def test_a_number_comes_with_the_pointer_and_with_the_focus(open_page, viewport):
    page = open_page("/search?q=审计", viewport=viewport)
    bar = page.locator(".years a").nth(1)
    bar.hover()
    page.mouse.move(0, 0)
    page.locator(".years a").nth(0).focus()
    page.keyboard.press("Tab")
    assert bar.evaluate("(each) => each === document.activeElement")
    assert bar.locator(".n").is_visible()
    assert bar.locator(".n").inner_text() == "2"
    assert bar.get_attribute("title") == "2020 年 2 段，收录 1 份"
    assert page.get_by_role("link", name="2020 年 2 段，收录 1 份").count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_sections_or_sections_a_report(open_page, viewport, script):
    page = open_page("/search?q=审计", viewport=viewport, java_script_enabled=script)
    page.click('.profile .segments a:has-text("每份")')
    page.wait_for_url("**per=report*")
    page.wait_for_selector('.profile .segments a:has-text("每份")[aria-current]')
    drawn = page.evaluate(DRAWN)
    for at, name in ((0, "2021 年 8 段，收录 2 份，每份 4.00 段"), (-2, "2011 年 4 段，收录 1 份，每份 4.00 段")):
        assert drawn[at][0] == name
        assert drawn[at][1] == pytest.approx(100, abs=NEARLY)


def open_facets(page):
    """On a phone the facets are a sheet."""
    if page.locator(".to-facets").is_visible():
        page.click(".to-facets")


@pytest.mark.parametrize("script", [True, False])
def test_a_span_is_chosen_and_let_go(open_page, root, viewport, script):
    page = open_page("/search?q=审计&sort=newest", viewport=viewport, java_script_enabled=script)
    open_facets(page)
    page.select_option(".span [name=year_from]", "2019")
    page.select_option(".span [name=year_to]", "2021")
    with page.expect_navigation():
        page.click(".span button")
    assert page.url == f"{root}/search?q=%E5%AE%A1%E8%AE%A1&year=2019..2021&sort=newest"
    assert page.inner_text("#count strong") == "12 段"
    assert page.locator(".years [aria-current]").count() == 3
    page.click(".chips a")
    page.wait_for_url("**/search?q=*&sort=newest")
    page.wait_for_selector(".chips", state="detached")


def test_a_span_by_keyboard_alone(open_page, viewport):
    page = open_page("/search?q=审计", viewport=viewport)
    open_facets(page)
    page.locator('.facet[aria-labelledby="facet-year"] :is(a, summary):visible').last.focus()
    page.keyboard.press("Tab")
    page.locator(".span [name=year_from]").select_option("2020")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "submit"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("year=2020..")


@pytest.mark.parametrize("script", [True, False])
def test_the_map_tells_what_says_nothing_from_what_is_not_held(open_page, viewport, script):
    page = open_page("/search?q=审计", viewport=viewport, java_script_enabled=script)
    names = page.locator(".tiles title").all_text_contents()
    assert len(names) == 34
    assert {"广东省 27 段，收录 11 份", "江苏省 0 段，收录 3 份", "北京市 没有收录"} <= {*names}
    assert page.locator(".tiles circle").count() == 1
    assert page.get_by_role("link", name="广东省 27 段，收录 11 份").count() == 1
    assert page.get_by_role("img", name="北京市 没有收录").count() == 1
    assert page.locator(".tiles .hatch").count() == 32
    page.click(".tiles a")
    page.wait_for_url("**region=440000*")


@pytest.mark.parametrize("script", [True, False])
def test_reports_that_say_it_nowhere(open_page, viewport, script):
    page = open_page('/search?q=-"审计"&year=2018..&year=2012', viewport=viewport, java_script_enabled=script)
    page.click('.tools a:has-text("按报告")')
    page.wait_for_url("**view=reports*")
    page.wait_for_selector(".grouped")
    assert page.locator(".grouped .zone").all_inner_texts() == ["云岭区", "云岭区", "云岭区", "火炬区"]
    assert page.inner_text("#count strong") == "4 份"
    assert "按整份报告计" in page.inner_text(".notes")
    assert page.locator("#facet-zone + ul .count").all_inner_texts() == ["3", "1"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_high_contrast(browser, open_page, scheme):
    only_in_chromium(browser, "forced colours")
    page = open_page("/search?q=审计&year=2021&year=2020", forced_colors="active", color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    fill = "(each) => getComputedStyle(each).fill"
    bar, chosen = (page.locator(f".years {each} svg").first for each in ("a:not([aria-current])", "a[aria-current]"))
    assert len({ground, bar.evaluate(fill), chosen.evaluate(fill)}) == 3
    stroke = page.locator("#hatch path").evaluate("(each) => getComputedStyle(each).stroke")
    assert stroke not in (ground, "none")
    assert page.locator(".tiles circle").evaluate(fill) != ground


@pytest.mark.parametrize(
    "address",
    ["/search?q=审计&year=2019..2021&per=report", "/search?q=信访&zone=云岭区", '/search?q=-"审计"&view=reports'],
)
def test_axe_finds_nothing(axe, open_page, viewport, address):
    page = open_page(address, viewport=viewport, reduced_motion="reduce")
    assert violations(axe, page) == []
