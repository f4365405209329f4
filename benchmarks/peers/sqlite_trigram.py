"""SQLite FTS5 with the trigram tokenizer: any substring of three characters and more, nothing
shorter."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from benchmarks.peers.peer import TOP, Peer, Reply
from benchmarks.questions import Question

SHORTEST = 3
FILE = "sections.db"
TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE VIRTUAL TABLE text USING fts5(body, tokenize = 'trigram');
    CREATE TABLE about (number INTEGER PRIMARY KEY, zone TEXT, year TEXT);
"""
# One statement: what is found is put down once, then counted twice and sorted.
ASK = f"""
    WITH found AS MATERIALIZED (
        SELECT zone, year, number, score
        FROM (SELECT rowid AS number, bm25(text) AS score FROM text WHERE text MATCH :match) JOIN about USING (number)
        WHERE (:zone = '' OR zone = :zone) AND (:year = '' OR year = :year)
    )
    SELECT 'zone', zone, count(*) FROM found GROUP BY zone
    UNION ALL SELECT 'year', year, count(*) FROM found GROUP BY year
    UNION ALL SELECT * FROM (SELECT 'top', number, score FROM found ORDER BY score LIMIT {TOP})
"""
FOUND = """
    SELECT number FROM (SELECT rowid AS number FROM text WHERE text MATCH :match) JOIN about USING (number)
    WHERE (:zone = '' OR zone = :zone) AND (:year = '' OR year = :year)
"""


class SqliteTrigram(Peer):
    """The peer."""

    def build(self) -> None:
        base = sqlite3.connect(self.directory / FILE)
        base.executescript(TABLES)
        with base:
            for row in self.material.rows():
                base.execute("INSERT INTO text (rowid, body) VALUES (?, ?)", (row.number, row.body))
                base.execute("INSERT INTO about VALUES (?, ?, ?)", (row.number, row.zone, row.year))
        with base:
            base.execute("INSERT INTO text (text) VALUES ('optimize')")
        base.close()

    def open(self) -> None:
        self.base = sqlite3.connect(f"file:{self.directory / FILE}?mode=ro", uri=True)
        self.base.execute("PRAGMA mmap_size = 8589934592")

    def ask(self, question: Question) -> Any:
        if min(map(len, question.strings)) < SHORTEST:
            return None
        return self.base.execute(ASK, _values(question)).fetchall()

    def read(self, answer: Any) -> Reply:
        parts: dict[str, list[Any]] = {"zone": [], "year": [], "top": []}
        for part, value, count in answer:
            parts[part].append((value, count))
        years = dict(parts["year"])
        return Reply(sum(years.values()), dict(parts["zone"]), years, len(parts["top"]))

    def found(self, question: Question) -> Iterable[int]:
        if min(map(len, question.strings)) < SHORTEST:
            return ()
        return (number for (number,) in self.base.execute(FOUND, _values(question)))


def _values(question: Question) -> dict[str, str]:
    match = " AND ".join('"' + string.replace('"', '""') + '"' for string in question.strings)
    return {"match": match, "zone": question.zone, "year": question.year}
