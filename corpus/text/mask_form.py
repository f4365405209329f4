"""Where figures have the form of a number, found for a whole text at once: arrays of all its digits,
and no look at any single one.

What is left is few on a page that people read, and is weighed one by one elsewhere.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from corpus.text.mask_candidate import FIRST_BIRTH, LAST_BIRTH, REGIONS
from corpus.text.mask_digits import BLANK, END, MARKS, OTHER, TAB, Codes

Flags: TypeAlias = npt.NDArray[np.bool_]
Whole: TypeAlias = npt.NDArray[np.signedinteger[Any]]
GAP: Final = 6  # signs between two digits of a number
MOBILE, LEAST_SECOND = 11, 3  # digits of a number of a mobile telephone, 1 and then 3 or more
IDENTITY, OLD_IDENTITY = 17, 15  # digits before the check digit of 1999, and in all until then
CHINA: Final = (8, 6)  # the country's code, which may stand in front
GROUPED: Final = 3  # places at which a number is commonly parted
_MARK, _BLANK, _END, _OTHER, _NONE = range(10, 15)
_CLASS = np.full(0x10000, _NONE, np.uint8)
for _class, _chars in ((_MARK, MARKS), (_BLANK, BLANK + TAB), (_END, END), (_OTHER, OTHER)):
    _CLASS[[*map(ord, _chars)]] = _class
_CLASS[ord("0") : ord("9") + 1] = range(10)
_IS_REGION = np.isin(np.arange(100), [int(code) for code in REGIONS])


class Forms(NamedTuple):
    """Where numbers may begin, ascending: offsets; and which of them begin behind a word or a sign
    that stands in no number, or are written in few groups."""

    starts: Whole
    plain: Flags


class _Digits:
    """The digits of a text: their values, places, and what stands between them."""

    def __init__(self, read: Codes) -> None:
        classes = _CLASS[np.minimum(read, 0xFFFF)]
        self.at = np.flatnonzero(classes < 10).astype(np.int32)
        self.values = classes[self.at]
        self._before = {
            sign: np.cumsum(classes == sign, dtype=np.int32)[self.at] for sign in (_MARK, _END, _OTHER, _NONE)
        }
        gaps = np.diff(self.at) - 1
        self._filled = np.concatenate([np.zeros(1, np.int32), np.cumsum(gaps > 0, dtype=np.int32)])
        linked = (gaps <= GAP) & (np.diff(self._before[_NONE]) == 0)
        self.fresh = np.concatenate([[True], ~linked])
        breaks = np.append(np.flatnonzero(~linked), len(self.at) - 1).astype(np.int32)
        # How many digits hang together from each one on.
        self.left = breaks.repeat(np.diff(breaks, prepend=-1)) - np.arange(len(self.at), dtype=np.int32) + 1

    def number(self, first: Whole, place: int, size: int) -> Whole:
        """The number that so many digits make, from a place behind the first on."""
        value = np.zeros(len(first), np.int32)
        for step in range(place, place + size):
            value = value * 10 + self.values[first + step]
        return value

    def ends_at(self, first: Whole, size: int) -> Flags:
        """Whether no digit stands right behind the last of so many."""
        following = np.minimum(first + size, len(self.at) - 1)
        ended: Flags = self.at[following] - self.at[first + size - 1] != 1
        return ended

    def between(self, sign: int, first: Whole, size: int) -> Whole:
        """How many signs of a class stand among so many digits."""
        counts: Whole = self._before[sign]
        inside: Whole = counts[first + size - 1] - counts[first]
        return inside

    def gaps(self, first: Whole, size: int) -> Whole:
        """How often something stands between two of so many digits."""
        inside: Whole = self._filled[first + size - 1] - self._filled[first]
        return inside

    def must_be_told(self, first: Whole, size: int) -> Flags:
        """Whether the signs between are such that only a word in front makes it a number."""
        lines = (self.between(_END, first, size) > 0) & (self.between(_MARK, first, size) == 0)
        told: Flags = (self.between(_OTHER, first, size) > 0) | (lines & (self.gaps(first, size) > 1))
        return told

    def may_be_told(self, first: Whole) -> Flags:
        """Whether a word or a code of the country can stand in front."""
        told: Flags = (self.values[first - 1] == CHINA[1]) & (self.values[first - 2] == CHINA[0]) & (first > 1)
        for back in range(5):
            told |= self.fresh[np.maximum(first - back, 0)]
        return told


def forms(read: Codes) -> Forms:
    """Where numbers may begin in a text that was read."""
    digits = _Digits(read)
    found = [_kept(digits, first, size) for first, size in (_mobiles(digits), _identities(digits), _old(digits))]
    first = np.unique(np.concatenate([first for first, _ in found]))
    plain = np.isin(first, np.concatenate([some[is_plain] for some, is_plain in found]))
    return Forms(digits.at[first], plain)


def _kept(digits: _Digits, first: Whole, size: int) -> tuple[Whole, Flags]:
    kept = first[~digits.must_be_told(first, size) | digits.may_be_told(first)]
    return kept, digits.fresh[kept] | (digits.gaps(kept, size) <= GROUPED)


def _mobiles(digits: _Digits) -> tuple[Whole, int]:
    first = np.flatnonzero((digits.values == 1) & (digits.left >= MOBILE))
    return first[(digits.values[first + 1] >= LEAST_SECOND) & digits.ends_at(first, MOBILE)], MOBILE


def _identities(digits: _Digits) -> tuple[Whole, int]:
    first = np.flatnonzero(digits.left >= IDENTITY)
    first = first[_IS_REGION[digits.number(first, 0, 2)]]
    year = digits.number(first, 6, 4)
    return first[(year >= FIRST_BIRTH) & (year <= LAST_BIRTH) & _is_day(digits, first, 10)], IDENTITY


def _old(digits: _Digits) -> tuple[Whole, int]:
    first = np.flatnonzero(digits.left >= OLD_IDENTITY)
    first = first[_IS_REGION[digits.number(first, 0, 2)]]
    return first[digits.ends_at(first, OLD_IDENTITY) & _is_day(digits, first, 8)], OLD_IDENTITY


def _is_day(digits: _Digits, first: Whole, place: int) -> Flags:
    month, day = digits.number(first, place, 2), digits.number(first, place + 2, 2)
    kept: Flags = (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    return kept
