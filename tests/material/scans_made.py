"""Scans for tests: pages drawn on the spot, and what recognition would say of a page that nobody
drew."""

import pytest

from benchmarks.scans_drawn import Drawing, draw, encoded, font_file
from corpus.load.scan.recognise import can_recognise
from corpus.load.scan.seen import Seen, Sheet

TITLE = "松塘高新区2023年法治政府建设年度报告"
TEXTS = (
    "一、主要举措和成效",
    "全年组织行政执法人员培训十二场，参加1,286人次，对重点案卷逐件评查，发现的问题限期整改。",
    "办结行政复议案件五十二件，按期办结率百分之百，行政机关负责人出庭应诉率比上年提高三个百分点。",
    "二、存在的问题和不足",
    "基层执法力量与承担的任务还不匹配，个别单位重大决策的合法性审查流于形式，公开不够及时。",
    "三、下一年度工作安排",
    "完善执法监督机制，推动镇街综合执法规范运行，继续压减办事环节，让企业和群众少跑腿、好办事。",
)


def needs_recognition():
    """Leave the test out where the extra or the typeface is missing."""
    pytest.importorskip("PIL", reason="pictures are drawn with Pillow")
    if not can_recognise():
        pytest.skip("the extra `ocr` is not installed: make ocr")
    if font_file("song") is None:
        pytest.skip("no typeface with Chinese characters to draw a page with")


def picture(*, texts=TEXTS, title=TITLE, **how):
    """One page as a Pillow image, at a resolution that is soon read."""
    return draw(Drawing("test", **{"dots": 110, **how}), title, texts)[0]


def scan(form="PNG", **how):
    """One page as a file."""
    return encoded([picture(**how)], form)


def sheet(texts=(TITLE, *TEXTS), confidence=0.99, page=0, width=28):
    """What recognition says of a page on which these paragraphs stand, first lines indented."""
    pieces, down = [], 100.0
    for text in texts:
        lines = [(2, text[: width - 2]), *((0, text[at : at + width]) for at in range(width - 2, len(text), width))]
        for indent, line in lines:
            left, right = 100.0 + 20 * indent, 100.0 + 20 * (indent + len(line))
            pieces.append(Seen(line, confidence, ((left, down), (right, down), (right, down + 20), (left, down + 20))))
            down += 32
    return Sheet(page, 760.0, 1100.0, 0.75, tuple(pieces))
