"""The newest snapshot, for programs that go on running while the index changes."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Lock

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index.disk.generation import current
from index.snapshot import Snapshot, open_snapshot

# Seconds for which the disk is not asked again whether there is something newer.
PATIENCE = 1.0


class Live:
    """Hands out the newest snapshot. A snapshot that was handed out stays valid for as long as it
    is held."""

    def __init__(self, directory: Path) -> None:
        self._directory, self._lock = directory, Lock()
        self._snapshot: Snapshot | None = None
        self._looked = 0.0

    def snapshot(self) -> Snapshot:
        """The newest snapshot, at most a second old. Raises IndexMissing, IndexDamaged,
        IndexOutdated."""
        held = self._snapshot
        if held is not None and time.monotonic() - self._looked < PATIENCE:
            return held
        with self._lock:
            return self._newest()

    def _newest(self) -> Snapshot:
        held = self._snapshot
        if held is None or (time.monotonic() - self._looked >= PATIENCE and _version(self._directory) != held.version):
            held = open_snapshot(self._directory)
        self._snapshot, self._looked = held, time.monotonic()
        return held


def _version(directory: Path) -> str:
    """The version on disk now; where a build is just replacing it, no version that anybody
    holds."""
    generation = current(directory)
    commit = TOC._latest_generation(FileStorage(str(generation)), "MAIN")
    return f"{generation.name}.{commit}"
