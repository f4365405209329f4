"""One version of the corpus on a cluster: a point in time that every question about it is asked of,
what is known here of its reports, and counts that no later question changes."""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from corpus.saying import Saying
from index.characters.arrays import Ints
from index.errors import ContextLost, EngineUnavailable, IndexBusy, IndexMissing
from index.opensearch.cluster import Cluster
from index.opensearch.names import names
from index.opensearch.standing import KEEP, Held, Standing, check, reports, standing
from index.snapshot import Snapshot
from search.match.view import View
from search.opensearch.asking.clauses import COUNTED, EVERYTHING, Clause, phrase

# A change that is being made visible is waited for so long, in seconds.
CHANGING, PAUSE = 60.0, 0.1
# Strings whose counts are kept.
KEPT: Final = 100_000
# More distinct values than these are not counted by one question.
MOST_VALUES: Final = 65_000


class Reports(View):
    """The reports of a version without their texts: one document each. `numbers`: for each (by its
    code) its number on the cluster; `held_sections`, `characters`: what is held of it."""

    def __init__(self, snapshot: Snapshot, held: Sequence[Held], parts: Sequence[str]) -> None:
        snapshot.values = MappingProxyType({**snapshot.values, "part": tuple(sorted(parts))})
        super().__init__(snapshot)
        by_code = sorted(held)
        self.numbers: Ints = np.array([each.number for each in by_code], np.int64)
        self.held_sections: Ints = np.array([len(each.ids) for each in by_code], np.int64)
        self.characters: Ints = np.array([each.characters for each in by_code], np.int64)
        self.code_of = {number: code for code, number in enumerate(self.numbers.tolist())}
        self.sections = int(self.held_sections.sum())
        self.average_length = int(self.characters.sum()) / self.sections if self.characters.sum() else 1.0


class Corpus:
    """Asks one version. Safe to use from many threads."""

    def __init__(self, cluster: Cluster, found: Standing, directory: Path) -> None:
        check(found)
        self.cluster, self.standing = cluster, found
        self._lock = Lock()
        self._opened = cluster.open(found.index, KEEP)
        held = list(reports(cluster, self._opened))
        snapshot = names(cluster, self._opened, {each.report: each.stamp for each in held}, directory)
        self.view = Reports(snapshot, held, self._parts())
        snapshot.version = found.version
        self._occurrences: dict[str, int] = {}
        weakref.finalize(self, _close, cluster, self._opened, os.getpid())

    def ask(self, bodies: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The answer to each search, all of this version. Raises EngineUnavailable."""
        opened = self._opened
        try:
            return self._asked(bodies, opened)
        except ContextLost:
            self._reopen(opened)
            return self._asked(bodies, self._opened)

    def _asked(self, bodies: Sequence[Mapping[str, Any]], opened: str) -> list[dict[str, Any]]:
        pit = {"id": opened, "keep_alive": KEEP}
        return self.cluster.searched([{"pit": pit, **body} for body in bodies])

    def _reopen(self, lost: str) -> None:
        """Open the version again, on what shards there are now. Raises ContextLost where it is
        answered from no longer."""
        with self._lock:
            if self._opened != lost:
                return
            opened = self.cluster.open(self.standing.index, KEEP)
            if standing(self.cluster) != self.standing:
                raise ContextLost(Saying("这个版本已被新的替换"))
            self._opened = opened

    def _parts(self) -> list[str]:
        body = {"size": 0, "query": EVERYTHING, "aggs": {"part": values_of("part")}}
        return [*values_in(self._asked([body], self._opened)[0]["aggregations"]["part"])]

    def occurrences(self, strings: Sequence[str]) -> list[int]:
        """How often each of these folded strings stands in the corpus."""
        new = [text for text in dict.fromkeys(strings) if text not in self._occurrences]
        bodies = [{"size": 0, "query": phrase(text), "aggs": {"occurrences": COUNTED}} for text in new]
        answers = self.ask(bodies) if bodies else []
        found = {
            text: int(answer["aggregations"]["occurrences"]["value"]) for text, answer in zip(new, answers, strict=True)
        }
        if len(self._occurrences) < KEPT:
            self._occurrences |= found
        return [found[text] if text in found else self._occurrences[text] for text in strings]

    def counts(self, clauses: Sequence[Clause]) -> list[int]:
        """How many sections each clause finds."""
        bodies = [{"size": 0, "track_total_hits": True, "query": clause} for clause in clauses]
        return [answer["hits"]["total"]["value"] for answer in self.ask(bodies)] if bodies else []


def values_of(field: str) -> Clause:
    """An aggregation that counts every value of a field, "" for those that have none."""
    return {"terms": {"field": field, "size": MOST_VALUES, "missing": _NONE}}


def _close(cluster: Cluster, opened: str, process: int) -> None:
    """Let go of a version that nobody asks any longer; processes made from this one share it."""
    if os.getpid() == process:
        cluster.close(opened)


# No value, and sorts behind all.
_NONE: Final = "\uffff"


def values_in(found: Mapping[str, Any]) -> dict[str, int]:
    """What `values_of` counted. Raises where there were too many values to count them all."""
    if found["sum_other_doc_count"]:
        raise EngineUnavailable(Saying("不同的值多于 %(most)s 个", most=f"{MOST_VALUES:,}"))
    return {"" if each["key"] == _NONE else each["key"]: each["doc_count"] for each in found["buckets"]}


def newest(cluster: Cluster) -> Standing:
    """The version that answers now. Raises IndexMissing; IndexBusy where it is being changed for
    too long."""
    until = time.monotonic() + CHANGING
    while True:
        found = standing(cluster)
        if found is None:
            raise IndexMissing(Path(cluster.where.name))
        if not found.changing:
            return found
        if time.monotonic() > until:
            raise IndexBusy
        time.sleep(PAUSE)
