"""Which figures of a text are hidden: each that has the form of a number is weighed by what stands
around it.

What is hidden tells what the figures beside it are, so a text is gone through again around what was
hidden, until nothing more is. Work is bounded: so many are weighed, so often is a text read.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from corpus.text.mask_candidate import AROUND, Candidate
from corpus.text.mask_digits import HIDDEN, Codes, Places, is_mixed, readings, text_of
from corpus.text.mask_form import Forms, forms
from corpus.text.mask_writings import is_hidden

Spans: TypeAlias = list[tuple[int, int]]
SHOWN: Final = 3  # digits left to read at the beginning
# So many figures are weighed in one text, a tenth of a millisecond each; 26 real pages have not one
# that is. Past them only the form tells: a page of nothing but figures is no report.
WEIGHED: Final = 5_000
# So many characters are read anew, again and again; a text is always read three times.
READ: Final = 12_000_000
_LEAD: Final = 12  # characters of a country's code in front of a number
_FAR: Final = AROUND + 40  # characters between what is hidden and figures that are weighed anew
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


def hidden_in(text: str) -> Spans:
    """The stretches of a text without unseen characters that are to be hidden: of each number what
    stands behind its third digit."""
    weighing = _Weighing(text)
    weighing.go_on()
    return weighing.spans


class _Weighing:
    """A text, what of it is hidden already, and how much may still be weighed."""

    def __init__(self, text: str) -> None:
        self.text, self.spans, self._left = text, list[tuple[int, int]](), WEIGHED
        self._hidden = np.zeros(len(text), np.bool_)

    def go_on(self) -> None:
        """Hide what is to be hidden."""
        near = np.ones(len(self.text), np.bool_)
        for _ in range(max(3, READ // len(self.text))):
            before = self._hidden.copy()
            for read in readings(self.text):
                self._once(np.where(before, np.uint32(ord("*")), read), near)
            new = self._hidden & ~before
            if not new.any():
                break
            near = _beside(new)

    def _once(self, read: Codes, near: npt.NDArray[np.bool_]) -> None:
        """Weigh the figures that stand near what is new."""
        found, text = forms(read), text_of(read)
        kept = near[found.starts]
        for kind, pattern in _NUMBERS:
            self._of_kind(kind, pattern, text, Forms(found.starts[kept], found.plain[kept]))
        for match in _PART.finditer(text) if _ALIKE.search(text) else ():
            if _ALIKE.search(match[0]):
                self._hide(text, *match.span())

    def _of_kind(self, kind: str, pattern: re.Pattern[str], text: str, found: Forms) -> None:
        reached = 0
        for start, plain in zip(found.starts.tolist(), found.plain.tolist(), strict=True):
            if start < reached or not (plain or self._left > 0):
                continue
            match = _match(pattern, text, start, reached)
            if match and (self._left <= 0 or self._is_one(kind, match)):
                self._hide(text, *match.span("number"))
                reached = match.end()

    def _is_one(self, kind: str, match: re.Match[str]) -> bool:
        candidate = Candidate(kind, match.string, *match.span("number"), match["before"] or "")
        first, second = _digits(match.string, candidate.start, 2)
        if is_mixed(self.text, first, second):
            return False
        self._left -= 1
        return is_hidden(candidate) or (self._is_new_before(candidate.start) and is_hidden(self._as_it_is(candidate)))

    def _is_new_before(self, start: int) -> bool:
        return bool(self._hidden[max(0, start - AROUND) : start].any())

    def _as_it_is(self, candidate: Candidate) -> Candidate:
        """The figures among what is hidden by now."""
        first, end = max(0, candidate.start - AROUND - _LEAD), candidate.end + AROUND
        pieces = zip(candidate.text[first:end], self._hidden[first:end].tolist(), strict=True)
        text = "".join(["*" if hidden else char for char, hidden in pieces])
        return Candidate(candidate.kind, text, candidate.start - first, candidate.end - first, candidate.before)

    def _hide(self, text: str, start: int, end: int) -> None:
        third = _digits(text, start, SHOWN)[-1]
        if not self._hidden[third + 1 : end].all():
            self._hidden[third + 1 : end] = True
            self.spans.append((third + 1, end))


def _match(pattern: re.Pattern[str], text: str, start: int, reached: int) -> re.Match[str] | None:
    """The number that begins at a place, with a country's code in front of it."""
    for at in range(max(reached, start - _LEAD), start + 1):
        if (text[at] in "+08" or at == start) and (match := pattern.match(text, at)) and match.start("number") == start:
            return match
    return None


def _digits(text: str, start: int, many: int) -> list[int]:
    """Where so many digits stand from a place on."""
    return list(islice((at for at in range(start, len(text)) if text[at].isdecimal()), many))


def _beside(new: Places | npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """What stands near something new, before it or behind."""
    bounds = np.zeros(len(new) + 1, np.int32)
    at = np.flatnonzero(new)
    np.add.at(bounds, np.maximum(at - _FAR, 0), 1)
    np.add.at(bounds, np.minimum(at + _FAR + 1, len(new)), -1)
    near: npt.NDArray[np.bool_] = np.cumsum(bounds[:-1]) > 0
    return near
