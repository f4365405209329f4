"""How often a query stands in the sections found, and where: `search.query.counted` says what
counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.excerpt import excerpts
from search.match.lookup import Lookup
from search.match.occurrences import Placed, codes, together, union
from search.match.places import Places
from search.query.counted import Counted
from search.query.read import Query
from search.query.syntax import Near, Phrase


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
    whole = [lookup.counts_in(key, docs) for key in counted.whole]
    broken = [lookup.counts_in(word, docs) * mask for word, mask in _broken(lookup, counted, docs)]
    return _added([*whole, *broken])


def _added(counts: Sequence[Ints]) -> Ints:
    return counts[0] if len(counts) == 1 else np.sum(counts, axis=0)


def _broken(lookup: Lookup, counted: Counted, docs: Ints) -> list[tuple[str, Bools]]:
    """Each word of the runs, and in which of `docs` it counts: one of its runs stands nowhere
    unbroken there."""
    broken = {texts: ~_any([lookup.holds(text, docs) for text in texts]) for texts in counted.writings}
    return [(word, _any([broken[texts] for texts in runs])) for word, runs in counted.words.items()]


def _any(masks: Sequence[Bools]) -> Bools:
    return masks[0] if len(masks) == 1 else np.logical_or.reduce(masks)


def _by_document(lookup: Lookup, docs: Ints, parts: Iterator[Placed]) -> Ints:
    counts = np.zeros(lookup.view.size, np.int64)
    for part in parts:
        counts += np.bincount(lookup.docs(part), minlength=lookup.view.size)
    return counts.take(docs)


def placed(lookup: Lookup, counted: Counted, docs: Ints, only_unbroken: bool = False) -> Placed:
    """The distinct occurrences in `docs`, or only the unbroken runs among them, by start, then
    end."""
    parts = list(_parts(lookup, counted.only_runs if only_unbroken else counted, docs))
    return parts[0] if len(parts) == 1 else together(parts)


def _parts(lookup: Lookup, counted: Counted, docs: Ints) -> Iterator[Placed]:
    """The occurrences in `docs`, one part behind the other: what is frequent is looked for in some
    texts at a time."""
    where = _where(lookup, counted, docs)
    if lookup.is_frequent(chain(counted.keys, *counted.pairs)):
        for part in excerpts(lookup.view.text, docs):
            places = Places(part)
            found = [part.in_segment(each) for each in _found(places, counted)]
            yield union([_inside(lookup, each, mask) for each, mask in zip(found, where, strict=True)])
        return
    found = _found(lookup, counted)
    yield union([_inside(lookup, each, mask) for each, mask in zip(found, where, strict=True)])


def _where(lookup: Lookup, counted: Counted, docs: Ints) -> list[Bools]:
    """The documents in which each string, word and pair counts, in the order of `_found`."""
    wanted = _mask(lookup, docs)
    words = [_mask(lookup, docs[mask]) for _, mask in _broken(lookup, counted, docs)]
    return [*[wanted] * len(counted.whole), *words, *[wanted] * len(counted.pairs)]


def _mask(lookup: Lookup, docs: Ints) -> Bools:
    mask = np.zeros(lookup.view.size, np.bool_)
    mask[docs] = True
    return mask


def _found(places: Places, counted: Counted) -> list[Placed]:
    keys: tuple[str | Phrase, ...] = (*counted.whole, *counted.words)
    return [*map(places.placed, keys), *map(places.paired, counted.pairs)]


def _inside(lookup: Lookup, found: Placed, wanted: Bools) -> Placed:
    """The occurrences in the documents wanted."""
    return found.only(wanted[lookup.docs(found)])


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
