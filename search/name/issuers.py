"""Which issuers a query names: by a whole name that was typed, or by pieces that no more than a few
issuers have in their names together."""

from __future__ import annotations

from itertools import accumulate

import numpy as np

from index.characters.arrays import Bools
from search.match.filters import Filters
from search.match.view import View
from search.name.called import Called, called, says_a_kind
from search.name.holding import BEHIND_YEARS, year_of
from search.named import Body
from search.query.read import Query
from search.query.syntax import And, Node, Number, Or, Phrase, Run, Word

# What more issuers share tells none of them apart. All 13 issuers of 101 reports are named first by
# their names (2026-11-28).
FEW = 3
# The reports of few issuers are no more than these: three issuers with a hundred years each.
LOOKED_THROUGH = 300
# Shorter names count only where they are typed by themselves: 潮州 in a longer run may be a part of
# another name.
SHORT = 3


def bodies(view: View, query: Query, reports: Bools | None, filters: Filters) -> tuple[Body, ...]:
    """The issuers that a query names, those with their whole names first; `reports` are those that
    hold all of it."""
    if query.node is None:
        return ()
    names = called(view)
    codes = dict.fromkeys([code for name in _whole(query.node, names) for code in names.codes[name]])
    if not codes and reports is not None:
        codes = dict.fromkeys(_in_pieces(view, query, reports, names))
    if not codes:
        return ()
    found = [_body(view, code, filters) for code in codes]
    return tuple([body for body in found if body.reports][:FEW])


def _whole(node: Node, names: Called) -> list[str]:
    """The names of few issuers that were typed whole."""
    if isinstance(node, Run):
        return _in_run(node, names)
    if isinstance(node, Phrase):
        return [node.pieces[0]] if len(node.pieces) == 1 and _tells_few(names, node.pieces[0]) else []
    return [name for each in node.nodes for name in _whole(each, names)] if isinstance(node, And | Or) else []


def _in_run(run: Run, names: Called) -> list[str]:
    """Names from edge to edge of words, the longest first, none inside another."""
    found, edges, begin = [], [0, *accumulate([len(word.text) for word in run.words])], 0
    while begin < len(edges) - 1:
        behind = begin + 1
        for end in range(len(edges) - 1, begin, -1) if names.may_begin(run.text[edges[begin] :]) else ():
            name = run.text[edges[begin] : edges[end]]
            if (len(name) >= SHORT or name == run.text) and _tells_few(names, name):
                found.append(name)
                behind = end
                break
        begin = behind
    return found


def _tells_few(names: Called, name: str) -> bool:
    return 0 < len(names.codes.get(name, ())) <= FEW


def _in_pieces(view: View, query: Query, reports: Bools, names: Called) -> list[int]:
    """Few issuers in whose names all of the query stands, years aside, or some of it where all
    reports named are theirs; shorter names first."""
    words = [each.text for each in query.operands if isinstance(each, Word)] + [
        each.pieces[0] for each in query.operands if isinstance(each, Phrase)
    ]
    telling = [word for word in words if _tells(word)]
    if not telling:
        return []
    if np.count_nonzero(reports) > LOOKED_THROUGH or query.node is None:
        return []
    codes = np.unique(view.of_reports("zone")[reports]).tolist()
    held = [code for code in codes if _holds(query.node, names.joined.get(code, ""))]
    if not held and len(codes) <= FEW:
        # 鹤渚 法治政府: the other words stand in the titles of its reports.
        held = [code for code in codes if any(word in names.joined.get(code, "") for word in telling)]
    return sorted(held, key=lambda code: len(view.folded["zone"][code])) if len(held) <= FEW else []


def _tells(word: str) -> bool:
    """Whether a word can tell issuers apart: no single character, no year, no kind of zone."""
    return len(word) > 1 and not (year_of(word) or word in BEHIND_YEARS or says_a_kind(word))


def _holds(node: Node, joined: str) -> bool:
    """Whether names hold all that is asked for, years aside."""
    if isinstance(node, Word):
        return node.text in joined or year_of(node.text) is not None or node.text in BEHIND_YEARS
    if isinstance(node, Phrase):
        return len(node.pieces) == 1 and node.pieces[0] in joined
    if isinstance(node, And | Run):
        return all(_holds(each, joined) for each in (node.nodes if isinstance(node, And) else node.words))
    return any(_holds(each, joined) for each in node.nodes) if isinstance(node, Or | Number) else False


def _body(view: View, code: int, filters: Filters) -> Body:
    own = view.of_reports("zone") == code
    if filters.within is not None:
        own &= filters.within
    values = view.snapshot.values
    years = np.unique(view.of_reports("year")[own]).tolist()
    return Body(
        values["zone"][code],
        int(own.sum()),
        tuple([int(values["year"][each]) for each in years if values["year"][each]]),
    )
