"""When segments are merged: few at any time, and each section rewritten only so often as its index
has tiers.

Segments belong to tiers of growing size. When a commit would make a tier hold TIER_SEGMENTS
segments, they and what is new become one segment of a higher tier. So a small commit costs little,
and n sections are rewritten log(n) times at most. (Whoosh's own policy compares sums with Fibonacci
numbers and lets hundreds of small segments pile up.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from index.disk.codec import TEXT

# Sizes are words. A tier is TIER_SEGMENTS times as large as the one below; all segments up to
# SMALLEST are in the lowest.
TIER_SEGMENTS = 4
SMALLEST = 16_000
# No merge makes a segment larger than this: sorting needs about twelve bytes a character, and a
# word has two.
LARGEST = 30_000_000
# Nor does it hold many more documents: from 65,536 on naming the document of a character takes four
# bytes instead of two.
MOST_DOCUMENTS = 65_000
# A segment is rewritten when more than this share of its sections is deleted.
DEAD_SHARE = 0.3


def tier(size: int) -> int:
    """The tier of a segment of `size` words: 0 for the smallest."""
    number = 0
    while size > SMALLEST * TIER_SEGMENTS**number:
        number += 1
    return number


def to_merge(sizes: Sequence[int], new: int) -> set[int]:
    """Which of the segments with these sizes become one with the `new` words of this commit."""
    chosen: set[int] = set()
    total = new
    while True:
        level = tier(total)
        group = [place for place, size in enumerate(sizes) if place not in chosen and tier(size) <= level]
        if len(group) + 1 < TIER_SEGMENTS:
            return chosen
        before = len(chosen)
        for place in sorted(group, key=lambda place: sizes[place]):
            if total + sizes[place] <= LARGEST:
                chosen.add(place)
                total += sizes[place]
        if len(chosen) == before:
            return chosen


def tiered(writer: SegmentWriter, segments: list[W3Segment]) -> list[W3Segment]:
    """Whoosh's merge policy: adds to `writer` what is merged, returns the segments that stay."""
    alive = [segment for segment in segments if segment.deleted_count() < segment.doc_count_all()]
    dead = {n for n, segment in enumerate(alive) if segment.deleted_count() > DEAD_SHARE * segment.doc_count_all()}
    sizes = [_size(segment) for segment in alive]
    merged = dead | (to_merge(sizes, 0) if writer.docnum else set())
    for number in sorted(merged):
        reader = _WithoutWords(writer.storage, writer.schema, alive[number])
        writer.add_reader(reader)
        reader.close()
    return [segment for number, segment in enumerate(alive) if number not in merged]


def _size(segment: W3Segment) -> int:
    """In words; in documents, where those are short, so that neither outgrows its limit."""
    words, documents = int(segment._fieldlengths.get(TEXT, 0)), int(segment.doc_count())
    return max(words, documents * LARGEST // MOST_DOCUMENTS)


class _WithoutWords(SegmentReader):
    """A segment whose words are not read for merging: the codec counts them from the boundaries."""

    def all_terms(self) -> Iterator[tuple[str, bytes]]:
        terms: Iterator[Any] = super().all_terms()
        return ((name, text) for name, text in terms if name != TEXT)
