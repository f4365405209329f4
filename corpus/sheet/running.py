"""What belongs to the sheet and not to the text: page numbers and running heads, at the edges of
pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.records import Trace
from corpus.sheet.printed import Printed

# A running head stands at the edge of so many pages, and of such a share of them.
FEWEST_HEADS, HEAD_SHARE = 3, 0.4
EDGE = 2  # lines at the top and at the bottom of a page

_PAGE_NUMBER = re.compile(r"[\-—–―·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/，,]?\s*共?\s*\d{1,4}\s*页?)?[\-—–―·•\s]*")


def without_running(pages: Sequence[Sequence[Printed]], receipt: list[Trace]) -> Iterator[list[Printed]]:
    """Every page without its number and its running heads; what goes is told the receipt."""
    heads = _heads(pages)
    for lines in pages:
        edges, kept = set(_edges(lines)), []
        for at, line in enumerate(lines):
            number = at in (0, len(lines) - 1) and len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text)
            if number or (at in edges and _shape(line.text) in heads):
                receipt.append(Trace("page number" if number else "running head", line.text))
            else:
                kept.append(line)
        yield kept


def _edges(lines: Sequence[Printed]) -> Iterator[int]:
    """Positions of the lines at the top and the bottom of a page."""
    yield from dict.fromkeys((*range(min(EDGE, len(lines))), *range(max(len(lines) - EDGE, 0), len(lines))))


def _heads(pages: Sequence[Sequence[Printed]]) -> frozenset[str]:
    """What stands at the edge of many pages, numbers aside."""
    counted = Counter(shape for lines in pages for shape in {_shape(lines[at].text) for at in _edges(lines)})
    needed = max(FEWEST_HEADS, HEAD_SHARE * len(pages))
    return frozenset(shape for shape, count in counted.items() if shape and count >= needed)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", text))
