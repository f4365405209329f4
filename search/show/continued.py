"""How a string goes on in the reports: its frequent continuations, up to the ends of words.

They come from the suffix array, where all continuations of a string lie side by side in order, so
that no list of words has to be kept and anything that stands in a report can be suggested, written
as it stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from index.characters.arrays import Array, Ints
from index.characters.lookup import GAP, decoded
from index.words.cut import segment as segment_words
from index.words.particles import PARTICLES
from search.match.segment_view import SegmentView
from search.match.view import View
from search.query.number import NUMERALS
from search.query.run import counted

# Evenly spaced among all occurrences: enough to see what is frequent, few enough for every key
# stroke.
SAMPLED = 2000
# Continuations of so many characters at most, up to the end of the first and of the second word.
LONGEST, WORDS = 12, 2
# Of so many occurrences the usual writing is what is shown.
WRITTEN = 5
TEXT = re.compile(r"\w+")


def continuations(view: View, prefix: str) -> Iterator[str]:
    """Continuations of a folded string, about the most frequent first."""
    sampled: Counter[str] = Counter()
    for segment in view.segments:
        sampled.update(_continued(segment, prefix))
    return (text for text, _ in sampled.most_common() if is_whole(text))


def as_usual(view: View, text: str) -> str:
    """Folded text as the reports mostly write it, white space aside."""
    found: Counter[str] = Counter()
    for segment in view.segments:
        low, high = segment.text.rows(text)
        rows = np.linspace(low, high - 1, min(high - low, WRITTEN)).astype(np.int64)
        kept = segment.kept(segment.text.documents[rows])
        starts = segment.text.suffixes[rows if kept is None else rows[kept]].astype(np.int64)
        edges = np.stack((starts, starts + len(text) - 1), axis=1)
        for first, last in segment.text.shown_offsets(edges).tolist():
            found[counted(decoded(segment.text.written[first : last + 1]))] += 1
    return found.most_common(1)[0][0] if found else text


def is_whole(text: str) -> bool:
    """Whether a continuation ends in a word one may look for: not in a number, nor in a word that
    only joins others."""
    last = segment_words(text)[-1:]
    return bool(last) and last[0][0] not in PARTICLES and not NUMERALS.issuperset(last[0][0])


def _continued(segment: SegmentView, prefix: str) -> Counter[str]:
    """Continuations of `prefix` in a sample of its occurrences, each up to the end of a word."""
    behind = _sample(segment, prefix) + len(prefix)
    reach = behind[:, None] + np.arange(LONGEST)
    characters = segment.text.text.take(reach, mode="clip")
    # Whether a word ends behind each of the characters; nothing goes on over the end of a
    # paragraph.
    ends = segment.text.on_boundaries(np.minimum(reach + 1, len(segment.text.text) - 1), 0)
    ends &= (characters != GAP).cumprod(axis=1).astype(np.bool_)
    which = ends.cumsum(axis=1)
    found: Counter[str] = Counter()
    for size in range(1, LONGEST + 1):
        # The rows in which the first or second word ends behind `size` characters.
        rows = np.flatnonzero(ends[:, size - 1] & (which[:, size - 1] <= WORDS))
        found.update({prefix + text: count for text, count in _equal(characters[rows, :size]) if TEXT.fullmatch(text)})
    return found


def _equal(rows: Array) -> list[tuple[str, int]]:
    """The different strings among rows of characters, and how often each is there."""
    if not len(rows):
        return []
    size = rows.itemsize * rows.shape[1]
    strings, counts = np.unique(np.ascontiguousarray(rows).view(f"S{size}").ravel(), return_counts=True)
    coding = "utf-32-le" if rows.itemsize == 4 else "utf-16-le"
    texts = [string.ljust(size, b"\0").decode(coding, "surrogatepass") for string in strings.tolist()]
    return list(zip(texts, counts.tolist(), strict=True))


def _sample(segment: SegmentView, prefix: str) -> Ints:
    """Live occurrences of `prefix`; those where a word begins, if there are any: 关 is to go on as
    关于, not as in 有关部门."""
    low, high = segment.text.rows(prefix)
    rows = np.linspace(low, high - 1, min(high - low, SAMPLED)).astype(np.int64)
    positions = segment.text.suffixes[rows].astype(np.int64)
    kept = segment.kept(segment.text.documents[rows])
    positions = positions if kept is None else positions[kept]
    begins = segment.text.on_boundaries(positions, 0)
    return positions[begins] if begins.any() else positions
