"""A query said back in words, so that a person sees how it was read: their own characters, and what
was searched beside them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from corpus.records import KINDS, LEVELS, PARTS
from corpus.saying import Saying, listed
from search.query.syntax import And, Contains, Near, Node, Not, Number, OneOf, Or, Phrase, Run, Word, Years

EVERYTHING = Saying("全部段落")
UNKNOWN = Saying("未注明")
GAP = "…"
NAMES = {
    "title": Saying("标题"),
    "heading": Saying("小标题"),
    "zone": Saying("园区"),
    "region": Saying("地区"),
    "year": Saying("年份"),
    "part": Saying("部分"),
    "kind": Saying("类型"),
    "level": Saying("级别"),
    "number": Saying("文号"),
}

# A field is called as it is typed, a facet as the pages call it.
FACET_NAMES = {**NAMES, "zone": Saying("主体")}
# What fields and facets may hold by name.
NAMED = {value: Saying(value) for value in (*PARTS, *KINDS, *LEVELS)}


def interpret(node: Node | None) -> str:
    """The query in Chinese words; bare words stand plain, exact phrases in quotation marks.

    >>> interpret(And((Run("办结率", (Word("办结"), Word("率"))), Not(Phrase(("信访",))))))
    '办结 且 率 且 不含“信访”'
    """
    return EVERYTHING if node is None else _said(node, False)


def _said(node: Node, inner: bool) -> str:
    if isinstance(node, Number):
        others = listed(way.shown for way in node.nodes[1:])
        return Saying("%(number)s（或写作 %(others)s）", number=node.shown, others=others)
    if isinstance(node, Word):
        return node.shown
    if isinstance(node, Run):
        return _all(node.words, inner)
    if isinstance(node, And):
        return _all(node.nodes, inner, runs_open=True)
    if isinstance(node, Or):
        return _bracketed(reduce(_or, [_said(each, True) for each in node.nodes]), inner and len(node.nodes) > 1)
    if isinstance(node, Not):
        return _denied(node.node)
    if isinstance(node, Phrase):
        return f"“{GAP.join(node.shown)}”"
    if isinstance(node, Near):
        return Saying(
            "%(left)s与%(right)s相隔不超过 %(n)s 字",
            left=_said(node.left, True),
            right=_said(node.right, True),
            n=node.distance,
        )
    return _field(node)


def _all(nodes: Iterable[Node], inner: bool, runs_open: bool = False) -> str:
    said = [_said(node, not (runs_open and isinstance(node, Run))) for node in nodes]
    return _bracketed(reduce(_and, said), inner and len(said) > 1)


def _and(one: str, other: str) -> str:
    return Saying("%(one)s 且 %(other)s", one=one, other=other)


def _or(one: str, other: str) -> str:
    return Saying("%(one)s 或 %(other)s", one=one, other=other)


def _bracketed(said: str, wanted: bool) -> str:
    return Saying("（%(what)s）", what=said) if wanted else said


def _denied(node: Node) -> str:
    said = _said(node, True)
    if isinstance(node, Word | Phrase | Near | Run):
        return Saying("不含%(what)s", what=said)
    return Saying("除去 %(what)s", what=said)


def _field(node: Contains | OneOf | Years) -> str:
    if isinstance(node, Years):
        return _span(node)
    name = NAMES[node.field]
    if isinstance(node, OneOf):
        said: list[str] = [NAMED.get(value, UNKNOWN) for value in node.values] or [f"“{node.typed}”"]
        return Saying("%(name)s为%(value)s", name=name, value=reduce(_either, said))
    if node.text:
        return Saying("%(name)s含“%(text)s”", name=name, text=node.shown)
    return Saying("%(name)s未注明", name=name)


def _either(one: str, other: str) -> str:
    return Saying("%(one)s或%(other)s", one=one, other=other)


def _span(node: Years) -> str:
    first, last = node.first, node.last
    if first is None and last is None:
        return Saying("年份为未注明")
    if first == last:
        return Saying("年份为 %(year)s", year=first)
    if first is None:
        return Saying("年份为 %(year)s 或更早", year=last)
    if last is None:
        return Saying("年份为 %(year)s 或更晚", year=first)
    return Saying("年份为 %(first)s–%(last)s", first=first, last=last)
