"""Read a query: text in, a tree and its meaning in words out. The language is in README and on the search page.

Text that cannot be read is an error that names the place, never a guess: nothing typed is dropped silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NoReturn

from corpus.saying import Saying
from search.errors import QueryError, unread
from search.field import read_field
from search.interpret import interpret
from search.lexer import Mark, marks
from search.run import counted, runs, squeezed
from search.syntax import (
    MAX_DISTANCE,
    MAX_GAPS,
    And,
    Near,
    Node,
    Not,
    Number,
    Operand,
    Or,
    Phrase,
    Run,
    Word,
    children,
    leaves,
    positive,
)
from search.written import escape

__all__ = ["MAX_LENGTH", "MAX_OPERANDS", "Query", "QueryError", "escape", "of_tree", "parse"]

MAX_LENGTH = 500
MAX_OPERANDS = 32
# Brackets in brackets: nobody writes ten; a thousand would exhaust the stack.
MAX_DEPTH = 20


@dataclass(frozen=True)  # no slots: said in words when that is asked for, and once
class Query:
    """A query as read. `node` None matches every section.

    `operands`: the distinct words, phrases and pairs wanted (not under NOT), in the order typed: what counts as an occurrence. `runs`: the
    bare runs of more than one word among them; `numbers`: the numbers with their other writings.
    """

    text: str
    node: Node | None
    operands: tuple[Operand, ...]
    runs: tuple[Run, ...]
    numbers: tuple[Number, ...] = ()

    @cached_property
    def interpreted(self) -> str:
        """What was read, in words: a saying, or a bare word as it was typed."""
        return interpret(self.node)


@lru_cache(maxsize=1024)
def parse(text: str) -> Query:
    """Read a query. Raises QueryError."""
    try:
        return _parsed(text)
    except QueryError as error:
        raise QueryError(error.message, error.place, _whole(text)) from None


def _whole(text: str) -> str:
    """The input as one phrase, "" where nothing of it could be searched."""
    phrase = escape(text.strip())
    return phrase if len(phrase) <= MAX_LENGTH and squeezed(text) else ""


def _parsed(text: str) -> Query:
    if len(text) > MAX_LENGTH:
        message = Saying("查询有 %(n)s 个字，最多 %(most)s 个；请缩短。", n=len(text), most=MAX_LENGTH)
        raise QueryError(message, MAX_LENGTH + 1)
    node = _Parser(marks(text)).read()
    if node is None:
        return Query(text, None, (), ())
    # As many characters at least as words.
    if len(text) > MAX_OPERANDS and (count := sum(1 for _ in leaves(node))) > MAX_OPERANDS:
        raise QueryError(
            Saying(
                "查询里有 %(n)s 个词，最多 %(most)s 个；请缩短，或者加上引号当作一个短语。", n=count, most=MAX_OPERANDS
            )
        )
    return of_tree(text, node)


def of_tree(text: str, node: Node | None) -> Query:
    """The query that a tree asks; `text` is how it is typed."""
    if node is None:
        return Query(text, None, (), ())
    wanted: dict[Node, None] = {}
    _want(node, wanted)
    parts = [*wanted]
    return Query(
        text,
        node,
        tuple([part for part in parts if isinstance(part, _OPERANDS)]),
        tuple([part for part in parts if isinstance(part, Run)]),
        tuple([part for part in parts if isinstance(part, Number)]),
    )


_OPERANDS = (Word, Phrase, Near)


def _want(node: Node, wanted: dict[Node, None]) -> None:
    """Gather the operands, the runs of several words and the numbers that do not stand under an odd number of NOTs, as typed, each once."""
    if isinstance(node, Not):
        wanted.update((part, None) for part in positive(node.node, False) if _is_wanted(part))
        return
    if _is_wanted(node):
        wanted[node] = None
    for child in children(node):
        _want(child, wanted)


def _is_wanted(node: Node) -> bool:
    return isinstance(node, (*_OPERANDS, Number)) or (isinstance(node, Run) and len(node.words) > 1)


class _Parser:
    """Recursive descent: OR binds loosest, then AND (written or not), then NOT, then `~n`."""

    def __init__(self, found: list[Mark]) -> None:
        self.marks, self.at, self.depth = found, 0, 0

    @property
    def kind(self) -> str:
        return self.marks[self.at].kind if self.at < len(self.marks) else "end"

    def read(self) -> Node | None:
        return self.either() if self.marks else None

    def either(self) -> Node | None:
        """A OR B OR …"""
        found = [self.both()]
        while self.kind == "or":
            self.at += 1
            found.append(self.both())
        nodes = _flat(Or, found)
        return nodes[0] if len(nodes) == 1 else Or(nodes) if nodes else None

    def both(self) -> Node | None:
        """A B AND C …, up to an OR, a closing bracket or the end."""
        found = [self.unary()]
        while self.kind not in ("or", "close", "end"):
            if self.kind == "and":
                self.at += 1
            found.append(self.unary())
        nodes = _flat(And, found)
        return nodes[0] if len(nodes) == 1 else And(nodes) if nodes else None

    def unary(self) -> Node | None:
        denied = False
        while self.kind == "not":
            self.at, denied = self.at + 1, not denied
        node = self.near()
        return Not(node) if denied and node is not None else node

    def near(self) -> Node | None:
        left = self.at
        node = self.primary()
        if self.kind != "near":
            return node
        mark = self.marks[self.at]
        if not 1 <= mark.distance <= MAX_DISTANCE:
            self.fail(
                mark,
                Saying("~ 后面的字数是 %(n)s", n=mark.distance),
                Saying("请写 1 到 %(most)s 之间的数", most=MAX_DISTANCE),
            )
        self.at += 1
        right = self.at
        self.primary()
        if self.kind == "near":
            self.fail(self.marks[self.at], Saying("~ 不能连用"), Saying("一次只能比较两个词的距离"))
        return Near(self.beside(left, mark), self.beside(right, mark), mark.distance)

    def beside(self, at: int, near: Mark) -> Phrase:
        """What stands beside `~n`: a quoted phrase, or a bare run taken unbroken."""
        mark = self.marks[at]
        if mark.kind == "phrase":
            return _phrase(mark)
        typed = mark.pieces[0] if mark.kind == "run" else ""
        if not squeezed(typed):
            self.fail(near, Saying("~ 的两边只能是词或短语"), Saying("括号和字段不能用在这里"))
        return Phrase((squeezed(typed),), (counted(typed),))

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
        """An operator without anything to work on: the one before is named, else the one that stands here."""
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


def _words(mark: Mark) -> Node | None:
    """A bare run; None where it holds nothing but characters that do not count."""
    found = runs(mark.pieces[0])
    return And(found) if len(found) > 1 else found[0] if found else None


def _phrase(mark: Mark) -> Phrase:
    pieces = tuple(squeezed(piece) for piece in mark.pieces)
    if not any(pieces):
        raise unread(mark.place, Saying("引号里没有内容"), Saying("请写上要找的字，或者删去引号"))
    if len(pieces) > MAX_GAPS + 1:
        what = Saying("一个短语里最多有 %(most)s 个 *", most=MAX_GAPS)
        raise unread(mark.place, what, Saying(r"要找星号本身请写成 \*"))
    if not all(pieces):
        raise unread(mark.place, Saying("* 的两边都要有字"), Saying(r"要找星号本身请写成 \*"))
    return Phrase(pieces, tuple(counted(piece) for piece in mark.pieces))
