"""The second block of an answer, as `search.partial` and `search.match.some` make it: sections that
hold some of what was typed, each with what it lacks."""

from __future__ import annotations

from search.answer import Part, Partial
from search.match.some import missing, parts
from search.opensearch.asking.clauses import Clause, all_of, any_of, none_of, phrase
from search.opensearch.asking.matching import named
from search.opensearch.finding import Finding
from search.opensearch.paging import Found, Paging
from search.opensearch.showing import hit
from search.query.syntax import Near, Node, Number, Phrase, Word

_PLAIN = (Word, Phrase, Near, Number)


class Rest:
    """The sections that hold some parts of a search and not all, within its filters."""

    def __init__(self, finding: Finding) -> None:
        self._finding = finding
        self._wanted, self._strict = parts(finding.query.node)
        self._paging = Paging(finding.corpus, self._where(), finding.scoring, "relevance")

    def _where(self) -> Clause:
        finding, of = self._finding, self._finding.matching.of
        clauses = [finding.matching.anchored, none_of(finding.matching.clause), *map(of, self._strict)]
        if not all(isinstance(part, _PLAIN) for part in self._wanted):
            clauses.append(any_of(map(of, self._wanted)))
        return all_of([*clauses, *finding.within, *finding.passes.values()])

    def partial(self, offset: int, limit: int) -> Partial:
        """How many such sections there are, and `limit` of them from `offset` on, by score."""
        (sections,) = self._finding.corpus.counts([self._where()])
        found = self._paging.page(offset, limit)
        return Partial(sections, tuple(map(self._part, found, self._held([each["_id"] for each in found]))))

    def _part(self, found: Found, held: tuple[bool, ...]) -> Part:
        return Part(hit(self._finding.query, found), missing(self._finding.query.node, held))

    def _held(self, ids: list[str]) -> list[tuple[bool, ...]]:
        """For each of some sections which parts it holds."""
        if not ids:
            return []
        these: Clause = {"ids": {"values": ids}}
        bodies = [
            {"size": len(ids), "_source": False, "query": all_of([these, self._present(part)])} for part in self._wanted
        ]
        answers = self._finding.corpus.ask(bodies)
        holding = [{each["_id"] for each in answer["hits"]["hits"]} for answer in answers]
        return [tuple([id in some for some in holding]) for id in ids]

    def _present(self, part: Node) -> Clause:
        if not isinstance(part, Word | Number):
            return self._finding.matching.of(part)
        return any_of([*map(phrase, part.texts), *map(named, part.texts)])
