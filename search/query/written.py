"""A tree written as a query again, so that a changed search can be offered as a link. Reading it
gives the same tree."""

from __future__ import annotations

import re
from unicodedata import normalize

from search.query.forgiven import LOWER
from search.query.interpret import UNKNOWN
from search.query.mark import KEYWORDS
from search.query.syntax import And, Near, Node, Not, Number, OneOf, Or, Phrase, Run, Word, Years

_SPECIAL = re.compile(r'["＂\\*＊]')


def escape(text: str) -> str:
    """The query that searches `text`, as it stands, as one phrase.

    >>> print(escape('他说"行"'))
    "他说\\"行\\""
    """
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda special: "\\" + special[0], text)


def written(node: Node | None) -> str:
    """The query for a tree, "" for everything.

    >>> written(And((Run("办结率", (Word("办结率"),)), Not(Phrase(("信访", "件"))))))
    '办结率 -"信访*件"'
    """
    return "" if node is None else _written(node, False)


def _written(node: Node, inner: bool) -> str:
    if isinstance(node, Word | Run | Number):
        return _bare(node.shown)
    if isinstance(node, Phrase):
        return f'"{"*".join(map(_escaped, node.shown))}"'
    if isinstance(node, Near):
        return f"{_written(node.left, True)} ~{node.distance} {_written(node.right, True)}"
    if isinstance(node, Not):
        return "-" + _written(node.node, True)
    if isinstance(node, And | Or):
        between = " " if isinstance(node, And) else " OR "
        joined = between.join(_written(each, True) for each in node.nodes)
        return f"({joined})" if inner else joined
    if isinstance(node, Years):
        return f"year:{_years(node)}"
    return f"{node.field}:{escape((node.typed if isinstance(node, OneOf) else node.shown) or UNKNOWN)}"


def _bare(typed: str) -> str:
    """A word that looks like an operator, as a word."""
    return "\\" + typed if normalize("NFKC", typed) in KEYWORDS | LOWER else typed


def _years(node: Years) -> str:
    if node.first is None and node.last is None:
        return UNKNOWN
    ends = [f"{year:04d}" if year is not None else "" for year in (node.first, node.last)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)
