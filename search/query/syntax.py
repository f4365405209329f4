"""The tree a query is read into: what each part of it asks of a section.

All texts in it are folded and squeezed, so they can be compared with the index's characters as they
are. Nodes are plain values: the same query typed in the other script or width is the same tree.
`typed` has the characters as they were typed, one for each folded one: for people, never compared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import TypeAlias

# A gap phrase leaves this many characters open at most, at each `*`.
GAP_WIDTH = 10
MAX_GAPS = 2
# `A ~n B`: beyond this two words have nothing to do with each other, and paragraphs are seldom
# longer.
MAX_DISTANCE = 100
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
    """Two phrases in one paragraph, in either order, not overlapping, at most `distance` characters
    between them."""

    left: Phrase
    right: Phrase
    distance: int


Operand: TypeAlias = Word | Phrase | Near


@dataclass(frozen=True, slots=True)
class Run:
    """Words typed without a space between them: all of them are wanted; `text` is the run
    unbroken."""

    text: str
    words: tuple[Word | Number, ...]
    typed: str = dataclasses.field(default="", compare=False)

    @property
    def shown(self) -> str:
        """The run as it was typed."""
        return self.typed or self.text

    @property
    def texts(self) -> tuple[str, ...]:
        """The run unbroken with its numbers in the ways they may be written, `text` first;
        MOST_TEXTS at most."""
        ways = [[way.text for way in word.nodes] if isinstance(word, Number) else [word.text] for word in self.words]
        return tuple("".join(each) for each in islice(product(*ways), MOST_TEXTS))


@dataclass(frozen=True, slots=True)
class Contains:
    """A field (title, heading, zone, region, number) that holds these characters; "" asks for sections
    where it is missing."""

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


Node: TypeAlias = Word | Phrase | Near | Run | Contains | OneOf | Years | Not | And | Or


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right under `node`."""
    if isinstance(node, Run):
        return node.words
    if isinstance(node, (And, Or)):
        return node.nodes
    return (node.node,) if isinstance(node, Not) else ()


def positive(node: Node, wanted: bool = True) -> Iterator[Node]:
    """`node` and all below it that do not stand under an odd number of NOTs, in the order they were
    typed."""
    wanted = wanted != isinstance(node, Not)
    if wanted:
        yield node
    for child in children(node):
        yield from positive(child, wanted)


def leaves(node: Node) -> Iterator[Operand | Field]:
    """The operands and fields of a tree, in the order they were typed, under NOT or not; of a
    number the way it was typed."""
    below = node.nodes[:1] if isinstance(node, Number) else children(node)
    if not below and not isinstance(node, Not | And | Or | Run):
        yield node
    for child in below:
        yield from leaves(child)
