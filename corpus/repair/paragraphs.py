"""Repair: a body's lines to the canonical paragraphs.

Out go the spaces of text recognition, converters' list bullets and Markdown marks; lines broken by
a page or a column's width are joined, headings glued into one long line stand on their own again.
Nothing else changes: what is shown is what was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Stripped, Trace
from corpus.repair.glued import split_glued
from corpus.repair.jumps import without_jumps
from corpus.repair.spacing import is_ocr, without_ocr_spaces
from corpus.repair.wraps import Wrapping, is_final, joined, wrapping_of
from corpus.text.numbering import number_of

# From this share of lines on, bullets before plain sentences are the converter's too.
MOSTLY_BULLETS = 0.3

_BULLET = re.compile(r"^\s*[\-*•·●◆■]\s+")
_HASHES = re.compile(r"^\s*#{1,6}\s+")
_BOLD = re.compile(r"\*\*([^*\n]{1,200})\*\*")


def repair(stripped: Stripped) -> tuple[tuple[str, ...], tuple[Trace, ...]]:
    """The paragraphs of the canonical body, and what was done to get them.

    >>> repair(Stripped((), None, (), ("- (一)执法。", "二、不足"), (), ()))[0]
    ('(一)执法。', '二、不足')
    """
    traces: list[Trace] = []
    rules = {trace.rule for trace in stripped.receipt}
    broken = "page number" in rules and "lines joined" not in rules  # else a loader did it, by where lines stand
    gaps = stripped.gaps or ("",) * len(stripped.body)
    wrapping = wrapping_of(stripped.body, broken or is_ocr(stripped.body), gaps)
    lines, resumed = without_jumps(_without_marks(stripped.body, traces), traces)
    paragraphs = _join(lines, gaps, wrapping, resumed, traces)
    if is_ocr(stripped.body):
        paragraphs = [_unspaced(paragraph, traces) for paragraph in paragraphs]
    return tuple(split_glued(paragraphs, traces)), tuple(traces)


def _without_marks(lines: Sequence[str], traces: list[Trace]) -> list[str]:
    """Lines without converters' marks; indentation stays, joining reads it."""
    bullets = sum(bool(_BULLET.match(line)) for line in lines) > MOSTLY_BULLETS * len(lines)
    cleaned = []
    rows = _rows(lines)
    for index, line in enumerate(lines):
        bare = (
            "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
            if index in rows
            else _HASHES.sub("", line)
        )
        if _BULLET.match(bare) and (bullets or number_of(bare)):
            bare = _BULLET.sub("", bare)
        bare = _BOLD.sub(r"\1", bare)
        if bare != line:
            traces.append(Trace("converter's marks", line[:80], bare[:80]))
        cleaned.append(bare)
    return cleaned


def _rows(lines: Sequence[str]) -> set[int]:
    """The lines that are rows of a Markdown table: bars at both ends, and a row above or below."""
    barred = [
        len(line.strip()) > 1 and line.strip()[0] == line.strip()[-1] == "|" and line.count("|") > 2 for line in lines
    ]
    near = zip([False, *barred[:-1]], barred, [*barred[1:], False], strict=True) if lines else ()
    return {index for index, (above, own, below) in enumerate(near) if own and (above or below)}


def _join(
    lines: Sequence[str], gaps: Sequence[str], wrapping: Wrapping, resumed: set[int], traces: list[Trace]
) -> list[str]:
    paragraphs: list[str] = []
    above = ""
    for at, (line, gap_above, below) in enumerate(zip(lines, gaps, [*lines[1:], ""], strict=False)):
        text = line.strip()
        if not text:
            continue
        broken_off = at in resumed and bool(paragraphs) and not (is_final(paragraphs[-1]) or number_of(line))
        if broken_off or (paragraphs and joined(above, line, below, paragraphs[-1], wrapping, gap_above)):
            gap = " " if re.search(r"[A-Za-z]$", paragraphs[-1]) and re.match(r"[A-Za-z]", text) else ""
            traces.append(
                Trace("lines joined", f"{paragraphs[-1][-20:]}\n{text[:20]}", f"{paragraphs[-1][-20:]}{gap}{text[:20]}")
            )
            paragraphs[-1] += gap + text
        else:
            paragraphs.append(f"{text}\t" if line.endswith("\t") else text)
        above = line
    return paragraphs


def _unspaced(paragraph: str, traces: list[Trace]) -> str:
    became = without_ocr_spaces(paragraph)
    if became != paragraph:
        traces.append(Trace("recognition spaces", paragraph, became))
    return became
