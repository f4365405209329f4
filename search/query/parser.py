"""Marks made into a tree: which operator works on what."""

from __future__ import annotations

from itertools import product
from typing import NoReturn

from corpus.saying import Saying
from search.errors import unread
from search.query.field import read_field
from search.query.mark import Mark
from search.query.run import both, runs, squeezed
from search.query.syntax import MAX_GAPS, And, Near, Node, Not, Or, Phrase, Run

# `A ~n B`: beyond this two words have nothing to do with each other, and paragraphs are seldom
# longer.
MAX_DISTANCE = 100
# Brackets in brackets: nobody writes ten; a thousand would exhaust the stack.
MAX_DEPTH = 20


class Parser:
    """Recursive descent: OR binds loosest, then AND (written or not), then NOT, then `~n`."""

    def __init__(self, found: list[Mark]) -> None:
        self.marks, self.at, self.depth = found, 0, 0

    @property
    def kind(self) -> str:
        return self.marks[self.at].kind if self.at < len(self.marks) else "end"

    def read(self) -> Node | None:
        """The tree of all marks; None where there are none. Raises QueryError."""
        return self.either() if self.marks else None

    def either(self) -> Node | None:
        """A OR B OR …"""
        found = [self.both()]
        while self.kind == "or":
            self.at += 1
            found.append(self.both())
        if len(found) == 1:
            return found[0]
        nodes = _flat(Or, found)
        return nodes[0] if len(nodes) == 1 else Or(nodes) if nodes else None

    def both(self) -> Node | None:
        """A B AND C …, up to an OR, a closing bracket or the end."""
        found = [self.unary()]
        while self.kind not in ("or", "close", "end"):
            if self.kind == "and":
                self.at += 1
            found.append(self.unary())
        if len(found) == 1:
            return found[0]
        nodes = _flat(And, found)
        return nodes[0] if len(nodes) == 1 else And(nodes) if nodes else None

    def unary(self) -> Node | None:
        denied = False
        while self.kind == "not":
            self.at, denied = self.at + 1, not denied
        node = self.near()
        return Not(node) if denied and node is not None else node

    def near(self) -> Node | None:
        begins = self.at
        node = self.primary()
        if self.kind != "near":
            return node
        mark = self.marks[self.at]
        if mark.distance > MAX_DISTANCE:
            self.fail(
                mark,
                Saying("~ 后面的字数是 %(n)s", n=mark.distance),
                Saying("请写 0 到 %(most)s 之间的数", most=MAX_DISTANCE),
            )
        left = self.beside(node, begins, mark)
        self.at += 1
        begins = self.at
        right = self.beside(self.primary(), begins, mark)
        if self.kind == "near":
            self.fail(self.marks[self.at], Saying("~ 不能连用"), Saying("一次只能比较两个词的距离"))
        pairs = tuple(dict.fromkeys(Near(one, other, mark.distance) for one, other in product(left, right)))
        return Or(pairs) if len(pairs) > 1 else pairs[0]

    def beside(self, node: Node | None, begins: int, near: Mark) -> tuple[Phrase, ...]:
        """What stands beside `~n`: a quoted phrase, a bare run taken unbroken, or any of those in a
        group."""
        mark = self.marks[begins]
        if mark.kind == "run" and squeezed(mark.pieces[0]):
            text, shown = both(mark.pieces[0])
            return (Phrase((text,), (shown,)),)
        phrases = _phrases(node)
        if not phrases:
            self.fail(near, Saying("~ 的两边只能是词或短语"), Saying("字段和用空格隔开的几个词不能用在这里"))
        return phrases

    def primary(self) -> Node | None:
        if self.kind not in ("open", "field", "phrase", "run"):
            self.missing()
        mark = self.marks[self.at]
        self.at += 1
        if mark.kind == "open":
            return self.group(mark)
        if mark.kind == "field":
            return read_field(mark.name, mark.pieces[0], mark.place)
        return _phrase(mark) if mark.kind == "phrase" else _words(mark)

    def group(self, mark: Mark) -> Node | None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(
                mark, Saying("括号套了 %(n)s 层", n=self.depth), Saying("最多 %(most)s 层，请去掉一些", most=MAX_DEPTH)
            )
        node = self.either()
        self.at, self.depth = self.at + 1, self.depth - 1
        return node

    def missing(self) -> NoReturn:
        """An operator without anything to work on: the one before is named, else the one that
        stands here."""
        before = self.marks[self.at - 1] if self.at else None
        here = self.marks[self.at] if self.at < len(self.marks) else None
        if before and here and before.kind == "open" and here.kind == "close":
            self.fail(before, Saying("括号里没有内容"), Saying(r"请写上要找的词；要找括号本身请写成 \( \)"))
        remedy = Saying("请补上，或者加上引号当作普通文字")
        if before and before.kind not in ("open", "run", "phrase"):
            self.fail(before, Saying("%(sign)s 后面没有要找的词", sign=_SIGNS[before.kind]), remedy)
        mark = here or before
        assert mark is not None
        self.fail(mark, Saying("%(sign)s 前面没有要找的词", sign=_SIGNS[mark.kind]), remedy)

    def fail(self, mark: Mark, what: Saying, remedy: Saying) -> NoReturn:
        raise unread(mark.place, what, remedy)


_BRACKET = Saying("括号")
_SIGNS = {"and": "AND", "or": "OR", "not": "NOT", "near": "~", "open": _BRACKET, "close": _BRACKET}


def _flat(kind: type[And] | type[Or], nodes: list[Node | None]) -> tuple[Node, ...]:
    """What there is of `nodes`, those of the same kind dissolved."""
    parts = (node.nodes if isinstance(node, kind) else (node,) for node in nodes if node is not None)
    return tuple(node for part in parts for node in part)


def _phrases(node: Node | None) -> tuple[Phrase, ...]:
    """The alternatives of a group, each as a phrase; () where one of them is none."""
    if isinstance(node, Or):
        found = [_phrases(each) for each in node.nodes]
        return tuple(phrase for phrases in found for phrase in phrases) if all(found) else ()
    if isinstance(node, Run):
        return (Phrase((node.text,), (node.shown,)),)
    return (node,) if isinstance(node, Phrase) else ()


def _words(mark: Mark) -> Node | None:
    """A bare run; None where it holds nothing but characters that do not count."""
    found = runs(mark.pieces[0])
    return And(found) if len(found) > 1 else found[0] if found else None


def _phrase(mark: Mark) -> Phrase:
    found = [both(piece) for piece in mark.pieces]
    pieces = tuple([text for text, _ in found])
    if not all(pieces):
        if not any(pieces):
            raise unread(mark.place, Saying("引号里没有内容"), Saying("请写上要找的字，或者删去引号"))
        if len(pieces) <= MAX_GAPS + 1:
            raise unread(mark.place, Saying("* 的两边都要有字"), Saying(r"要找星号本身请写成 \*"))
    if len(pieces) > MAX_GAPS + 1:
        what = Saying("一个短语里最多有 %(most)s 个 *", most=MAX_GAPS)
        raise unread(mark.place, what, Saying(r"要找星号本身请写成 \*"))
    return Phrase(pieces, tuple([shown for _, shown in found]))
