"""The newest version of the corpus on a cluster, looked for by one thread while the others answer."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Lock

from index.errors import EngineUnavailable
from index.opensearch.cluster import Cluster
from index.opensearch.standing import standing
from search.opensearch.asking.corpus import Corpus, newest

# Seconds for which the cluster is not asked again whether there is something newer.
PATIENCE = 1.0


class Current:
    """Knows the version that answers, at most `PATIENCE` old. Safe to use from many threads.
    `directory`: where the names of the reports are indexed."""

    def __init__(self, cluster: Cluster, directory: Path) -> None:
        self._cluster, self._directory = cluster, directory
        self._lock = Lock()
        self._corpus: Corpus | None = None
        self._looked = 0.0
        self._failed: tuple[float, EngineUnavailable] | None = None

    def corpus(self) -> Corpus:
        """The newest version. Raises IndexMissing, IndexOutdated, EngineUnavailable."""
        held = self._corpus
        if held and time.monotonic() - self._looked < PATIENCE:
            return held
        # While one thread opens what is newer, the others answer from what there is.
        if not self._lock.acquire(blocking=held is None) and held is not None:
            return held
        try:
            if self._corpus is None or time.monotonic() - self._looked >= PATIENCE:
                self._corpus = self._newest(self._corpus)
                self._looked = time.monotonic()
            return self._corpus
        finally:
            self._lock.release()

    def _newest(self, held: Corpus | None) -> Corpus:
        """Who waited while another asked in vain is told the same."""
        if self._failed and time.monotonic() - self._failed[0] < PATIENCE:
            raise self._failed[1].with_traceback(None)
        try:
            found = standing(self._cluster) if held is not None else newest(self._cluster)
            if held and found and (found.changing or found == held.standing):
                return held
            return Corpus(self._cluster, found or newest(self._cluster), self._directory)
        except EngineUnavailable as error:
            self._failed = time.monotonic(), error
            raise
