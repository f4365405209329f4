"""The kinds of engine that tests ask: another kind is another line in ENGINES.

Each indexes what a store holds in a folder, from nothing or as a change of what is there, and gives
an engine over it.
"""

from material.plain_scan import Shelf

from index.build import build
from search.embedded import Embedded


def embedded(store, folder, fresh=False):
    """The engine of this process."""
    build(store, folder, fresh=fresh)
    return Embedded(folder)


ENGINES = {"embedded": embedded}


def on(engine_over, folder, *reports):
    """An engine over these reports and no others."""
    return engine_over(Shelf(reports), folder, fresh=True)
