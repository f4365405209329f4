"""Where the operands of a query stand in one segment: documents, counts, and positions where those are needed.

Plain phrases come from the suffix array. Gap phrases and pairs start from the positions of their pieces, joined by binary
search: no loop over occurrences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.characters import GAP, Characters
from search.gathered import Gathered
from search.syntax import GAP_WIDTH, Near, Operand, Phrase, Word
from search.view import Bools, Ints, SegmentView

# Looking through a section's text takes 1 to 2 µs, looking up a string 20 and one for so many OCCURRENCES; past FREQUENT it costs no more.
FEW, OCCURRENCES, FREQUENT = 8, 256, 20_000
# From one occurrence for so many documents on, counting them into one cell per document costs less than sorting them.
SHARE = 16


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Live documents that hold something, ascending, and how often each does."""

    docs: Ints
    counts: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Occurrences in order: offsets in the segment's folded text where each starts and ends."""

    starts: Ints
    ends: Ints

    def only(self, wanted: Ints | Bools) -> Placed:
        """The occurrences at a mask or at indices."""
        return Placed(self.starts[wanted], self.ends[wanted])


NOWHERE = Placed(np.zeros(0, np.int64), np.zeros(0, np.int64))


class Lookup:
    """Asks one segment; remembers the answers for the length of one search."""

    def __init__(self, view: SegmentView) -> None:
        self.view = view
        self._rows: dict[str, tuple[int, int]] = {}
        self._counted: dict[str | Phrase | Near, Counted] = {}
        self._by_document: dict[str, Ints] = {}
        self._placed: dict[str | Phrase | Near, Placed] = {}
        self._about: dict[str, Ints] = {}
        self._named: dict[str, Bools | None] = {}

    def rows(self, text: str) -> tuple[int, int]:
        """The stretch of the suffixes that begin with `text`."""
        if text not in self._rows:
            self._rows[text] = self.view.text.rows(text)
        return self._rows[text]

    def rarity(self, text: str) -> int:
        """About how many occurrences a string has: deleted documents are not looked for."""
        low, high = self.rows(text)
        return high - low

    def frequency(self, operand: Operand | str) -> int:
        """How many live occurrences an operand has."""
        key = plain(operand)
        if not isinstance(key, str):
            return int(self.counted(key).counts.sum())
        low, high = self.rows(key)
        if self.view.live is None or low == high:
            return high - low
        return int(np.count_nonzero(self.view.live.take(self.view.text.documents[low:high])))

    def counted(self, operand: Operand | str) -> Counted:
        """Documents and counts of a word, a phrase, a pair or a plain string."""
        key = plain(operand)
        if key not in self._counted:
            found = self._strings(key) if isinstance(key, str) else _grouped(self.docs(self.placed(key)))
            self._counted[key] = Counted(*found)
        return self._counted[key]

    def _strings(self, text: str) -> tuple[Ints, Ints]:
        docs, counts = self.view.text.counted(*self.rows(text))
        kept = self.view.kept(docs)
        return (docs, counts) if kept is None else (docs[kept], counts[kept])

    def looks_through(self, text: str, docs: Ints) -> bool:
        """Whether looking through the texts of `docs` costs less than looking up all that hold `text`."""
        return len(docs) <= FEW + min(self.rarity(text), FREQUENT) // OCCURRENCES and text not in self._counted

    def by_document(self, text: str) -> Ints | None:
        """How often a string stands in each document, deleted ones too; None where it is too rare to count so."""
        if text not in self._by_document:
            low, high = self.rows(text)
            if high - low < self.view.size // SHARE or text in self._counted:
                return None
            self._by_document[text] = np.bincount(self.view.text.documents[low:high], minlength=self.view.size)
        return self._by_document[text]

    def mask(self, operand: Operand | str) -> Bools:
        """Which documents hold an operand; of deleted ones it says nothing. A new mask each time."""
        key = plain(operand)
        counts = self.by_document(key) if isinstance(key, str) else None
        if counts is not None:
            return np.not_equal(counts, 0)
        mask = np.zeros(self.view.size, np.bool_)
        mask[self.counted(key).docs] = True
        return mask

    def holds(self, text: str, docs: Ints) -> Bools:
        """Which of `docs`, live and ascending, hold a string."""
        if self.looks_through(text, docs):
            places = self.view.text.places
            return np.array([bool(places(doc, text)) for doc in docs.tolist()], np.bool_)
        counts = self.by_document(text)
        return self.mask(text).take(docs) if counts is None else counts.take(docs) != 0

    def counts_in(self, operand: Operand | str, docs: Ints) -> Ints:
        """How often an operand stands in each of `docs`, live and ascending."""
        key = plain(operand)
        if isinstance(key, str):
            if self.looks_through(key, docs):
                places = self.view.text.places
                return np.array([len(places(doc, key)) for doc in docs.tolist()], np.int64)
            counts = self.by_document(key)
            if counts is not None:
                return counts.take(docs)
        counted = self.counted(key)
        return Gathered(self.view.size, docs).values(counted.docs, counted.counts)

    def placed(self, operand: Operand | str) -> Placed:
        """All live occurrences of an operand."""
        key = plain(operand)
        if key not in self._placed:
            found = _string(self.view.text, key) if isinstance(key, str) else _joined(self.view.text, key)
            kept = self.view.kept(self.docs(found)) if self.view.live is not None else None
            self._placed[key] = found if kept is None else found.only(kept)
        return self._placed[key]

    def docs(self, placed: Placed) -> Ints:
        """The document of each occurrence."""
        return self.view.text.starts.searchsorted(placed.starts.astype(np.uint32), "right") - 1

    def about(self, text: str) -> Ints:
        """The first documents of the reports whose title, zone or place holds `text`."""
        if text not in self._about:
            docs = self.view.about.counts(text)[0]
            kept = self.view.kept(docs)
            self._about[text] = docs if kept is None else docs[kept]
        return self._about[text]

    def is_named(self, text: str, docs: Ints) -> Bools | None:
        """Which of `docs` belong to those reports; None where there are no such reports."""
        about = self.about(text)
        if not len(about):
            return None
        mask = np.zeros(self.view.size, np.bool_)
        mask[about] = True
        return mask.take(docs - self.view.segment.orders.take(docs))

    def is_about(self, text: str, doc: int) -> bool:
        """The same for one document."""
        about = self.about(text)
        first = doc - self.view.segment.order_of[doc]
        at = int(about.searchsorted(first)) if len(about) else 0
        return at < len(about) and int(about[at]) == first

    def named(self, text: str) -> Bools | None:
        """A mask of the documents of those reports; None where there are none. Not to be changed."""
        if text not in self._named:
            about = self.about(text)
            self._named[text] = self.view.of_reports(about) if len(about) else None
        return self._named[text]


def plain(operand: Operand | str) -> str | Phrase | Near:
    """The string an operand looks for, or the operand itself where it is more than a string. Equal ones have the same occurrences."""
    if isinstance(operand, Word):
        return operand.text
    return operand.pieces[0] if isinstance(operand, Phrase) and len(operand.pieces) == 1 else operand


def _grouped(docs: Ints) -> tuple[Ints, Ints]:
    """Each of ascending `docs` once, and how often it stood there."""
    first = np.flatnonzero(np.diff(docs, prepend=-1))
    return docs[first], np.diff(first, append=len(docs))


def _string(characters: Characters, text: str) -> Placed:
    low, high = characters.rows(text)
    starts = np.sort(characters.suffixes[low:high]).astype(np.int64)
    return Placed(starts, starts + len(text))


def _joined(characters: Characters, operand: Phrase | Near) -> Placed:
    return _near(characters, operand) if isinstance(operand, Near) else _phrase(characters, operand)


def _phrase(characters: Characters, phrase: Phrase) -> Placed:
    """One occurrence a start, with the shortest end: from the last piece backwards, each takes the first that follows in reach.

    That is the shortest, for of two occurrences of a piece the later never ends sooner.
    """
    found = _string(characters, phrase.pieces[-1])
    for piece in reversed(phrase.pieces[:-1]):
        before = _string(characters, piece)
        behind, linked = _behind(before.ends, found.starts)
        before = before.only(linked)
        reached = _in_reach(characters, before.ends, found.starts[behind], GAP_WIDTH)
        found = Placed(before.starts[reached], found.ends[behind[reached]])
    return found


def _behind(ends: Ints, starts: Ints) -> tuple[Ints, Ints]:
    """For each end that has one the first start not before it, and which ends those are. Both ascending."""
    behind = starts.searchsorted(ends)
    linked = np.flatnonzero(behind < len(starts))
    return behind[linked], linked


def _near(characters: Characters, near: Near) -> Placed:
    """The occurrences of both sides that have one of the other in reach."""
    left, right = _phrase(characters, near.left), _phrase(characters, near.right)
    return union([_beside(characters, left, right, near.distance), _beside(characters, right, left, near.distance)])


def _beside(characters: Characters, some: Placed, others: Placed, distance: int) -> Placed:
    kept = np.zeros(len(some.starts), np.bool_)
    behind, linked = _behind(some.ends, others.starts)
    kept[linked] = _in_reach(characters, some.ends[linked], others.starts[behind], distance)
    before = others.ends.searchsorted(some.starts, "right") - 1
    linked = np.flatnonzero((before >= 0) & ~kept)
    kept[linked] = _in_reach(characters, others.ends[before[linked]], some.starts[linked], distance)
    return some.only(kept)


def _in_reach(characters: Characters, since: Ints, to: Ints, distance: int) -> Bools:
    """Whether at most `distance` characters lie from `since` to `to`, none of them a GAP."""
    reached = to - since <= distance
    close = np.flatnonzero(reached)
    since, to = since[close], to[close]
    while len(close):
        # What stands at `to` is no GAP: there a stretch has been walked through.
        ended = characters.text[since] == GAP
        reached[close[ended]] = False
        going = ~ended & (since < to)
        since, to, close = since[going] + 1, to[going], close[going]
    return reached


def union(parts: list[Placed]) -> Placed:
    """The occurrences of all parts, each (start, end) once, by start, then end."""
    if not parts:
        return NOWHERE
    starts, ends = (np.concatenate([getattr(part, name) for part in parts]) for name in ("starts", "ends"))
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    return Placed(starts, ends).only((np.diff(starts, prepend=-1) != 0) | (np.diff(ends, prepend=-1) != 0))
