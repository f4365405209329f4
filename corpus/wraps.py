"""Lines broken by a page's end or a column's width: does the next line go on with this one?

Evidence comes first: a document that shows a wrap width, page numbers or text recognition. Without any, a paragraph that merely lacks its
full stop stays as it is; only a line that plainly cannot end there (a comma, an open bracket) is joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.furniture import han
from corpus.numbering import number_of
from corpus.region import CONTINUES, HANGS

# Lines of one width, and the share of unfinished lines that have it, before a document counts as wrapped.
FEWEST_WRAPPED, WRAPPED_SHARE = 8, 0.6
# Columns narrower than this are table cells.
NARROWEST = 14
# A wrapped line may fall short of the width by so many characters (punctuation that may not begin a line, Latin words).
SHORTFALL = 2
# An unfinished line is prose from here on; rejects headings, captions, titles.
SHORTEST_PROSE = 40

# An unfinished line of fewer characters is a label (其中、).
SHORTEST_CUT = 4

_FINAL = tuple("。！？!?；;：:…")
_FINAL_QUOTED = re.compile(r"[。！？!?…][”’」』\"')）]+$")
_UNFINISHED = tuple("，,、（(《“〈「『【—")
_STARTS_ANEW = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}是|[（(]\d+[)）]|[①-⑳]|\d{1,2}[)）.．、]|第[一二三四五六七八九十]+[,，、条]|首先|其次|再次|最后|\|)"
)


_FIGURE = re.compile(r"[\d.,，%]{1,14}")
_UNIT = re.compile(r"[年月日个件次人万亿千百元％%吨亩户家名项宗场期批岁度倍以余多]")
_WORD_END = re.compile(r"[\u4e00-\u9fff，,（(]$")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document breaks its lines: at a `width` (in characters, None if it does not wrap), and whether it is cut at pages."""

    width: int | None
    indented: bool
    broken: bool


def wrapping_of(lines: Sequence[str], broken: bool) -> Wrapping:
    """What the lines' lengths and indents say."""
    unfinished = [_width(line) for line in lines if not _is_final(line.strip()) and "\t" not in line]
    unfinished = [length for length in unfinished if length >= NARROWEST]
    indented = sum(line.startswith(("\u3000", "  ", "\xa0")) for line in lines)
    if len(unfinished) < FEWEST_WRAPPED:
        return Wrapping(None, False, broken)
    width = max(
        Counter(unfinished).items(),
        key=lambda item: (sum(abs(length - item[0]) <= SHORTFALL for length in unfinished), item[0]),
    )[0]
    near = sum(abs(length - width) <= SHORTFALL for length in unfinished)
    longer = sum(_width(line) > width + 2 * SHORTFALL for line in lines)
    if near < FEWEST_WRAPPED or near < WRAPPED_SHARE * len(unfinished) or longer > near // 4:
        return Wrapping(None, False, broken)
    return Wrapping(width, 3 <= indented < len(lines) * 0.8, broken)


def joined(above: str, line: str, below: str, paragraph: str, wrapping: Wrapping) -> bool:
    """Does `line`, with `below` the next one, go on with the paragraph whose last line is `above`?"""
    text, ended = above.strip(), paragraph.rstrip()
    if CONTINUES.match(line.strip()) and "\t" not in line:
        return not _is_final(ended)
    if _is_split_figure(above, line, below, ended):
        return True
    if HANGS.search(ended) and CONTINUES.match(below.strip()):
        return True
    if "\t" in line or "\t" in above or number_of(line) or _STARTS_ANEW.match(line):
        return False
    if wrapping.width and _width(above) >= wrapping.width - SHORTFALL:
        if wrapping.indented:
            return not line.startswith(("\u3000", "  ", "\xa0"))
        return not _is_final(text)
    if _is_final(ended):
        return False
    if ended.endswith(_UNFINISHED) and han(ended) > SHORTEST_CUT:
        return True
    heading = number_of(paragraph) is not None and not re.search("[。；;]", paragraph)
    return wrapping.broken and not heading and len(ended) >= SHORTEST_PROSE


def _is_split_figure(above: str, line: str, below: str, ended: str) -> bool:
    """Figures that stand on lines of their own between the words of one sentence: 增长 / 9.3 / ％，其中…"""
    if _FIGURE.fullmatch(line.strip()):
        return bool(_UNIT.match(below.strip())) and bool(_WORD_END.search(ended)) and han(ended) > SHORTEST_CUT
    return bool(_FIGURE.fullmatch(above.strip())) and bool(_UNIT.match(line.strip())) and ended != above.strip()


def _width(line: str) -> int:
    """The line's width on paper in Chinese characters, its indent included: Latin letters and figures take half."""
    line = line.rstrip()
    return len(line) - sum(character < "\u2000" for character in line) // 2


def _is_final(text: str) -> bool:
    return text.endswith(_FINAL) or bool(_FINAL_QUOTED.search(text))
