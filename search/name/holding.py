"""Which reports hold all that was typed in their title, the names of their issuer, their year or
their document number.

Masks are over the codes of all reports; None is nowhere, which most questions come to at their
first word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from corpus.describe.docnumber import comparable, is_whole
from corpus.text.numerals import in_digits
from index.characters.arrays import Bools, Codes
from search.match.lookup import Lookup
from search.match.view import View
from search.name.called import NAME, TITLE, called
from search.query.read import Query, leaves
from search.query.run import squeezed
from search.query.syntax import And, Contains, Node, Not, OneOf, Or, Phrase, Run, Word, Years

_YEAR = re.compile(r"((?:1[89]|20)\d\d)(?:年度?)?")
# A document number without its 号: 某政发〔2020〕5.
_YEAR_IN_BRACKETS = re.compile(r"[〔\[［【(（〖﹝]\s*(?:19|20)\d\d\s*[〕\]］】)）〗﹞]\s*(?:第\s*)?\d")
LONGEST_YEAR, _FIRST_DIGITS = len("2019年度"), frozenset("12一二")
# What may stand behind a year, apart from it.
BEHIND_YEARS = frozenset({"年", "年度", "度"})


def year_of(text: str) -> str | None:
    """The year that a word is, in digits.

    >>> year_of("2019年度"), year_of("一九五八年"), year_of("12345")
    ('2019', '1958', None)
    """
    if len(text) > LONGEST_YEAR or text[0] not in _FIRST_DIGITS:
        return None
    year = _YEAR.fullmatch(in_digits(text))
    return year[1] if year else None


def has_number(typed: str) -> bool:
    """Whether a document number may have been typed."""
    return "号" in typed or "號" in typed or _YEAR_IN_BRACKETS.search(typed) is not None


def whole(query: Query) -> str:
    """All that was typed, folded and squeezed; of a phrase what stands between the quotation
    marks."""
    node = query.node
    return node.pieces[0] if isinstance(node, Phrase) and len(node.pieces) == 1 else squeezed(query.text)


class Holding:
    """Asks one snapshot about one query."""

    def __init__(self, view: View, lookups: Sequence[Lookup], query: Query) -> None:
        self.view, self.lookups, self.query = view, lookups, query
        self.has_number = has_number(query.text)

    def reports(self) -> Bools | None:
        """The reports that hold all of the query. A whole document number is that of the report or
        ends it: its office may be left out."""
        node = self.query.node
        if node is None:
            return None
        number = comparable(whole(self.query)) if self.has_number else ""
        if is_whole(number):
            number = number.removesuffix("号") + "号"
            return self._valued("number", lambda held: held.endswith(number))
        return self.of(node)

    def of(self, node: Node) -> Bools | None:
        """The reports that hold a part of it; a new mask."""
        if isinstance(node, Word):
            return self.text(node.text)
        if isinstance(node, Phrase):
            return self.text(node.pieces[0]) if len(node.pieces) == 1 else None
        if isinstance(node, And | Run):
            return self._all(node.nodes if isinstance(node, And) else node.words)
        if isinstance(node, Or):
            return _either([self.of(each) for each in node.nodes])
        if isinstance(node, Not):
            denied = self.of(node.node)
            return self._every() if denied is None else ~denied
        if isinstance(node, Contains | OneOf | Years):
            return self._field(node)
        return None

    def _every(self) -> Bools:
        return np.ones(len(self.view.snapshot.values["report"]), np.bool_)

    def _all(self, nodes: Sequence[Node]) -> Bools | None:
        mask: Bools | None = None
        for node in nodes:
            found = self.of(node)
            if found is None:
                return None
            mask = found if mask is None else mask & found
        return mask

    def text(self, text: str) -> Bools | None:
        """Where a string stands in title, name, year or number."""
        found = [self._named(text)]
        if year := year_of(text):
            found.append(self._valued("year", lambda held: held == year))
        elif text in BEHIND_YEARS and self._has_year():
            found.append(self._valued("year", bool))
        if self.has_number and (wanted := comparable(text)) in called(self.view).numbers:
            found.append(self._valued("number", lambda held: wanted in held))
        return _either(found)

    def _has_year(self) -> bool:
        assert self.query.node is not None
        return any(isinstance(leaf, Word) and year_of(leaf.text) for leaf in leaves(self.query.node))

    def _named(self, text: str, kinds: tuple[int, ...] = (NAME, TITLE)) -> Bools | None:
        """Where a string stands in the title or a name of the issuer, or in one of the two."""
        mask = None
        if not called(self.view).may_hold(text):
            return None
        for at, lookup in enumerate(self.lookups):
            if len(lookup.about(text)):
                mask = np.zeros(len(self.view.snapshot.values["report"]), np.bool_) if mask is None else mask
                mask[self._in_lines(at, lookup, text, kinds)] = True
        return mask

    def _in_lines(self, at: int, lookup: Lookup, text: str, wanted: tuple[int, ...]) -> Codes:
        view, kinds = lookup.view, called(self.view).kinds[at]
        positions, docs = view.about.occurrences(text)
        found = kinds.take(positions)
        kept = (found >= wanted[0]) & (found <= wanted[-1])
        if (live := view.kept(docs)) is not None:
            kept &= live
        return view.segment.codes["report"].take(docs if kept.all() else docs[kept])

    def _valued(self, column: str, wanted: Callable[[str], bool]) -> Bools | None:
        """The reports whose value in a column is wanted; numbers are comparable ones."""
        values = self.view.folded["number"] if column == "number" else self.view.snapshot.values[column]
        codes = [wanted(value) for value in values]
        return np.array(codes, np.bool_)[self.view.of_reports(column)] if any(codes) else None

    def _field(self, node: Contains | OneOf | Years) -> Bools | None:
        """A field about reports; those about sections name no report."""
        if isinstance(node, Years):
            return self._valued("year", node.holds)
        if isinstance(node, OneOf):
            return self._valued(node.field, lambda value: value in node.values) if node.field != "part" else None
        if node.field == "number":
            wanted = comparable(node.text)
            return self._valued("number", lambda held: wanted in held if wanted else not held)
        if node.field == "zone" and not node.text:
            return self._valued("zone", lambda held: not held)
        kinds = {"title": (TITLE,), "zone": (NAME,)}.get(node.field)
        return self._named(node.text, kinds) if kinds else None


def _either(masks: Sequence[Bools | None]) -> Bools | None:
    found = [mask for mask in masks if mask is not None]
    if not found:
        return None
    return found[0] if len(found) == 1 else np.logical_or.reduce(found)
