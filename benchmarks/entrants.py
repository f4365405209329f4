"""Who takes part: the engines by name, where each is, and what has to be installed for it."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path

from benchmarks.material import Material
from benchmarks.peers.peer import Peer


@dataclass(frozen=True, slots=True)
class Entrant:
    """An engine: `label` in tables, `place` as module:class under benchmarks.peers.

    `timed`: whether it is asked in the rounds, or only for its recall. `limit`: it has only the
    first so many sections. `worn`: reports are missing in it. `many`: whether many may ask it at once.
    """

    name: str
    label: str
    place: str
    timed: bool = True
    limit: int | None = None
    worn: bool = False
    many: bool = False

    @property
    def fixed(self) -> bool:
        """Whether what was built once may be asked in a later run: not ours, which changes from run
        to run."""
        return not self.place.startswith(("ours:", "opensearch:"))

    def peer(self, material: Material, directory: Path) -> Peer:
        """The engine. Raises ImportError where what it needs is not installed."""
        module, name = self.place.split(":")
        made: Peer = getattr(importlib.import_module(f"benchmarks.peers.{module}"), name)(material, directory)
        return made


ENTRANTS = {
    entrant.name: entrant
    for entrant in (
        Entrant("ours", "Xunzhang, whole answer", "ours:Ours", many=True),
        Entrant("ours-worn", "the same, 7 segments, 5 % deleted", "ours:OursWorn", worn=True),
        Entrant("opensearch", "Xunzhang on OpenSearch, one node", "opensearch:OursOnCluster", many=True),
        Entrant("tantivy", "Tantivy, bigrams and words", "tantivy_bigrams:TantivyBigrams"),
        Entrant("tantivy-page", "Tantivy, texts and snippets too", "tantivy_bigrams:TantivyPage"),
        Entrant("sqlite", "SQLite FTS5, trigrams", "sqlite_trigram:SqliteTrigram"),
        Entrant("xapian", "Xapian, bigrams and words", "xapian_bigrams:XapianBigrams"),
        Entrant("whoosh", "Whoosh + jieba, repaired", "whoosh_jieba:WhooshJieba"),
        Entrant(
            "whoosh-unrepaired", "Whoosh + jieba as it is", "whoosh_jieba:WhooshUnrepaired", timed=False, limit=5_000
        ),
    )
}
