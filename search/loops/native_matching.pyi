"""Types of the compiled module; what everything means stands in `search.loops.twin`."""

from search.loops.matching import matched as matched
