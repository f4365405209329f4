"""How often a query stands in the sections found, and where: `search.query.counted` says what
counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import chain

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.excerpt import excerpts
from search.match.lookup import Lookup
from search.match.occurrences import Placed, codes, distinct, together, union
from search.match.places import Places
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
        return _by_document(lookup, docs, _parts(lookup, counted, docs))
    if not len(docs) or not counted.keys:
        return np.zeros(len(docs), np.int64)
    # Different strings never share start and end, so their counts add up.
    lookup.stay_with(docs)
    total = _added([lookup.counts_in(key, docs) for key in counted.keys])
    for word, runs in counted.words.items():
        total -= _inside(lookup, word, runs, docs)
    return total


def _added(counts: Sequence[Ints]) -> Ints:
    return counts[0] if len(counts) == 1 else np.sum(counts, axis=0)


def _inside(lookup: Lookup, word: str, runs: Sequence[Texts], docs: Ints) -> Ints:
    """How often a word stands in unbroken runs. Where these never overlap, that is told by how
    often they stand there."""
    if len(runs) == 1 and lie_apart(runs[0]):
        return _added([lookup.counts_in(text, docs) * len(offsets(word, text)) for text in runs[0]])
    starts = _starts_inside(lookup, word, runs)
    return _by_document(lookup, docs, [Placed(starts, starts)])


def _starts_inside(places: Places, word: str, runs: Sequence[Texts]) -> Ints:
    """Where a word stands in an unbroken run, of each of its runs; ascending."""
    return reduce(np.intersect1d, [_starts_in(places, word, texts) for texts in runs])


def _starts_in(places: Places, word: str, texts: Texts) -> Ints:
    return distinct(np.concatenate([places.placed(text).starts + at for text in texts for at in offsets(word, text)]))


def _by_document(lookup: Lookup, docs: Ints, parts: Iterator[Placed] | Sequence[Placed]) -> Ints:
    counts = np.zeros(lookup.view.size, np.int64)
    for part in parts:
        counts += np.bincount(lookup.docs(part), minlength=lookup.view.size)
    return counts.take(docs)


def placed(lookup: Lookup, counted: Counted, docs: Ints, only_unbroken: bool = False) -> Placed:
    """The distinct occurrences in `docs`, or only the unbroken runs among them, by start, then
    end."""
    parts = list(_parts(lookup, counted.unbroken if only_unbroken else counted, docs))
    return parts[0] if len(parts) == 1 else together(parts)


def _parts(lookup: Lookup, counted: Counted, docs: Ints) -> Iterator[Placed]:
    """The occurrences in `docs`, one part behind the other: what is frequent is looked for in some
    texts at a time."""
    if lookup.is_frequent(chain(counted.keys, *counted.pairs)):
        for part in excerpts(lookup.view.text, docs):
            yield part.in_segment(_found(Places(part), counted))
        return
    found = _found(lookup, counted)
    wanted = np.zeros(lookup.view.size, np.bool_)
    wanted[docs] = True
    yield found.only(wanted[lookup.docs(found)])


def _found(places: Places, counted: Counted) -> Placed:
    return union(
        [
            *(places.placed(key) for key in counted.whole),
            *(_broken(places, word, runs) for word, runs in counted.words.items()),
            *(places.paired(nears) for nears in counted.pairs),
        ]
    )


def _broken(places: Places, word: str, runs: Sequence[Texts]) -> Placed:
    """A word where it stands in no unbroken run."""
    found = places.placed(word)
    kept = np.ones(len(found.starts), np.bool_)
    kept[found.starts.searchsorted(_starts_inside(places, word, runs))] = False
    return found.only(kept)


def unbroken_counts(lookup: Lookup, counted: Counted, docs: Ints) -> Ints:
    """How many unbroken runs each of `docs` holds."""
    return _added([np.zeros(len(docs), np.int64), *(lookup.counts_in(text, docs) for text in counted.runs)])


def unbroken(lookup: Lookup, counted: Counted, found: Placed) -> Bools:
    """Which occurrences are an unbroken run."""
    all_ = codes(found)
    mask = np.zeros(len(all_), np.bool_)
    for text in counted.runs if len(all_) else ():
        some = codes(lookup.placed(text).between(int(found.starts[0]), int(found.starts[-1]) + 1))
        # Runs in sections that were filtered out are not among those found.
        places = np.minimum(all_.searchsorted(some), len(all_) - 1)
        mask[places[all_[places] == some]] = True
    return mask
