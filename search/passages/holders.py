"""Who holds a string: how many issuers, reports and years, how often, and which is the oldest place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.characters.arrays import Array, Ints
from search.across.passages import Holder
from search.match.view import View
from search.passages.owners import Owned


class Held(NamedTuple):
    """Places where something stands: segment, document and position in the segment's characters of
    each, and its owner."""

    segments: Ints
    docs: Ints
    places: Ints
    owners: Ints


class Counted(NamedTuple):
    """Of some places: issuers, reports, years known, places, and the oldest."""

    bodies: int
    reports: int
    years: tuple[int, ...]
    occurrences: int
    oldest: Holder


class Holders:
    """Who holds what, of the documents that have an owner."""

    def __init__(self, view: View, owners: Owned) -> None:
        self._view, self._owners = view, owners
        self._years = [int(year) if year else 0 for year in view.snapshot.values["year"]]
        self._keys = view.keys("oldest")

    def of(self, string: str) -> Held:
        """Where a string (folded and squeezed) stands."""
        found = []
        for at, segment in enumerate(self._view.segments):
            low, high = segment.text.rows(string)
            if low < high:
                text = segment.text
                found.append(self.kept(at, text.documents[low:high], text.suffixes[low:high]))
        return merged(found)

    def kept(self, segment: int, docs: Ints, places: Ints) -> Held:
        """Those of some places of a segment whose documents have an owner."""
        owners = self._owners[segment][docs]
        kept = np.flatnonzero(owners >= 0)
        at = np.full(len(kept), segment, np.int64)
        return Held(at, docs[kept].astype(np.int64), places[kept].astype(np.int64), owners[kept].astype(np.int64))

    def counted(self, held: Held) -> Counted | None:
        """What is told of some places; None where there are none."""
        if not len(held.docs):
            return None
        codes = [self._view.segments[at].segment.codes for at in range(len(self._view.segments))]
        reports = self._each(held, [each["report"] for each in codes])
        years = {self._years[code] for code in set(self._each(held, [each["year"] for each in codes]).tolist())}
        keys = self._each(held, self._keys)
        oldest = int(np.lexsort((held.places, keys))[0]) if len(keys) > 1 else 0
        return Counted(
            len(set(held.owners.tolist())),
            len(set(reports.tolist())),
            tuple(sorted(years - {0})),
            len(held.docs),
            self.holder(int(held.segments[oldest]), int(held.docs[oldest]), int(held.places[oldest])),
        )

    def _each(self, held: Held, columns: Sequence[Array]) -> Array:
        """The value of a column for each place."""
        if len(columns) == 1:
            return np.asarray(columns[0][held.docs])
        found = np.zeros(len(held.docs), np.int64)
        for at, column in enumerate(columns):
            inside = held.segments == at
            found[inside] = column[held.docs[inside]]
        return found

    def holder(self, segment: int, doc: int, place: int) -> Holder:
        """A place of a segment, as it is told."""
        view = self._view.segments[segment]
        stored, text = view.segment.stored(doc), view.text
        character = int(text.shown_offsets(np.array([place]))[0]) - int(text.written_starts[doc])
        paragraph = text.paragraph(doc, place - text.start(doc))
        fingerprint = stored.fingerprint
        return Holder(
            stored.report, stored.section, fingerprint, stored.title, stored.zone, stored.year, paragraph, character
        )


def merged(found: Sequence[Held]) -> Held:
    """Places of several segments together."""
    if len(found) == 1:
        return found[0]
    nothing = np.zeros(0, np.int64)
    return (
        Held(*[np.concatenate([nothing, *parts]) for parts in zip(*found, strict=True)])
        if found
        else Held(nothing, nothing, nothing, nothing)
    )
