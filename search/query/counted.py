"""What counts as an occurrence of a query, read off its tree.

A bare run that stands unbroken is one occurrence; its words count by themselves only in sections
where it stands nowhere unbroken. What also stands in the query on its own counts wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from search.query.syntax import Near, Node, Not, Operand, Or, Phrase, Run, Word, children

Texts: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What is looked for, each once.

    `whole`: strings and phrases with gaps that count wherever they stand, the `runs` unbroken among
    them. `words`: those that do not, and for each of the runs they are words of its writings.
    `pairs`: pairs of one distance that are alternatives to each other stand together.
    """

    whole: tuple[str | Phrase, ...]
    words: dict[str, tuple[Texts, ...]]
    pairs: tuple[tuple[Near, ...], ...]
    runs: frozenset[str]

    @property
    def keys(self) -> tuple[str | Phrase, ...]:
        """All strings and phrases with gaps."""
        return (*self.whole, *self.words)

    @property
    def only_runs(self) -> Counted:
        """Only the runs that stand unbroken."""
        return Counted(tuple([key for key in self.whole if key in self.runs]), {}, (), self.runs)

    @property
    def writings(self) -> frozenset[Texts]:
        """The writings of each run that has words to be counted where it is broken."""
        return frozenset(chain.from_iterable(self.words.values()))

    def keys_where(self, stands: Callable[[str], bool]) -> tuple[str | Phrase, ...]:
        """The strings and phrases with gaps that count in a section; `stands` says whether a string
        stands in it."""
        broken = {texts for texts in self.writings if not any(map(stands, texts))}
        if not broken:
            return self.whole
        return (*self.whole, *[word for word, runs in self.words.items() if not broken.isdisjoint(runs)])


def plain(operand: Operand | str) -> str | Phrase | Near:
    """The string an operand looks for, or the operand itself where it is more than a string. Equal
    ones have the same occurrences."""
    if isinstance(operand, Word):
        return operand.text
    return operand.pieces[0] if isinstance(operand, Phrase) and len(operand.pieces) == 1 else operand


def counted(node: Node | None) -> Counted:
    """What counts in a tree."""
    parts = dict.fromkeys(_parts(node)) if node is not None else {}
    runs = [part for part in parts if isinstance(part, Run)]
    unbroken = dict.fromkeys([text for run in runs for text in run.texts])
    alone = dict.fromkeys([plain(part) for part in parts if isinstance(part, Word | Phrase)])
    whole = {key: None for key in alone if not isinstance(key, Near)} | unbroken
    words: dict[str, dict[Texts, None]] = {}
    for each in runs:
        for word, texts in _words(each):
            if word not in whole:
                words.setdefault(word, {})[texts] = None
    pairs = tuple([part for part in parts if isinstance(part, tuple)])
    return Counted(tuple(whole), {word: tuple(of) for word, of in words.items()}, pairs, frozenset(unbroken))


def _parts(node: Node, wanted: bool = True) -> Iterator[Word | Phrase | Run | tuple[Near, ...]]:
    """The operands, runs of several words and pairs that are wanted, in the order typed."""
    wanted = wanted != isinstance(node, Not)
    if isinstance(node, Word | Phrase | Near) or (isinstance(node, Run) and not node.is_one_word):
        yield from (((node,) if isinstance(node, Near) else node,) if wanted else ())
        return
    below = children(node)
    alike = _alike(below) if wanted and isinstance(node, Or) else ()
    yield from alike
    for child in below:
        if not (alike and isinstance(child, Near)):
            yield from _parts(child, wanted)


def _alike(nodes: Iterable[Node]) -> tuple[tuple[Near, ...], ...]:
    """The pairs among alternatives, those of one distance together: so `(A OR B) ~3 C` is read."""
    found: dict[int, list[Near]] = {}
    for node in nodes:
        if isinstance(node, Near):
            found.setdefault(node.distance, []).append(node)
    return tuple(tuple(nears) for nears in found.values())


def _words(run: Run) -> Iterator[tuple[str, Texts]]:
    """The words of a run in all their writings, each with the writings of the run; what is one
    thing in it, and the words of that."""
    for word in run.words:
        yield from ((text, run.texts) for text in word.texts)
        if isinstance(word, Run):
            yield from _words(word)
