"""What fingers, screen readers and Windows' high contrast get of the pages, in Chromium at three
widths."""

import pytest
from material.page_types import PAGE_TYPES

WIDTHS = {"phone": (375, 700), "tablet": (1024, 768), "desk": (1280, 800)}
LEAST = 24  # px, WCAG 2.2 (2.5.8)
SMALL = """(least) => [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden])")]
  .filter((each) => each.checkVisibility() && !each.matches(".skip"))
  .map((each) => { const box = each.getBoundingClientRect(), more = getComputedStyle(each, "::after");
    const grown = more.position === "absolute" ? [parseFloat(more.width), parseFloat(more.height)] : [0, 0];
    return [each.outerHTML.slice(0, 120), Math.max(box.width, grown[0]), Math.max(box.height, grown[1])]; })
  .filter(([, width, height]) => width < least - 0.5 || height < least - 0.5)"""
DRAWN = """(selector) => [...document.querySelectorAll(selector)].map((each) => {
  const style = getComputedStyle(each), box = each.getBoundingClientRect();
  return [style.backgroundColor, style.borderTopStyle, box.width]; })"""


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_finger_meets_every_target(open_page, ids, name, width):
    page = open_page(PAGE_TYPES[name].address(ids), viewport=dict(zip(("width", "height"), width, strict=True)))
    assert page.evaluate(SMALL, LEAST) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_squares_stay_in_high_contrast(open_page, scheme):
    page = open_page("/zones", forced_colors="active", color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    held, missing = page.evaluate(DRAWN, ".is-held"), page.evaluate(DRAWN, ".not-held")
    assert held
    assert missing
    assert all(colour not in (ground, "rgba(0, 0, 0, 0)") and width >= 12 for colour, _, width in held)
    assert all(border == "dashed" and width >= 12 for _, border, width in missing)


def test_years_that_are_missing_stay_in_high_contrast(open_page, ids):
    page = open_page(PAGE_TYPES["coverage"].address(ids), forced_colors="active")
    gaps = page.locator(".spans .gap").all()
    lines = [gap.evaluate("(each) => getComputedStyle(each).textDecorationLine") for gap in gaps]
    assert all("line-through" in line for line in lines)


def test_the_mark_one_stands_at_stays_in_high_contrast(open_page, ids):
    page = open_page(f"/r/{ids['hezhu-2022']}?q=工作&n=1", forced_colors="active")
    grounds = page.evaluate(
        """() => [...document.querySelectorAll(".text mark")].map((mark) => getComputedStyle(mark).backgroundColor)"""
    )
    assert len(grounds) > 1
    assert grounds[0] not in grounds[1:]


@pytest.mark.parametrize(("lang", "unit"), [("zh", "段"), ("en", "section")])
def test_links_say_what_they_count_and_headings_whose_they_are(open_page, ids, lang, unit):
    page = open_page(PAGE_TYPES["list"].address(ids, lang))
    assert all(unit in name for name in page.locator(".facet .value").all_text_contents())
    for hit in page.locator(".hit").all():
        whose = hit.locator(".where .zone").inner_text(), hit.locator(".where .year").inner_text()
        assert hit.locator("h2").text_content().startswith(" ".join(whose))
