"""Read a query: text in, a tree and its meaning in words out. The language is in README and on the
search page.

Text that cannot be read is an error that names the place, never a guess: nothing typed is dropped
silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.saying import Saying
from search.answer import Note
from search.errors import QueryError
from search.once import once
from search.query.counted import Counted, counted
from search.query.interpret import interpret
from search.query.lexer import marks
from search.query.mark import STARS
from search.query.parser import Parser
from search.query.run import both, squeezed
from search.query.syntax import Near, Node, Not, Number, Operand, Phrase, Run, Word, children, leaves, positive
from search.query.written import escape

__all__ = ["MAX_LENGTH", "MAX_OPERANDS", "Query", "QueryError", "escape", "of_tree", "parse"]

_ALONE = re.compile(rf'"([^\\{STARS}"＂]+)"')
MAX_LENGTH = 500
MAX_OPERANDS = 32


@dataclass(frozen=True)  # no slots: said in words when that is asked for, and once
class Query:
    """A query as read. `node` None matches every section.

    `operands`: the distinct words, phrases and pairs wanted (not under NOT), in the order typed.
    `runs`: the bare runs of more than one word among them; `numbers`:
    the numbers with their other writings; `notes`: what was forgiven.
    """

    text: str
    node: Node | None
    operands: tuple[Operand, ...]
    runs: tuple[Run, ...]
    numbers: tuple[Number, ...] = ()
    notes: tuple[Note, ...] = ()

    @once
    def interpreted(self) -> str:
        """What was read, in words: a saying, or a bare word as it was typed."""
        return interpret(self.node)

    @once
    def counted(self) -> Counted:
        """What counts as an occurrence."""
        return counted(self.node)


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
    if alone := _alone(text):
        return Query(text, alone, (alone,), ())
    found, notes = marks(text)
    node = Parser(found).read()
    # As many characters at least as words.
    if node and len(text) > MAX_OPERANDS and (count := sum(1 for _ in leaves(node))) > MAX_OPERANDS:
        raise QueryError(
            Saying(
                "查询里有 %(n)s 个词，最多 %(most)s 个；请缩短，或者加上引号当作一个短语。", n=count, most=MAX_OPERANDS
            )
        )
    return replace(of_tree(text, node), notes=tuple(map(_offered, notes)))


def _offered(note: Note) -> Note:
    """The note, without its query where that cannot be read."""
    try:
        parse(note.q)
    except QueryError:
        return note._replace(q="")
    return note


def _alone(text: str) -> Phrase | None:
    """A phrase in plain quotation marks and nothing else, as most questions are: read without marks
    and tree."""
    phrase = _ALONE.fullmatch(text)
    looked_for, shown = both(phrase[1]) if phrase and text.isprintable() else ("", "")
    return Phrase((looked_for,), (shown,)) if looked_for else None


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
_WANTED = (*_OPERANDS, Number)


def _want(node: Node, wanted: dict[Node, None]) -> None:
    """Gather the operands, the runs of several words and the numbers that do not stand under an odd
    number of NOTs, as typed, each once."""
    if isinstance(node, Not):
        wanted.update((part, None) for part in positive(node.node, False) if _is_wanted(part))
        return
    if _is_wanted(node):
        wanted[node] = None
    for child in children(node):
        _want(child, wanted)


def _is_wanted(node: Node) -> bool:
    return isinstance(node, _WANTED) or (isinstance(node, Run) and len(node.words) > 1)
