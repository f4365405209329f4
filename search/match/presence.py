"""Where the parts of a query hold, as masks over the documents of one segment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from corpus.describe.docnumber import comparable
from index.characters.arrays import Array, Bools, Codes, Ints
from search.match.lookup import Lookup
from search.match.occurrences import plain
from search.match.places import MOST_BITS
from search.match.view import View
from search.query.read import Query
from search.query.syntax import And, Contains, Near, Node, Not, OneOf, Operand, Or, Phrase, Run, Unit, Word, Years


class Presence:
    """Masks over the documents of one segment."""

    def __init__(self, view: View, lookup: Lookup, query: Query) -> None:
        self.view, self.lookup, self.query = view, lookup, query
        self._anchored: Bools | None = None
        ways = [way for unit in query.runs if isinstance(unit, Unit) for way in unit.ways]
        self._wanted = tuple(dict.fromkeys(map(plain, (*query.operands, *ways))))
        texts = tuple([key for key in self._wanted if isinstance(key, str)])
        # What is wanted, where it is few plain strings: those are looked for in one go.
        self._texts = texts if len(texts) == len(self._wanted) <= MOST_BITS else ()

    def of(self, node: Node) -> Bools:
        """Where a node holds; a new mask each time."""
        if isinstance(node, Not):
            return ~self.of(node.node)
        if isinstance(node, Unit) and node.ways:
            return self._folded(np.logical_or, (And(node.words), *map(Word, node.ways)))
        if isinstance(node, And | Run):
            return self._folded(np.logical_and, node.nodes if isinstance(node, And) else node.words)
        if isinstance(node, Or):
            return self._folded(np.logical_or, node.nodes)
        if isinstance(node, Word):
            return self.word(node)
        if isinstance(node, Phrase | Near):
            return self.exact(node)
        return self.field(node)

    def _folded(self, joined: np.ufunc, nodes: tuple[Node, ...]) -> Bools:
        mask = self.of(nodes[0])
        for node in nodes[1:]:
            joined(mask, self.of(node), out=mask)
        return mask

    def word(self, word: Word) -> Bools:
        mask = self.exact(word)
        named = self.lookup.named(word.text)
        if named is not None:
            mask |= named & self.anchored
        return mask

    def exact(self, operand: Word | Phrase | Near) -> Bools:
        return self.lookup.mask(operand)

    @property
    def anchored(self) -> Bools:
        """Sections whose own text holds any wanted operand. Not to be changed."""
        if self._anchored is None:
            self._anchored = self.holding(self._wanted)
        return self._anchored

    def holding(self, operands: Iterable[Operand | str]) -> Bools:
        """Documents whose own text holds any of these; of deleted ones it says nothing."""
        keys = [*map(plain, operands)]
        if self._texts and all(key in self._texts for key in keys):
            told: Bools = self._bits(keys) != 0
            return told
        mask = np.zeros(self.lookup.view.size, np.bool_)
        for key in keys:
            if isinstance(key, str):
                self.lookup.view.text.mark(mask.view(np.uint8), *self.lookup.rows(key), 1)
            else:
                mask[self.lookup.counted(key).docs] = True
        return mask

    def _bits(self, keys: Sequence[object]) -> Array:
        bits = self.lookup.bits(self._texts)
        if len(keys) == len(self._texts):
            return bits
        return bits & np.uint8(sum(1 << place for place, text in enumerate(self._texts) if text in keys))

    def held(self, texts: Sequence[str], docs: Ints) -> Bools:
        """Which of `docs`, live and ascending, hold any of these in their own text."""
        if self._texts and all(text in self._texts for text in texts):
            told: Bools = self._bits(texts).take(docs) != 0
            return told
        held: Bools = np.logical_or.reduce([self.lookup.holds(text, docs) for text in texts])
        return held

    def field(self, node: Contains | OneOf | Years) -> Bools:
        codes, values = self.lookup.view.segment.codes, self.view.snapshot.values
        if isinstance(node, Years):
            return _among([node.holds(year) for year in values["year"]], codes["year"])
        if isinstance(node, OneOf):
            return _among([value in node.values for value in values[node.field]], codes[node.field])
        held = {
            "title": self.title,
            "heading": self.heading,
            "zone": self.zone,
            "region": self.region,
            "number": self.number,
        }
        return held[node.field](node.text)

    def title(self, text: str) -> Bools:
        positions, docs = self.lookup.view.about.occurrences(text)
        return self.lookup.view.of_reports(docs[self.lookup.view.line_of(positions, docs) == 0])

    def heading(self, text: str) -> Bools:
        segment, placed = self.lookup.view.segment, self.lookup.placed(text)
        mask = np.zeros(segment.size, np.bool_)
        docs = self.lookup.docs(placed)
        mask[docs[placed.ends - segment.text.starts[docs] <= segment.headings[docs]]] = True
        return mask

    def zone(self, text: str) -> Bools:
        """By the zone's name, or by another name of it: a line of `about` behind the title that is
        no province or city."""
        view = self.lookup.view
        mask = _among(
            [text in name if text else not name for name in self.view.folded["zone"]], view.segment.codes["zone"]
        )
        if not text:
            return mask
        reports = self.lookup.about(text)
        # Python looks only at reports whose zone itself is not named so.
        named = [doc for doc in reports[~mask[reports]].tolist() if self._is_named(doc, text)]
        return mask | view.of_reports(np.array(named, np.int64))

    def _is_named(self, doc: int, text: str) -> bool:
        lines = self.lookup.view.about.folded(doc).split("\0")[1:]
        return any(text in line and line not in self.view.place_names for line in lines)

    def number(self, text: str) -> Bools:
        """By the report's document number."""
        wanted = comparable(text)
        numbers = self.view.folded["number"]
        return _among(
            [wanted in held if text else not held for held in numbers], self.lookup.view.segment.codes["number"]
        )

    def region(self, text: str) -> Bools:
        """By the name of the province or city, or by division code."""
        codes, values = self.lookup.view.segment.codes, self.view.snapshot.values
        mask = np.zeros(self.lookup.view.size, np.bool_)
        for column in ("province", "city") if text else ("province",):
            pairs = zip(values[column], self.view.folded[column], strict=True)
            mask |= _among([text == code or bool(text and text in name) for code, name in pairs], codes[column])
        return mask


class WholePresence(Presence):
    """Where a query holds, NOT asked of whole reports: no section of the report is such."""

    def of(self, node: Node) -> Bools:
        if isinstance(node, Not):
            inside = Presence(self.view, self.lookup, self.query).of(node.node)
            return ~self.lookup.view.of_reports(np.flatnonzero(inside))
        return super().of(node)


def _among(wanted: list[bool], codes: Codes) -> Bools:
    return np.array(wanted, np.bool_)[codes]
