"""A report as a text recogniser leaves it: what a converted scan of a printed document looks like.

Old line ends become spaces inside words or hard line breaks, page numbers stand inside sentences,
punctuation is half width, the signer's name lands inside a heading, some paragraphs get a list's
bullet. What is misread around the body (a letterhead set wide, 答发人 for 签发人) stands misread in
the draft, for it is kept as it came.
"""

from __future__ import annotations

import re

from corpus.sample.draft import Draft

WIDTH = 28  # characters on a printed line
PAGE = 22 * WIDTH  # characters on a printed page
MIXED = 3  # where recognition is uneven, every third paragraph keeps its line breaks
BULLETS = 3  # every third heading of the second level gets one
HALF_WIDTH = str.maketrans("，：；（）“”〔〕％", ',:;()""[]%')
NO_BREAK = re.compile(r"[0-9A-Za-z.,%]")
NEVER_FIRST = "。，；：）,;:)、》”％%]〕"  # printers pull these up to the line before


def scanned(draft: Draft) -> bytes:
    """The whole page as UTF-8 text."""
    letterhead, number, addressee = draft.front[:3]
    blocks = [letterhead, _half(number), _spaced(draft.header["title"]), _half(addressee)]
    blocks += _body(draft)
    blocks += [_half(line) for line in draft.back]
    return ("\n\n".join(blocks) + "\n").encode()


def _half(text: str) -> str:
    return text.translate(HALF_WIDTH)


def _spaced(title: str) -> str:
    """A title that stood on two lines and has its figures set apart."""
    middle = len(title) // 2
    return re.sub(r"(\d{4})", r" \1 ", title[:middle] + " " + title[middle:]).strip()


def _body(draft: Draft) -> list[str]:
    uneven = draft.header.get("wraps") == "uneven"
    blocks, printed, page, seconds = [], 0, 1, 0
    for order, paragraph in enumerate(draft.paragraphs):
        lines = printed_lines(_half(paragraph.text))
        seconds += paragraph.level == 2
        bullet = "- " if paragraph.level == 2 and seconds % BULLETS == 0 else ""
        if printed // PAGE != (printed + len(paragraph.text)) // PAGE and len(lines) > 2:
            page += 1
            cut = len(lines) // 2
            lines = [*lines[:cut], f"\n\n— {page} —\n\n", *lines[cut:]]
        printed += len(paragraph.text)
        blocks.append(bullet + _joined(lines, "\n" if uneven and order % MIXED == 1 else " "))
    return _with_signer(blocks, draft)


def printed_lines(text: str) -> list[str]:
    """The lines of a paragraph whose first line is indented by two characters; figures are not
    cut."""
    lines, start, room = [], 0, WIDTH - 2.0
    for end in range(1, len(text)):
        room -= width_of(text[end - 1])
        if room < width_of(text[end]) and not _holds_together(text[end - 1], text[end]):
            lines.append(text[start:end])
            start, room = end, float(WIDTH)
    return [*lines, text[start:]]


def width_of(text: str) -> float:
    """In Han characters: figures and Latin letters take half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _holds_together(left: str, right: str) -> bool:
    return right in NEVER_FIRST or bool(NO_BREAK.match(left) and NO_BREAK.match(right))


def _joined(lines: list[str], seam: str) -> str:
    joined = seam.join(lines)
    return re.sub(r"\s*\n\n(— \d+ —)\n\n\s*", r"\n\n\1\n\n", joined)


def _with_signer(blocks: list[str], draft: Draft) -> list[str]:
    """The signer's line stands beside the document number in print; recognisers put it after some
    later line."""
    line = draft.header.get("signer_after")
    if line is None:
        return blocks
    where = next(i for i, block in enumerate(blocks) if line in block)
    before, after = blocks[where].split(line, 1)
    comma, rest = after[:1], after[1:].lstrip()
    return [*blocks[:where], before + line + comma, draft.front[3], rest, *blocks[where + 1 :]]
