"""The rankings that are compared: ours, ours with something taken out, our matches in another
order, stock search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.judged import Judged, Score, sample, score
from benchmarks.stock import Stock, bigrams, words
from benchmarks.unquoted import Unquoted, unquoted
from corpus.records import Report
from corpus.text.fold import squeeze
from index.build import build
from search.answer import Hit
from search.embedded import Embedded
from search.rank import score as rank
from search.request import MAX_LIMIT, Request

OURS = "ours"
# Our ranking with one thing taken out, then with all of them.
WITHOUT = {
    "headings count as text": {"HEADING": 0.0},
    "titles and zones count nothing": {"ABOUT": 0.0},
    "words and accidents alike": {"INSIDE": 1.0},
    "runs need not stand together": {"UNBROKEN": 0.0},
    "characters only": {"HEADING": 0.0, "ABOUT": 0.0, "INSIDE": 1.0, "UNBROKEN": 0.0},
}
Ranking = Callable[[str], list[str]]


class Sample:
    """Reports by name (the sample unless others are given), indexed once: a store for `build`, and a
    ranking by the engine."""

    def __init__(self, directory: Path, reports: Mapping[str, Report] | None = None) -> None:
        self.reports = sample() if reports is None else dict(reports)
        self._names = {report.id: name for name, report in self.reports.items()}
        build(self, directory, fresh=True)
        self.engine = Embedded(directory)

    def stamps(self) -> dict[str, str]:
        return {report.id: report.source_sha256 for report in self.reports.values()}

    def report(self, report: str) -> Report:
        return self.reports[self._names[report]]

    def matching(self, query: str, sort: str = "relevance") -> list[str]:
        """All sections that hold what the query asks for, best first."""
        hits = self.engine.search(Request(query, sort=sort, limit=MAX_LIMIT, partial=False)).hits
        return [self._named(hit) for hit in hits]

    def ranking(self, query: str) -> list[str]:
        """What a person is given, in order: the sections that hold everything, then those that hold
        some of it."""
        answer = self.engine.search(Request(query, limit=MAX_LIMIT))
        behind = [part.hit for part in answer.partial.hits] if answer.partial else []
        return [self._named(hit) for hit in (*answer.hits, *behind)]

    def _named(self, hit: Hit) -> str:
        return f"{self._names[hit.report]}/{hit.section}"

    def texts(self) -> dict[str, str]:
        """The text of each section as it is matched, by the section's name."""
        sections = ((name, section) for name, report in self.reports.items() for section in report.sections)
        return {f"{name}/{section.id}": squeeze(section.text) for name, section in sections}


@contextmanager
def weights(changed: Mapping[str, float]) -> Iterator[None]:
    """Named constants of search/rank/score.py set otherwise for a while. Raises AttributeError
    where one is not there."""
    usual = {name: getattr(rank, name) for name in changed}
    try:
        for name, value in changed.items():
            setattr(rank, name, value)
        yield
    finally:
        for name, value in usual.items():
            setattr(rank, name, value)


def measured(ranking: Ranking, queries: Sequence[Judged]) -> dict[str, Score]:
    """The score of each query, by its text."""
    return {query.text: score(ranking(query.text), query.grades) for query in queries}


def compared(held: Sample, queries: Sequence[Judged]) -> dict[str, dict[str, Score]]:
    """Every ranking's scores, ours first."""
    rows = {OURS: measured(held.ranking, queries), "only what holds everything": measured(held.matching, queries)}
    for name, changed in WITHOUT.items():
        with weights(changed):
            rows[name] = measured(held.ranking, queries)
    rows["our matches, newest first"] = measured(partial(held.matching, sort="newest"), queries)
    for name, cut in (("words", words), ("two characters", bigrams)):
        every, one = (Stock(held.reports, cut, every=which) for which in (True, False))
        rows[f"our matches, BM25 of {name}"] = measured(partial(ordered_by, every, held), queries)
        rows[f"BM25, all {name}"] = measured(every, queries)
        rows[f"BM25, any {name}"] = measured(one, queries)
        rows[f"ours, then any {name}"] = measured(partial(filled_up, one, held), queries)
    return rows


def typed_bare(held: Sample) -> dict[str, Unquoted]:
    """Expressions without quotes, by ranking, ours first."""
    found: dict[str, Unquoted] = {}
    usual: dict[str, float] = {}
    for name, changed in ({OURS: usual} | WITHOUT).items():
        with weights(changed):
            found[name] = unquoted(held.matching, held.texts())
    return found


def ordered_by(stock: Stock, held: Sample, query: str) -> list[str]:
    """What we match, as another ranking orders it."""
    return stock.ordered(query, held.matching(query, "newest"))


def filled_up(stock: Stock, held: Sample, query: str) -> list[str]:
    """Our ranking, and behind it what holds only some of the words."""
    return list(dict.fromkeys([*held.matching(query), *stock(query)]))
