"""Reports told to a cluster, and told by it: masks over all reports as clauses, and sums over the
reports of what a clause finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.lookup import Lookup
from search.once import once
from search.opensearch.asking.clauses import EVERYTHING, Clause, any_of, none_of, one_of
from search.opensearch.asking.corpus import Corpus

# Reports that are counted in one request.
PAGE = 10_000


class Telling:
    """Speaks of the reports of one version, by their codes."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._view = corpus, corpus.view

    @once
    def lookups(self) -> tuple[Lookup, ...]:
        """What is looked up in titles and names."""
        return tuple([Lookup(segment) for segment in self._view.segments])

    def of_reports(self, mask: Bools) -> Clause:
        """The sections of the reports of a mask: told by issuers where these are all in it, by
        numbers else; whichever is fewer, those in it or those not."""
        if mask.all():
            return EVERYTHING
        return self._told(mask) if mask.sum() * 2 <= len(mask) else none_of(self._told(~mask))

    def _told(self, mask: Bools) -> Clause:
        zones = self._view.of_reports("zone")
        size = len(self._view.snapshot.values["zone"])
        whole = np.bincount(zones[mask], minlength=size) == np.bincount(zones, minlength=size)
        names = [self._view.snapshot.values["zone"][code] for code in np.flatnonzero(whole).tolist()]
        rest = self._view.numbers[mask & ~whole[zones]].tolist()
        return any_of([*([one_of("zone", names)] if names else []), *([{"terms": {"report_n": rest}}] if rest else [])])

    def holding(self, where: Clause) -> Bools:
        """Which reports have a section that a clause finds."""
        mask = np.zeros(len(self._view.numbers), np.bool_)
        for number, _ in self._by_report(where, {}):
            mask[self._view.code_of[number]] = True
        return mask

    def summed(self, where: Clause, inner: Mapping[str, Clause] | None = None) -> tuple[Ints, ...]:
        """For each report the number of its sections that a clause finds, and the sum of each of
        `inner` over these."""
        names = [*(inner or {})]
        found = np.zeros((1 + len(names), len(self._view.numbers)), np.int64)
        for number, each in self._by_report(where, inner or {}):
            values = [each["doc_count"], *(round(each[name]["value"]) for name in names)]
            found[:, self._view.code_of[number]] = values
        return tuple(found)

    def _by_report(self, where: Clause, inner: Mapping[str, Clause]) -> Iterator[tuple[int, Mapping[str, Any]]]:
        after: dict[str, Any] = {}
        while True:
            pages = {"size": PAGE, "sources": [{"report": {"terms": {"field": "report_n"}}}], **after}
            body = {"size": 0, "query": where, "aggs": {"reports": {"composite": pages, "aggs": dict(inner)}}}
            found = self._corpus.ask([body])[0]["aggregations"]["reports"]
            for each in found["buckets"]:
                yield each["key"]["report"], each
            if len(found["buckets"]) < PAGE:
                return
            after = {"after": found["after_key"]}
