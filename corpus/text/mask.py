"""Hides mobile and identity numbers wherever text is shown; the stored page keeps them.

Contact lines end up on public pages by accident; a search engine must not spread them. A masked text is as long as the
text, so ranges still fit. Landlines stay: they are an office's, not a person's.
"""

from __future__ import annotations

import re

from corpus.text.fold import fold

# 3-4-4 digits, joined or with one hyphen between the groups; a sum of money is no telephone number.
MOBILE = re.compile(r"(?<![\d.])1[3-9]\d(-?)\d{4}\1\d{4}(?![\d.]|\s*[元万亿])")
# Spaces between the groups count only behind a word for telephone: rows of figures look the same.
SPACED_MOBILE = re.compile(r"(?:电话|手机|联系|热线)[^\d\n]{0,12}(1[3-9]\d \d{4} \d{4})(?!\d)")
# Division code, birthday, serial number, check digit (GB 11643).
IDENTITY = re.compile(r"(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?![\da-z])")
# There are four digits in a row in each of them; most texts need no closer look.
_DIGITS = re.compile(r"\d{4}")
SHOWN = 3  # digits left to read at the beginning


def _spans(folded: str) -> list[tuple[int, int]]:
    found = [match.span() for pattern in (MOBILE, IDENTITY) for match in pattern.finditer(folded)]
    return found + [match.span(1) for match in SPACED_MOBILE.finditer(folded)]


def mask(text: str) -> str:
    """The text with the digits of mobile and identity numbers, but the first three, as `*`; as long as it was.

    >>> mask("联系人：某某，１３８００００１２３４")
    '联系人：某某，１３８********'
    """
    if not _DIGITS.search(text):
        return text
    masked = text
    for start, end in _spans(fold(text)):
        masked = masked[: start + SHOWN] + "*" * (end - start - SHOWN) + masked[end:]
    return masked
