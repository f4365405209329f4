"""Removing a report, as an intention that is written down before anything goes: a removal cut short
is finished by the next command.

removing.csv    what is being removed: the id and, a line each, the addresses that must not come back
unindexed.txt   ids that are gone here and may still stand in the index
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.identity import canonical, id_of_address
from corpus.store.atomic import replace_file
from corpus.store.lines import whole_lines
from corpus.store.pages import Pages

REMOVED, REMOVING, UNINDEXED = "removed.txt", "removing.csv", "unindexed.txt"


class Removals:
    """What was removed from a data folder, and what is being removed."""

    def __init__(self, data: Path) -> None:
        self._removed, self._removing = data / REMOVED, data / REMOVING
        self._unindexed, self._incoming = data / UNINDEXED, Pages(data / "incoming")
        self._arrived = Pages(data / "arrived")  # of a share: corpus.store.arrivals

    def intend(self, report: str, addresses: Sequence[str] = ()) -> None:
        """Write down that a report goes, and which addresses must not come back."""
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerows((report, address) for address in addresses or ("",))
        replace_file(self._removing, buffer.getvalue().encode())

    def intended(self) -> dict[str, list[str]]:
        """What is being removed: addresses by id."""
        if not self._removing.exists():
            return {}
        found: dict[str, list[str]] = {}
        for row in csv.reader(io.StringIO(whole_lines(self._removing).decode("utf8", "replace"), newline="")):
            if len(row) == 2:
                found.setdefault(row[0], []).extend(filter(None, row[1:]))
        return found

    def note(self, addresses: Sequence[str], report: str | None = None) -> None:
        """Note addresses that must not come back, each once; what is under way from there goes, and
        what came from there as this report: a file has its name."""
        known = self.removed()
        named = (address for address in addresses if not address.startswith("file:"))
        new = [address for address in dict.fromkeys(map(canonical, named)) if address not in known]
        if new:
            before = self._removed.read_text(encoding="utf8") if self._removed.exists() else ""
            separator = "" if not before or before.endswith("\n") else "\n"  # people edit this file
            replace_file(self._removed, (before + separator + "".join(f"{address}\n" for address in new)).encode())
        for address in addresses:
            self._incoming.remove(id_of_address(address))
            self._arrived.remove(id_of_address(address))
        if addresses and report:
            self._arrived.remove(report)

    def gone(self, reports: Iterable[str]) -> None:
        """All is deleted here; the index is yet to follow."""
        self._note_unindexed([*self.unindexed(), *reports])
        self._removing.unlink(missing_ok=True)

    def removed(self) -> frozenset[str]:
        """Canonical addresses that were removed on purpose."""
        written = self._removed.read_text(encoding="utf8").split() if self._removed.exists() else ()
        # Written when sessions still counted, perhaps: read as addresses are read now.
        return frozenset(address for line in written for address in (line, canonical(f"http://{line}")))

    def unindexed(self) -> list[str]:
        """Ids that were removed and that no index has followed yet."""
        return self._unindexed.read_text(encoding="utf8").split() if self._unindexed.exists() else []

    def indexed(self, reports: Iterable[str]) -> None:
        """The index has followed."""
        done = set(reports)
        self._note_unindexed([report for report in self.unindexed() if report not in done])

    def _note_unindexed(self, reports: Sequence[str]) -> None:
        if reports:
            replace_file(self._unindexed, "".join(f"{report}\n" for report in dict.fromkeys(reports)).encode())
        else:
            self._unindexed.unlink(missing_ok=True)
