"""What hangs beside a body: teasers and boxes in another branch of the page are none of it."""

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.strip.branch import own_end

BODY, BOX = "html body div.main div#zoom p", "html body div.main div.box p"
REPORT = [("一、总体情况", BODY), (SENTENCE, BODY), ("二、存在问题", BODY), (SENTENCE, BODY), (SENTENCE, BODY)]


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ([], 0),
        ([("近日，东湖县召开会议，研究部署安全生产工作，要求落实责任。", BOX)], 0),
        # fell out of the element, for markup breaks: it hangs on an element around the body
        ([(SENTENCE, "html body div.main p")], 1),
        ([(SENTENCE, "html body div.main div p")], 1),
        # another element that goes on with the count of chapters
        ([("三、下步打算", BOX), (SENTENCE, BOX)], 2),
        ([("一、办事指南", BOX), (SENTENCE, BOX)], 0),
        ([SENTENCE], 1),  # flattened text has no branches
    ],
)
def test_what_stands_below(below, kept):
    lines = weighed(*REPORT, *below)
    assert own_end(lines, (0, len(lines))) == len(REPORT) + kept


def test_flattened_text_stays_whole():
    lines = weighed(*[SENTENCE] * 4)
    assert own_end(lines, (0, 4)) == 4
