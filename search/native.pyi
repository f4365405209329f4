"""Types of the compiled module; what everything means stands in `search.plain`."""

from search.plain import add as add
from search.plain import add_bounds as add_bounds
from search.plain import at_least as at_least
from search.plain import by_code as by_code
from search.plain import edge as edge
from search.plain import facet_values as facet_values
from search.plain import few_columns as few_columns
from search.plain import few_regrouped as few_regrouped
from search.plain import frequencies as frequencies
from search.plain import norms as norms
from search.plain import regrouped as regrouped
