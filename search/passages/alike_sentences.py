"""The sentences of a draft among those held: equal but for figures, or most like."""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Array, Ints
from index.characters.lookup import decoded
from search.across.passages import Masked, Near
from search.match.view import View
from search.passages.draft import Draft
from search.passages.holders import Counted, Held, Holders, merged
from search.passages.masked import masked, sentences, with_number
from search.passages.oldest import Oldest
from search.passages.owners import Owned
from search.passages.sentence_table import Table, tables

GRAM, STRIDE = 4, 2  # characters by which like sentences are looked for, from every second on
MOST_ROWS = 300  # a string that stands more often tells little
GRAMS = 10  # the rarest strings of a sentence that are looked for
TRIED = 8  # sentences that are compared, those with most strings in common first
# From so much on two sentences speak of the same thing: of ten pairs judged by eye in each band all
# ten did at 0.45–0.5 in one corpus, seven in another; at 0.3–0.4 seven.
ALIKE = 0.45
MOST_NEW = 200  # sentences that nobody holds for which the nearest is looked for: 0.4 ms each


class AlikeSentences:
    """Looks up the sentences of a draft; `own`: reports of the same issuer, which are told apart."""

    def __init__(self, view: View, draft: Draft, owners: Owned, own: Owned | None) -> None:
        self._view, self._draft, self._owners = view, draft, owners
        self._any = owners if own is None else tuple(map(np.maximum, owners, own))
        self._tables, self._oldest = tables(view), Oldest(view)
        self._own = sentences(draft.codes)

    def masked(self) -> tuple[list[Masked], list[tuple[int, int]]]:
        """The sentences that others hold, with other figures or the same; and where those are that
        nobody holds, as places of the draft."""
        spans = list(zip(self._own.starts.tolist(), self._own.ends.tolist(), strict=True))
        found = [
            self._masked(*span, each)
            for span, each in zip(spans, self._counted(self._owners), strict=True)
            if each is not None
        ]
        return found, [span for span, each in zip(spans, self._counted(self._any), strict=True) if each is None]

    def _counted(self, owners: Owned) -> list[Counted | None]:
        holders = Holders(self._view, owners)
        held = merged([equal(holders, at, table, self._own.hashes) for at, table in enumerate(self._tables)])
        return holders.counted(held, len(self._own.hashes))

    def _masked(self, start: int, end: int, counted: Counted) -> Masked:
        begin, stop = self._draft.span(with_number(self._draft.codes, start), end)
        text = self._draft.given[begin:stop]
        return Masked(begin, stop, text, counted.bodies, counted.reports, counted.years, counted.oldest)

    def nearest(self, start: int, end: int) -> Near:
        """One of the draft's sentences, with the held one most like it, if any is like it."""
        text = self._draft.text[start:end]
        pairs = _pairs(text)
        best: tuple[float, int, int] = (ALIKE, -1, -1)
        for at, table in enumerate(self._tables):
            for row in self._candidates(at, text).tolist():
                likeness = _likeness(pairs, _pairs(self._text(at, table, row)))
                if likeness > best[0] or (likeness == best[0] and best[1] < 0):
                    best = likeness, at, row
        new = self.new(start, end)
        return new if best[1] < 0 else self._near(new, *best)

    def new(self, start: int, end: int, is_sought: bool = True) -> Near:
        """One of the draft's sentences by itself."""
        begin, stop = self._draft.span(with_number(self._draft.codes, start), end)
        return Near(begin, stop, self._draft.given[begin:stop], is_sought=is_sought)

    def _candidates(self, at: int, text: str) -> Ints:
        """The sentences of a segment that have most of the rarest strings of a text."""
        segment, table, owners = self._view.segments[at].text, self._tables[at], self._any[at]
        rows = {segment.rows(text[place : place + GRAM]) for place in range(0, len(text) - GRAM + 1, STRIDE)}
        few = sorted((high - low, low) for low, high in rows if 0 < high - low <= MOST_ROWS)[:GRAMS]
        if not few:
            return np.zeros(0, np.int64)
        places = np.concatenate([segment.suffixes[low : low + count] for count, low in few]).astype(np.int64)
        near = table.around(places)
        near = near[near >= 0]
        near = near[owners[table.docs[near]] >= 0]
        each, votes = np.unique(near, return_counts=True)
        return each[np.argsort(-votes, kind="stable")[:TRIED]]

    def _text(self, at: int, table: Table, row: int) -> str:
        return decoded(self._view.segments[at].text.text[int(table.starts[row]) : int(table.ends[row])])

    def _near(self, new: Near, likeness: float, at: int, row: int) -> Near:
        table = self._tables[at]
        doc, place = (np.array([int(column[row])]) for column in (table.docs, table.starts))
        (holder,) = self._oldest.told(np.array([at]), doc, place)
        return new._replace(likeness=likeness, held=held(self._view, at, table, row), holder=holder)


def equal(holders: Holders, at: int, table: Table, hashes: Array) -> Held:
    """The sentences of a segment's table with some hashes, of documents that have an owner."""
    which, places = table.equal(hashes).every()
    rows = table.by_hash[places]
    return holders.kept(at, which, table.docs[rows], table.starts[rows])


def held(view: View, at: int, table: Table, row: int) -> str:
    """A sentence of the table as it was written."""
    text = view.segments[at].text
    begin = with_number(text.text, int(table.starts[row]))
    first, last = text.shown_offsets(np.array([begin, int(table.ends[row]) - 1])).tolist()
    return decoded(text.written[first : last + 1])


def _pairs(text: str) -> set[str]:
    """Pairs of characters, figures masked."""
    signs = masked(text)
    return {signs[at : at + 2] for at in range(len(signs) - 1)}


def _likeness(one: set[str], other: set[str]) -> float:
    """Dice's coefficient: twice what both have of what each has."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0
