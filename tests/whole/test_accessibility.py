"""What a screen reader, a keyboard and tired eyes get: axe-core on every type of page in both
languages and themes."""

import re

import pytest
from material.axe_rules import COLOURS, violations
from material.checkout import ROOT
from material.page_types import PAGE_TYPES

STYLE = ROOT / "web" / "static" / "site.css"
PHONE = {"width": 375, "height": 700}
# Built of the same pieces as pages that are judged.
ALIKE = {
    "phrase",
    "traditional",
    "bad parameter",
    "unknown report",
    "unknown zone",
    "gone",
    "parts apart",
    "all by report",
    "no such theme",
}
WHICH = ("", r"\[data-theme=dark\]")
TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2 AA
PAIRS = [
    *(("ink", ground, TEXT) for ground in ("paper", "wash")),
    *(("grey", ground, TEXT) for ground in ("paper", "wash")),
    ("visited", "paper", TEXT),
    *(("accent", ground, TEXT) for ground in ("paper", "wash")),
    ("faint", "paper", TEXT),
    ("paper", "accent", TEXT),  # the mark one stands at
    ("accent", "paper", SHAPE),  # what has the focus
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in PAGE_TYPES if name not in ALIKE])
def test_no_page_breaks_a_rule_of_axe(axe, open_page, ids, name, lang):
    page = open_page(PAGE_TYPES[name].address(ids, lang), reduced_motion="reduce")
    assert violations(axe, page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(axe, page, COLOURS) == []


@pytest.mark.parametrize("name", ["front", "filtered", "kwic", "marked report", "zones", "advanced", "mine"])
def test_nor_on_a_phone(axe, open_page, ids, name):
    page = open_page(PAGE_TYPES[name].address(ids), viewport=PHONE, reduced_motion="reduce")
    assert violations(axe, page) == []
    if page.locator(".to-facets").count():
        page.click(".to-facets")
        assert violations(axe, page) == []


def test_nor_while_continuations_are_shown(axe, open_page):
    page = open_page("/", reduced_motion="reduce")
    page.type("#q", "行政")
    page.locator("#continuations li").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert violations(axe, page) == []


def test_nor_where_everything_is_unfolded(axe, open_page, ids):
    page = open_page(PAGE_TYPES["marked report"].address(ids), reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert violations(axe, page) == []


def themes():
    """The colours of each theme by name, as the style sheet's custom properties give them."""
    style = STYLE.read_text(encoding="utf-8")
    light, dark = (re.search(rf"^:root{which} {{(.*?)}}", style, re.DOTALL | re.MULTILINE)[1] for which in WHICH)
    colours = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in (light, dark)]
    return {"light": colours[0], "dark": {**colours[0], **colours[1]}}


def test_dark_is_the_same_chosen_or_not():
    """The colours stand twice: by the system's wish, and by one's own."""
    style = STYLE.read_text(encoding="utf-8")
    asked, chosen = (
        re.search(rf":root{which} {{(.*?)}}", style, re.DOTALL)[1].split()
        for which in (r":not\(\[data-theme=light\]\)", WHICH[1])
    )
    assert asked == chosen


def luminance(colour):
    """Relative luminance of `#rrggbb`, as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("above", "ground", "least"), PAIRS)
def test_contrast(theme, above, ground, least):
    """By arithmetic, too: axe does not judge text over a gradient, and marks are drawn with one."""
    colours = themes()[theme]
    assert contrast(colours[above], colours[ground]) >= least


def test_contrast_is_what_wcag_says():
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
