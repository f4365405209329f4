"""The lines of printed pages as paragraphs, by where they stand on the sheet.

A line that does not begin a paragraph is flush with the margin, and the line before it reaches far
to the right. Rejected: leaving this to `corpus.repair.wraps`, which counts characters: figures are
half as wide, so a justified line with 1,286 in it is no shorter on the sheet, but looks unfinished
in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.records import Trace
from corpus.sheet.printed import Printed
from corpus.text.numbering import number_of

# In heights of a character. A first line is indented by about two; more is centred, less is uneven
# printing.
INDENT_FROM, INDENT_TO = 1.3, 3.2
# How far a full line may end before the right margin: a long figure that goes to the next line
# whole; where nothing is indented, so that the end of a line is all there is to go by, one
# punctuation mark and its neighbour.
SHORT_OF_MARGIN, SHORT_WITHOUT_INDENTS = 6.0, 2.2
# So many indented lines show that paragraphs of a document are.
FEWEST_INDENTED = 3
# A page with fewer lines has the margins of the whole document.
FEWEST_FOR_MARGINS = 6
# The share of lines that end before the right margin of a page, which a few stray ones overrun.
RIGHT_SHARE = 0.9
_FINAL = re.compile(r"[。！？!?；;：:…][”’」』\"')）]*$")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where lines begin and end, and how high a character is, in points; `indented`: whether first
    lines are."""

    left: float
    right: float
    height: float
    indented: bool

    def indent(self, line: Printed) -> float:
        """How far the line begins from the margin, in heights of a character."""
        return (line.left - self.left) / self.height

    def short(self, line: Printed) -> float:
        """How far the line ends before the margin, in heights of a character."""
        return (self.right - line.right) / self.height


def _left(lines: Sequence[Printed]) -> float:
    """The left edge that most lines share."""
    return Counter(round(line.left) for line in lines).most_common(1)[0][0]


def _right(lines: Sequence[Printed]) -> float:
    return sorted(line.right for line in lines)[int(RIGHT_SHARE * (len(lines) - 1))]


def _margins(pages: Sequence[Sequence[Printed]]) -> list[Margins]:
    """The margins of every page; odd and even sheets differ where they are bound."""
    lines = [line for page in pages for line in page]
    height = median(line.size for line in lines) or 1.0
    of_all = Margins(_left(lines), _right(lines), height, indented=False)
    own = [Margins(_left(p), _right(p), height, False) if len(p) >= FEWEST_FOR_MARGINS else of_all for p in pages]
    indents = sum(INDENT_FROM <= m.indent(line) <= INDENT_TO for p, m in zip(pages, own, strict=True) for line in p)
    return [Margins(m.left, m.right, height, indents >= FEWEST_INDENTED) for m in own]


def _goes_on(above: Printed, margins_above: Margins, line: Printed, margins: Margins) -> bool:
    """Is the line the next one of the same paragraph?"""
    if "\t" in above.text or "\t" in line.text or number_of(line.text) or abs(margins.indent(line)) > INDENT_FROM / 2:
        return False
    if margins.indented:
        centred = margins_above.indent(above) > INDENT_TO
        return not centred and margins_above.short(above) <= SHORT_OF_MARGIN
    return margins_above.short(above) <= SHORT_WITHOUT_INDENTS and not _FINAL.search(above.text)


def paragraphs(pages: Iterable[Sequence[Printed]], receipt: list[Trace]) -> Iterator[str]:
    """The text of the pages, wrapped lines joined across their ends and across pages; every join
    goes to the receipt."""
    kept = [page for page in pages if page]
    if not kept:
        return
    before: tuple[Printed, Margins] | None = None
    paragraph = ""
    for page, margins in zip(kept, _margins(kept), strict=True):
        for line in page:
            if before and _goes_on(*before, line, margins):
                paragraph = _joined(paragraph, line.text, receipt)
            else:
                yield from filter(None, [paragraph])
                paragraph = line.text
            before = line, margins
    yield paragraph


def _joined(paragraph: str, text: str, receipt: list[Trace]) -> str:
    gap = " " if re.search(r"[A-Za-z]$", paragraph) and re.match(r"[A-Za-z]", text) else ""
    receipt.append(Trace("lines joined", f"{paragraph[-20:]}\n{text[:20]}", f"{paragraph[-20:]}{gap}{text[:20]}"))
    return paragraph + gap + text
