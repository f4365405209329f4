"""The kinds of engine that tests ask: another kind is another line in ENGINES.

Each indexes what a store holds in a folder, from nothing or as a change of what is there, and gives
an engine over it.
"""

import os
import shutil

import pytest
from material.plain_scan import Shelf
from material.twins import OWN

from corpus.identity import short_hash
from index.build import build
from search.embedded import Embedded


def embedded(store, folder, fresh=False):
    """The engine of this process."""
    build(store, folder, fresh=fresh)
    return Embedded(folder)


def opensearch(address, store, folder, fresh=False):
    """The engine on a cluster, where each folder has an index of its own."""
    pytest.importorskip("opensearchpy", reason="the extra opensearch is not installed")
    from index.opensearch import build as on_cluster
    from index.opensearch.cluster import Cluster, Where
    from search.opensearch.engine import OpenSearchEngine

    cluster = Cluster(Where((address,), f"t{short_hash(str(folder).encode())}"))
    on_cluster.build(store, cluster, folder, fresh=fresh)
    if fresh:  # Hypothesis has Whoosh draw the same name for a segment twice, so nothing is added to what there is
        shutil.rmtree(folder / "names", ignore_errors=True)
    return OpenSearchEngine(cluster, folder / "names")


ENGINES = {"embedded": embedded, "opensearch": opensearch}
# A cluster takes a second for an index and 50 ms for a question: 900 tests more than a quarter of an hour.
WHOLE = pytest.mark.skipif(
    os.environ.get("XUNZHANG_CLUSTER") != "whole", reason="`make test-cluster` asks the same of a cluster"
)
EACH_ENGINE = ["embedded", pytest.param("opensearch", marks=[pytest.mark.slow, WHOLE])]


def is_twice(item):
    """Whether a test would ask a cluster again with other loops of this process, which it does not
    run."""
    asked = item.callspec.params if hasattr(item, "callspec") else {}
    return asked.get("engine_over") == "opensearch" and asked.get("loops", OWN) != OWN


def on(engine_over, folder, *reports):
    """An engine over these reports and no others."""
    return engine_over(Shelf(reports), folder, fresh=True)
