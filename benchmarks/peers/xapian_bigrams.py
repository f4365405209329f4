"""Xapian: phrases as runs of bigrams, words by jieba, zone and year counted while matching.

Debian's bindings lie with the system's Python; where that is the same version, they work from here
too.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from typing import Any

from benchmarks.cutting import bigrams, han_words
from benchmarks.peers.peer import TOP, Peer, Reply
from benchmarks.questions import Question

DEBIAN = "/usr/lib/python3/dist-packages"
WORD, ZONE, YEAR = "XW", "XZ", "XY"
ZONE_SLOT, YEAR_SLOT = 0, 1
COMPACT = "compact"
MANY = 1_000_000_000


def _bindings() -> Any:
    try:
        import xapian
    except ImportError:
        sys.path.append(DEBIAN)
        import xapian
    return xapian


xapian = _bindings()


class XapianBigrams(Peer):
    """The peer."""

    def build(self) -> None:
        grown = self.directory / "grown"
        base = xapian.WritableDatabase(str(grown), xapian.DB_CREATE)
        for row in self.material.rows():
            document = xapian.Document()
            for position, pair in enumerate(bigrams(row.body), 1):
                document.add_posting(pair, position)
            for word in han_words(row.body):
                document.add_term(WORD + word)
            document.add_boolean_term(ZONE + row.zone)
            document.add_boolean_term(YEAR + row.year)
            document.add_value(ZONE_SLOT, row.zone)
            document.add_value(YEAR_SLOT, row.year)
            base.replace_document(row.number + 1, document)
        base.commit()
        base.compact(str(self.directory / COMPACT))
        base.close()
        shutil.rmtree(grown)

    def open(self) -> None:
        self.base = xapian.Database(str(self.directory / COMPACT))

    def ask(self, question: Question) -> Any:
        enquire = self._enquire(question)
        zones, years = xapian.ValueCountMatchSpy(ZONE_SLOT), xapian.ValueCountMatchSpy(YEAR_SLOT)
        enquire.add_matchspy(zones)
        enquire.add_matchspy(years)
        found = enquire.get_mset(0, TOP, MANY)
        return found.get_matches_estimated(), _counts(zones), _counts(years), [match.docid for match in found]

    def read(self, answer: Any) -> Reply:
        total, zones, years, top = answer
        return Reply(total, zones, years, len(top))

    def found(self, question: Question) -> Iterable[int]:
        return (match.docid - 1 for match in self._enquire(question).get_mset(0, MANY))

    def _enquire(self, question: Question) -> Any:
        enquire = xapian.Enquire(self.base)
        enquire.set_query(_query(question))
        return enquire


def _query(question: Question) -> Any:
    if question.words:
        query = xapian.Query(xapian.Query.OP_AND, [WORD + word for word in question.words])
    else:
        pairs = bigrams(question.phrase)
        query = xapian.Query(pairs[0]) if len(pairs) == 1 else xapian.Query(xapian.Query.OP_PHRASE, pairs, len(pairs))
    terms = [prefix + value for prefix, value in ((ZONE, question.zone), (YEAR, question.year)) if value]
    return xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(xapian.Query.OP_AND, terms)) if terms else query


def _counts(spy: Any) -> dict[str, int]:
    return {value.term.decode("utf8"): value.termfreq for value in spy.values()}
