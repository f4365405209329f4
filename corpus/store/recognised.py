"""What was recognised on scans, kept beside the raw pages: `recognised/<id>.json.gz`.

One file a report, removed with it. Each entry bears a digest, and what one way of recognising gave is
not given for another; what is damaged is as good as nothing, for it can be recognised again.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

from corpus.store.atomic import clear_leftovers, replace_file
from corpus.store.pages import Pages

_ENDING = ".json.gz"


class Recognised:
    """The folder of what was recognised."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, report: str) -> Path:
        """Where what was recognised of a report lies."""
        return self.folder / f"{report}{_ENDING}"

    def of(self, report: str) -> Kept:
        """What is kept of one report, to be asked and added to."""
        return Kept(self.path(report))

    def bring(self, report: str, other: Path) -> None:
        """Take what another folder kept in a file, unless something is kept already."""
        if other.exists() and not self.path(report).exists():
            replace_file(self.path(report), other.read_bytes())

    def remove(self, report: str) -> None:
        """Delete what was kept of a report, if there is anything."""
        self.path(report).unlink(missing_ok=True)

    def tidy(self, pages: Pages) -> None:
        """Half-written files go, and what belongs to no raw page: a killed command left it."""
        clear_leftovers(self.folder)
        for path in self.folder.glob(f"*{_ENDING}"):
            self.forget_without(pages, path.name.removesuffix(_ENDING))

    def forget_without(self, pages: Pages, report: str) -> None:
        """Delete what was kept of a report of which no raw page is."""
        if not pages.path(report).exists():
            self.remove(report)


class Kept:
    """What was recognised of one report's files. A `reader` is one way of recognising, a `file` the
    pages asked for of one file; both are digests."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def recall(self, reader: str, file: str) -> Any | None:
        """The plain sheets that this reader made of the file; None where they are not kept, or not as
        they were."""
        entry = self._files(reader).get(file)
        if not isinstance(entry, dict) or entry.get("sha256") != _digest(entry.get("sheets")):
            return None
        return entry["sheets"]

    def keep(self, reader: str, file: str, sheets: Any) -> None:
        """Keep the plain sheets of a file; what other readers made goes."""
        plain = json.loads(json.dumps(sheets))
        files = self._files(reader) | {file: {"sha256": _digest(plain), "sheets": plain}}
        content = json.dumps({"reader": reader, "files": files}, ensure_ascii=False, sort_keys=True)
        replace_file(self._path, gzip.compress(content.encode(), mtime=0))

    def _files(self, reader: str) -> dict[str, Any]:
        try:
            kept = json.loads(gzip.decompress(self._path.read_bytes()))
            files = kept["files"] if kept["reader"] == reader else {}
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
            return {}
        return files if isinstance(files, dict) else {}


def _digest(sheets: Any) -> str:
    return hashlib.sha256(json.dumps(sheets, sort_keys=True).encode()).hexdigest()
