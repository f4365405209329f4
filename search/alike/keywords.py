"""The words that tell what a section is about: those it repeats, those of its heading, those that are
rare elsewhere."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from corpus.text.fold import squeeze
from index.words.cut import segment
from search.across.elsewhere import Topic, Word
from search.match.lookup import Lookup
from search.match.view import View

KEPT: Final = 20
SHORTEST: Final = 2  # characters: single ones stand in every section
HEADING: Final = 2.0  # what standing in the heading counts, beside the root of how often a word stands there
# Figures, and numerals with or without a measure word: they tell how much, not about what.
_FIGURE: Final = re.compile(r".*\d.*|[〇零一二三四五六七八九十百千万亿两]+.?")


def key_words(view: View, lookups: Sequence[Lookup], topic: Topic) -> list[Word]:
    """The words, the weightiest first; none where a section holds figures and names alone."""
    counts = Counter(_words(topic.text, topic))
    heading = set(_words(topic.heading, topic))
    found = []
    for word, times in counts.items():
        held = sum(lookup.frequency(word) for lookup in lookups)
        weight = (math.sqrt(times) + HEADING * (word in heading)) * rareness(view, held)
        found.append(Word(word, weight))
    return sorted(found, key=lambda word: (-word.weight, word.text))[:KEPT]


def rareness(view: View, occurrences: int) -> float:
    """What a word weighs that occurs so often in all sections."""
    return math.log1p(view.sections / (occurrences + 0.5))


def _words(text: str, topic: Topic) -> Iterable[str]:
    names = "\n".join(squeeze(name) for name in (topic.zone, *topic.names) if name)
    for word, _ in segment(squeeze(text)):
        if len(word) >= SHORTEST and not _FIGURE.fullmatch(word) and word not in names:
            yield word
