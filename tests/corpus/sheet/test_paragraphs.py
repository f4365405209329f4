"""Lines on sheets as paragraphs: by indents, by space, across pages, past notes and tables."""

import pytest

from corpus.grid import Box
from corpus.sheet.layout import laid_out
from corpus.sheet.printed import Printed

FULL = 28  # characters of a full line of size 16 between 79 and 527
SENTENCE = "全县各部门依法履行职责，认真办理群众来信来访事项，按月通报进度，逐件回访"


def line(text, *, x=79, y=700, page=0, size=16):
    wide = sum(0.5 if letter.isascii() else 1 for letter in text) * size
    return Printed(page, x, y, x + wide, y + size, size, text)


def paragraph(*texts, y=700, page=0, size=16, step=28, indent=2):
    return [
        line(text, x=79 + (0 if number else indent * size), y=y - step * number, page=page, size=size)
        for number, text in enumerate(texts)
    ]


def said(*pages, rules=()):
    return [each.text for each in laid_out(pages, [], rules).lines]


def long(text, characters):
    return (text * 9)[:characters]


PROSE = paragraph(long(SENTENCE, 26), long(SENTENCE, 28), "均已办结。")
MORE = paragraph(long(SENTENCE, 26), long(SENTENCE, 28), "群众满意。", y=600)
LAST = paragraph(long(SENTENCE, 26), "按期完成。", y=500)


def test_paragraphs_are_told_by_their_indents():
    assert said([*PROSE, *MORE, *LAST]) == ["".join(one.text for one in own) for own in (PROSE, MORE, LAST)]


@pytest.mark.parametrize("rows", [4, 40, 120])
@pytest.mark.parametrize("size", [7.5, 9, 10.5])
def test_the_type_of_tables_decides_nothing(rows, size):
    table = [
        Printed(1, x, 780 - n * size, x + size * len(text), 780 - n * size + size, size, text)
        for n in range(rows)
        for x, text in ((90, f"第{n}类办理结果"), (300, str(n)), (360, "0"), (420, "12"))
    ]
    texts = said([*PROSE, *MORE, *LAST], table)
    assert texts[:3] == ["".join(one.text for one in own) for own in (PROSE, MORE, LAST)]
    assert texts[3] == "第0类办理结果\t0\t0\t12"
    assert len(texts) == 3 + rows


def test_a_paragraph_goes_on_past_a_note_and_a_table():
    first = [*MORE, *paragraph(long(SENTENCE, 26), long(SENTENCE, 28), y=400)]
    note = [line("① 数据由各部门逐月填报。", y=60, size=9)]
    grid = (Box(0, 0, 1, 1, "类别"), Box(0, 1, 1, 1, "件数"), Box(1, 0, 1, 1, "受理"), Box(1, 1, 1, 1, "9"))
    table = [Printed(1, 79, 700, 527, 780, 0.0, "", (), grid)]
    second = [line("并逐件回访。", y=660, page=1), *paragraph(long(SENTENCE, 26), "办结。", y=630, page=1)]
    texts = said([*first, *note], [*table, *second])
    assert texts[1].endswith("并逐件回访。")
    assert texts[2:5] == ["① 数据由各部门逐月填报。", "类别\t件数", "受理\t9"]
    assert len(texts) == 6


def test_a_figure_that_looks_like_a_number_of_a_heading_goes_on():
    words = paragraph(long(SENTENCE, 26), long(SENTENCE, 26) + "第一", "二、三产业协同发展。")
    assert said([*words, *MORE, *LAST])[0] == "".join(one.text for one in words)


def test_paragraphs_without_indents_are_told_by_their_space():
    blocks = []
    for number in range(6):
        words = [long(SENTENCE, 27) + "。", long(SENTENCE, 27) + "。", "至此完成。"]
        blocks += paragraph(*words, y=780 - number * 100, indent=0)
    assert said(blocks) == ["".join((long(SENTENCE, 27), "。", long(SENTENCE, 27), "。", "至此完成。"))] * 6


def test_a_sheet_that_is_bound_has_its_own_margin():
    odd = [*PROSE, *MORE, *LAST]
    even = [one._replace(page=1, left=one.left + 26, right=one.right + 26) for one in odd]
    assert len(said(odd, even)) == 6
