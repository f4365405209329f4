"""A text compared with what is held: everything that is told of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Bools, Codes, Ints
from search.across.passages import FORMULA_BODIES, Compared, Near, OwnYears, Passage, Passages, Stretch
from search.match.filters import Filters
from search.match.view import View
from search.passages.alike_sentences import MOST_NEW, AlikeSentences
from search.passages.counting import strings
from search.passages.draft import Draft
from search.passages.holders import Counted
from search.passages.lengths import Matched, matched
from search.passages.owners import Owned, code_of, issuer_of, others, own_reports, reports_apart
from search.passages.sources import sources
from search.passages.strings import Told, covered, runs, told


def compared(view: View, asked: Compared, filters: Filters) -> Passages:
    """What a text shares with the reports held."""
    comparison = _Comparison(view, asked, filters)
    return comparison.told()


class _Comparison:
    """One text, and the documents it is compared with."""

    def __init__(self, view: View, asked: Compared, filters: Filters) -> None:
        self._view, self._asked, self._draft = view, asked, Draft(asked.text)
        self._report = code_of(view, asked.report) if asked.report else None
        followed = code_of(view, asked.follows) if asked.follows else self._report
        self._own = None if followed is None else issuer_of(view, followed)
        self._owners = others(view, filters, self._own, self._report)
        self._titles = self._draft.titles()

    def told(self) -> Passages:
        """Everything."""
        asked, draft, least = self._asked, self._draft, self._asked.least
        found = matched(self._view, draft, self._owners, FORMULA_BODIES, least)
        any_body, formula = self._covered(found.of(1)), self._covered(found.of(FORMULA_BODIES))
        passages, total = self._passages(found, 1, self._owners)
        formulas, formula_total = self._passages(found, FORMULA_BODIES, self._owners)
        begins = np.flatnonzero(found.of(1))
        sentences = AlikeSentences(self._view, draft, self._owners, self._own_apart())
        masked, new = sentences.masked()
        return Passages(
            version=self._view.snapshot.version,
            characters=draft.characters,
            least=least,
            shared=self._share(any_body),
            boilerplate=self._share(formula),
            sources=sources(self._view, draft, self._owners, found.rows, begins, least, any_body),
            passages=passages,
            passage_total=total,
            formulas=formulas,
            formula_total=formula_total,
            stretches=self._stretches(any_body, formula),
            sentences=tuple(masked[: asked.most]),
            sentence_total=len(masked),
            new=self._new(sentences, new) if asked.nearest else (),
            new_total=len(new),
            own_years=self._own_years(),
            is_complete=found.is_whole,
        )

    def _share(self, inside: Bools) -> float:
        """The share of the characters that stand there."""
        return int(np.count_nonzero(inside)) / self._draft.characters if self._draft.characters else 0.0

    def _covered(self, lengths: Codes) -> Bools:
        return covered(lengths, self._titles, self._asked.least)

    def _passages(self, found: Matched, bodies: int, owners: Owned) -> tuple[tuple[Passage, ...], int]:
        """The strings that are told, and how many there are: where too many, the longest."""
        every = told(self._draft, found.of(bodies), self._asked.least)
        kept = every
        if len(every) > self._asked.most:
            longest = sorted(every, key=lambda each: (each.start - each.end, each.start))[: self._asked.most]
            kept = sorted(longest)
        counted = strings(self._view, self._draft, owners, found, self._asked.least, kept)
        return tuple(map(self._passage, kept, counted)), len(every)

    def _passage(self, each: Told, counted: Counted) -> Passage:
        start, end = self._draft.span(each.start, each.end)
        outside = int(np.count_nonzero(~self._titles[each.start : each.end]))
        text = self._draft.given[start:end]
        return Passage(start, end, text, each.whole_clauses, outside < self._asked.least, *counted)

    def _stretches(self, any_body: Bools, formula: Bools) -> tuple[Stretch, ...]:
        """All that is shared, titles left out; what is formula apart from the rest."""
        rest = [(start, end, False) for start, end in runs(any_body & ~formula)]
        both = rest + [(start, end, True) for start, end in runs(formula)]
        return tuple([Stretch(*self._draft.span(start, end), wide) for start, end, wide in sorted(both)])

    def _new(self, sentences: AlikeSentences, places: Sequence[tuple[int, int]]) -> tuple[Near, ...]:
        """The sentences that nobody holds, the first of them with what comes nearest."""
        sought = [sentences.nearest(start, end) for start, end in places[:MOST_NEW]]
        return tuple(sought + [sentences.new(start, end, is_sought=False) for start, end in places[MOST_NEW:]])

    def _own_reports(self) -> Ints | None:
        """The other reports of the same issuer, of a report the earlier ones; None where that is not
        known."""
        if self._own is None:
            return None
        before = None if self._report is None else int(self._view.of_reports("year")[self._report])
        return own_reports(self._view, self._own, before, self._report)

    def _own_apart(self) -> Owned | None:
        reports = self._own_reports()
        return None if reports is None else reports_apart(self._view, reports)

    def _own_years(self) -> OwnYears | None:
        reports, owners = self._own_reports(), self._own_apart()
        if reports is None or owners is None:
            return None
        found = matched(self._view, self._draft, owners, 1, self._asked.least)
        passages, _ = self._passages(found, 1, owners)
        return OwnYears(len(reports), self._share(self._covered(found.of(1))), passages)
