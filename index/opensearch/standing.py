"""What lies on the cluster: which index answers now, which reports it holds, and how that changes.

The index that answers bears the name that is asked for as an alias; it is called after the time it
was made. What it says of itself, its version above all, stands in its mapping, which every node of
the cluster has.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from corpus.saying import Saying
from index.errors import EngineUnavailable, IndexOutdated
from index.opensearch.cluster import Cluster
from index.opensearch.faults import told
from index.opensearch.template import definition, meta

# Reports that are read of in one request.
READ = 1000
# How long a node without a manager waits for one before it says so; half a minute is its own default,
# and each node that is left is asked.
MANAGED = "3s"
# How long what is opened stays open where nobody asks.
KEEP = "10m"


@dataclass(frozen=True, slots=True)
class Standing:
    """The index that answers: how often it was changed, by what it was written, and whether a
    change is just being made visible."""

    index: str
    commit: int
    written_with: str
    changing: bool

    @property
    def version(self) -> str:
        """The version of the corpus."""
        return f"{self.index.rpartition('-')[2]}.{self.commit}"


class Held(NamedTuple):
    """A report on the cluster: its stamp, its number, the ids of its sections, and the characters
    in them."""

    report: str
    stamp: str
    number: int
    ids: tuple[str, ...]
    characters: int


def standing(cluster: Cluster) -> Standing | None:
    """The index that answers; None where there is none yet."""
    with told():
        found = cluster.client.indices.get_mapping(
            index=cluster.where.name, params={"ignore_unavailable": "true", "cluster_manager_timeout": MANAGED}
        )
        if not found:
            return None
        ((index, held),) = found.items()
        said = held["mappings"]["_meta"]
        return Standing(index, int(said["commit"]), said["written_with"], bool(said["changing"]))


def check(found: Standing) -> None:
    """Raise IndexOutdated where the index was written with something else."""
    wanted = meta(0, False)["written_with"]
    if found.written_with != wanted:
        raise IndexOutdated(found.written_with, wanted)


def reports(cluster: Cluster, opened: str) -> Iterator[Held]:
    """The reports of a point in time, by number."""
    for source in first_sections(
        cluster, opened, ["report", "report_n", "stamp", "of_report.ids", "of_report.characters"]
    ):
        whole = source["of_report"]
        yield Held(source["report"], source["stamp"], source["report_n"], tuple(whole["ids"]), whole["characters"])


def first_sections(
    cluster: Cluster, opened: str, fields: list[str], query: dict[str, Any] | None = None
) -> Iterator[dict[str, Any]]:
    """What is kept of the first section of each report that a query finds, by number."""
    wanted = {"bool": {"filter": [{"term": {"order": 0}}, *([query] if query else [])]}}
    body = {"pit": {"id": opened, "keep_alive": KEEP}, "size": READ, "query": wanted, "_source": fields}
    after: list[Any] = []
    while True:
        page = {**body, "sort": ["report_n"], **({"search_after": after} if after else {})}
        found = cluster.searched([page])[0]["hits"]["hits"]
        yield from (each["_source"] for each in found)
        if len(found) < READ:
            return
        after = found[-1]["sort"]


def sums(cluster: Cluster, index: str) -> tuple[int, int, int]:
    """Sections, reports and characters that are seen in an index."""
    first = {"filter": {"term": {"order": 0}}}
    body = {"size": 0, "track_total_hits": True, "aggs": {"reports": first, "characters": {"sum": {"field": "length"}}}}
    (found,) = cluster.searched([body], index)
    counts = found["aggregations"]
    return found["hits"]["total"]["value"], counts["reports"]["doc_count"], int(counts["characters"]["value"])


def new_index(cluster: Cluster) -> str:
    """Make an empty index that nobody is answered from yet."""
    name = f"{cluster.where.name}-{time.strftime('%Y%m%d%H%M%S', time.gmtime())}"
    with told():
        taken, number = set(_all(cluster)), 0
        while name in taken:
            number += 1
            name = f"{cluster.where.name}-{int(name.rpartition('-')[2]) + number}"
        cluster.client.indices.create(index=name, body=definition(cluster.where.shards, cluster.where.replicas))
    return name


def _all(cluster: Cluster) -> list[str]:
    """All indices of this name, whole or not."""
    found = cluster.client.indices.get(index=f"{cluster.where.name}-*", params={"allow_no_indices": "true"})
    pattern = re.compile(rf"{re.escape(cluster.where.name)}-\d+")
    return [index for index in found if pattern.fullmatch(index)]


def publish(cluster: Cluster, index: str) -> None:
    """Have an index answer in place of the one before, which stays for who is reading it."""
    alias = cluster.where.name
    with told():
        others = [
            {"remove": {"index": each, "alias": alias, "must_exist": False}} for each in _all(cluster) if each != index
        ]
        cluster.client.indices.update_aliases(body={"actions": [*others, {"add": {"index": index, "alias": alias}}]})


def remove_old(cluster: Cluster, keep: str | None) -> None:
    """Remove every index of this name but one: earlier ones, and what a killed build left."""
    with told():
        for index in _all(cluster):
            if index != keep:
                cluster.client.indices.delete(index=index)


def show(cluster: Cluster, found: Standing | str, wanted: tuple[int, int, int]) -> None:
    """Have all changes of an index seen, from one version on. Raises EngineUnavailable where not
    all that is wanted (sections, reports, characters) stands there then."""
    index, commit = (found, -1) if isinstance(found, str) else (found.index, found.commit)
    with told():
        cluster.client.indices.put_mapping(index=index, body={"_meta": meta(commit, True)})
        cluster.client.indices.refresh(index=index, params={"request_timeout": 300})
    stands = sums(cluster, index)
    if stands != wanted:
        raise EngineUnavailable(Saying("送去 %(wanted)s，那里有 %(found)s", wanted=_said(wanted), found=_said(stands)))
    with told():
        cluster.client.indices.put_mapping(index=index, body={"_meta": meta(commit + 1, False)})


def _said(counts: tuple[int, int, int]) -> str:
    return " / ".join(f"{count:,}" for count in counts)
