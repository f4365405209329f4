"""How often a query stands in the sections found, and where: `search.query.counted` says what
counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.lookup import Lookup
from search.match.occurrences import Placed, codes, distinct, union
from search.query.counted import Counted, Texts, lie_apart, offsets
from search.query.read import Query
from search.query.syntax import Near


def occurrences(lookup: Lookup, query: Query, docs: Ints) -> Ints:
    """How many distinct occurrences each of `docs` holds; they are live and ascending."""
    if len(query.operands) == 1 and not query.runs and not isinstance(query.operands[0], Near):
        return lookup.counts_in(query.operands[0], docs)
    counted = query.counted
    strings = [key for key in counted.keys if isinstance(key, str)]
    if counted.pairs or (len(strings) < len(counted.keys) > 1):
        return _by_document(lookup, docs, placed(lookup, query, docs).starts)
    if not len(docs) or not counted.keys:
        return np.zeros(len(docs), np.int64)
    # Different strings never share start and end, so their counts add up.
    lookup.stay_with(docs)
    counts = [lookup.counts_in(key, docs) for key in counted.keys]
    total = counts[0] if len(counts) == 1 else np.sum(counts, axis=0)
    for word, runs in counted.words.items():
        total -= _inside(lookup, word, runs, docs)
    return total


def _inside(lookup: Lookup, word: str, runs: Sequence[Texts], docs: Ints) -> Ints:
    """How often a word stands in unbroken runs. Where these never overlap, that is told by how
    often they stand there."""
    if len(runs) == 1 and lie_apart(runs[0]):
        counts = [lookup.counts_in(text, docs) * len(offsets(word, text)) for text in runs[0]]
        return counts[0] if len(counts) == 1 else np.sum(counts, axis=0)
    return _by_document(lookup, docs, _starts_inside(lookup, word, runs))


def _starts_inside(lookup: Lookup, word: str, runs: Sequence[Texts]) -> Ints:
    """Where a word stands in an unbroken run, of each of its runs; ascending."""
    return reduce(np.intersect1d, [_starts_in(lookup, word, texts) for texts in runs])


def _starts_in(lookup: Lookup, word: str, texts: Texts) -> Ints:
    return distinct(np.concatenate([lookup.placed(text).starts + at for text in texts for at in offsets(word, text)]))


def _by_document(lookup: Lookup, docs: Ints, starts: Ints) -> Ints:
    return np.bincount(lookup.docs(Placed(starts, starts)), minlength=lookup.view.size).take(docs)


def placed(lookup: Lookup, query: Query, docs: Ints) -> Placed:
    """The distinct occurrences in `docs`, by start, then end."""
    counted = query.counted
    found = union(
        [
            *(lookup.placed(key) for key in counted.whole),
            *(_broken(lookup, word, runs) for word, runs in counted.words.items()),
            *(lookup.paired(nears) for nears in counted.pairs),
        ]
    )
    wanted = np.zeros(lookup.view.size, np.bool_)
    wanted[docs] = True
    return found.only(wanted[lookup.docs(found)])


def _broken(lookup: Lookup, word: str, runs: Sequence[Texts]) -> Placed:
    """A word where it stands in no unbroken run."""
    found = lookup.placed(word)
    kept = np.ones(len(found.starts), np.bool_)
    kept[found.starts.searchsorted(_starts_inside(lookup, word, runs))] = False
    return found.only(kept)


def unbroken(lookup: Lookup, counted: Counted, found: Placed) -> Bools:
    """Which occurrences are an unbroken run."""
    all_ = codes(found)
    mask = np.zeros(len(all_), np.bool_)
    for some in [codes(lookup.placed(text)) for text in counted.runs] if len(all_) else ():
        # Runs in sections that were filtered out are not among those found.
        places = np.minimum(all_.searchsorted(some), len(all_) - 1)
        mask[places[all_[places] == some]] = True
    return mask
