"""A stretch of what a clause finds, in an order; however deep it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from search.opensearch.asking.clauses import Clause, scored
from search.opensearch.asking.corpus import Corpus

_YEAR, _ZONE = ({"missing": "_last", "order": order} for order in ("desc", "asc"))
_LAST: Final[list[Any]] = ["report", "order"]
# What is missing comes last in each.
ORDERS: Final[Mapping[str, list[Any]]] = {
    "newest": [{"year": _YEAR}, {"zone": _ZONE}, *_LAST],
    "oldest": [{"year": _ZONE}, {"zone": _ZONE}, *_LAST],
    "zone": [{"zone": _ZONE}, {"year": _YEAR}, *_LAST],
}
# A cluster sorts so many at once; what lies deeper is walked to.
AT_ONCE: Final = 10_000
Found = dict[str, Any]


class Paging:
    """What a clause finds, by score (where anything scores) and then in an order. Remembers where
    the last stretch ended, so the next one costs no more than the first."""

    def __init__(self, corpus: Corpus, where: Clause, scoring: Sequence[Clause], sort: str) -> None:
        self._corpus, self._query, self._scored = corpus, scored(where, scoring), bool(scoring)
        by_score = sort == "relevance" and self._scored
        self._sort = [*(["_score"] if by_score else []), *ORDERS["newest" if sort == "relevance" else sort]]
        self._ended: tuple[int, list[Any]] = 0, []

    def page(self, offset: int, limit: int, more: Mapping[str, Any] | None = None) -> list[Found]:
        """`limit` of them from `offset` on, with what is kept of each."""
        if limit <= 0:
            return []
        at, after = self._ended if self._ended[0] == offset else (0, [])
        while offset - at > AT_ONCE - limit:
            step = min(AT_ONCE, offset - at)
            passed = self._ask(0, step, after, {"_source": False})
            if len(passed) < step:
                return []
            at, after = at + step, passed[-1]["sort"]
        found = self._ask(offset - at, limit, after, {"_source": ["kept", "order", "part"], **(more or {})})
        if found:
            self._ended = offset + len(found), found[-1]["sort"]
        return found

    def _ask(self, skipped: int, size: int, after: list[Any], more: Mapping[str, Any]) -> list[Found]:
        body: dict[str, Any] = {"size": size, "query": self._query, "sort": self._sort, "track_scores": self._scored}
        body |= {"track_total_hits": False, **more}
        # The cluster skips nothing behind a place that is told.
        if after and skipped:
            size, body["size"] = size + skipped, size + skipped
            return self._asked(body | {"search_after": after})[skipped:]
        return self._asked(body | ({"search_after": after} if after else {"from": skipped}))

    def _asked(self, body: Mapping[str, Any]) -> list[Found]:
        found: list[Found] = self._corpus.ask([body])[0]["hits"]["hits"]
        return found
