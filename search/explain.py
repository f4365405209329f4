"""Why a search found nothing: which word or filter it was, and the longest piece of an absent phrase that does occur.

Everything offered has been searched, so no offer leads to another empty page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from search.answer import Cause
from search.filters import bound
from search.found import Found
from search.interpret import NAMES, UNKNOWN, interpret
from search.query import Query, parse
from search.syntax import And, Near, Node, Phrase, Run, Word
from search.written import escape, written

# A single character occurs nearly everywhere and says nothing.
SHORTEST = 2

Chosen = Mapping[str, tuple[str, ...]]


def explain(found: Found, chosen: Chosen) -> tuple[Cause, ...]:
    """The parts of a search that found nothing, those of the query first; () where it found something."""
    if found.sections or (found.query.node is None and not chosen):
        return ()
    parts = _parts(found.query.node)
    of_query = [_of_query(found, parts, at) for at in range(len(parts))]
    return (*of_query, *(_of_facet(found, facet, chosen) for facet in chosen))


def _parts(node: Node | None) -> tuple[Node, ...]:
    """What has to hold together: the words and terms joined by AND."""
    if node is None:
        return ()
    if isinstance(node, And):
        return tuple(part for each in node.nodes for part in _parts(each))
    return node.words if isinstance(node, Run) else (node,)


def _of_query(found: Found, parts: tuple[Node, ...], at: int) -> Cause:
    part, rest = parts[at], parts[:at] + parts[at + 1 :]
    alone = _alone(found, _query(part)) if rest else found.unfiltered
    without = found.instead(_query(And(rest) if rest else None), found.filters)
    shorter = _shorter(found, part) if not alone else ""
    phrase = escape(shorter) if shorter else ""
    return Cause(
        facet="",
        label=interpret(part),
        alone=alone,
        without=without.sections,
        q=without.query.text,
        shorter=shorter,
        shorter_sections=_alone(found, parse(phrase)) if phrase else 0,
        shorter_q=phrase,
    )


def _of_facet(found: Found, facet: str, chosen: Chosen) -> Cause:
    column, passes = found.filters.tables[facet]
    labels = (found.view.snapshot.places.get(value, value) or UNKNOWN for value in chosen[facet])
    return Cause(
        facet=facet,
        label=f"{NAMES[facet]}为{'、'.join(labels)}",
        alone=int(found.view.counts(column)[passes].sum()),
        without=found.tallies[facet].sections,
        q=found.query.text,
    )


def _query(node: Node | None) -> Query:
    return parse(written(node))


def _alone(found: Found, query: Query) -> int:
    return found.instead(query, bound({}, found.view)).sections


def _shorter(found: Found, part: Node) -> str:
    """The longest piece of the absent strings in `part` that occurs, the first of equally long ones."""
    strings = list(_strings(part))
    absent = [text for text in strings if not _occurs(found, text)]
    pieces = [_longest(found, text) for text in absent]
    return max(pieces, key=len, default="")


def _strings(part: Node) -> Iterator[str]:
    if isinstance(part, Word):
        yield part.text
    elif isinstance(part, Phrase):
        yield from part.pieces
    elif isinstance(part, Near):
        yield from (*part.left.pieces, *part.right.pieces)


def _occurs(found: Found, text: str) -> bool:
    return any(segment.holds(text) for segment in found.view.segments)


def _longest(found: Found, text: str) -> str:
    """A window that grows while what is in it occurs and moves on where it does not: two questions a character."""
    best, start = "", 0
    for end in range(1, len(text) + 1):
        while start < end and not _occurs(found, text[start:end]):
            start += 1
        if end - start > max(len(best), SHORTEST - 1):
            best = text[start:end]
    return best
