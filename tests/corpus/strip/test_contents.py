"""Tables of contents: headings in a row that come again below."""

import pytest

from corpus.strip.contents import contents_at

CHAPTERS = ["一、总体情况", "二、主要做法", "三、存在问题", "四、下步打算"]
TEXT = [line for chapter in CHAPTERS for line in (chapter, "全年工作扎实推进。")]


@pytest.mark.parametrize(
    ("body", "span"),
    [
        (["目 录", *CHAPTERS, *TEXT], (0, 5)),
        (["# 目录", *CHAPTERS, *TEXT], (0, 5)),
        (CHAPTERS + TEXT, (0, 4)),  # without its name
        (["引言", "目录", *CHAPTERS, *TEXT], (1, 6)),
        (["目录", *(f"{chapter}……{at}" for at, chapter in enumerate(CHAPTERS)), *TEXT], (0, 5)),  # page numbers
        (["目录", *CHAPTERS[:2], *TEXT[:4]], (0, 3)),  # two are enough under the name
        (CHAPTERS[:2] + TEXT[:4], (0, 0)),
        (TEXT, (0, 0)),
        (["目录", *CHAPTERS], (0, 0)),  # nothing comes again
        ([], (0, 0)),
    ],
)
def test_tables_of_contents(body, span):
    assert contents_at(body) == span
