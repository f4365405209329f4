"""A sentence copied with its source, and what there is to copy without a script."""

import re

import pytest
from material.loopback import served
from material.site_corpus import site

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (make test installs it)")

SELECT = """([from, begin, to, end]) => {
    const walk = (selector, text) => {
        const nodes = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
        while (nodes.nextNode()) {
            const at = nodes.currentNode.data.indexOf(text);
            if (at >= 0) return [nodes.currentNode, at];
        }
    };
    const range = document.createRange();
    range.setStart(...walk(from, begin));
    const [node, at] = walk(to, end);
    range.setEnd(node, at + end.length);
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
}"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The site over a few reports, on loopback."""
    data = tmp_path_factory.mktemp("data")
    site(data)
    with served(data) as address:
        yield address


def quoted(page, selection):
    """What the button copies after a selection, in two parts: the words, and their source."""
    page.evaluate(SELECT, selection)
    page.locator("#quote").wait_for(state="visible")
    page.click("#quote")
    playwright.expect(page.locator("#quote")).to_have_text("✓")
    words, source = re.fullmatch(r"“(.*)”\n——(.*)", page.evaluate("navigator.clipboard.readText()"), re.DOTALL).groups()
    playwright.expect(page.locator("#quote")).to_have_text("复制所选和出处")
    return words, source


@pytest.mark.parametrize(
    ("selection", "words", "section"),
    [
        (("#s1\\.1", "全区", "#s1\\.1", "52件"), "全区一网通办事项达到52件", "1\\.1"),
        (("#s1\\.1p2", "群众", "#s1\\.1p2", "关键。"), "群众少跑腿，一网通办是关键。", "1\\.1[?]p=2"),
        (
            ("#s1\\.1", "全区", "#s1\\.1p2", "少跑腿"),
            "全区一网通办事项达到52件。\n群众少跑腿",
            "1\\.1",
        ),
        (("#s2", "存在的问题", "#s2p2", "不足"), "存在的问题\n行政复议能力不足", "2"),
    ],
)
def test_a_selection_is_copied_with_its_source(open_page, root, selection, words, section):
    page = open_page("/r/aaaaaaaaaaa1?q=一网通办", permissions=["clipboard-read", "clipboard-write"])
    assert not page.is_visible("#quote")
    copied, source = quoted(page, selection)
    assert copied == words
    assert re.search(rf"{re.escape(root)}/r/aaaaaaaaaaa1/{section}[?&]t=[a-z2-7]{{16}}\.$", source)
    assert source.startswith("潮州临溪高新技术产业开发区. ")
    page.goto(source.rstrip(".").rpartition(" ")[2])
    assert page.url.partition("#")[0] == f"{root}/r/aaaaaaaaaaa1"


def test_the_button_goes_with_the_selection(open_page):
    page = open_page("/r/aaaaaaaaaaa1", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(SELECT, ["#s1\\.1", "全区", "#s1\\.1", "52件"])
    page.locator("#quote").wait_for(state="visible")
    page.evaluate("document.getSelection().removeAllRanges()")
    page.locator("#quote").wait_for(state="hidden")
    page.evaluate(SELECT, [".facts", "广东省", ".facts", "广东省"])
    page.wait_for_timeout(400)
    assert not page.is_visible("#quote")


def test_by_keyboard(open_page):
    page = open_page("/r/aaaaaaaaaaa1", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(SELECT, ["#s1\\.1", "全区", "#s1\\.1", "52件"])
    page.locator("#quote").wait_for(state="visible")
    page.focus("#quote")
    page.keyboard.press("Enter")
    playwright.expect(page.locator("#quote")).to_have_text("✓")
    assert "52件" in page.evaluate("navigator.clipboard.readText()")


def test_without_a_script_the_reference_can_be_selected(open_page):
    page = open_page("/r/aaaaaaaaaaa1?q=一网通办&at=1.1", java_script_enabled=False)
    assert not page.is_visible("#quote")
    page.click("details.cite summary")
    assert page.is_visible("#citation")
    assert "推行一网通办[R/OL]" in page.inner_text(".of-section")
    assert page.locator(".formats a").count() == 4
