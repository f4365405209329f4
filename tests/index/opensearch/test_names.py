"""What is known here of the reports on a cluster: read from it in few requests."""

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from index.opensearch import names as reading
from index.opensearch.build import build
from index.opensearch.cluster import Cluster, Where
from search.opensearch.engine import OpenSearchEngine

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("order", ["abcdef", "fedcba", "dbface"])
def test_names_are_read_together_in_whatever_order_they_were_loaded(opensearch, tmp_path, monkeypatch, order):
    cluster = Cluster(Where((opensearch,), f"n{order}"))
    build(Shelf([report(name, "行政的说明") for name in order]), cluster, tmp_path, fresh=True)
    asked = []
    told = reading.first_sections
    monkeypatch.setattr(reading, "first_sections", lambda *given: asked.append(given) or told(*given))
    engine = OpenSearchEngine(cluster, tmp_path / "names")
    assert [entry.id[-1] for entry in engine.catalogue()] == sorted(order)
    assert len(asked) == 1
