"""Bare words that may count through what a report is about, its title, issuer, place or year, and so
select some reports rather than others: in `免扰清单 2022` the year does.

A report that such a word leaves out is not one that does not say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.lookup import Lookup
from search.query.syntax import Node, Number, Unit, Word, children
from search.query.years import YEAR
from search.spread.sums import Sums


class Bare(NamedTuple):
    """A bare word as it was typed, in all the ways it may be written."""

    shown: str
    texts: tuple[str, ...]


def bare_words(nodes: Sequence[Node]) -> tuple[Bare, ...]:
    """The bare words below some nodes, a number once for all its writings."""
    found: dict[Bare, None] = {}
    for node in nodes:
        if isinstance(node, Word | Number):
            found[Bare(node.shown, node.texts)] = None
            continue
        if isinstance(node, Unit):
            found.update(dict.fromkeys([Bare(node.shown, (way,)) for way in node.ways]))
        found.update(dict.fromkeys(bare_words(children(node))))
    return tuple(found)


def dividing(sums: Sums, words: Sequence[Bare], held: Bools) -> tuple[str, ...]:
    """Those of the words that some of the reports held (by code) are about and others are not, as
    typed; of words that are no year and in nobody's name only those by which a section counts that
    does not hold them."""
    some = [word for word in words if 0 < np.count_nonzero(held & _about(sums, word)) < np.count_nonzero(held)]
    divide = [word.shown for word in some if _tells(sums, word, held) or sums.counts_by_name(word.texts)]
    return tuple(dict.fromkeys(divide))


def _about(sums: Sums, word: Bare) -> Bools:
    """Which reports are about a word."""
    return _marked(sums, [[lookup.meant(text) for lookup in sums.lookups] for text in word.texts])


def _tells(sums: Sums, word: Bare, held: Bools) -> bool:
    """Whether a word is a year, or stands in the name of an issuer or place of a report held."""
    if any(YEAR.fullmatch(text) for text in word.texts):
        return True
    named = _marked(sums, [[_in_names(lookup, text) for lookup in sums.lookups] for text in word.texts])
    return bool((named & held).any())


def _in_names(lookup: Lookup, text: str) -> Ints:
    """The first documents of reports of whom another line than the title holds a text."""
    positions, docs = lookup.view.about.occurrences(text)
    named: Ints = docs[lookup.view.line_of(positions, docs) != 0]
    return named


def _marked(sums: Sums, docs: Sequence[Sequence[Ints]]) -> Bools:
    """A mask of the reports of documents: for each text those of each segment."""
    mask = np.zeros(len(sums.view.snapshot.values["report"]), np.bool_)
    for of_text in docs:
        for segment, some in zip(sums.view.segments, of_text, strict=True):
            mask[segment.segment.codes["report"].take(some)] = True
    return mask
