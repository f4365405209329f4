"""A concordance made here from the texts of the sections found, READ of them at most, in the order
that lines of the same place in the order have."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from corpus.saying import Saying
from search.answer import KwicLine
from search.lines.lined_up import SECTIONS
from search.lines.text_lines import TextLine, text_lines
from search.once import once
from search.opensearch.asking.reading import READ, texts
from search.opensearch.finding import Finding
from search.opensearch.paging import ORDERS
from search.opensearch.showing import stored


class Lines:
    """All occurrences in the sections that are read, or a random sample of them that the same seed
    gives again, in an order, with `context` characters on each side."""

    def __init__(self, finding: Finding, order: str, sample: int | None, seed: int, context: int) -> None:
        self._finding, self._order, self._context = finding, order, context
        self._sample, self._seed = sample, seed

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def page(self, offset: int, limit: int) -> list[KwicLine]:
        """So many lines from one of them on."""
        return [each.line for each in self._lines[offset : offset + limit]]

    @once
    def _lines(self) -> list[TextLine]:
        sample = self._sample
        given = list(self._read(SECTIONS[self._order] if sample is None else "newest"))
        if sample is not None and sample < len(given):
            wanted = np.sort(np.random.default_rng(self._seed).choice(len(given), sample, replace=False))
            given = [given[at] for at in wanted.tolist()]
        if self._order == "zone" and sample is not None:
            given.sort(key=lambda each: _by_zone(each.line))
        if self._order == "left":
            given.sort(key=lambda each: each.left)
        elif self._order == "right":
            given.sort(key=lambda each: each.right)
        given.sort(key=lambda each: each.broken)
        return given

    def _read(self, sort: str) -> Iterator[TextLine]:
        finding = self._finding
        if not finding.query.operands:
            return
        for text in texts(finding.corpus, finding.where, READ, ORDERS[sort]):
            of = stored(text.kept, text.order, text.part)
            yield from text_lines(finding.query, of, text.kept["written"], self._context)


def not_read(sections: int) -> Saying | None:
    """What is said where more sections are found than are read."""
    if sections <= READ:
        return None
    return Saying(
        "命中 %(n)s 段，太多；语境只取自排在前面的 %(most)s 段。请加筛选，或换更长的词组。",
        n=f"{sections:,}",
        most=f"{READ:,}",
    )


def _by_zone(line: KwicLine) -> tuple[bool, str, bool, int, str]:
    """What orders lines by issuer, newest first; sections of a report stay as they are."""
    return not line.zone, line.zone or "", line.year is None, -(line.year or 0), line.report
