"""Sections as the cluster gives them, made into what is shown: hits, and what else is read of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from index.disk.stored import StoredSection, read_report, section_of
from search.answer import Hit
from search.name.leading import LEADING
from search.opensearch.finding import Finding
from search.opensearch.paging import Found, Paging
from search.query.read import Query
from search.show.section_hit import section_hit


def stored(kept: Mapping[str, Any], order: int, part: str | None) -> StoredSection:
    """What is known of a section and of its report."""
    return section_of(read_report(_bytes(kept["source"])), _bytes(kept["hit"]), part, order)


def _bytes(line: str) -> bytes:
    return line.encode("utf8", "surrogatepass")


def hit(query: Query, found: Found, texts: bool = False) -> Hit:
    """The hit that a section found is, with its whole text if `texts` are wanted."""
    source = found["_source"]
    kept = source["kept"]
    of = stored(kept, source["order"], source.get("part"))
    return section_hit(query, of, kept["written"], kept["heading"], float(found["_score"] or 0.0), texts)


class Hits:
    """The hits of a search, page by page: what leads, then the rest in the order asked for.

    `titled`: the code of the report whose title was typed, None where none was."""

    def __init__(self, finding: Finding, sort: str, titled: int | None, texts: bool = False) -> None:
        self._finding, self._texts = finding, texts
        self._leaders = self._leading(titled)
        where = finding.where
        if self._leaders:
            leaders = [each["_id"] for each in self._leaders]
            where = {"bool": {"filter": [where], "must_not": [{"ids": {"values": leaders}}]}}
        self._rest = Paging(finding.corpus, where, finding.scoring, sort)

    def _leading(self, titled: int | None) -> list[Found]:
        if titled is None:
            return []
        own = {"term": {"report_n": int(self._finding.view.numbers[titled])}}
        where = {"bool": {"filter": [self._finding.where, own]}}
        return Paging(self._finding.corpus, where, self._finding.scoring, "newest").page(0, LEADING)

    def page(self, offset: int, limit: int) -> tuple[Hit, ...]:
        """`limit` hits from `offset` on."""
        first = self._leaders[offset : offset + limit]
        rest = self._rest.page(max(0, offset - len(self._leaders)), limit - len(first))
        return hits(self._finding.query, [*first, *rest], self._texts)


def hits(query: Query, found: Sequence[Found], texts: bool = False) -> tuple[Hit, ...]:
    """The hits that sections found are, in their order."""
    return tuple([hit(query, each, texts) for each in found])
