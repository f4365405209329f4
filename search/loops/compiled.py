"""The inner loops of a search in C. Importing this fails where one of them was not built."""

from __future__ import annotations

from search.loops.native import add as add
from search.loops.native import add_bounds as add_bounds
from search.loops.native import at_least as at_least
from search.loops.native import by_code as by_code
from search.loops.native import edge as edge
from search.loops.native import facet_values as facet_values
from search.loops.native import few_columns as few_columns
from search.loops.native import few_regrouped as few_regrouped
from search.loops.native import frequencies as frequencies
from search.loops.native import norms as norms
from search.loops.native import regrouped as regrouped
from search.loops.native_matching import matched as matched
from search.loops.native_snippet import shown as shown

# An array of sections costs no more than one of them.
SCORED_ONE_BY_ONE = 0
