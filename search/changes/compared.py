"""Two reports compared: every sentence of both in one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from corpus.records import Report
from search.changes.pairing import Pairing, paired
from search.changes.pieces import pieces
from search.changes.sentence import Sentence, sentences

KINDS: Final = ("unchanged", "figures", "reworded", "moved", "split", "merged", "new", "dropped")
MOST: Final = 2000  # sentences of a side: 0.5 s where no two are alike, 0.3 s where all are (benchmarks.changes)


@dataclass(frozen=True, slots=True)
class Change:
    """A row. `kind` is one of KINDS; `score` how alike a pair is, 0 to 1; `moved`: other sentences
    follow each other as before, and this one stands elsewhere among them.

    A pair has both `old` and `new`. Of a sentence that was split, one part is the pair's; each
    other part is a row of its own with `partner`, the whole; merging likewise. `maybe` is what a new
    or dropped sentence possibly was or became, and how alike it is.
    """

    kind: str
    old: Sentence | None
    new: Sentence | None
    score: float | None = None
    moved: bool = False
    partner: Sentence | None = None
    maybe: tuple[Sentence, float] | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All rows, in the order of the new report, what was dropped behind what stood before it;
    `sizes`: sentences of the old and the new report, of which MOST are compared."""

    rows: tuple[Change, ...]
    sizes: tuple[int, int]

    @property
    def counts(self) -> dict[str, int]:
        """Rows of each kind."""
        found = Counter(row.kind for row in self.rows)
        return {kind: found[kind] for kind in KINDS}

    @property
    def is_cut(self) -> bool:
        """Whether a report is longer than what is compared."""
        return max(self.sizes) > MOST


def compared(old: Report, new: Report) -> Changes:
    """What is new in one report against the other."""
    every = list(sentences(old)), list(sentences(new))
    one, other = (list(islice(each, MOST)) for each in every)
    return Changes(tuple(_rows(one, other)), (len(every[0]), len(every[1])))


def _rows(one: Sequence[Sentence], other: Sequence[Sentence]) -> list[Change]:
    found = paired(one, other)
    merged, split = _pieces(found, one, other)
    moved, placed = found.moved(), {}
    for ours, (theirs, kind, score) in found.partner.items():
        placed[theirs, 0, ours] = Change(kind, one[ours], other[theirs], score, ours in moved)
    for theirs in set(range(len(other))) - found.other().keys():
        placed[theirs, 0, -1] = _alone(theirs, None, other, one, split, found.possible[1])
    behind = -1
    for ours in range(len(one)):
        if ours in found.partner:
            behind = behind if ours in moved else found.partner[ours][0]
        else:
            placed[behind, 1, ours] = _alone(ours, one, other, other, merged, found.possible[0])
    return [placed[place] for place in sorted(placed)]


def _pieces(
    found: Pairing, one: Sequence[Sentence], other: Sequence[Sentence]
) -> tuple[dict[int, int], dict[int, int]]:
    """Of the old side those that were merged, of the new side those that were split off, each with
    the whole."""
    pairs = {ours: theirs for ours, (theirs, _, _) in found.partner.items()}
    reworded = {ours: theirs for ours, (theirs, kind, _) in found.partner.items() if kind == "reworded"}
    back = {theirs: ours for ours, theirs in reworded.items()}
    return pieces(one, other, pairs, reworded), pieces(other, one, found.other(), back)


def _alone(
    place: int,
    one: Sequence[Sentence] | None,
    other: Sequence[Sentence],
    facing: Sequence[Sentence],
    wholes: dict[int, int],
    possible: dict[int, tuple[int, float]],
) -> Change:
    """The row of a sentence without a partner: of the old side where `one` is given."""
    old, new = (one[place], None) if one is not None else (None, other[place])
    if place in wholes:
        return Change("merged" if old else "split", old, new, partner=facing[wholes[place]])
    maybe = possible.get(place)
    named = (facing[maybe[0]], maybe[1]) if maybe else None
    return Change("dropped" if old else "new", old, new, maybe=named)
