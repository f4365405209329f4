"""What is read here: the places of `A ~n B` and `A*B`, for which a cluster has no counts.

It is asked for the sections that may hold such a thing, and their texts are scanned, READ of them
at most. What is found so is exact; where more sections would have to be read, what a section holds
is told by intervals alone, if these are exact, and the answer says that the rest is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from corpus.saying import Saying
from index.characters.arrays import Array, Ints
from index.characters.lookup import GAP
from index.words.cut import codes_of
from search.errors import QueryError
from search.match.places import Places
from search.match.spans import PARAGRAPH_END, scan, squeezed_at
from search.opensearch.asking.clauses import Clause, all_of, any_of, phrase
from search.opensearch.asking.corpus import Corpus
from search.query.read import Query
from search.query.syntax import GAP_WIDTH, Near, Phrase

# Sections whose texts are read for one question. A text takes 45 µs to be scanned, and as long again
# to come; of 5,000 a busy machine makes an answer in about a second.
READ = 5_000
# Texts in one request.
PAGE = 1_000
Key = Phrase | Near


class Text(NamedTuple):
    """A section as it is read here: its number, and its text as written."""

    number: int
    kept: Mapping[str, Any]
    order: int
    part: str | None

    @property
    def squeezed(self) -> str:
        """The folded text without white space."""
        return squeezed_at(self.kept["written"])[0]


class Held(NamedTuple):
    """How often each section holds something, by the section's number (of a pair: both its sides
    where they are in reach, as ranking counts it); None where too many sections may to read them:
    then `where` finds them."""

    counts: dict[int, int] | None
    where: Clause


class _Scanned:
    """The text of one section, in which strings are looked for."""

    def __init__(self, squeezed: str) -> None:
        self._string = squeezed.replace(PARAGRAPH_END, chr(GAP)) + chr(GAP)
        self.text: Array = codes_of(self._string)

    def begins(self, text: str) -> Ints:
        """Where a string begins, ascending."""
        found, at = [], self._string.find(text)
        while at >= 0:
            found.append(at)
            at = self._string.find(text, at + 1)
        return np.array(found, np.int64)


def texts(corpus: Corpus, where: Clause, most: int, sort: Sequence[Any] = ("section_n",)) -> Iterator[Text]:
    """The first `most` sections that a clause finds."""
    after: list[Any] = []
    while most > 0:
        body: dict[str, Any] = {"size": min(PAGE, most), "query": where, "sort": list(sort), "track_total_hits": False}
        body |= {"_source": ["kept", "order", "part"], "docvalue_fields": ["section_n"]}
        found = corpus.ask([body | ({"search_after": after} if after else {})])[0]["hits"]["hits"]
        for each in found:
            source = each["_source"]
            yield Text(each["fields"]["section_n"][0], source["kept"], source["order"], source.get("part"))
        if len(found) < body["size"]:
            return
        most, after = most - len(found), found[-1]["sort"]


def places(corpus: Corpus, key: Key) -> Held:
    """Where something stands in the corpus. Raises QueryError where neither reading nor intervals
    tell it."""
    may, is_exact = candidates(key)
    (size,) = corpus.counts([may])
    if size > READ:
        if is_exact:
            return Held(None, may)
        raise QueryError(
            Saying(
                "要读 %(n)s 段才能找出“~”或“*”连起来的词，最多读 %(most)s 段；请换少见一些的词。",
                n=f"{size:,}",
                most=f"{READ:,}",
            )
        )
    counts = {text.number: len(Places(_Scanned(text.squeezed)).placed(key).starts) for text in texts(corpus, may, READ)}
    held = {number: count for number, count in counts.items() if count}
    return Held(held, {"terms": {"section_n": [*held]}})


def counted(corpus: Corpus, query: Query, where: Clause) -> tuple[dict[int, int], bool]:
    """How many occurrences each section found holds, and whether these are all the sections."""
    found = {text.number: len(scan(query, text.squeezed)) for text in texts(corpus, where, READ + 1)}
    if len(found) <= READ:
        return found, True
    return dict([*found.items()][:READ]), False


def candidates(key: Key) -> tuple[Clause, bool]:
    """Where something may stand, and whether it stands in all of these.

    Intervals are as short as they can be: with two gaps, or a gap within a pair, they miss what is
    longer; and of two equal ones the cluster misses some."""
    orders, distance = _orders(key)
    pieces = orders[0]
    if len(pieces) == 2 and pieces[0] not in pieces[1] and pieces[1] not in pieces[0]:
        return any_of([_intervals(order, distance) for order in orders]), True
    return _holding(pieces), False


def _orders(key: Key) -> tuple[list[tuple[str, ...]], int]:
    """The pieces in the orders in which they may stand, and how far apart."""
    if isinstance(key, Phrase):
        return [key.pieces], GAP_WIDTH
    left, right = key.left.pieces, key.right.pieces
    return [(*left, *right), (*right, *left)], key.distance


def _holding(pieces: Sequence[str]) -> Clause:
    return all_of([phrase(piece) for piece in dict.fromkeys(pieces)])


def _intervals(pieces: Sequence[str], gap: int) -> Clause:
    rules = [{"match": {"query": piece, "mode": "ordered", "max_gaps": 0}} for piece in pieces]
    return {"intervals": {"text": {"all_of": {"mode": "ordered", "max_gaps": gap, "intervals": rules}}}}
