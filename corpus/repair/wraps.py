"""Lines broken by a page's end or a column's width: does the next line go on with this one?

Evidence comes first: a document that shows a wrap width, page numbers or text recognition. Without
any, a paragraph that merely lacks its full stop stays as it is; only a line that plainly cannot end
there (a comma, an open bracket) is joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.line.weight import CONTINUES, HANGS
from corpus.text.han import han
from corpus.text.numbering import number_of
from corpus.text.numerals import COUNTING

# Lines of one width, and the share of unfinished lines that have it, before a document counts as
# wrapped.
FEWEST_WRAPPED, WRAPPED_SHARE = 8, 0.6
# Columns narrower than this are table cells.
NARROWEST = 14
# A wrapped line may fall short of the width by so many characters (punctuation that may not begin a
# line, Latin words).
SHORTFALL = 2
# Lines longer than the width are at most one for so many that have it; rejects text that does not wrap.
FEW_LONGER = 4
# Indents begin paragraphs where some lines have one and most have none; rejects text set in from the margin.
FEWEST_INDENTED, MOST_INDENTED = 3, 0.8
# An unfinished line is prose from here on; rejects headings, captions, titles.
SHORTEST_PROSE = 40

# Where a page ends behind the line less is enough: what is shorter is a heading or a caption.
SHORTEST_AT_PAGE = 14
# Paragraphs stand apart by empty lines, and lines inside them break anywhere: so many of each, this
# share of the broken ones unfinished.
FEWEST_APART, FEWEST_INSIDE, INSIDE_UNFINISHED = 6, 6, 0.7
# A heading fills its line where it goes on in the next.
FULL_LINE = 0.8

# An unfinished line of fewer characters is a label (其中、).
SHORTEST_CUT = 4

INDENTS = ("\u3000", "  ", "\xa0")
_FINAL = tuple("。！？!?；;：:…")
_FINAL_QUOTED = re.compile(r"[。！？!?…][”’」』\"')）]+$")
_UNFINISHED = tuple("，,、（(《“〈「『【—")
_STARTS_ANEW = re.compile(
    rf"\s*(?:[{COUNTING}]{{1,2}}是|[（(]\d+[)）]|[①-⑳]|\d{{1,2}}(?:[)）、]|[.．](?!\d))|第[{COUNTING}]+[,，、条]|首先|其次|再次|最后|\|)"
)


_FIGURE = re.compile(r"[\d.,，%]{1,14}")
_UNIT = re.compile(r"[年月日个件次人万亿千百元％%吨亩户家名项宗场期批岁度倍以余多]")
_NARROW = re.compile("[\x00-\u1fff]")
_WORD_END = re.compile(r"[\u4e00-\u9fff，,（(]$")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document breaks its lines: at a `width` (in characters, None if it does not wrap), and
    whether it is cut at pages.

    `block` is the width of lines inside paragraphs that stand apart by empty lines, None where they
    do not.
    """

    width: int | None
    indented: bool
    broken: bool
    block: int | None = None


def wrapping_of(lines: Sequence[str], broken: bool, gaps: Sequence[str] = ()) -> Wrapping:
    """What the lines' lengths and indents say, and the empty lines between them."""
    return replace(_by_width(lines, broken), block=_block_width(lines, gaps))


def _block_width(lines: Sequence[str], gaps: Sequence[str]) -> int | None:
    broken_off = [
        above
        for above, line, gap in zip(lines, lines[1:], gaps[1:], strict=False)
        if not gap and "\t" not in above + line
    ]
    apart = sum(gap == "blank" for gap in gaps[1:])
    unfinished = [_width(line) for line in broken_off if not is_final(line.strip())]
    if apart < FEWEST_APART or len(unfinished) < max(FEWEST_INSIDE, INSIDE_UNFINISHED * len(broken_off)):
        return None
    width = sorted(unfinished)[len(unfinished) // 2]
    return width if width >= NARROWEST else None


def _by_width(lines: Sequence[str], broken: bool) -> Wrapping:
    unfinished = [_width(line) for line in lines if not is_final(line.strip()) and "\t" not in line]
    unfinished = [length for length in unfinished if length >= NARROWEST]
    indented = sum(line.startswith(INDENTS) for line in lines)
    if len(unfinished) < FEWEST_WRAPPED:
        return Wrapping(None, False, broken)
    width = max(
        Counter(unfinished).items(),
        key=lambda item: (sum(abs(length - item[0]) <= SHORTFALL for length in unfinished), item[0]),
    )[0]
    near = sum(abs(length - width) <= SHORTFALL for length in unfinished)
    longer = sum(_width(line) > width + 2 * SHORTFALL for line in lines)
    if near < FEWEST_WRAPPED or near < WRAPPED_SHARE * len(unfinished) or longer > near // FEW_LONGER:
        return Wrapping(None, False, broken)
    return Wrapping(width, FEWEST_INDENTED <= indented < len(lines) * MOST_INDENTED, broken)


def joined(above: str, line: str, below: str, paragraph: str, wrapping: Wrapping, gap: str = "") -> bool:
    """Does `line`, with `below` the next one and `gap` before it, go on with the paragraph whose
    last line is `above`?"""
    text, ended = above.strip(), paragraph.rstrip()
    if CONTINUES.match(line.strip()) and "\t" not in line:
        return not is_final(ended)
    if _is_split_figure(above, line, below, ended):
        return True
    if HANGS.search(ended) and CONTINUES.match(below.strip()):
        return True
    if "\t" in line or "\t" in above or number_of(line):
        return False
    full = wrapping.width is not None and _width(above) >= wrapping.width - SHORTFALL
    if full and wrapping.indented:  # then indents tell paragraphs, whatever a line begins with
        return not line.startswith(INDENTS)
    if _STARTS_ANEW.match(line):
        return False
    heading = number_of(paragraph) is not None and not re.search("[。；;]", paragraph)
    if wrapping.block and not gap and not (heading and _width(above) < FULL_LINE * wrapping.block):
        return True
    if full:
        return not is_final(text)
    if is_final(ended):
        return False
    if ended.endswith(_UNFINISHED) and han(ended) > SHORTEST_CUT:
        return True
    return wrapping.broken and not heading and len(ended) >= (SHORTEST_AT_PAGE if gap == "page" else SHORTEST_PROSE)


def _is_split_figure(above: str, line: str, below: str, ended: str) -> bool:
    """Figures that stand on lines of their own between the words of one sentence: 增长 / 9.3 /
    ％，其中…"""
    if _FIGURE.fullmatch(line.strip()):
        return bool(_UNIT.match(below.strip())) and bool(_WORD_END.search(ended)) and han(ended) > SHORTEST_CUT
    return bool(_FIGURE.fullmatch(above.strip())) and bool(_UNIT.match(line.strip())) and ended != above.strip()


def _width(line: str) -> int:
    """The line's width on paper in Chinese characters, its indent included: Latin letters and
    figures take half."""
    line = line.rstrip()
    return len(line) - len(_NARROW.findall(line)) // 2


def is_final(text: str) -> bool:
    """Does the text end as a paragraph does, with a full stop or its like?"""
    return text.endswith(_FINAL) or bool(_FINAL_QUOTED.search(text))
