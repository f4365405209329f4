"""Tantivy: phrases as runs of bigrams, words by jieba, zone and year as fast fields.

Its own ngram tokenizer gives every gram position 0, so that no phrase can be asked; text is cut before it comes and the white space
tokenizer takes it as it is. Python's binding has no request for hits and aggregations together: it takes two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import tantivy

from benchmarks.cutting import bigrams, han_words
from benchmarks.peers.peer import TOP, Peer, Reply
from benchmarks.questions import Question

HEAP = 512_000_000
MANY = 10_000  # more values than a facet has, more sections than there are in a page of hits
ANALYZER = "cut"
FACETS = {name: {"terms": {"field": name, "size": MANY}} for name in ("zone", "year")}


def schema() -> tantivy.Schema:
    """Bigrams with positions, words with frequencies, and what is counted and filtered by."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", fast=True)
    builder.add_text_field("bigrams", tokenizer_name=ANALYZER, index_option="position")
    builder.add_text_field("words", tokenizer_name=ANALYZER, index_option="freq")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


class TantivyBigrams(Peer):
    """The peer."""

    def build(self) -> None:
        index = self._index()
        writer = index.writer(heap_size=HEAP)
        for row in self.material.rows():
            document = tantivy.Document(zone=row.zone, year=row.year)
            document.add_integer("number", row.number)
            document.add_text("bigrams", " ".join(bigrams(row.body)))
            document.add_text("words", " ".join(han_words(row.body)))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self.index = self._index()
        self.schema = self.index.schema
        self.searcher = self.index.searcher()

    def ask(self, question: Question) -> Any:
        query = self._query(question)
        return self.searcher.search(query, TOP), self.searcher.aggregate(query, FACETS)

    def read(self, answer: Any) -> Reply:
        result, facets = answer
        return Reply(result.count, _counts(facets["zone"]), _counts(facets["year"]), len(result.hits))

    def found(self, question: Question) -> Iterable[int]:
        hits = self.searcher.search(self._query(question), self.searcher.num_docs).hits
        return self.searcher.fast_field_values("number", [at for _, at in hits])

    def _index(self) -> tantivy.Index:
        index = tantivy.Index(schema(), str(self.directory))
        index.register_tokenizer(ANALYZER, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        return index

    def _query(self, question: Question) -> tantivy.Query:
        parts = [self._term("words", word) for word in question.words] or [self._phrase(question.phrase)]
        parts += [
            self._term(name, value) for name, value in (("zone", question.zone), ("year", question.year)) if value
        ]
        return (
            parts[0] if len(parts) == 1 else tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
        )

    def _phrase(self, phrase: str) -> tantivy.Query:
        pairs = bigrams(phrase)
        return (
            self._term("bigrams", pairs[0])
            if len(pairs) == 1
            else tantivy.Query.phrase_query(self.schema, "bigrams", list(pairs))
        )

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, field, value, index_option="freq" if field == "words" else "basic")


def _counts(facet: Mapping[str, Any]) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in facet["buckets"]}
