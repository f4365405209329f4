"""How like a topic each section is: BM25 over the key words, less where part or kind is another, and
where few of the words stand.

Weights were chosen among 108 settings on the tuned half of benchmarks/judgements-alike.toml, with the
weight of headings (keywords.py): eight put a right section first for all 14, of these the ones here
show the most right ones of four, 30 of 52. On the other half 13 of 14 are right first, 36 of 49.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from index.characters.arrays import Bools, Codes, Floats
from search.across.elsewhere import Topic, Word
from search.match.lookup import Lookup
from search.match.view import View

K1: Final = 1.2
B: Final = 0.9
OTHER_PART: Final = 0.7
OTHER_KIND: Final = 0.7
FEW: Final = 1.0  # where n of the words stand, a score counts n/(n+FEW)


def scored(view: View, lookups: Sequence[Lookup], topic: Topic, words: Sequence[Word]) -> tuple[Floats, ...]:
    """For each segment the score of each document: 0 where none of the words stands, where it is
    deleted, and in the topic's own report."""
    return tuple(_of_segment(view, lookup, topic, words) for lookup in lookups)


def _of_segment(view: View, lookup: Lookup, topic: Topic, words: Sequence[Word]) -> Floats:
    segment = lookup.view.segment
    scores, hits = np.zeros(segment.size), np.zeros(segment.size)
    norm = K1 * (1.0 - B + B / view.average_length * segment.lengths)
    for word in words:
        held = lookup.counted(word.text)
        scores[held.docs] += word.weight * held.counts * (K1 + 1.0) / (held.counts + norm[held.docs])
        hits[held.docs] += 1.0
    scores *= hits / (hits + FEW)
    scores *= np.where(_is(view, segment.codes["part"], "part", topic.part or ""), 1.0, OTHER_PART)
    scores *= np.where(_is(view, segment.codes["kind"], "kind", topic.kind), 1.0, OTHER_KIND)
    scores[_is(view, segment.codes["report"], "report", topic.report)] = 0.0
    return scores


def _is(view: View, codes: Codes, column: str, value: str) -> Bools:
    """Which documents have a value in a column."""
    values = view.snapshot.values[column]
    found: Bools = codes == (values.index(value) if value in values else -1)
    return found
