"""Page numbers and running heads go; figures and lines that only stand there stay."""

import pytest

from corpus.sheet.printed import Printed
from corpus.sheet.running import without_running

ROWS, PAGES = "甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未申酉"


def page(number, *, top=None, bottom=None, size=10, away=60, last=None):
    body = [f"{PAGES[number]}部门依法办理{row}类事项的情况，" for row in ROWS]
    texts = [*body[:-1], last or body[-1]]
    lines = [Printed(number, 79, 700 - 28 * n, 500, 716 - 28 * n, 16, text) for n, text in enumerate(texts)]
    if top:
        lines.insert(0, Printed(number, 250, 700 + away, 350, 700 + away + size, size, top))
    if bottom:
        at = 700 - 28 * len(ROWS) - away
        lines.append(Printed(number, 290, at, 310, at + size, size, bottom))
    return lines


def gone(pages):
    receipt = []
    list(without_running(pages, receipt))
    return [trace.what for trace in receipt]


@pytest.mark.parametrize(
    "written",
    ["{}", "— {} —", "- {} -", "第 {} 页", "第{}页 共9页", "{}/9", "{} / 9", "Page {} of 9", "·{}·"],
)
def test_page_numbers_go(written):
    pages = [page(n, bottom=written.format(n + 1)) for n in range(3)]
    assert gone(pages) == [written.format(n + 1) for n in range(3)]


@pytest.mark.parametrize(
    "pages",
    [
        [page(0), page(1, bottom="128", size=16, away=28)],  # the end of a sentence
        [page(0, last="120"), page(1, last="35"), page(2, last="2024")],
        [
            page(0, top="全面推进依法行政。", size=16, away=28),
            page(1, top="全面推进依法行政。", size=16, away=28),
            page(2),
        ],
    ],
)
def test_what_only_stands_there_stays(pages):
    assert gone(pages) == []


@pytest.mark.parametrize("count", [2, 3, 8])
def test_running_heads_go(count):
    assert gone([page(n, top="某县年度报告") for n in range(count)]) == ["某县年度报告"] * count


def test_heads_of_chapters_go_too():
    heads = ["总体情况"] * 3 + ["主要成效"] * 3 + ["存在问题"] * 4
    assert gone([page(n, top=head) for n, head in enumerate(heads)]) == heads


def test_the_number_of_a_single_page_stands_apart():
    assert gone([page(0, bottom="1")]) == ["1"]
    assert gone([page(0, bottom="1", size=16, away=0)]) == []
