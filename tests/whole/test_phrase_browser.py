"""From a result to who says it, to a cell, to a section and back, in each browser; keys, phones,
print, forced colours, what a screen reader is told."""

import re

import pytest
from material.axe_rules import violations
from material.browsers import WIDTHS, in_each, only_in_chromium

pytestmark = in_each
PHRASE = '"免扰清单"'


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS)
def viewport(request):
    return dict(zip(("width", "height"), request.param, strict=True))


def follow(page, what):
    with page.expect_navigation():
        what.click()


@pytest.mark.parametrize("script", [True, False])
def test_from_a_result_to_a_cell_to_a_section_and_back(open_page, viewport, script):
    page = open_page(f"/search?q={PHRASE}", viewport=viewport, java_script_enabled=script)
    follow(page, page.locator("a.told"))
    assert page.locator("h1").inner_text() == PHRASE
    row = page.locator(".matrix tr", has_text="江门青岚湾经济开发区")
    cell = row.locator("td a").first
    promised = int(cell.inner_text())
    follow(page, cell)
    assert page.locator(".hit").count() == promised
    follow(page, page.locator(".hit h2 a").first)
    assert "免扰清单" in page.locator("mark").first.inner_text()
    page.go_back()
    page.go_back()
    assert page.locator("h1").inner_text() == PHRASE
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_first_uses_lead_to_the_sentence(open_page):
    page = open_page(f"/phrase?q={PHRASE}")
    follow(page, page.locator(".first td a").first)
    assert page.locator("mark").count() > 0


def test_rows_and_cells_are_chosen_with_the_keyboard(open_page):
    page = open_page(f"/phrase?q={PHRASE}")
    page.get_by_role("link", name="省份").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".matrix tbody th").first.inner_text() == "江苏省"
    page.get_by_role("region", name="表，可左右滚动").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('td') !== null")


def test_another_phrase_is_put_beside_it_and_taken_away(open_page):
    page = open_page(f"/phrase?q={PHRASE}")
    page.fill("#with", '"行政复议"')
    with page.expect_navigation():
        page.press("#with", "Enter")
    assert page.locator(".matrix tbody tr").count() == 2
    assert page.locator(".curve g").count() == 2
    follow(page, page.locator(".phrases a[aria-label]").first)
    assert page.locator("h1").inner_text() == '"行政复议"'


def test_a_province_is_folded_with_the_keyboard(open_page):
    page = open_page(f"/phrase?q={PHRASE}", java_script_enabled=False)
    row = page.locator(".matrix tr", has_text="江门青岚湾经济开发区")
    fold = page.get_by_role("checkbox", name="收起 广东省")
    fold.focus()
    page.keyboard.press("Space")
    assert not row.is_visible()
    assert page.locator(".matrix tr", has_text="盐城鹤渚经济开发区").is_visible()
    page.keyboard.press("Space")
    assert row.is_visible()


def test_first_uses_have_room_on_a_phone(open_page):
    page = open_page(f"/phrase?q={PHRASE}", viewport={"width": 375, "height": 700})
    lines = page.locator(".figures.first tbody tr").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height / parseFloat(getComputedStyle(row).lineHeight))"
    )
    assert len(lines) >= 5
    assert max(lines) < 4
    assert page.locator(".figures.first").evaluate("table => table.scrollWidth") <= 375


def test_past_the_last_row_one_comes_back(open_page):
    page = open_page(f"/phrase?q={PHRASE}&offset=500")
    follow(page, page.get_by_role("link", name="最后一页"))
    assert page.locator(".matrix tbody tr").count() > 6


# As a researcher would ask them from the results of a search: the links on the way, each a click,
# and where the answer stands.
QUESTIONS = [
    ("who said it first?", ["谁先说、谁没说"], ".first tr:has(td:text-is('1')) th", "绵阳芷溪高新技术产业园区"),
    ("when had half of them said it?", ["谁先说、谁没说"], ".lede", "到 2022 年过半写到"),
    (
        "how many reports of Guangdong said it in 2023?",
        ["谁先说、谁没说", "省份", "份"],
        ".matrix tr:has-text('广东省')",
        "1",
    ),
    ("what exactly did 青岚湾 say in 2022?", ["谁先说、谁没说", "#2022 年"], ".hit", "免扰清单"),
    ("who plans nothing of it for next year?", ["下年安排", "谁先说、谁没说"], "#absent ~ p", "份没有写到"),
]


@pytest.mark.parametrize(
    ("clicks", "where", "answer"), [each[1:] for each in QUESTIONS], ids=[q for q, *_ in QUESTIONS]
)
def test_questions_are_answered_in_three_clicks(open_page, clicks, where, answer):
    page = open_page(f"/search?q={PHRASE}")
    for click in clicks:
        found = (
            page.locator(f".matrix tr:has-text('江门青岚湾') a[title^='{click[1:]}']")
            if click.startswith("#")
            else page.get_by_role("link", name=re.compile(f"^{click}")).first
        )
        follow(page, found)
    assert len(clicks) <= 3
    assert answer in page.locator(where).first.inner_text()


@pytest.mark.parametrize("width", [375, 1280])
def test_what_a_screen_reader_is_told(browser, open_page, axe, width):
    only_in_chromium(browser, "the tree of what is told")
    page = open_page(f"/phrase?q={PHRASE}", viewport={"width": width, "height": 800})
    assert violations(axe, page) == []
    told = page.locator(".matrix").aria_snapshot()
    assert re.search(r'row "遵义楠渡河经济开发区.*没有收录', told)
    assert 'columnheader "2021"' in told


def test_in_forced_colours_what_is_not_held_stays_hatched(browser, open_page):
    only_in_chromium(browser, "forced colours")
    page = open_page(f"/phrase?q={PHRASE}", forced_colors="active")
    hatched = page.locator(".matrix td.not_held").first
    assert "repeating-linear-gradient" in hatched.evaluate("cell => getComputedStyle(cell).backgroundImage")


def test_print_shows_the_tables(browser, open_page):
    only_in_chromium(browser, "print")
    page = open_page(f"/phrase?q={PHRASE}")
    page.emulate_media(media="print")
    assert page.locator(".matrix").is_visible()
    assert not page.locator("form.search").is_visible()
    for what in (".choosing", ".finder", ".fold", ".takeaway"):
        assert not page.locator(what).first.is_visible()


def test_a_renamed_zone_is_one_row_with_its_names_of_then(open_page):
    page = open_page(f"/phrase?q={PHRASE}")
    row = page.locator(".matrix tr", has_text="南阳枣溪先进制造业开发区")
    assert row.count() == 1
    assert row.locator(".then").inner_text() == "南阳枣溪产业集聚区 2020–2021"
