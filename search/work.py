"""How much work a query may be: what joins words that stand everywhere is refused before it begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from corpus.saying import Saying
from search.errors import QueryError
from search.match.excerpt import pieces
from search.query.counted import plain
from search.query.read import Query, leaves
from search.query.syntax import Near, Phrase, Word

# Occurrences of all words, where a pair or a phrase with gaps is among them. Of 54,132 sections
# eight pairs of the commonest characters, 4.9 million occurrences, took 2.2 s of a busy processor,
# four with 2.9 million 1.2 s, 28 with 14.5 million 8.1 s; of 3,850 hostile requests bounded at 4
# million two, 3.7 and 3.9 million, took 2.4 and 2.7 s. One alone is always asked.
MOST_JOINED = 3_000_000


class Rarity(Protocol):
    """Says how often strings occur in a part of the corpus, or in all of it."""

    def rarity(self, text: str, /) -> int:
        """About how many occurrences a string has."""
        ...


def check(query: Query, lookups: Sequence[Rarity]) -> None:
    """Raises QueryError where too much would have to be joined."""
    if query.node is None or isinstance(query.node, Phrase):
        return
    operands = dict.fromkeys([plain(leaf) for leaf in leaves(query.node) if isinstance(leaf, Word | Near | Phrase)])
    # Where anything is joined, all that counts is placed.
    if len(operands) < 2 or all(isinstance(operand, str) for operand in operands):
        return
    found = _occurrences(pieces(operands), lookups)
    if found > MOST_JOINED:
        raise QueryError(
            Saying(
                "检索里有“~”或“*”，各个词又一共出现 %(n)s 次，太多了；请换少见一些的词，或者少写几个。", n=f"{found:,}"
            )
        )


def _occurrences(strings: Iterable[str], lookups: Sequence[Rarity]) -> int:
    return sum(lookup.rarity(text) for text in strings for lookup in lookups)
