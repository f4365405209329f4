"""How often a query stands in the sections found, and where: `search.query.counted` says what
counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.lookup import Lookup
from search.match.occurrences import Placed, codes, union
from search.query.counted import Counted, Texts
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
    broken = {texts: ~_holds_any(lookup, texts, docs) for texts in counted.unbroken}
    counts = [lookup.counts_in(key, docs) for key in counted.whole]
    for word, runs in counted.words.items():
        counts.append(lookup.counts_in(word, docs) * _any([broken[texts] for texts in runs]))
    return counts[0] if len(counts) == 1 else np.sum(counts, axis=0)


def _holds_any(lookup: Lookup, texts: Texts, docs: Ints) -> Bools:
    """Which of `docs` hold one of some strings."""
    return _any([lookup.holds(text, docs) for text in texts])


def _any(masks: Sequence[Bools]) -> Bools:
    return masks[0] if len(masks) == 1 else np.logical_or.reduce(masks)


def _by_document(lookup: Lookup, docs: Ints, starts: Ints) -> Ints:
    return np.bincount(lookup.docs(Placed(starts, starts)), minlength=lookup.view.size).take(docs)


def placed(lookup: Lookup, query: Query, docs: Ints) -> Placed:
    """The distinct occurrences in `docs`, by start, then end."""
    counted = query.counted
    wanted = np.zeros(lookup.view.size, np.bool_)
    wanted[docs] = True
    broken = {texts: _broken(lookup, texts) for texts in counted.unbroken}
    found = [lookup.placed(key) for key in counted.whole]
    for word, runs in counted.words.items():
        found.append(_inside(lookup, lookup.placed(word), _any([broken[texts] for texts in runs])))
    return _inside(lookup, union([*found, *map(lookup.paired, counted.pairs)]), wanted)


def _broken(lookup: Lookup, texts: Texts) -> Bools:
    """The documents that hold none of some strings."""
    mask = np.ones(lookup.view.size, np.bool_)
    for text in texts:
        mask[lookup.docs(lookup.placed(text))] = False
    return mask


def _inside(lookup: Lookup, found: Placed, wanted: Bools) -> Placed:
    """The occurrences in the documents wanted."""
    return found.only(wanted[lookup.docs(found)])


def unbroken(lookup: Lookup, counted: Counted, found: Placed) -> Bools:
    """Which occurrences are an unbroken run."""
    all_ = codes(found)
    mask = np.zeros(len(all_), np.bool_)
    for some in [codes(lookup.placed(text)) for text in counted.runs] if len(all_) else ():
        # Runs in sections that were filtered out are not among those found.
        places = np.minimum(all_.searchsorted(some), len(all_) - 1)
        mask[places[all_[places] == some]] = True
    return mask
