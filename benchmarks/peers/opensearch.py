"""Xunzhang on a cluster: the whole answer, from the question as typed to facets and twenty
snippets, asked of the OpenSearch that XUNZHANG_BENCH_OPENSEARCH names (`make opensearch` starts
one). Nothing is kept of an earlier answer, there or here, but counts of strings."""

from __future__ import annotations

import os
from dataclasses import replace
from time import perf_counter
from typing import Final

from benchmarks.peers.ours import ADDED, NEWS, OneMore, Ours
from index.opensearch.build import build
from index.opensearch.cluster import Cluster, Where
from index.opensearch.standing import standing
from search.opensearch.engine import OpenSearchEngine
from search.request import Request

ADDRESS: Final = os.environ.get("XUNZHANG_BENCH_OPENSEARCH", "http://127.0.0.1:9200")
NAME: Final = "benchmark"


class OursOnCluster(Ours):
    """A fresh index of one shard on a cluster."""

    @property
    def cluster(self) -> Cluster:
        """The cluster."""
        return Cluster(Where(tuple(ADDRESS.split(",")), NAME))

    def build(self) -> None:
        build(self.material, self.cluster, self.directory / "lock", fresh=True)
        settings = {"index": {"requests": {"cache": {"enable": False}}}}
        self.cluster.client.indices.put_settings(index=NAME, body=settings)

    def bytes(self) -> int:
        """What lies on the cluster, and the names here."""
        found = standing(self.cluster)
        assert found is not None
        self.cluster.client.indices.flush(index=found.index)
        stats = self.cluster.client.indices.stats(index=found.index, metric="store")
        return super().bytes() + int(stats["_all"]["primaries"]["store"]["size_in_bytes"])

    def open(self) -> None:
        super().open()
        self.engine = OpenSearchEngine(self.cluster, self.directory / "names")
        self.engine.held()

    def elsewhere(self) -> dict[str, float]:
        """The heap of all nodes together: what there is, and what is in use (garbage among it)."""
        nodes = self.cluster.client.nodes.stats(metric="jvm")["nodes"].values()
        heaps = [node["jvm"]["mem"] for node in nodes]
        return {
            f"nodes_heap_{name}_mb": sum(heap[f"heap_{name}_in_bytes"] for heap in heaps) / 2**20
            for name in ("max", "used")
        }

    def add(self) -> list[float]:
        """Seconds from a new report to its being found, for one report after another."""
        first, spent, added = self.material.report(self.material.held[0]), [], {}
        for turn in range(ADDED):
            sections = tuple(replace(section, text=section.text + NEWS[turn]) for section in first.sections)
            added[f"{turn:012d}"] = replace(first, id=f"{turn:012d}", sections=sections)
            started = perf_counter()
            build(OneMore(self.material, added), self.cluster, self.directory / "lock")
            engine = OpenSearchEngine(self.cluster, self.directory / "names")
            answer = engine.search(Request(f'"{NEWS[turn]}"'))
            spent.append(perf_counter() - started)
            if answer.total.sections != len(sections):
                raise ValueError("a report that was added is not found")
        return spent
