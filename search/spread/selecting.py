"""What of a query says something and what only selects: in `zone:国务院 "物价"` the field selects, as
a filter does.

A field that would be taken for something said would make every other issuer silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from search.query.read import Query, of_tree
from search.query.syntax import And, Contains, Near, Node, Not, OneOf, Or, Phrase, Run, Word, Years, children
from search.query.written import written
from search.spread.dividing import Bare, bare_words
from search.tables import NOT_FOR_FIELDS, NOT_FOR_NOT, Selection

# A heading is said by the section that bears it.
SAID_FIELDS = ("heading",)


class Selecting(NamedTuple):
    """`selecting`: the query of the fields alone; `of_any_part`: the same without its parts;
    `has_part`: whether a part is among them; `bare`: the bare words that may count through what a
    report is about."""

    selection: Selection
    selecting: Query
    of_any_part: Query
    has_part: bool
    bare: tuple[Bare, ...]


def selecting(query: Query) -> Selecting:
    """Take a query apart.

    Fields that are wanted, or not wanted, beside all the rest select; elsewhere they are part of
    what is said.
    """
    parts = list(_together(query.node)) if query.node is not None else []
    fields = [part for part in parts if _selects(part)]
    said = [part for part in parts if not _selects(part)]
    any_part = [part for part in fields if not _is_part(part)]
    selection = Selection(tuple(map(written, fields)), _silence(said), _in_one_section(said))
    # One word alone, or any of several, has to stand in the section's own text.
    bare = bare_words(said) if selection.one_section else ()
    return Selecting(selection, _query(fields), _query(any_part), len(any_part) < len(fields), bare)


def _together(node: Node) -> Iterator[Node]:
    if not isinstance(node, And):
        yield node
        return
    for each in node.nodes:
        yield from _together(each)


def _selects(node: Node) -> bool:
    """Whether a node is about what selects and nothing else."""
    if isinstance(node, Not):
        return _selects(node.node)
    return isinstance(node, OneOf | Years) or (isinstance(node, Contains) and node.field not in SAID_FIELDS)


def _is_part(node: Node) -> bool:
    return _is_part(node.node) if isinstance(node, Not) else isinstance(node, OneOf) and node.field == "part"


def _silence(said: list[Node]) -> str:
    """Why silence cannot be told: NOT holds for single sections, not for reports."""
    every = [part for each in said for part in _all(each)]
    if any(isinstance(part, Not) for part in every):
        return NOT_FOR_NOT
    return NOT_FOR_FIELDS if any(_selects(part) for part in every) else ""


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in children(node):
        yield from _all(child)


def _in_one_section(said: list[Node]) -> bool:
    """Whether what is said is more than one string, or one of several."""
    if len(said) != 1:
        return bool(said)
    node = said[0]
    if isinstance(node, Or):
        return any(_in_one_section([each]) for each in node.nodes)
    return not (isinstance(node, Word | Phrase | Near | Contains) or (isinstance(node, Run) and node.is_one_word))


def _query(nodes: list[Node]) -> Query:
    node = And(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None
    return of_tree(written(node), node)
