"""Types of the compiled module; what everything means stands in `search.loops.twin`."""

from search.loops.plain import add as add
from search.loops.plain import add_bounds as add_bounds
from search.loops.plain import at_least as at_least
from search.loops.plain import by_code as by_code
from search.loops.plain import edge as edge
from search.loops.plain import facet_values as facet_values
from search.loops.plain import few_columns as few_columns
from search.loops.plain import few_regrouped as few_regrouped
from search.loops.plain import frequencies as frequencies
from search.loops.plain import norms as norms
from search.loops.plain import regrouped as regrouped
