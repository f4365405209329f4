"""What stock search would do with the same sections: BM25 over one field, terms from a dictionary
or two characters each.

Words are cut as ours are, domain words included, so the difference is what is done with them. The
title, zone and place of the report stand before each section, for a plain engine has no other way
to answer 鹤渚 免扰清单. Quotes mean nothing more than words here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from corpus.records import Report
from corpus.text.fold import fold
from index.words.cut import segment

K1, B = 1.2, 0.75
Cut = Callable[[str], list[str]]


def words(text: str) -> list[str]:
    """Words of jieba's dictionary and ours, as the index has them."""
    return [word for word, _ in segment(fold(text))]


def bigrams(text: str) -> list[str]:
    """Each two characters side by side, and no more: how engines without a dictionary index
    Chinese."""
    runs = "".join(char if char.isalnum() else " " for char in fold(text)).split()
    return [gram for run in runs for gram in (map("".join, pairwise(run)) if len(run) > 1 else (run,))]


class Stock:
    """BM25 over sections; `every` asks for all terms of the query, else one is enough."""

    def __init__(self, reports: Mapping[str, Report], cut: Cut, *, every: bool) -> None:
        self.cut, self.every = cut, every
        self.bags = {name: Counter(cut(text)) for name, text in _texts(reports)}
        self.lengths = {name: bag.total() for name, bag in self.bags.items()}
        self.average = sum(self.lengths.values()) / len(self.lengths)
        self.spread = Counter(term for bag in self.bags.values() for term in bag)

    def __call__(self, query: str) -> list[str]:
        """Sections, best first; equal ones as they stand in the sample."""
        terms = list(dict.fromkeys(self.cut(query)))
        holds = all if self.every else any
        return self.ordered(query, [name for name, bag in self.bags.items() if holds(term in bag for term in terms)])

    def ordered(self, query: str, found: Iterable[str]) -> list[str]:
        """Sections that something else found, best first."""
        terms = list(dict.fromkeys(self.cut(query)))
        return sorted(found, key=lambda name: -self._score(name, terms))

    def _score(self, name: str, terms: Sequence[str]) -> float:
        bag, size = self.bags[name], len(self.bags)
        norm = K1 * (1 - B + B * self.lengths[name] / self.average)
        idf = {term: math.log1p((size - self.spread[term] + 0.5) / (self.spread[term] + 0.5)) for term in terms}
        return sum(idf[term] * bag[term] / (bag[term] + norm) for term in terms if bag[term])


def _texts(reports: Mapping[str, Report]) -> Iterator[tuple[str, str]]:
    for name, report in reports.items():
        about = "\n".join(filter(None, (report.title, report.zone, report.province, report.city)))
        for section in report.sections:
            yield f"{name}/{section.id}", f"{about}\n{section.text}"
