"""The oldest place at which a string is held, and how it is told."""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Ints
from index.disk.stored import StoredSection
from search.across.passages import Holder
from search.match.view import View


class Oldest:
    """Finds them; remembers the sections that were read."""

    def __init__(self, view: View) -> None:
        self._view, self._keys = view, view.keys("oldest")
        self._stored: dict[tuple[int, int], StoredSection] = {}

    def of(self, which: Ints, segments: Ints, docs: Ints, places: Ints, size: int) -> list[Holder | None]:
        """The oldest place of each of `size` strings; None where it has none."""
        first = self.first(which, segments, docs, places, size)
        found: list[Holder | None] = [None] * size
        told = self.told(segments[first], docs[first], places[first])
        for string, holder in zip(which[first].tolist(), told, strict=True):
            found[string] = holder
        return found

    def first(self, which: Ints, segments: Ints, docs: Ints, places: Ints, size: int) -> Ints:
        """Which of some places of `size` strings are the oldest: of each that stands anywhere the
        first in the oldest report."""
        keys = np.zeros(len(docs), np.int64)
        for at, column in enumerate(self._keys):
            inside = np.flatnonzero(segments == at) if len(self._keys) > 1 else slice(None)
            keys[inside] = column[docs[inside]]
        first = _least(which, keys, size)
        return first[_least(which[first], places[first], size)]

    def told(self, segments: Ints, docs: Ints, places: Ints) -> list[Holder]:
        """Places of segments as they are told."""
        characters = np.zeros(len(docs), np.int64)
        for at, view in enumerate(self._view.segments):
            inside = np.flatnonzero(segments == at)
            shown = view.text.shown_offsets(places[inside])
            characters[inside] = shown - view.text.written_starts[docs[inside]].astype(np.int64)
        each = zip(segments.tolist(), docs.tolist(), places.tolist(), characters.tolist(), strict=True)
        return [self._holder(*place) for place in each]

    def _holder(self, segment: int, doc: int, place: int, character: int) -> Holder:
        stored, text = self._section(segment, doc), self._view.segments[segment].text
        paragraph = text.paragraph(doc, place - text.start(doc))
        fingerprint = stored.fingerprint
        return Holder(
            stored.report, stored.section, fingerprint, stored.title, stored.zone, stored.year, paragraph, character
        )

    def _section(self, segment: int, doc: int) -> StoredSection:
        if (segment, doc) not in self._stored:
            self._stored[segment, doc] = self._view.segments[segment].segment.stored(doc)
        return self._stored[segment, doc]


def _least(which: Ints, values: Ints, size: int) -> Ints:
    """Where the least value of each string stands, all such places."""
    least = np.full(size, np.iinfo(np.int64).max)
    np.minimum.at(least, which, values)
    return np.flatnonzero(values == least[which])
