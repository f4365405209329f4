"""Simplified or traditional: telling which script a text is in, and writing names in simplified
characters.

Only characters that one script has and the other has not are counted, so that 大 or 人 say nothing,
and the majority decides: a simplified widget below a traditional report does not turn it. OpenCC is
used for display and naming only; matching goes by `corpus.text.fold`, which keeps lengths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import opencc

SAMPLE = 20_000  # characters of a text that are counted: more never changed the answer, only the time


@lru_cache(maxsize=1)
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1)
def _marks() -> dict[str, int]:
    """+1 for characters only traditional writing has, -1 for those only simplified has."""
    every = [chr(code) for code in range(0x4E00, 0xA000)]
    lines = "\n".join(every)  # one character a line: no phrase rule can join them
    simple = _to_simplified().convert(lines).split("\n")
    traditional = opencc.OpenCC("s2t").convert(lines).split("\n")
    marks = {}
    for character, to_simple, to_traditional in zip(every, simple, traditional, strict=True):
        if to_simple != character:
            marks[character] = 1
        elif to_traditional != character:
            marks[character] = -1
    return marks


@lru_cache(maxsize=1)
def _traditional() -> frozenset[str]:
    return frozenset(character for character, mark in _marks().items() if mark > 0)


def script_of(text: str | Iterable[str]) -> str:
    """ "hant" where characters only traditional writing has outnumber those only simplified has,
    else "hans".

    >>> script_of("全麵貫徹落實")
    'hant'
    """
    whole = text if isinstance(text, str) else "".join(text)
    marks = _marks()
    return "hant" if sum(marks.get(mark, 0) * count for mark, count in Counter(whole[:SAMPLE]).items()) > 0 else "hans"


def simplified(text: str) -> str:
    """The text in simplified characters, for names and titles; a text that is simplified already
    stays as it is."""
    if _traditional().isdisjoint(text) or script_of(text) == "hans":
        return text
    return str(_to_simplified().convert(text))
