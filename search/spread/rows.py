"""The rows of a matrix: their order, and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from corpus.records import KINDS, LEVELS, PARTS
from index.characters.arrays import Ints
from search.match.view import View

# Sorts behind every real code.
UNKNOWN = "999999"
NAMED_ORDERS = {"level": LEVELS, "kind": KINDS, "part": PARTS}


def in_order(view: View, column: str, codes: Ints, sums: Ints, order: str) -> list[int]:
    """Codes of a column in the order asked for: by `sums`, most first, or by division code, the
    nation's own before those of provinces."""
    key = _key(view, column)
    keys = {code: key(code) for code in codes.tolist()}
    if order == "sections":
        return sorted(keys, key=lambda code: (-int(sums[code]), keys[code]))
    return sorted(keys, key=keys.__getitem__)


def label(view: View, column: str, code: int) -> str:
    """What a row is called: a place by its name, everything else as it stands."""
    value = view.snapshot.values[column][code]
    return view.snapshot.places.get(value, value) if column == "province" else value


def places(view: View) -> tuple[Ints, Ints, Ints]:
    """For each issuer (by its code) the codes of province, city and level: those of one of its
    reports."""
    found = view.listed.get("places of issuers")
    if found is None:
        zones, size = view.of_reports("zone"), len(view.snapshot.values["zone"])
        found = tuple(_of_last(zones, view.of_reports(column), size) for column in ("province", "city", "level"))
        view.listed["places of issuers"] = found
    return found  # type: ignore[return-value]


def _of_last(zones: Ints, codes: Ints, size: int) -> Ints:
    found = np.zeros(size, np.int64)
    found[zones] = codes
    return found


def _key(view: View, column: str) -> Callable[[int], Any]:
    if column == "zone":
        return _ranks(view).__getitem__
    values, named = view.snapshot.values, NAMED_ORDERS.get(column, ())
    return lambda code: (named.index(values[column][code]) if values[column][code] in named else len(named), code)


def _ranks(view: View) -> list[int]:
    """For each issuer (by its code) its place in the order of division codes, worked out once a
    snapshot."""
    found = view.listed.get("order of issuers")
    if found is None:
        key = _place_of(view)
        order = np.array(sorted(range(len(view.snapshot.values["zone"])), key=key), np.int64)
        found = view.listed["order of issuers"] = np.argsort(order).tolist()
    return found  # type: ignore[return-value]


def _place_of(view: View) -> Callable[[int], tuple[str, str, int, str]]:
    values = view.snapshot.values
    province, city, level = places(view)
    ranks = [LEVELS.index(value) if value in LEVELS else len(LEVELS) for value in values["level"]]

    def key(code: int) -> tuple[str, str, int, str]:
        at = values["province"][province[code]], values["city"][city[code]]
        rank = ranks[level[code]]
        return at[0] or ("" if rank == 0 else UNKNOWN), at[1], rank, values["zone"][code]

    return key
