"""Tantivy: phrases as runs of bigrams, words by jieba, zone and year as fast fields.

Its own ngram tokenizer gives every gram position 0, so that no phrase can be asked; text is cut
before it comes and the white space tokenizer takes it as it is. Python's binding has no request for
hits and aggregations together: it takes two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tantivy

from benchmarks.cutting import bigrams, han_words
from benchmarks.peers.peer import TOP, Peer, Reply
from benchmarks.questions import Question

HEAP = 512_000_000
MANY = 10_000  # more values than a facet has, more sections than there are in a page of hits
ANALYZER = "cut"
# What a hit shows of its section: so many characters, so many of them before the first match.
STRETCH, BEFORE = 120, 30
FACETS = {name: {"terms": {"field": name, "size": MANY}} for name in ("zone", "year")}


def schema(stored: bool) -> tantivy.Schema:
    """Bigrams with positions, words with frequencies, and what is counted and filtered by; the text
    itself where it is `stored`."""
    builder = tantivy.SchemaBuilder()
    if stored:
        builder.add_bytes_field("body", stored=True)
    builder.add_integer_field("number", fast=True)
    builder.add_text_field("bigrams", tokenizer_name=ANALYZER, index_option="position")
    builder.add_text_field("words", tokenizer_name=ANALYZER, index_option="freq")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


class TantivyBigrams(Peer):
    """The peer: it keeps no text and shows none."""

    stored = False

    def build(self) -> None:
        index = self._index()
        writer = index.writer(heap_size=HEAP)
        for row in self.material.rows():
            document = tantivy.Document(zone=row.zone, year=row.year)
            document.add_integer("number", row.number)
            document.add_text("bigrams", " ".join(bigrams(row.body)))
            document.add_text("words", " ".join(han_words(row.body)))
            if self.stored:
                document.add_bytes("body", row.body.encode("utf8"))
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
        index = tantivy.Index(schema(self.stored), str(self.directory))
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


class TantivyPage(TantivyBigrams):
    """The same with the text kept, and the page of hits made: the stretch of each around its first
    match, and the matches in it."""

    stored = True

    def ask(self, question: Question) -> Any:
        result, facets = super().ask(question)
        texts = (self.searcher.doc(at)["body"][0].decode("utf8") for _, at in result.hits)
        return result, facets, [stretch(text, question.strings) for text in texts]

    def read(self, answer: Any) -> Reply:
        return super().read(answer[:2])


def stretch(text: str, strings: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """About STRETCH characters of the text from before the first match on, and where the strings
    stand in them.

    >>> stretch("推进依法行政", ["依法"])
    ('推进依法行政', [(2, 4)])
    """
    start = max(0, min((at for string in strings if (at := text.find(string)) >= 0), default=0) - BEFORE)
    shown, ranges = text[start : start + STRETCH], []
    for string in strings:
        at = shown.find(string)
        while at >= 0:
            ranges.append((at, at + len(string)))
            at = shown.find(string, at + 1)
    return shown, sorted(ranges)


def _counts(facet: Mapping[str, Any]) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in facet["buckets"]}
