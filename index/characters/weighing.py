"""Where in their sections the occurrences of a string stand: as words or inside words, in the
heading or behind it.

`inside` is the weight of an occurrence whose ends are no ends of words; other occurrences weigh 1.
Figures are sums of fractions of two, so they are the same in whatever order they are added up.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Floats, Ints
from index.characters.gathered import Gathered
from index.characters.lookup import Characters


def weighted(
    characters: Characters, docs: Ints, headings: Ints, length: int, low: int, high: int, inside: float
) -> tuple[Floats, Floats]:
    """For each of `docs`: the occurrences in a stretch of the suffixes, `length` characters long,
    and those of them in the heading."""
    starts, of = characters.suffixes[low:high], characters.documents[low:high]
    at, found = Gathered(len(characters), docs).places(of)
    starts, of = starts.take(found), of.take(found)
    weights = np.where(characters.on_boundaries(starts, length), 1.0, inside)
    ends = starts + length - characters.starts.take(of)
    in_heading = (ends <= headings.take(of)).nonzero()[0]
    return _summed(at, weights, len(docs)), _summed(at.take(in_heading), weights.take(in_heading), len(docs))


def in_one(characters: Characters, doc: int, heading: int, phrase: str, inside: float) -> tuple[float, float]:
    """The occurrences of `phrase` in one document, and those of them in its first `heading`
    characters."""
    start, length, in_text, in_heading = characters.start(doc), len(phrase), 0.0, 0.0
    for place in characters.places(doc, phrase):
        weight = 1.0 if characters.is_word(start + place, start + place + length) else inside
        in_text += weight
        if place + length <= heading:
            in_heading += weight
    return in_text, in_heading


def _summed(at: Ints, weights: Floats, size: int) -> Floats:
    """The weights that fall on each place; nothing to sum is no matter of types."""
    return np.bincount(at, weights, size).astype(np.float64, copy=False)
