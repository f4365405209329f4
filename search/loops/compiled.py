"""The inner loops of a search: in C where that was built, else in numpy.

`shown` is None where there is no C: then `search.show.snippet` does the same.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from index.characters.compiled import PURE
from search.answer import Snippet
from search.loops.plain import (
    add,
    add_bounds,
    at_least,
    by_code,
    edge,
    facet_values,
    few_columns,
    few_regrouped,
    frequencies,
    norms,
    regrouped,
)

if TYPE_CHECKING:
    from index.characters.native import Text

__all__ = [
    "add",
    "add_bounds",
    "at_least",
    "by_code",
    "edge",
    "facet_values",
    "few_columns",
    "few_regrouped",
    "frequencies",
    "norms",
    "regrouped",
    "shown",
]

shown: Callable[[Text, int, list[str]], tuple[Snippet, int] | None] | None = None

if not PURE:
    with suppress(ImportError):  # no compiler where this was installed
        from search.loops.native import (
            add,
            add_bounds,
            at_least,
            by_code,
            edge,
            facet_values,
            few_columns,
            few_regrouped,
            frequencies,
            norms,
            regrouped,
        )
        from search.loops.native_snippet import shown
