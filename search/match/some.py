"""Sections that hold some of the words of a query and not all of them.

What is typed beside each other is wanted together; where that is not to be had, a section that
holds one part in its own text is better than none. Fields and NOT stay as strict as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.lookup import Lookup
from search.match.presence import Presence
from search.match.view import View
from search.query.interpret import interpret
from search.query.read import Query
from search.query.syntax import And, Contains, Near, Node, Not, Number, OneOf, Phrase, Run, Unit, Word, Years

# What a section holds or not; everything else may hold though none of its words stands there.
_PLAIN = (Word, Phrase, Near, Number)


@lru_cache(maxsize=256)
def parts(node: Node | None) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """What is wanted together, each part once, in the order typed; and what must hold besides."""
    flat = dict.fromkeys(_flat(node)) if node is not None else {}
    strict = tuple(part for part in flat if isinstance(part, Not | Contains | OneOf | Years))
    return tuple(part for part in flat if part not in strict), strict


def _flat(node: Node) -> Iterator[Node]:
    below = node.nodes if isinstance(node, And) else node.words if isinstance(node, Run) else ()
    if isinstance(node, Unit) or not below:
        yield node
        return
    for each in below:
        yield from _flat(each)


class Some:
    """What of one segment holds some parts of a query."""

    def __init__(self, view: View, lookup: Lookup, query: Query) -> None:
        self._lookup, self._presence = lookup, Presence(view, lookup, query)
        self._wanted, self._strict = parts(query.node)

    def mask(self, but: Ints, keys: Sequence[str | Phrase | Near] = ()) -> Bools:
        """Live documents that hold a part in their own text, without those in `but`; where `keys`
        are given, one of these."""
        mask = self._presence.holding(keys) if keys else self._presence.anchored.copy()
        if not all(isinstance(part, _PLAIN) for part in self._wanted):
            mask &= reduce(np.logical_or, map(self._presence.of, self._wanted))
        for part in self._strict:
            mask &= self._presence.of(part)
        if self._lookup.view.live is not None:
            mask &= self._lookup.view.live
        mask[but] = False
        return mask

    def held(self, docs: Ints) -> list[Bools]:
        """For each part in which of `docs` it is present."""
        return [self._held(part, docs) for part in self._wanted]

    def _held(self, part: Node, docs: Ints) -> Bools:
        if not isinstance(part, Word | Number):
            return self._presence.of(part).take(docs)
        ways = [self._presence.held(part.texts, docs)]
        named = [each for text in part.texts if (each := self._lookup.is_named(text, docs)) is not None]
        held: Bools = reduce(np.logical_or, [*ways, *named])
        return held


@lru_cache(maxsize=256)
def missing(node: Node | None, held: tuple[bool, ...]) -> tuple[str, ...]:
    """The parts that are not `held`, in words: a run of which nothing is there as it was typed."""
    wanted, _ = parts(node)
    lacks = {part for part, is_held in zip(wanted, held, strict=True) if not is_held}
    said: dict[str, None] = {}
    for top in node.nodes if isinstance(node, And) else (node,) if node is not None else ():
        inside = dict.fromkeys(_flat(top))
        if isinstance(top, Run) and lacks.issuperset(inside):
            said[top.shown] = None
        else:
            said |= {_called(part): None for part in inside if part in lacks}
    return tuple(said)


def _called(part: Node) -> str:
    return part.shown if isinstance(part, Word | Number | Run) else interpret(part)
