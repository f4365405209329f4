"""Which sections of a segment match a query: the characters decide, for words also what the report
is about.

A bare word is present in a section that holds it; and in every section of a report whose title,
zone, alias or place holds it, or whose year it is, if the section's own text holds any wanted
operand of the query. NOT is the complement of presence.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.joint import joint
from search.match.lookup import Lookup
from search.match.occurrences import plain
from search.match.presence import Presence
from search.match.view import View
from search.query.read import Query
from search.query.syntax import And, Near, Phrase, Run, Word


def matching(view: View, lookup: Lookup, query: Query) -> Ints:
    """The live documents that match, ascending."""
    node = query.node
    if isinstance(node, Run) and node.is_one_word:
        node = node.words[0]
    if node is None:
        return lookup.view.documents
    if isinstance(node, Word | Phrase | Near):
        # A word alone must stand in the section's own text.
        return lookup.counted(node).docs
    presence = Presence(view, lookup, query)
    if isinstance(node, And | Run):
        docs = joint(lookup, node, presence.of, len({plain(operand) for operand in query.operands}))
        if docs is not None:
            return docs
    mask = presence.of(node)
    if lookup.view.live is not None:
        mask &= lookup.view.live
    return np.flatnonzero(mask)


def standing(lookup: Lookup, query: Query, docs: Ints) -> Ints:
    """Those of the matching `docs` in which every bare run stands as it was typed."""
    for run in query.runs:
        if len(docs):
            docs = docs[lookup.holds(run.text, docs)]
    return docs


def reports_about(view: View, lookup: Lookup, query: Query) -> Ints:
    """The first documents of the reports that match when words and phrases are looked for only in
    title, zone and place."""
    if query.node is None or not query.operands:
        return np.zeros(0, np.int64)
    if isinstance(query.node, Phrase) and len(query.node.pieces) == 1:
        return lookup.about(query.node.text)
    mask = _AboutPresence(view, lookup, query).of(query.node)
    mask &= lookup.view.live if lookup.view.live is not None else True
    firsts = lookup.view.firsts
    return firsts[np.unique(firsts.searchsorted(np.flatnonzero(mask), "right") - 1)]


class _AboutPresence(Presence):
    """Where a query holds, looked for in title, zone and place instead of the section's own
    text."""

    def word(self, word: Word) -> Bools:
        named = self.lookup.named(word.text)
        return np.zeros(self.lookup.view.size, np.bool_) if named is None else named.copy()

    def exact(self, operand: Word | Phrase | Near) -> Bools:
        if isinstance(operand, Phrase) and len(operand.pieces) == 1:
            return self.word(Word(operand.text))
        return np.zeros(self.lookup.view.size, np.bool_)
