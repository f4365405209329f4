"""The process that reads one PDF: `python -m corpus.load.pdf_text`, bytes on standard input, its
lines as JSON on standard output.

A process of its own, because the library is native code and files come from anywhere: what hangs,
crashes or swells there is ended without harm. Started by `corpus.load.pdf`.
"""

from __future__ import annotations

import contextlib
import json
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from math import pi
from typing import Any

from corpus.load.pdf_strokes import strokes
from corpus.sheet.printed import GAP

# A report has at most some two hundred pages; a book is none.
MOST_PAGES = 600
MOST_CHARACTERS = 2_000_000
# Bytes of memory for the whole process, where the system can bound it.
MEMORY = 1_500 * 1024 * 1024
# A page with fewer characters is looked at for pictures.
FEW = 50
# Characters drawn as outlines are one each; a frame, a rule or a chart has dozens.
FEWEST_OUTLINES = 200
_PASSWORD, _SECURITY = 4, 5
_LINE_ENDS, _SPACE = frozenset((10, 13)), 32
# A figure is raised if its box is so much lower than its neighbour's and begins so much higher: the
# mark of a note, the 2 of m².
RAISED_HEIGHT, RAISED_FOOT = 0.8, 0.15
RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))

# Left, lower, right and upper edge, in points.
Box = tuple[float, float, float, float]
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
# The text of a piece of a line, and its box.
Piece = tuple[str, Box]
# So many characters tell how a page's text runs.
LOOKED_AT = 200

# By quarter turns clockwise: where a box lies once its text runs from left to right.
_UPRIGHT: tuple[Callable[[Box], Box], ...] = (
    lambda box: box,
    lambda box: (-box[3], box[0], -box[1], box[2]),
    lambda box: (-box[2], -box[3], -box[0], -box[1]),
    lambda box: (box[1], -box[2], box[3], -box[0]),
)


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def upright(text_page: Any, raw: Any) -> Callable[[Box], Box]:
    """What turns the boxes of a page so that most of its text runs from left to right: wide tables
    are printed on sheets that are turned, whatever these say of themselves."""
    looked = range(min(text_page.count_chars(), LOOKED_AT))
    quarters = Counter(round(raw.FPDFText_GetCharAngle(text_page, at) / (pi / 2)) % 4 for at in looked)
    return _UPRIGHT[quarters.most_common(1)[0][0] if quarters else 0]


def _pieces(text_page: Any, raw: Any, rules: Sequence[Box], turned: Callable[[Box], Box]) -> list[Piece]:
    """The lines of a page, cut where a wide gap is or a rule runs down between two characters."""
    found: list[Piece] = []
    letters: list[str] = []
    boxes: list[Box] = []
    uprights = sorted(rule for rule in rules if rule[2] - rule[0] < rule[3] - rule[1])
    lefts = [rule[0] for rule in uprights]

    def end() -> None:
        text = "".join(_raised(letters, boxes)).rstrip()
        if text:
            found.append((text, _around([box for box in boxes if box is not _NOWHERE])))
        letters.clear()
        boxes.clear()

    count = text_page.count_chars()
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in _LINE_ENDS:
            end()
        elif code == _SPACE:
            if letters:
                letters.append(" ")
                boxes.append(_NOWHERE)
        else:
            box = turned(text_page.get_charbox(index, loose=True))
            last = next((box for box in reversed(boxes) if box is not _NOWHERE), None)
            if last and (_is_elsewhere(last, box) or _parted(last, box, lefts, uprights)):
                end()
            letters.append(chr(code))
            boxes.append(box)
    end()
    return found


def _is_elsewhere(last: Box, box: Box) -> bool:
    """Does the next character stand behind a wide gap, or before the last one, or on another
    line?"""
    height = max(last[3] - last[1], box[3] - box[1])
    aside = box[0] - last[2] > GAP * (last[3] - last[1]) or last[0] - box[0] > height / 2
    return aside or min(last[3], box[3]) - max(last[1], box[1]) <= 0


def _parted(last: Box, box: Box, lefts: Sequence[float], uprights: Sequence[Box]) -> bool:
    """Does a rule run down between two characters? `lefts`: where each of `uprights` stands, from
    left to right."""
    middle, start, stop = (box[1] + box[3]) / 2, (last[0] + last[2]) / 2, (box[0] + box[2]) / 2
    between = uprights[bisect_right(lefts, start) : bisect_left(lefts, stop)]
    return any(rule[1] <= middle <= rule[3] for rule in between)


def _around(boxes: Sequence[Box]) -> Box:
    """The box around characters; its height is that of the highest."""
    highest = max(boxes, key=lambda box: box[3] - box[1])
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return round(left, 1), round(highest[1], 1), round(right, 1), round(highest[3], 1)


def _raised(letters: Sequence[str], boxes: Sequence[Box]) -> Iterator[str]:
    """The characters, raised figures as such."""
    placed = [box for box in boxes if box is not _NOWHERE]
    if not placed:
        return
    _, foot, _, top = _around(placed)
    height = top - foot
    for letter, (_, bottom, _, upper) in zip(letters, boxes, strict=True):
        high = bottom - foot > RAISED_FOOT * height and upper - bottom < RAISED_HEIGHT * height
        yield RAISED.get(letter, letter) if high and letter in RAISED else letter


def _shows_something(page: Any, raw: Any) -> bool:
    """Does a page show a picture, or so many outlines that they may be characters?"""
    if any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)):
        return True
    outlines = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)
    return sum(1 for _ in islice(outlines, FEWEST_OUTLINES)) == FEWEST_OUTLINES


def read(body: bytes) -> dict[str, Any]:
    """`pages`: pieces of lines of every page; `rules`: the strokes drawn on it; `pictures`: the
    pages almost without text that show something; or `error`: what is wrong."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return {"error": "encrypted" if error.err_code in (_PASSWORD, _SECURITY) else "damaged"}
    if len(document) > MOST_PAGES:
        return {"error": "long"}
    pages: list[list[Piece]] = []
    drawn: list[list[Box]] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(document)):
        pieces, rules = [], []
        with contextlib.suppress(pypdfium2.PdfiumError):  # one page that cannot be read
            page = document[number]
            text_page = page.get_textpage()
            turned = upright(text_page, raw)
            rules = [turned(stroke) for stroke in strokes(page, raw)]
            pieces = _pieces(text_page, raw, rules, turned)
            here = sum(len(text) for text, _ in pieces)
            pictures += [number] if here < FEW and _shows_something(page, raw) else []
            page.close()
        characters += sum(len(text) for text, _ in pieces)
        if characters > MOST_CHARACTERS:
            return {"error": "long"}
        pages.append(pieces)
        drawn.append(rules)
    return {"pages": pages, "rules": drawn, "pictures": pictures}


def main() -> None:
    """Read, answer."""
    _bound_memory()
    answer = read(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode())
