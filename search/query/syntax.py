"""The tree a query is read into: what each part of it asks of a section.

All texts in it are folded and squeezed, so they can be compared with the index's characters as they
are. Nodes are plain values: the same query typed in the other script or width is the same tree.
`typed` has the characters as they were typed, one for each folded one: for people, never compared.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from itertools import islice, product
from typing import TypeAlias

# A gap phrase leaves this many characters open at most, at each `*`.
GAP_WIDTH = 10
MAX_GAPS = 2
# A run with several numbers is looked for unbroken in so many writings.
MOST_TEXTS = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a bare run. It may also stand in the report's title, zone, alias or place."""

    text: str
    typed: str = dataclasses.field(default="", compare=False)

    @property
    def shown(self) -> str:
        """The word as it was typed."""
        return self.typed or self.text

    @property
    def texts(self) -> tuple[str, ...]:
        """The ways it may be written."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly these characters in one paragraph; between two `pieces` lie 0–GAP_WIDTH others."""

    pieces: tuple[str, ...]
    typed: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    @property
    def shown(self) -> tuple[str, ...]:
        """The pieces as they were typed."""
        return self.typed or self.pieces

    @property
    def text(self) -> str:
        """The characters, gaps written as `*`."""
        return "*".join(self.pieces)


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases in one paragraph, in either order, at most `distance` characters between them."""

    left: Phrase
    right: Phrase
    distance: int


Operand: TypeAlias = Word | Phrase | Near


@dataclass(frozen=True, slots=True)
class Run:
    """Words typed without a space between: all of them are wanted; `text` is the run unbroken."""

    text: str
    words: tuple[Word | Number | Unit, ...]
    typed: str = dataclasses.field(default="", compare=False)

    @property
    def shown(self) -> str:
        """The run as it was typed."""
        return self.typed or self.text

    @property
    def texts(self) -> tuple[str, ...]:
        """The run unbroken in MOST_TEXTS of the ways to write its numbers, `text` first."""
        ways = product(*(word.texts for word in self.words))
        return tuple("".join(each) for each in islice(ways, MOST_TEXTS))

    @property
    def is_one_word(self) -> bool:
        """Whether it is its only word."""
        return len(self.words) == 1 and not isinstance(self, Unit)


@dataclass(frozen=True, slots=True)
class Unit(Run):
    """One thing that is cut into words all the same (下一年度, 互联网+, 1.5万): these are wanted as a
    run's are, or the whole in one of the other `ways` to write it."""

    ways: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The whole, in the ways it may be written."""
        return (self.text, *self.ways)


@dataclass(frozen=True, slots=True)
class Contains:
    """A field of text, `number` too, that holds these characters; "": that is missing."""

    field: str
    text: str
    typed: str = dataclasses.field(default="", compare=False)

    @property
    def shown(self) -> str:
        """The characters as they were typed."""
        return self.typed or self.text


@dataclass(frozen=True, slots=True)
class OneOf:
    """A field (part, kind, level) whose value is one of `values`; `typed` is what was written."""

    field: str
    typed: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """A span of years, both ends in it; None leaves an end open. Both None: the year is missing."""

    first: int | None
    last: int | None

    def holds(self, year: str) -> bool:
        """Whether a year as the index writes it ("2023", "" where missing) lies in the span."""
        if self.first is None and self.last is None:
            return not year
        return bool(year) and (self.first or 0) <= int(year) <= (self.last or 9999)


Field: TypeAlias = Contains | OneOf | Years


@dataclass(frozen=True, slots=True)
class Not:
    """Sections for which `node` does not hold."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """Sections for which all of `nodes` hold."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Sections for which any of `nodes` holds."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Number(Or):
    """A number of a bare run in any of the ways it may be written, the way it was typed first."""

    nodes: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The way it was typed."""
        return self.nodes[0].text

    @property
    def shown(self) -> str:
        """The way it was typed, not folded."""
        return self.nodes[0].shown

    @property
    def texts(self) -> tuple[str, ...]:
        """The ways it may be written."""
        return tuple(way.text for way in self.nodes)


Node: TypeAlias = Word | Phrase | Near | Run | Contains | OneOf | Years | Not | And | Or


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right under `node`."""
    if isinstance(node, Run):
        return node.words
    if isinstance(node, (And, Or)):
        return node.nodes
    return (node.node,) if isinstance(node, Not) else ()
