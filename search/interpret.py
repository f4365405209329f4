"""A query said back in words, so that a person sees how it was read: their own characters, and what was searched beside them."""

from __future__ import annotations

from search.syntax import And, Contains, Near, Node, Not, Number, OneOf, Or, Phrase, Run, Word, Years

EVERYTHING = "全部段落"
UNKNOWN = "未注明"
GAP = "…"
NAMES = {
    "title": "标题",
    "heading": "小标题",
    "zone": "园区",
    "region": "地区",
    "year": "年份",
    "part": "部分",
    "kind": "类型",
    "level": "级别",
}


def interpret(node: Node | None) -> str:
    """The query in Chinese words; bare words stand plain, exact phrases in quotation marks.

    >>> interpret(And((Run("办结率", (Word("办结"), Word("率"))), Not(Phrase(("信访",))))))
    '办结 且 率 且 不含“信访”'
    """
    return EVERYTHING if node is None else _said(node, False)


def _said(node: Node, inner: bool) -> str:
    if isinstance(node, Number):
        return f"{node.shown}（或写作 {'、'.join(way.shown for way in node.nodes[1:])}）"
    if isinstance(node, Word):
        return node.shown
    if isinstance(node, Run):
        return _joined(" 且 ", node.words, inner)
    if isinstance(node, And):
        return _joined(" 且 ", node.nodes, inner, runs_open=True)
    if isinstance(node, Or):
        return _joined(" 或 ", node.nodes, inner)
    if isinstance(node, Not):
        text = isinstance(node.node, Word | Phrase | Near | Run)
        return ("不含" if text else "除去 ") + _said(node.node, True)
    if isinstance(node, Phrase):
        return f"“{GAP.join(node.shown)}”"
    if isinstance(node, Near):
        return f"{_said(node.left, True)}与{_said(node.right, True)}相隔不超过 {node.distance} 字"
    return _field(node)


def _joined(between: str, nodes: tuple[Node, ...], inner: bool, runs_open: bool = False) -> str:
    said = between.join(_said(node, not (runs_open and isinstance(node, Run))) for node in nodes)
    return f"（{said}）" if inner and len(nodes) > 1 else said


def _field(node: Contains | OneOf | Years) -> str:
    if isinstance(node, Years):
        return f"年份为{_span(node)}"
    if isinstance(node, OneOf):
        return f"{NAMES[node.field]}为{'或'.join(value or UNKNOWN for value in node.values) or f'“{node.typed}”'}"
    return f"{NAMES[node.field]}含“{node.shown}”" if node.text else f"{NAMES[node.field]}{UNKNOWN}"


def _span(node: Years) -> str:
    if node.first == node.last:
        return UNKNOWN if node.first is None else f" {node.first}"
    if node.first is None:
        return f" {node.last} 或更早"
    return f" {node.first} 或更晚" if node.last is None else f" {node.first}–{node.last}"
