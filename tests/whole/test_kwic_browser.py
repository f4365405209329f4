"""The concordance in each browser: as many words as one asks for, each line's place, rows a page,
paper."""

import pytest
from material.axe_rules import violations
from material.browsers import in_each, only_in_chromium

pytestmark = in_each

PHONE = {"width": 375, "height": 700}
WIDTHS = {"phone": PHONE, "tablet": {"width": 1024, "height": 768}, "desk": {"width": 1280, "height": 800}}
LINES = '/search?q="行政复议"&view=kwic'
SHOWN = """() => [...document.querySelectorAll(".kwic tbody tr")].map((row) => {
  const inside = (cell) => { const box = cell.getBoundingClientRect(), range = document.createRange();
    range.selectNodeContents(cell);
    return getComputedStyle(cell).display === "inline" || [...range.getClientRects()].every((line) =>
      line.left >= box.left - 1 && line.right <= box.right + 1 && line.right <= innerWidth); };
  const left = row.querySelector(".left"), match = row.querySelector(".match"), right = row.querySelector(".right");
  return {whole: inside(left) && inside(right), said: left.textContent + match.textContent + right.textContent,
          widest: Math.max(left.textContent.length, right.textContent.length),
          at: match.getBoundingClientRect().left, heading: row.querySelector(".heading").getBoundingClientRect().width,
          zone: row.querySelector(".zone").getBoundingClientRect().width}; })"""


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS)
def viewport(request):
    return request.param


@pytest.mark.parametrize("context", [20, 40, 60])
def test_as_many_characters_are_shown_as_asked_for(open_page, viewport, context):
    rows = open_page(f"{LINES}&context={context}", viewport=viewport).evaluate(SHOWN)
    assert len(rows) > 15
    assert max(row["widest"] for row in rows) == context
    if viewport != PHONE or context > 20:  # one row of a phone shows what fits
        assert [row["said"] for row in rows if not row["whole"]] == []
    assert all(row["heading"] > 20 and row["zone"] > 60 for row in rows)


@pytest.mark.parametrize("context", [20, 40, 60])
def test_the_hits_stand_below_each_other(open_page, context):
    rows = open_page(f'/search?q="行政复议"&view=kwic&context={context}').evaluate(SHOWN)
    assert len({round(row["at"]) for row in rows}) == 1


def test_rows_a_page(open_page, viewport):
    page = open_page("/search?q=工作&view=kwic", viewport=viewport)
    assert page.locator(".kwic tbody tr").count() == 20
    with page.expect_response("**limit=50*"):
        page.click('.tools a:has-text("50")')
    page.wait_for_function("() => document.querySelectorAll('.kwic tbody tr').length === 50")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_a_line_leads_to_its_very_mark(open_page, root, viewport):
    page = open_page("/search?q=工作&view=kwic&limit=50&context=60", viewport=viewport)
    lines = [
        (
            line.locator(".left").inner_text()[-4:],
            line.locator(".match").inner_text(),
            line.locator(".match a").get_attribute("href"),
        )
        for line in page.locator(".kwic tbody tr").all()[:12]
    ]
    for left, match, href in lines:
        page.goto(root + href)
        mark = page.locator("mark.here")
        before = mark.evaluate(
            """(mark) => { const range = document.createRange();
                 range.setStart(mark.closest("section"), 0); range.setEndBefore(mark); return range.toString(); }"""
        )
        assert mark.inner_text().startswith(match)
        assert "".join(before.split()).endswith("".join(left.split()).removesuffix("§"))


@pytest.mark.parametrize("context", [20, 60])
def test_on_paper(browser, open_page, context):
    only_in_chromium(browser, "paper")
    page = open_page(f"{LINES}&context={context}", viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    for hidden in (".top", ".facets", ".tools", ".profile", ".foot", ".kwic thead"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert [row["said"] for row in page.evaluate(SHOWN) if not row["whole"]] == []
    assert "view=kwic" in page.locator(".print-source").inner_text()
    colour = page.evaluate("getComputedStyle(document.querySelector('.kwic mark')).color")
    assert colour == "rgb(0, 0, 0)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


@pytest.mark.parametrize("context", [20, 60])
def test_axe_finds_nothing(axe, open_page, viewport, context):
    page = open_page(f"{LINES}&context={context}", viewport=viewport, reduced_motion="reduce")
    assert violations(axe, page) == []
