"""Addresses of held reports that are gone from their site: `gone.csv`, a line for each change, the last
one of an address counts."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from corpus.identity import canonical
from corpus.store.lines import append_lines, whole_lines

GONE = "gone.csv"
COLUMNS = ("address", "time", "status")


class Gone:
    """Which addresses are gone since when; read again when the file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: tuple[int, int] | None = None
        self._since: dict[str, str] = {}

    def since(self, address: str) -> str | None:
        """The day (YYYY-MM-DD) on which the address was found gone, None where it is not."""
        return self._read().get(canonical(address))

    def note(self, address: str, time: str, status: int) -> None:
        """The server says since an ISO time that nothing is there any more."""
        if self.since(address) is None:
            self._append((address, time, str(status)))

    def back(self, address: str) -> None:
        """Something came from there again."""
        if self.since(address) is not None:
            self._append((address, "", ""))

    def _append(self, row: tuple[str, ...]) -> None:
        buffer = io.StringIO()
        rows = [row] if self.path.exists() else [COLUMNS, row]
        csv.writer(buffer, lineterminator="\n").writerows(rows)
        append_lines(self.path, buffer.getvalue().encode())

    def _read(self) -> dict[str, str]:
        stat = self.path.stat() if self.path.exists() else None
        stamp = (stat.st_mtime_ns, stat.st_size) if stat else None
        if stamp != self._stamp:
            rows = csv.reader(io.StringIO(whole_lines(self.path).decode("utf8", "replace"), newline=""))
            last = {canonical(row[0]): row[1][:10] for row in rows if len(row) == len(COLUMNS) and row[0] != COLUMNS[0]}
            self._since, self._stamp = {address: day for address, day in last.items() if day}, stamp
        return self._since
