"""Whole reports: where a query only says what is not to be there, a report is given if no section
of it is such.

`-"免扰清单"` asked of sections gives the other sections of a report that says it; asked of reports
it gives the reports that say it nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from index.characters.arrays import Ints
from search.match.view import SegmentView, View
from search.query.read import Query
from search.query.syntax import And, Node, Not, Or


def only_excludes(query: Query) -> bool:
    """Whether a query wants no word, phrase or pair and has a NOT: all else in it are fields."""
    return query.node is not None and not query.operands and any(isinstance(node, Not) for node in _outer(query.node))


def _outer(node: Node) -> Iterator[Node]:
    """The parts of a tree outside all NOTs, and those NOTs."""
    if isinstance(node, And | Or):
        for each in node.nodes:
            yield from _outer(each)
    else:
        yield node


def one_of_each_report(view: View, docs: tuple[Ints, ...], column: str | None = None) -> tuple[Ints, ...]:
    """For each segment the first of `docs` (ascending) in every report; with a column, the first
    for every code of it in a report."""
    return tuple([_firsts(segment, each, column) for segment, each in zip(view.segments, docs, strict=True)])


def _firsts(view: SegmentView, docs: Ints, column: str | None) -> Ints:
    codes = view.segment.codes
    keys = codes["report"].take(docs).astype(np.int64)
    if column:
        own = codes[column].take(docs)
        keys = keys * (int(own.max(initial=0)) + 1) + own
    firsts: Ints = docs[np.sort(np.unique(keys, return_index=True)[1])]
    return firsts
