"""Which sections of a segment match a query: the characters decide, for words also what the report
is about.

A bare word is present in a section that holds it; and in every section of a report whose title,
zone, alias or place holds it, if the section's own text holds any wanted operand of the query. NOT
is the complement of presence.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Bools, Codes, Ints
from search.match.joint import joint
from search.match.lookup import Lookup
from search.match.occurrences import plain
from search.match.view import View
from search.query.read import Query
from search.query.syntax import And, Contains, Near, Node, Not, OneOf, Or, Phrase, Run, Word, Years


def matching(view: View, lookup: Lookup, query: Query) -> Ints:
    """The live documents that match, ascending."""
    node = query.node
    if isinstance(node, Run) and len(node.words) == 1:
        node = node.words[0]
    if node is None:
        return lookup.view.documents
    if isinstance(node, Word | Phrase | Near):
        # A word alone must stand in the section's own text.
        return lookup.counted(node).docs
    presence = _Presence(view, lookup, query)
    if isinstance(node, And | Run):
        docs = joint(lookup, node, presence.of, len({plain(operand) for operand in query.operands}))
        if docs is not None:
            return docs
    mask = presence.of(node)
    if lookup.view.live is not None:
        mask &= lookup.view.live
    return np.flatnonzero(mask)


def standing(lookup: Lookup, query: Query, docs: Ints) -> Ints:
    """Those of the matching `docs` in which every bare run stands as it was typed."""
    for run in query.runs:
        if len(docs):
            docs = docs[lookup.holds(run.text, docs)]
    return docs


def reports_about(view: View, lookup: Lookup, query: Query) -> Ints:
    """The first documents of the reports that match when words and phrases are looked for only in
    title, zone and place."""
    if query.node is None or not query.operands:
        return np.zeros(0, np.int64)
    if isinstance(query.node, Phrase) and len(query.node.pieces) == 1:
        return lookup.about(query.node.text)
    mask = _AboutPresence(view, lookup, query).of(query.node)
    mask &= lookup.view.live if lookup.view.live is not None else True
    firsts = lookup.view.firsts
    return firsts[np.unique(firsts.searchsorted(np.flatnonzero(mask), "right") - 1)]


class _Presence:
    """Masks over the documents of one segment."""

    def __init__(self, view: View, lookup: Lookup, query: Query) -> None:
        self.view, self.lookup, self.query = view, lookup, query
        self._anchored: Bools | None = None

    def of(self, node: Node) -> Bools:
        """Where a node holds; a new mask each time."""
        if isinstance(node, Not):
            return ~self.of(node.node)
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
        """Sections whose own text holds any wanted operand."""
        if self._anchored is None:
            self._anchored = np.zeros(self.lookup.view.size, np.bool_)
            for operand in self.query.operands:
                self._anchored |= self.lookup.mask(operand)
        return self._anchored

    def field(self, node: Contains | OneOf | Years) -> Bools:
        codes, values = self.lookup.view.segment.codes, self.view.snapshot.values
        if isinstance(node, Years):
            return _among([node.holds(year) for year in values["year"]], codes["year"])
        if isinstance(node, OneOf):
            return _among([value in node.values for value in values[node.field]], codes[node.field])
        return {"title": self.title, "heading": self.heading, "zone": self.zone, "region": self.region}[node.field](
            node.text
        )

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

    def region(self, text: str) -> Bools:
        """By the name of the province or city, or by division code."""
        codes, values = self.lookup.view.segment.codes, self.view.snapshot.values
        mask = np.zeros(self.lookup.view.size, np.bool_)
        for column in ("province", "city") if text else ("province",):
            pairs = zip(values[column], self.view.folded[column], strict=True)
            mask |= _among([text == code or bool(text and text in name) for code, name in pairs], codes[column])
        return mask


class _AboutPresence(_Presence):
    """Where a query holds, looked for in title, zone and place instead of the section's own
    text."""

    def word(self, word: Word) -> Bools:
        named = self.lookup.named(word.text)
        return np.zeros(self.lookup.view.size, np.bool_) if named is None else named.copy()

    def exact(self, operand: Word | Phrase | Near) -> Bools:
        if isinstance(operand, Phrase) and len(operand.pieces) == 1:
            return self.word(Word(operand.text))
        return np.zeros(self.lookup.view.size, np.bool_)


def _among(wanted: list[bool], codes: Codes) -> Bools:
    return np.array(wanted, np.bool_)[codes]
