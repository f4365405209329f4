"""Words and phrases that all have to stand in a section: the rarest first, the others looked for
only in what it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import TypeAlias

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.lookup import Lookup
from search.query.syntax import And, Node, Phrase, Run, Unit, Word

# Words and phrases without gaps are strings that can be looked for in a text; everything else gives
# a mask over all documents.
String: TypeAlias = Word | Phrase


def joint(lookup: Lookup, node: And | Run, mask: Callable[[Node], Bools], operands: int) -> Ints | None:
    """The live documents in which all parts of `node` hold, ascending; None where no part can
    begin.

    A word may stand in the report's title or zone instead, if the section holds any other of the
    query's `operands`. `mask` gives the documents where a part holds.
    """
    strings, others = split((node,))
    if not strings:
        return None
    first = min(strings, key=lambda part: _most(lookup, part))
    is_open = _is_named(lookup, first)
    if is_open and len({part.text for part in strings}) < operands:
        return None  # what a section has to hold is not told by its counts of these strings
    begun = lookup.counted_or_named(first.text) if is_open else lookup.counted(first)
    docs, counts = begun.docs, {first.text: begun.counts}
    for part in sorted(strings, key=lambda part: lookup.rarity(part.text)):
        if part.text not in counts and len(docs):
            counts[part.text] = lookup.counts_in(part.text, docs)
            docs, counts = _kept(_present(lookup, part, docs, counts[part.text]), docs, counts)
    if is_open and len(docs):
        docs, counts = _kept(np.not_equal(reduce(np.bitwise_or, counts.values()), 0), docs, counts)
    for other in others:
        if len(docs):
            docs, counts = _kept(mask(other).take(docs), docs, counts)
    lookup.remember(docs, counts)
    return docs


def _is_named(lookup: Lookup, part: String) -> bool:
    return isinstance(part, Word) and len(lookup.meant(part.text)) > 0


def _most(lookup: Lookup, part: String) -> int:
    """About how many documents a part lets through, at most."""
    rarity = lookup.rarity(part.text)
    return rarity + (lookup.named_size(part.text) if _is_named(lookup, part) else 0)


def _kept(wanted: Bools, docs: Ints, counts: dict[str, Ints]) -> tuple[Ints, dict[str, Ints]]:
    """The wanted documents, and their counts."""
    if wanted.all():
        return docs, counts
    kept = wanted.nonzero()[0]
    return docs.take(kept), {text: some.take(kept) for text, some in counts.items()}


def split(nodes: Iterable[Node]) -> tuple[list[String], list[Node]]:
    """What has to hold together: the words and phrases that are strings, and everything else."""
    strings: list[String] = []
    others: list[Node] = []
    for part in nodes:
        if isinstance(part, And | Run) and not (isinstance(part, Unit) and part.ways):
            inner = split(part.nodes if isinstance(part, And) else part.words)
            strings += inner[0]
            others += inner[1]
        elif isinstance(part, Word) or (isinstance(part, Phrase) and len(part.pieces) == 1):
            strings.append(part)
        else:
            others.append(part)
    return strings, others


def _present(lookup: Lookup, part: String, docs: Ints, counts: Ints) -> Bools:
    held = np.not_equal(counts, 0)
    named = lookup.is_named(part.text, docs) if isinstance(part, Word) else None
    return held if named is None else held | named
