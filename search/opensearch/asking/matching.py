"""A query as clauses: which sections match, as `search.match.sections` and `presence` say it of
arrays."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from corpus.describe.docnumber import comparable
from index.characters.arrays import Bools
from search.match.occurrences import plain
from search.match.presence import Presence
from search.once import once
from search.opensearch.asking.clauses import (
    EVERYTHING,
    NOTHING,
    Clause,
    all_of,
    any_of,
    missing,
    none_of,
    of_years,
    one_of,
    phrase,
)
from search.opensearch.asking.corpus import Corpus
from search.opensearch.asking.reading import Held, Key, places
from search.opensearch.asking.telling import Telling
from search.query.read import Query
from search.query.syntax import And, Contains, Near, Node, Not, OneOf, Operand, Or, Phrase, Run, Unit, Word, Years
from search.query.years import YEAR


class Matching:
    """Asks one version of the corpus where the parts of a query hold. `whole`: NOT is asked of
    whole reports."""

    def __init__(self, corpus: Corpus, query: Query, whole: bool = False) -> None:
        self._corpus, self._query, self._whole = corpus, query, whole
        self._places: dict[Key, Held] = {}

    @once
    def clause(self) -> Clause:
        """What the whole query matches."""
        node = self._query.node
        if isinstance(node, Run) and node.is_one_word:
            node = node.words[0]
        if node is None:
            return EVERYTHING
        # A word alone must stand in the section's own text.
        return self.exact(node) if isinstance(node, Word | Phrase | Near) else self.of(node)

    def of(self, node: Node) -> Clause:
        """Where a node holds."""
        if isinstance(node, Not):
            return self._without(node.node)
        if isinstance(node, Unit) and node.ways:
            return any_of([self.of(And(node.words)), *map(self.word, map(Word, node.ways))])
        if isinstance(node, And | Run):
            return all_of(map(self.of, node.nodes if isinstance(node, And) else node.words))
        if isinstance(node, Or):
            return any_of(map(self.of, node.nodes))
        if isinstance(node, Word):
            return self.word(node)
        return self.exact(node) if isinstance(node, Phrase | Near) else self.field(node)

    def _without(self, node: Node) -> Clause:
        if not self._whole:
            return none_of(self.of(node))
        inside = Matching(self._corpus, self._query).of(node)
        return none_of(Telling(self._corpus).of_reports(Telling(self._corpus).holding(inside)))

    def word(self, word: Word) -> Clause:
        """Where a bare word stands, or is meant by what the report is about."""
        return any_of([phrase(word.text), all_of([named(word.text), self.anchored])])

    def exact(self, operand: Operand | str) -> Clause:
        """Where an operand stands in the section's own text."""
        key = plain(operand)
        return phrase(key) if isinstance(key, str) else self.places(key).where

    def places(self, key: Key) -> Held:
        """Where a pair or a phrase with gaps stands."""
        if key not in self._places:
            self._places[key] = places(self._corpus, key)
        return self._places[key]

    @once
    def anchored(self) -> Clause:
        """Sections whose own text holds any wanted operand."""
        ways = [way for unit in self._query.runs if isinstance(unit, Unit) for way in unit.ways]
        return self.holding((*self._query.operands, *ways))

    def holding(self, operands: Iterable[Operand | str]) -> Clause:
        """Sections whose own text holds any of these."""
        return any_of(map(self.exact, dict.fromkeys(map(plain, operands))))

    def field(self, node: Contains | OneOf | Years) -> Clause:
        """Where a field holds."""
        if isinstance(node, Years):
            return of_years(node.first, node.last)
        if isinstance(node, OneOf):
            return one_of(node.field, node.values)
        text = node.text
        if node.field == "title":
            return phrase(text, "title")
        if node.field == "heading":
            return phrase(text, "head")
        if node.field == "number":
            return phrase(comparable(text), "number") if text else missing("number")
        return self._region(text) if node.field == "region" else self._zone(text)

    def _region(self, text: str) -> Clause:
        if not text:
            return missing("province")
        view, found = self._corpus.view, []
        for column in ("province", "city"):
            pairs = zip(view.snapshot.values[column], view.folded[column], strict=True)
            codes = [code for code, name in pairs if code and (text == code or text in name)]
            found += [one_of(column, codes)] if codes else []
        return any_of(found) if found else NOTHING

    def _zone(self, text: str) -> Clause:
        """By any name of the issuer: told here, for which lines are names is."""
        view, mask = self._corpus.view, np.zeros(0, np.bool_)
        mask = np.zeros(len(view.snapshot.values["report"]), np.bool_)
        for segment, lookup in zip(view.segments, Telling(self._corpus).lookups, strict=True):
            held: Bools = Presence(view, lookup, self._query).zone(text)
            mask[segment.segment.codes["report"][segment.documents]] = held[segment.documents]
        return Telling(self._corpus).of_reports(mask)


def named(text: str) -> Clause:
    """Sections of reports whose title, zone or place holds a word, or whose year it is."""
    year = YEAR.fullmatch(text)
    about = [phrase(text, "title"), phrase(text, "names")]
    return any_of([*about, *([one_of("year", [year[1]])] if year else [])])
