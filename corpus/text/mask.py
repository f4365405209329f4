"""Hides mobile and identity numbers in a text, however written; the stored page keeps them.

Contact lines end up on public pages by accident; a search engine must not spread them, nor let
anyone ask for one digit after the other. So reports are masked when they are cleaned, before
anything is indexed, counted or shown. The writings are data: `mask.toml`. Landlines stay: they are
an office's, not a person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from corpus.text.mask_candidate import AROUND, Candidate
from corpus.text.mask_digits import HIDDEN, LINE_ENDS, Read, classed, is_mixed, readings
from corpus.text.mask_writings import is_hidden

SHOWN = 3  # digits left to read at the beginning
STAR = "*"
# Raise it with every change of what is hidden: indexes are brought up to it.
VERSION = 1
# What may hold a number: eleven digits with little between them. Most texts have none.
_STRETCH = re.compile(rb"[ah](?:s{0,8}+[ah]){10,}+")
LEAST = 4  # digits of a number that is hidden in part already
PART = 4000  # characters of a stretch that are looked at together
_GAP = r"[-.·()\[\]_, /:、~;|\t\n]{0,6}+"
# In a row of single figures no number begins behind another figure.
_BEGIN = r"(?<!\d)(?:(?<!\d[ \t])|(?=\d\d))"
_PREFIX = r"(?P<before>(?:\+|00)?86[-. ()]{0,3}|0)?"
_MOBILE = re.compile(rf"{_BEGIN}{_PREFIX}(?P<number>1{_GAP}[3-9](?:{_GAP}\d){{9}})(?!\d)")
_IDENTITY = re.compile(rf"{_BEGIN}(?P<before>)(?P<number>[1-8](?:{_GAP}\d){{16}}{_GAP}(?:\d(?!\d)|[xхχ×✕✖╳]))")
_OLD_IDENTITY = re.compile(rf"{_BEGIN}(?P<before>)(?P<number>[1-8](?:{_GAP}\d){{14}})(?!\d)")
_NUMBERS = (("mobile", _MOBILE), ("identity", _IDENTITY), ("old identity", _OLD_IDENTITY))
# Hidden in part by the writer: as many signs as a number has digits, three or more alike in a row.
_SIGN = rf"[\d{re.escape(HIDDEN)}]"
_PART = re.compile(
    rf"(?<!{_SIGN})(?:1[3-9]\d[- ]?{_SIGN}{{4}}[- ]?{_SIGN}{{4}}|[1-8]\d\d{_SIGN}{{14}}(?:{_SIGN}|х))(?!{_SIGN}|[- ]{_SIGN})"
)
_ALIKE = re.compile(rf"([{re.escape(HIDDEN)}])\1\1")


def mask(text: str) -> str:
    """The text with mobile and identity numbers as `*`, but for their first three digits.

    >>> mask("联系人：某某，１３８００００１２３４")
    '联系人：某某，１３８********'
    """
    while (masked := _once(text)) != text:  # what is hidden tells what the figures beside it are
        text = masked
    return text


def mask_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """The same of texts that follow one another: a number may begin in one and end in the next.

    >>> mask_lines(("联系电话：1380000", "1234"))
    ('联系电话：138****', '****')
    """
    whole = "\n".join(lines)
    masked = mask(whole)
    if masked == whole:
        return tuple(lines)
    ends = accumulate(len(line) + 1 for line in lines)
    return tuple(masked[end - 1 - len(line) : end - 1] for line, end in zip(lines, ends, strict=True))


def _once(text: str) -> str:
    classes = classed(text)
    stretches = [found.span() for found in _STRETCH.finditer(classes) if found[0].count(b"a") >= LEAST]
    hidden = [place for stretch in stretches for part in _parts(*stretch) for place in _in_stretch(text, *part)]
    if not hidden:
        return text
    characters = list(text)
    for place in hidden:
        characters[place] = STAR
    return "".join(characters)


def _parts(start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in parts: pages of nothing but figures are read in bounded memory."""
    return ((at, min(at + PART, end)) for at in range(start, end, PART))


def _in_stretch(text: str, start: int, end: int) -> Iterator[int]:
    """The places to be hidden in a stretch of digits and signs, as offsets in the text."""
    offset = max(0, start - AROUND)
    around = text[offset : end + AROUND]
    for read in readings(around):
        yield from (offset + place for place in _in_reading(around, read) if around[place] != STAR)


def _in_reading(around: str, read: Read) -> Iterator[int]:
    for kind, pattern in _NUMBERS:
        at = 0
        while match := pattern.search(read.text, at):
            candidate = Candidate(kind, read.text, *match.span("number"), match["before"] or "")
            if _is_one(around, read, candidate) and is_hidden(candidate):
                yield from _places(around, read, candidate.start, candidate.end)
                at = candidate.end
            else:
                at = match.start() + 1
    for match in _PART.finditer(read.text):
        if _ALIKE.search(match[0]):
            yield from _places(around, read, *match.span())


def _is_one(around: str, read: Read, candidate: Candidate) -> bool:
    first, second = [at for at in range(candidate.start, candidate.end) if read.text[at].isdecimal()][:2]
    return not is_mixed(around, read.places[first], read.places[second])


def _places(around: str, read: Read, start: int, end: int) -> Iterator[int]:
    """Where all behind the third digit stood, but for line ends, which part paragraphs."""
    third = [at for at in range(start, end) if read.text[at].isdecimal()][SHOWN - 1]
    hidden = range(read.places[third] + 1, read.places[end - 1] + 1)
    return (place for place in hidden if around[place] not in LINE_ENDS)
