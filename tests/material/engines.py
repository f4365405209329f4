"""The kinds of engine that tests ask: another kind is another line in ENGINES.

Each indexes what a store holds in a folder, from nothing or as a change of what is there, and gives
an engine over it.
"""

import os

import pytest
from material.plain_scan import Shelf

from corpus.identity import short_hash
from index.build import build
from search.embedded import Embedded


def address():
    """Where a cluster for tests answers, "" where there is none."""
    return os.environ.get("XUNZHANG_TEST_OPENSEARCH", "")


def embedded(store, folder, fresh=False):
    """The engine of this process."""
    build(store, folder, fresh=fresh)
    return Embedded(folder)


def opensearch(store, folder, fresh=False):
    """The engine on a cluster, if one is there: each folder has an index of its own."""
    at = address()
    if not at:
        pytest.skip("no OpenSearch: XUNZHANG_TEST_OPENSEARCH names no address")
    from index.opensearch import build as on_cluster
    from index.opensearch.cluster import Cluster, Where
    from search.opensearch.engine import OpenSearchEngine

    cluster = Cluster(Where((at,), f"t{short_hash(str(folder).encode())}"))
    on_cluster.build(store, cluster, folder, fresh=fresh)
    return OpenSearchEngine(cluster, folder / "names")


ENGINES = {"embedded": embedded, "opensearch": opensearch}


def on(engine_over, folder, *reports):
    """An engine over these reports and no others."""
    return engine_over(Shelf(reports), folder, fresh=True)
