"""`make screenshots`: the six main pages of the shipped sample, on a desk and on a phone, into
docs/. Not collected by `make test`."""

import pytest
from material.checkout import ROOT

DOCS = ROOT / "docs"
FIRST_HIT = "article.hit a[href*='#s']"
PAGES = {
    "front": "/",
    "search": "/search?q=免扰清单",
    "kwic": "/search?q=“免扰清单”&view=kwic",
    "report": "/search?q=“免扰清单”&year=2022",  # and then its first hit
    "zones": "/zones",
    "coverage": "/coverage",
}
SIZES = {"desktop": {"width": 1280, "height": 860}, "phone": {"width": 375, "height": 760}}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_take(browser, sample_root, name, size):
    DOCS.mkdir(exist_ok=True)
    page = browser.new_page(viewport=SIZES[size], reduced_motion="reduce")
    page.goto(sample_root + PAGES[name])
    if name == "report":
        page.goto(page.eval_on_selector(FIRST_HIT, "link => link.href"))
    page.screenshot(path=DOCS / f"{name}-{size}.png")
    page.close()
