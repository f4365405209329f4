"""What an address carries of a text, so that it is known again: sixteen characters that tell whether
a text is the same, whether its figures are, and about how much of it stands.

Ten bytes in base32: two of a hash of the text, one of a hash of its figures, and a sketch of 56
bits. Each bit of the sketch is drawn from one stretch of `GRAM` characters, chosen by hash, so two
texts share a bit where they share that stretch, and half of the others by chance (min-hash of one
bit). How well that tells, over 1,009 sections with 0.2 to 8 % of their characters replaced
(`python -m benchmarks.fingerprints`, 28 November 2026): of those of which 0.96 and more stands,
98 % and more count as standing; at 0.9 59 %; at 0.84 20 %; at 0.7 none. Of 7,411 pairs of other
sections the likest looks like 0.57. At 96 bits, in 24 characters, 8 % would count at 0.84.
"""

from __future__ import annotations

import re
from base64 import b32decode, b32encode
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from corpus.text.fold import fold

GRAM: Final = 6  # characters that are compared at a time: shorter stretches stand everywhere
BITS: Final = 56  # of the sketch: tells shares of what stands to 0.1 (python -m benchmarks.fingerprints)
LENGTH: Final = 16  # of a fingerprint as it is written
_WRITTEN = re.compile(rf"[a-z2-7]{{{LENGTH}}}")
# Numbers of persons, hidden or not yet: a mask that is laid is no change of the text.
# One figure stands in front of all alternatives, so that texts are searched for it alone first.
_PERSON = re.compile(
    r"[0-9](?:[0-9]{2,}(?:[-. ]?\*){3,}[0-9*x]*|(?<![0-9].)(?<=1)[3-9][0-9](?:[-. ]?[0-9]{4}){2}(?![0-9])"
    r"|(?<![0-9].)(?<=[1-8])[0-9]{16}[0-9x](?![0-9]))"
)
_SIGNS = re.compile(r"[\W_]+")
_NO_FIGURES = re.compile("[^0-9]+")
Hashes = npt.NDArray[np.uint64]
# Points on the circle of all hashes: each takes the stretch whose hash comes next.
_POINTS: Final = np.arange(BITS, dtype=np.uint64) * np.uint64(2**64 // BITS)
# Odd numbers with bits all over, as MurmurHash3 and SplitMix64 have them.
_GOLDEN, _FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53
_WEIGHTS: Final = [np.uint64(pow(_GOLDEN, place, 2**64)) for place in range(1, GRAM + 1)]


class Fingerprint(NamedTuple):
    """Hash of the text, hash of its figures, sketch."""

    whole: bytes
    figures: bytes
    sketch: int


def plain(text: str, number: str | None = None) -> str:
    """What of a text is compared: folded, without white space, punctuation and numbers of persons,
    and without the number in front that only says where it stands.

    >>> plain("三、電話：138****，全年2,904件。", "三、")
    '电话全年2904件'
    """
    kept = _SIGNS.sub("", _PERSON.sub("", fold(text)))
    return kept.removeprefix(_SIGNS.sub("", fold(number))) if number else kept


def grams(text: str) -> set[str]:
    """Every stretch of `GRAM` characters of a plain text; the whole, where it is shorter."""
    return {text[start : start + GRAM] for start in range(max(1, len(text) - GRAM + 1))} - {""}


def fingerprint_of(text: str, number: str | None = None) -> Fingerprint:
    """The fingerprint of a masked text that begins with `number`."""
    compared = plain(text, number)
    whole = blake2b(compared.encode("utf8", "surrogatepass"), digest_size=2).digest()
    figures = blake2b(_NO_FIGURES.sub("", compared).encode(), digest_size=1).digest()
    return Fingerprint(whole, figures, _sketch(compared))


@lru_cache(maxsize=1024)
def fingerprint(text: str, number: str | None = None) -> str:
    """The same as an address holds it. Kept, for a page of a report asks for all of its sections:
    0.1 ms each."""
    whole, figures, sketch = fingerprint_of(text, number)
    return b32encode(whole + figures + sketch.to_bytes(BITS // 8)).decode().lower()


def read_fingerprint(written: str) -> Fingerprint | None:
    """A fingerprint out of an address, None where it is none. The full stop of a sentence, and
    whatever else was copied behind it, is no part of it.

    >>> read_fingerprint("cut") is None
    True
    """
    found = _WRITTEN.match(written.lower())
    if found is None:
        return None
    raw = b32decode(found[0].upper())
    return Fingerprint(raw[:2], raw[2:3], int.from_bytes(raw[3:]))


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """About which share of the stretches that two texts have they have both, 0 to 1."""
    same = BITS - (one.sketch ^ other.sketch).bit_count()
    return max(0.0, 2 * same / BITS - 1)


def _sketch(text: str) -> int:
    hashes = np.sort(_hashes(text))
    at = np.searchsorted(hashes, _POINTS)
    at[at == len(hashes)] = 0
    mixed = _mix(hashes[at] ^ _mix(_POINTS + np.uint64(1)))
    return int.from_bytes(np.packbits((mixed >> np.uint64(63)).astype(np.uint8)).tobytes())


def _hashes(text: str) -> Hashes:
    """A hash of each stretch of the text."""
    codes = np.frombuffer(text.ljust(GRAM, "\0").encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    many = len(codes) - GRAM + 1
    summed = np.zeros(many, np.uint64)
    for place, weight in enumerate(_WEIGHTS):
        summed += codes[place : place + many] * weight
    return _mix(summed)


def _mix(numbers: Hashes) -> Hashes:
    """Numbers whose bits all hang on all bits of those given."""
    for factor in (_FIRST, _SECOND):
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(33))
