"""What one segment says about the operands of a query: which documents hold them and how often, in
the cheapest of several ways.

A string can be looked up among the sorted suffixes, counted by document, or looked for in the few
texts that matter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.characters.arrays import Bools, Floats, Ints
from index.characters.gathered import Gathered
from search.match.occurrences import grouped, plain
from search.match.places import SegmentPlaces
from search.match.segment_view import SegmentView
from search.query.syntax import Near, Operand, Phrase
from search.query.years import YEAR

# So many texts are looked through anyhow, and more the more occurrences there are, up to FREQUENT.
LOOKED_THROUGH, FREQUENT = 8, 20_000
# From one occurrence for so many documents on, one cell per document costs less than sorting.
SHARE = 16

NONE: Ints = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Live documents that hold something, ascending, and how often each does."""

    docs: Ints
    counts: Ints


class Lookup(SegmentPlaces):
    """Asks one segment; remembers the answers for the length of one search."""

    def __init__(self, view: SegmentView) -> None:
        super().__init__(view)
        self._counted: dict[str | Phrase | Near, Counted] = {}
        self._of: Ints | None = None
        self._remembered: dict[str, Ints] = {}
        self._by_document: dict[str, Ints] = {}
        self._about: dict[str, Ints] = {}
        self._named: dict[str, Bools | None] = {}

    def frequency(self, operand: Operand | str) -> int:
        """How many live occurrences an operand has."""
        key = plain(operand)
        if not isinstance(key, str):
            return int(self.counted(key).counts.sum())
        low, high = self.rows(key)
        if self.view.live is None or low == high:
            return high - low
        return self.view.text.kept(low, high, self.view.live)

    def counted(self, operand: Operand | str) -> Counted:
        """Documents and counts of a word, a phrase, a pair or a plain string."""
        key = plain(operand)
        if key not in self._counted:
            self._counted[key] = Counted(*(self._strings(key) if isinstance(key, str) else self._joined(key)))
        return self._counted[key]

    def _joined(self, key: Phrase | Near) -> tuple[Ints, Ints]:
        if not self.is_frequent((key,)):
            return grouped(self.docs(self.placed(key)))
        found = [grouped(self.docs(part)) for part in self.placed_by_excerpts(key)]
        return np.concatenate([NONE, *(docs for docs, _ in found)]), np.concatenate([NONE, *(n for _, n in found)])

    def _strings(self, text: str) -> tuple[Ints, Ints]:
        low, high = self.rows(text)
        return self.view.text.counted(low, high, self.view.live) if low < high else (NONE, NONE)

    def counted_or_named(self, text: str) -> Counted:
        """What holds a string, and the documents of reports whose title, zone or place does."""
        about = self.meant(text)
        also = self.view.documents_of_reports(about) if len(about) else None
        return Counted(*self.view.text.counted(*self.rows(text), self.view.live, also))

    def looks_through(self, text: str, docs: Ints) -> bool:
        """Whether looking through the texts of `docs` costs less than looking up all that hold
        `text`."""
        more = min(self.rarity(text), FREQUENT) // self.view.text.OCCURRENCES_A_DOCUMENT
        return len(docs) <= LOOKED_THROUGH + more and text not in self._counted

    def by_document(self, text: str) -> Ints | None:
        """How often a string stands in each document, deleted ones too; None where it is too rare
        to count so."""
        if text not in self._by_document:
            low, high = self.rows(text)
            if high - low < self.view.size // SHARE or text in self._counted:
                return None
            self._by_document[text] = self.view.text.dense(low, high)
        return self._by_document[text]

    def mask(self, operand: Operand | str) -> Bools:
        """Which documents hold an operand; of deleted ones it says nothing. A new mask."""
        key = plain(operand)
        counts = self.by_document(key) if isinstance(key, str) else None
        if counts is not None:
            return np.not_equal(counts, 0)
        mask = np.zeros(self.view.size, np.bool_)
        mask[self.counted(key).docs] = True
        return mask

    def holds(self, text: str, docs: Ints) -> Bools:
        """Which of `docs`, live and ascending, hold a string."""
        return np.not_equal(self.counts_in(text, docs), 0)

    def counts_in(self, operand: Operand | str, docs: Ints) -> Ints:
        """How often an operand stands in each of `docs`, live and ascending."""
        key = plain(operand)
        if not len(docs):
            return NONE
        known = self._counted.get(key)
        if known is not None and known.docs is docs:
            return known.counts
        if docs is not self._of or not isinstance(key, str):
            return self._counts_in(key, docs)
        if key not in self._remembered:
            self._remembered[key] = self._counts_in(key, docs)
        return self._remembered[key]

    def _counts_in(self, key: str | Phrase | Near, docs: Ints) -> Ints:
        if isinstance(key, str):
            if self.looks_through(key, docs):
                return self.view.text.counts_through(docs, key)
            if self.rarity(key) <= self.view.text.COUNTED_ANEW:
                return self.view.text.counts_of(docs, *self.rows(key))
            counts = self.by_document(key)
            if counts is not None:
                return counts.take(docs)
        counted = self.counted(key)
        return Gathered(self.view.size, docs).values(counted.docs, counted.counts)

    def is_counted(self, key: str, docs: Ints) -> bool:
        """Whether it is known how often a string stands in each of `docs`."""
        known = self._counted.get(key)
        return (known is not None and known.docs is docs) or (docs is self._of and key in self._remembered)

    def remember(self, docs: Ints, counts: dict[str, Ints]) -> None:
        """How often strings stand in each of `docs`: whoever asks for these documents again is told
        so."""
        self._of, self._remembered = docs, counts

    def stay_with(self, docs: Ints) -> None:
        """From now on remember what is counted in these documents."""
        if self._of is not docs:
            self.remember(docs, {})

    def weighted(self, text: str, docs: Ints, inside: float) -> tuple[Floats, Floats]:
        """For each of `docs` what the occurrences of a string weigh, and those of them in the
        heading: see `Twin.weighted`."""
        characters, headings = self.view.text, self.view.headings
        if self.looks_through(text, docs):
            return characters.weighted_through(docs, headings, text, inside)
        return characters.weighted(docs, headings, text, *self.rows(text), inside)

    def about(self, text: str) -> Ints:
        """The first documents of the reports whose title, zone or place holds `text`."""
        if text not in self._about:
            low, high = self.view.about.rows(text)
            self._about[text] = self.view.about.counted(low, high, self.view.live)[0] if low < high else NONE
        return self._about[text]

    def meant(self, word: str) -> Ints:
        """The first documents of the reports whose title, zone or place holds a bare word, or whose
        year it is."""
        year = YEAR.fullmatch(word)
        return self.about(word) if year is None else np.union1d(self.about(word), self.view.of_year(year[1]))

    def is_named(self, text: str, docs: Ints) -> Bools | None:
        """Which of `docs` belong to those reports; None where there are no such reports."""
        about = self.meant(text)
        if not len(about):
            return None
        return self.view.text.belong(docs, self.view.segment.orders, about)

    def is_about(self, text: str, doc: int) -> bool:
        """Whether one document belongs to those reports."""
        about = self.meant(text)
        first = doc - self.view.segment.order_of[doc]
        at = int(about.searchsorted(first)) if len(about) else 0
        return at < len(about) and int(about[at]) == first

    def named_size(self, text: str) -> int:
        """About how many documents those reports have."""
        return len(self.meant(text)) * self.view.size // (len(self.view.firsts) - 1)

    def named(self, text: str) -> Bools | None:
        """A mask of the documents of those reports; None where none. Not to be changed."""
        if text not in self._named:
            about = self.meant(text)
            self._named[text] = self.view.of_reports(about) if len(about) else None
        return self._named[text]
