"""Stock Whoosh with jieba's ChineseAnalyzer, as tutorials wire it, its positions repaired so that
phrases are answered at all.

The analyzer puts character offsets where Whoosh wants positions in the stream of tokens, so the
words of a phrase are hardly ever neighbours. `WhooshUnrepaired` has the analyzer as it is, to say
what that costs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any

import jieba
from jieba.analyse import ChineseAnalyzer
from whoosh import fields, index
from whoosh.analysis import Filter, Token
from whoosh.query import And, Phrase, Query, Term

from benchmarks.peers.peer import TOP, Peer, Reply
from benchmarks.questions import Question

UNREPAIRED_SECTIONS = 5_000
MEMORY = 512  # megabytes that the writer may fill before it puts postings on disk

jieba.setLogLevel(logging.WARNING)


class Renumbered(Filter):
    """Positions counted in tokens."""

    def __call__(self, tokens: Iterable[Token]) -> Iterator[Token]:
        for position, token in enumerate(tokens):
            token.pos = position
            yield token


class WhooshJieba(Peer):
    """The peer."""

    analyzer: Any = ChineseAnalyzer() | Renumbered()
    limit: int | None = None

    def build(self) -> None:
        keyword = fields.ID(sortable=True)
        schema = fields.Schema(
            number=fields.STORED, zone=keyword, year=keyword, body=fields.TEXT(analyzer=self.analyzer)
        )
        writer = index.create_in(self.directory, schema).writer(limitmb=MEMORY)
        for row in self.material.rows(self.limit):
            writer.add_document(number=row.number, zone=row.zone, year=row.year, body=row.body)
        writer.commit()

    def open(self) -> None:
        self.searcher = index.open_dir(self.directory).searcher()

    def ask(self, question: Question) -> Any:
        query = self._query(question)
        return self.searcher.search(query, limit=TOP, groupedby=["zone", "year"], filter=_filter(question))

    def read(self, answer: Any) -> Reply:
        zones, years = (
            {value: len(numbers) for value, numbers in answer.groups(name).items()} for name in ("zone", "year")
        )
        return Reply(sum(years.values()), zones, years, answer.scored_length())

    def found(self, question: Question) -> Iterable[int]:
        results = self.searcher.search(self._query(question), limit=None, filter=_filter(question))
        return (results.fields(n)["number"] for n in range(len(results)))

    def _query(self, question: Question) -> Query:
        if question.words:
            return And([Term("body", text) for word in question.words for text in self._tokens(word)]).normalize()
        tokens = self._tokens(question.phrase)
        return Phrase("body", tokens) if len(tokens) > 1 else And([Term("body", text) for text in tokens])

    def _tokens(self, text: str) -> list[str]:
        return [token.text for token in self.analyzer(text)]


class WhooshUnrepaired(WhooshJieba):
    """The analyzer as it is, on the first sections only: all that is wanted of it is its recall."""

    analyzer = ChineseAnalyzer()
    limit = UNREPAIRED_SECTIONS


def _filter(question: Question) -> Query | None:
    terms = [Term(name, value) for name, value in (("zone", question.zone), ("year", question.year)) if value]
    return And(terms) if terms else None
