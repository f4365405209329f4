"""The query that lists every report that is named: what was typed, asked of titles, issuers and
years instead of texts."""

from __future__ import annotations

from search.name.holding import has_number, year_of
from search.query.read import MAX_LENGTH, MAX_OPERANDS, leaves, parse
from search.query.syntax import And, Contains, Node, Not, Number, Or, Phrase, Run, Word, Years
from search.query.written import written


def listing(typed: str) -> str:
    """The query, "" where it would be too long."""
    node = parse(typed).node
    if node is None:
        return ""
    asked = _asked(node, has_number(typed))
    query = written(asked)
    return query if len(query) <= MAX_LENGTH and sum(1 for _ in leaves(asked)) <= MAX_OPERANDS else ""


def _asked(node: Node, numbers: bool) -> Node:
    if isinstance(node, Number):
        return _fields(node.nodes[0].text, node.nodes[0].shown, numbers)
    if isinstance(node, Word):
        return _fields(node.text, node.shown, numbers)
    if isinstance(node, Phrase) and len(node.pieces) == 1:
        return _fields(node.text, node.shown[0], numbers)
    if isinstance(node, And | Run):
        asked = [_asked(each, numbers) for each in (node.nodes if isinstance(node, And) else node.words)]
        return And(tuple([part for each in asked for part in (each.nodes if isinstance(each, And) else (each,))]))
    if isinstance(node, Or):
        return Or(tuple([_asked(each, numbers) for each in node.nodes]))
    return Not(_asked(node.node, numbers)) if isinstance(node, Not) else node


def _fields(text: str, shown: str, numbers: bool) -> Node:
    year = year_of(text)
    fields: list[Node] = [Years(int(year), int(year))] if year else []
    fields += [Contains(field, text, shown) for field in ("title", "zone", *(("number",) if numbers else ()))]
    return Or(tuple(fields))
