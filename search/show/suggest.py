"""What is offered while somebody types: how the last run goes on in the reports, and issuers and
reports of that name.

Each is a search that can be started, and its number is what that search finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from corpus.text.script import simplified
from search.answer import Suggestion
from search.errors import QueryError
from search.found import Found
from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.view import View
from search.name.naming import Naming, naming
from search.query.mark import QUOTES
from search.query.read import Query, parse
from search.query.run import counted, squeezed
from search.query.syntax import And, Node, Run
from search.show.continued import TEXT, as_usual, continuations

# For each suggestion wanted so many candidates are looked at.
CANDIDATES = 3
# One of so many suggestions may be an issuer, and one of so many a report.
SHARE = 4
_LAST = re.compile(rf"[^\s{re.escape(''.join(QUOTES) + '”」』()（）|｜~～*＊')}]*$")
_FIELD = re.compile(r"\w+[:：]")


class Offering(Protocol):
    """What an engine is asked while somebody types."""

    def named(self, query: Query) -> Naming:
        """What a query names."""
        ...

    def counts(self, queries: Sequence[Query]) -> list[int]:
        """For each query how many sections it finds."""
        ...

    def continued(self, prefix: str) -> Iterator[str]:
        """Continuations of a folded string, about the most frequent first."""
        ...

    def holding(self, texts: Sequence[str]) -> list[int]:
        """For each folded string in how many sections it stands."""
        ...

    def usual(self, text: str) -> str:
        """A folded string as the reports mostly write it."""
        ...


def suggest(view: View, typed: str, limit: int, filters: Filters) -> tuple[Suggestion, ...]:
    """What `suggested` offers in one snapshot."""
    return suggested(_Asked(view, filters), typed, limit)


def suggested(asked: Offering, typed: str, limit: int) -> tuple[Suggestion, ...]:
    """Issuers that are named, then what was typed with its last run continued, most sections first,
    then reports that are named; at most `limit`, and only what finds something."""
    issuers, reports = _named(asked, typed, limit // SHARE)
    taken = {each.text for each in (*issuers, *reports)}
    continued = [each for each in _continued(asked, typed, limit) if each.text not in taken]
    return (*issuers, *continued[: limit - len(taken)], *reports)


class _Asked:
    """Counts what searches find, with what has been looked up already."""

    def __init__(self, view: View, filters: Filters) -> None:
        self.view, self.filters = view, filters
        self.lookups = tuple([Lookup(segment) for segment in view.segments])

    def named(self, query: Query) -> Naming:
        """What a query names."""
        return naming(self._found(query))

    def counts(self, queries: Sequence[Query]) -> list[int]:
        """For each query how many sections it finds."""
        return [self._found(query).sections for query in queries]

    def _found(self, query: Query) -> Found:
        return Found(self.view, query, self.filters, self.lookups)

    def continued(self, prefix: str) -> Iterator[str]:
        """Continuations of a folded string, about the most frequent first."""
        return continuations(self.view, prefix)

    def holding(self, texts: Sequence[str]) -> list[int]:
        """For each folded string in how many sections it stands."""
        return [sum([len(lookup.counted(text).docs) for lookup in self.lookups]) for text in texts]

    def usual(self, text: str) -> str:
        """A folded string as the reports mostly write it."""
        return as_usual(self.view, text)


def _offered(asked: Offering, texts: Iterable[str], kind: str) -> list[Suggestion]:
    """Those of the searches that find something."""
    pairs = [(text, query) for text in dict.fromkeys(texts) if (query := _read(text))]
    counts = asked.counts([query for _, query in pairs])
    return [Suggestion(text, count, kind) for (text, _), count in zip(pairs, counts, strict=True) if count]


def _most(asked: Offering, texts: Sequence[str], typed: str, most: int) -> list[str]:
    """Those that stand in the most sections, as they are mostly written; first those that begin as
    it was typed."""
    sections = dict(zip(texts, asked.holding(texts), strict=True))
    held = sorted([text for text, count in sections.items() if count], key=lambda text: (-sections[text], text))
    written = [asked.usual(text) for text in held[: 2 * most]]
    return sorted(written, key=lambda text: not _begins(text, typed))[:most]


def _read(typed: str) -> Query | None:
    try:
        return parse(typed)
    except QueryError:
        return None


def _named(asked: Offering, typed: str, most: int) -> tuple[list[Suggestion], list[Suggestion]]:
    """The issuers and the reports that bare words name."""
    query = _read(typed) if most and typed.strip() else None
    if query is None or not _is_bare(query.node):
        return [], []
    named = asked.named(query)
    reports = named.reports[: min(most, named.named.shown)]
    issuers = _offered(asked, [body.zone for body in named.bodies[:most]], "body")
    return issuers, _offered(asked, [report.title for report in reports], "report")


def _is_bare(node: Node | None) -> bool:
    return isinstance(node, Run) or (isinstance(node, And) and all(map(_is_bare, node.nodes)))


def _continued(asked: Offering, typed: str, limit: int) -> list[Suggestion]:
    last = _LAST.search(typed)
    begun = last[0] if last else ""
    bare = begun.lstrip("-－")
    prefix = squeezed(bare)
    if not prefix or not TEXT.fullmatch(prefix) or _FIELD.match(begun):
        return []
    before, closing = typed[: len(typed) - len(bare)], _closing(typed)
    candidates = list(islice(asked.continued(prefix), limit * CANDIDATES))
    written = _most(asked, candidates, counted(bare), limit)
    found = _offered(asked, [before + text + closing for text in written], "text")
    if bare != begun:
        return found  # the less a word is found, the more without it: no reason to come first
    others = [not _begins(each.text[len(before) :], counted(bare)) for each in found]
    return [
        each
        for _, each in sorted(
            zip(others, found, strict=True), key=lambda pair: (pair[0], -pair[1].sections, pair[1].text)
        )
    ]


def _begins(written: str, typed: str) -> bool:
    """Whether a text begins as it was typed, in either script: 覆盖 only counts as beginning with
    复."""
    begin = written[: len(typed)]
    return begin == typed or simplified(begin) == simplified(typed)


def _closing(typed: str) -> str:
    """What closes the quotation mark that is open at the end, "" where none is.

    >>> _closing('“信访” "行政')
    '"'
    """
    closing, escaped = "", False
    for character in typed:
        if escaped or character == "\\":
            escaped = not escaped
        elif closing:
            closing = "" if character in closing else closing
        elif character in QUOTES:
            closing = QUOTES[character]
    return closing[:1]
