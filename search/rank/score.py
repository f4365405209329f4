"""How well a section answers the question: BM25F over what its report is about, its heading and its
text.

How rare a term is, is told by how often it occurs in the corpus, which the suffix array knows at
once, not by in how many sections: judged queries give nDCG@10 .844 so and .845 otherwise
(2026-11-21), and counting sections took most of the time of a question of words.

Weights were set by hand and checked with `benchmarks/relevance.py`: on 64 judged queries most of
them hardly move nDCG, so none was fitted to a third digit. Every statistic is an exact sum over the
live sections of all segments, so a score does not depend on how segments are cut.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeAlias

import numpy as np

from index.characters.arrays import Bools, Floats, Ints
from index.characters.weighing import in_one
from search.loops import chosen
from search.match.lookup import Lookup
from search.match.occurrences import plain
from search.match.view import View
from search.query.read import Query
from search.query.syntax import Near, Operand, Phrase, Word
from search.query.years import YEAR as YEAR_TYPED

# The usual BM25: how soon more occurrences stop counting, and how much long sections are held back.
# A long section of a report is seldom padding: judged queries give nDCG@10 .8434, .8439, .8451 and
# .8447 with B of .75, .5, .4 and .3 (tuned half .8738, .8742, .8743, .8746; held half .8043, .8050,
# .8075, .8061), P@1 .781, .781, .797, .797 (2026-11-21).
K1, B = 1.2, 0.4
# A heading whose text stands in the sections below it answers nothing (法治政府建设 found six of
# them first): no section counts as shorter than SHORT, and a heading counts as one only with a text
# behind it (`view.BODY`).
SHORT = 80
# A word in the heading says what the section is about: worth three in the text.
HEADING = 2.0
# A word in the title or zone holds for all sections of the report alike: it must not drown the
# text. Judged queries give nDCG@10 .8403 with 0.5 and .8451 with 1.0 (tuned half .8700 and .8743,
# held half .8021 and .8075); 2.0 changes nothing (2026-11-21).
ABOUT = 1.0
# A typed year that the report is of says more than some mentions of it. With 1.0, 3.0, 10.0 and 30.0
# judged queries with a year over work reports give nDCG@10 .811, .851, .894 and .893, P@1 .55, .70,
# .80 and .80 (tuned half .776, .830, .899, .902; held half .847, .872, .889, .885; 2026-11-28).
YEAR = 10.0
# 理和 in 管理和服务 is most often an accident; but it may be a word the dictionary does not know,
# so it still counts. (A fraction of two: sums of it are exact in any order.)
INSIDE = 0.5
# A bare run standing unbroken counts twice its own weight beside its words. Of 110 expressions
# typed without quotes all sections that hold them unbroken came first for 109; with 1.0 for 105
# (2026-11-21). Judged queries see no difference.
UNBROKEN = 2.0
# Beyond so many occurrences where they stand makes no difference to what ranks first, and looking
# takes longest.
MOST_PLACED = 20_000
Key: TypeAlias = str | Phrase | Near


class Term(NamedTuple):
    """One thing that scores: what is looked for, its weight (idf included), and as how many
    occurrences it counts that the report is about it; 0.0 where the title does not count."""

    key: Key
    weight: float
    about: float
    placed: bool


class Rarity(Protocol):
    """Says how often things occur in a part of the corpus, or in all of it."""

    def frequency(self, operand: Operand | str, /) -> int:
        """How many occurrences an operand has."""
        ...


def terms(view: View, lookups: Sequence[Rarity], query: Query) -> tuple[Term, ...]:
    """What scores in a query, in the order typed: its distinct operands, then its runs of several
    words.

    The writings of one number weigh alike, as often as all of them together are found: a rare one
    says no more than a usual one.
    """
    if len(query.operands) == 1 and not query.runs and not query.numbers:
        key = plain(query.operands[0])
        return (_term(view, lookups, key, (key,), 1.0, isinstance(query.operands[0], Word)),)
    words = {operand.text for operand in query.operands if isinstance(operand, Word)}
    operands = dict.fromkeys(plain(operand) for operand in query.operands)
    alike: dict[Key, Sequence[Key]] = {
        way.text: [each.text for each in number.nodes] for number in query.numbers for way in number.nodes
    }
    runs = {text: run.texts for run in query.runs for text in run.texts if text not in operands}
    found = [_term(view, lookups, key, alike.get(key, (key,)), 1.0, key in words) for key in operands]
    return (*found, *(_term(view, lookups, run, texts, UNBROKEN, False) for run, texts in runs.items()))


def _term(view: View, lookups: Sequence[Rarity], key: Key, alike: Iterable[Key], weight: float, about: bool) -> Term:
    occurrences = sum([lookup.frequency(key) for lookup in lookups])
    all_ = occurrences if alike == (key,) else sum(lookup.frequency(each) for lookup in lookups for each in alike)
    idf = math.log1p(view.sections / (all_ + 0.5))
    named = (YEAR if YEAR_TYPED.fullmatch(str(key)) else ABOUT) if about else 0.0
    return Term(key, weight * idf, named, occurrences <= MOST_PLACED and isinstance(key, str))


def scores(view: View, lookup: Lookup, wanted: Sequence[Term], docs: Ints) -> Floats:
    """The score of each of `docs`, sections of one segment that match."""
    if not len(docs):
        return np.zeros(0)
    if len(docs) <= chosen.loops.SCORED_ONE_BY_ONE:
        return np.array([score(view, lookup, wanted, doc) for doc in docs.tolist()], np.float64)
    return exact(lookup, wanted, docs, norm_of(view, lookup, docs), [None] * len(wanted))


def norm_of(view: View, lookup: Lookup, docs: Ints) -> Floats:
    """What counts are multiplied by for the length of each section."""
    return chosen.loops.norms(lookup.view.segment.lengths, docs, SHORT, B / view.average_length, 1.0 - B)


def exact(lookup: Lookup, wanted: Sequence[Term], docs: Ints, norm: Floats, known: Sequence[Ints | None]) -> Floats:
    """Scores, for given norms. `known`: how often terms stand in each section, where that is known
    and is all that counts."""
    total = np.zeros(len(docs))
    for term, counts in zip(wanted, known, strict=True):
        if term.placed:
            frequency = chosen.loops.frequencies(norm, *lookup.weighted(str(term.key), docs, INSIDE), HEADING)
        else:
            frequency = (lookup.counts_in(term.key, docs) if counts is None else counts) * norm
        chosen.loops.add(total, frequency, named(lookup, term, docs), term.about, term.weight, K1)
    return total


def named(lookup: Lookup, term: Term, docs: Ints) -> Bools | None:
    """Where the title, zone or place of the report holds a word; None where none does."""
    return lookup.is_named(str(term.key), docs) if term.about else None


def score(view: View, lookup: Lookup, wanted: Iterable[Term], doc: int) -> float:
    """The score of one section, number by number, by the operations of `exact` in their order."""
    length = max(int(lookup.view.segment.lengths[doc]), SHORT) * (B / view.average_length)
    norm, total = 1.0 / (length + (1.0 - B)), 0.0
    heading = lookup.view.headings.item(doc)
    for term in wanted:
        if term.placed:
            in_text, in_heading = in_one(lookup.view.text, doc, heading, str(term.key), INSIDE)
            frequency = in_text * norm + HEADING * in_heading
        else:
            frequency = _times(lookup, term.key, doc) * norm
        if term.about:
            frequency += term.about * lookup.is_about(str(term.key), doc)
        total += term.weight * frequency / (frequency + K1)
    return total


def _times(lookup: Lookup, key: Key, doc: int) -> int:
    if isinstance(key, str):
        return len(lookup.view.text.places(doc, key))
    return int(lookup.counts_in(key, np.array([doc]))[0])
