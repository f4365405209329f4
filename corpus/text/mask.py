"""Hides mobile and identity numbers in a text, however written; the stored page keeps them.

Contact lines end up on public pages by accident; a search engine must not spread them, nor let
anyone ask for one digit after the other. So reports are masked when they are cleaned, before
anything is indexed, counted or shown. The writings are data: `mask.toml`. Landlines stay: they are
an office's, not a person's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from corpus.text.mask_digits import LINE_ENDS, Codes, Places, classed, codes_of, text_of
from corpus.text.mask_weighed import Spans, hidden_in

STAR = ord("*")
# Raise it with every change of what is hidden: indexes are brought up to it.
VERSION = 2
# What may hold a number: eleven digits with little between them. Most texts have none.
_STRETCH = re.compile(rb"[ah](?:s{0,8}+[ah]){10,}+")
LEAST = 4  # digits of a number that is hidden in part already
_ENDS = [*map(ord, LINE_ENDS)]


def mask(text: str) -> str:
    """The text with mobile and identity numbers as `*`, but for their first three digits.

    >>> mask("联系人：某某，１３８００００１２３４")
    '联系人：某某，１３８********'
    """
    codes = codes_of(text)
    classes = classed(codes)
    if not _may_hold(classes.replace(b"u", b"")):
        return text
    seen = np.flatnonzero(np.frombuffer(classes, np.uint8) != ord("u"))
    hidden = hidden_in(text_of(codes[seen]))
    return text_of(_starred(codes, seen, hidden)) if hidden else text


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


def _may_hold(classes: bytes) -> bool:
    return any(found[0].count(b"a") >= LEAST for found in _STRETCH.finditer(classes))


def _starred(codes: Codes, seen: Places, hidden: Spans) -> Codes:
    """The text with what is hidden as stars; what nobody sees in it, too, but line ends, which part
    paragraphs."""
    bounds = np.zeros(len(codes) + 1, np.int32)
    for start, end in hidden:
        bounds[seen[start - 1] + 1] += 1
        bounds[seen[end - 1] + 1] -= 1
    inside = (np.cumsum(bounds[:-1]) > 0) & ~np.isin(codes, _ENDS)
    return np.where(inside, np.uint32(STAR), codes)
