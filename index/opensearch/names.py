"""What is known of the reports on a cluster besides their texts, indexed here: titles, names of
issuers and places, years, numbers.

It is what all departments of a county are to one report of theirs: a few hundred characters a
report. What a query names is then told by the same arrays as everywhere, and sums over reports are
added up here.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from corpus.records import Report
from index.build import build, indexed_stamps
from index.errors import IndexBusy, IndexMissing
from index.opensearch.cluster import Cluster
from index.opensearch.document import read_record
from index.opensearch.standing import READ, first_sections
from index.snapshot import Snapshot, open_snapshot

# Another process that is just indexing the names is waited for so long, in seconds.
PATIENCE, PAUSE = 600.0, 0.2


class Names:
    """The reports of a point in time, without texts, for `index.build.build`."""

    def __init__(self, cluster: Cluster, opened: str, stamps: Mapping[str, str]) -> None:
        self._cluster, self._opened = cluster, opened
        # By id, as they are asked for: in any other order each would be read with others than the next.
        self._stamps = dict(sorted(stamps.items()))
        self._read: dict[str, Report] = {}

    def stamps(self) -> Mapping[str, str]:
        """A stamp for each report, which changes with it."""
        return self._stamps

    def report(self, id: str) -> Report:
        """A report with one empty section. Those that stand behind it are read with it."""
        if id not in self._read:
            ids = [each for each in self._stamps if each >= id][:READ] if id in self._stamps else []
            found = first_sections(
                self._cluster, self._opened, ["report", "of_report.record"], {"terms": {"report": ids}}
            )
            self._read = {each["report"]: read_record(each["of_report"]["record"]) for each in found}
        return self._read[id]


def names(cluster: Cluster, opened: str, stamps: Mapping[str, str], directory: Path) -> Snapshot:
    """A snapshot of the names of a point in time, whose reports have these stamps; indexed under
    `directory` where it is not yet. Raises IndexBusy where another process does not end."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            build(Names(cluster, opened, stamps), directory)
            if _are_those(directory, stamps):
                return open_snapshot(directory)
        except IndexBusy:
            if time.monotonic() > until:
                raise
        time.sleep(PAUSE)


def _are_those(directory: Path, stamps: Mapping[str, str]) -> bool:
    """Whether no other process has put another version in their place meanwhile."""
    try:
        found = indexed_stamps(directory)
    except IndexMissing:
        return False
    return found.keys() == stamps.keys() and all(found[name].startswith(stamps[name]) for name in stamps)
