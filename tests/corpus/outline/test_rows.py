"""Rows of tables that open with a number are no headings."""

import pytest

from corpus.outline.rows import table_rows
from corpus.text.numbering import number_of


@pytest.mark.parametrize(
    ("paragraphs", "rows"),
    [
        (["一、本年新收政府信息公开申请数量\t3\t0"], {0}),
        (["一、本年新收政府信息公开申请数量"], {0}),  # prescribed, its cells empty
        (["（一）予以公开", "（二）部分公开"], {0, 1}),
        (["一、办结数量", "52"], {0}),
        (["一、办结数量", "/"], {0}),
        (["一、办结数量", "全年办结52件。"], set()),
        (["合计\t52", "一、其中", "二、办结\t3"], {1, 2}),  # between two rows
        (["一、主动公开政府信息情况", "二、不足"], set()),
        (["一、予以公开的信息，全年共52条。", "52"], set()),  # a sentence
        ([], set()),
    ],
)
def test_rows(paragraphs, rows):
    assert table_rows(paragraphs, [number_of(paragraph) for paragraph in paragraphs]) == rows
