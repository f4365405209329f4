"""Which sections of a segment match a query: the characters decide, for words also what the report
is about.

A bare word is present in a section that holds it; and in every section of a report whose title,
zone, alias or place holds it, or whose year it is, if the section's own text holds any wanted
operand of the query. NOT is the complement of presence.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Ints
from search.match.joint import joint
from search.match.lookup import Lookup
from search.match.occurrences import plain
from search.match.presence import Presence, WholePresence
from search.match.view import View
from search.query.read import Query
from search.query.syntax import And, Near, Phrase, Run, Word


def matching(view: View, lookup: Lookup, query: Query, whole: bool = False) -> Ints:
    """The live documents that match, ascending. `whole`: NOT excludes every section of a report
    that has one."""
    node = query.node
    if isinstance(node, Run) and node.is_one_word:
        node = node.words[0]
    if node is None:
        return lookup.view.documents
    if isinstance(node, Word | Phrase | Near):
        # A word alone must stand in the section's own text.
        return lookup.counted(node).docs
    presence = (WholePresence if whole else Presence)(view, lookup, query)
    if isinstance(node, And | Run) and not whole:
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
