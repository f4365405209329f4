"""A report over several pages is one record; pages that begin anew, or merely end in a number, are
not joined."""

from dataclasses import replace

import pytest
from material.pages_written import BODY, html_page

from corpus.intake.reclean import reclean
from corpus.intake.take import take
from corpus.store.folder import Store
from corpus.strip.continued import first_page

TITLE = "常州松塘高新技术产业开发区2023年法治政府建设年度报告"
OPENING = "2023年，松塘高新区坚持依法行政，现将全年法治政府建设情况报告如下："
MORE = "全年围绕企业需求开展{0}走访，收集意见{1}条，逐条明确责任单位和办理时限，按月通报进展，年底前全部答复，企业满意率保持在九成以上。"
PLAIN = [OPENING, *BODY.format(figure=52).split("\n")]
# Long enough, page by page, to be no notice.
LINES = [
    line if len(line) < 20 else line + "".join(MORE.format(word, n * 7 + at) for at, word in enumerate("春夏秋冬"))
    for n, line in enumerate(PLAIN)
]
FIRST = "https://songtang.example/art/t7.html"


def page(address, lines, title=TITLE):
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div id='zoom'>{body}</div></body></html>"
    return replace(html_page(address), body=html.encode())


PAGES = [
    page(FIRST, LINES[:3]),
    page(FIRST.replace(".html", "_2.html"), LINES[3:5]),
    page(FIRST.replace(".html", "_3.html"), LINES[5:]),
]


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_pages_in_any_order_are_one_report(store, order):
    for number in order:
        take(store, PAGES[number])
    (name,) = store.stamps()
    held = store.report(name)
    assert held.url == FIRST
    assert sorted(held.sources) == sorted(page.address for page in PAGES)
    assert [section.number for section in held.sections] == [None, "一、", "（一）", "（二）", "二、", "三、"]
    assert "\n".join(section.text for section in held.sections) == "\n".join(LINES)
    assert store.removed() == frozenset()


def test_coming_again_changes_nothing(store):
    for each in PAGES:
        take(store, each)
    before = store.stamps()
    assert {take(store, each).status for each in PAGES} == {"unchanged"}
    assert not any(change.fields for change in reclean(store))
    assert store.stamps() == before


def test_a_later_page_that_changes_takes_the_place_of_its_older_self(store):
    for each in PAGES:
        take(store, each)
    take(
        store, page(PAGES[2].address, ["三、下一年度工作安排", "新的安排是完善调解制度，建立联席会议，按季通报进展。"])
    )
    (name,) = store.stamps()
    text = "".join(section.text for section in store.report(name).sections)
    assert "新的安排" in text
    assert "继续推进法治政府建设" not in text


def test_a_page_that_begins_anew_is_a_report_of_its_own(store):
    take(store, page(FIRST, LINES))
    lines = [line.replace("2023", "2022").replace("52", "41").replace("条，", "余条，") for line in LINES]
    other = page(FIRST.replace(".html", "_2.html"), lines, TITLE.replace("2023", "2022"))
    take(store, other)
    assert len(store.stamps()) == 2


NO_PAGES = [
    "https://a.example/t20240131_5396867.html",
    "https://a.example/post_1.asp",
    "https://a.example/",
    "file:///a_2.txt",
]


@pytest.mark.parametrize("address", NO_PAGES)
def test_addresses_that_merely_end_in_a_number(address):
    assert first_page(address) is None
