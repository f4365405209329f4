"""Which engine answers for a data folder: the one place where an engine is chosen and opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from index.chosen import EMBEDDED, INDEX, engine_named, installed
from search.embedded import Embedded
from search.engine import Engine

# Where the names of the reports on a cluster are indexed.
NAMES: Final = "names"


def engine_for(data: Path) -> Engine:
    """The engine over the reports in a data folder: the one in this process, unless the environment
    names another. Raises the index's own errors where there is none to open, BadEngine."""
    if engine_named() == EMBEDDED:
        return Embedded(data / INDEX)
    cluster = installed().Cluster(installed().where())
    from search.opensearch.engine import OpenSearchEngine

    return OpenSearchEngine(cluster, data / INDEX / NAMES)
