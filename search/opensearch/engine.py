"""The engine on an OpenSearch cluster: keeps `search.engine.Engine`, asks the cluster what is found
and knows here what the reports are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.saying import Saying
from index.opensearch.cluster import Cluster
from search.across.elsewhere import Alike, Topic
from search.across.passages import Compared, Passages, WidespreadPage
from search.answer import Answer, KwicLine, Suggestion
from search.engine import Entry, Held
from search.errors import NotOnThisEngine
from search.lines import kwic
from search.listed import entries
from search.match.filters import bound, checked
from search.opensearch.answering import Answering
from search.opensearch.asking.corpus import Corpus
from search.opensearch.asking.current import Current
from search.opensearch.finding import Finding
from search.opensearch.lines import Lines, not_read
from search.opensearch.suggesting import suggest
from search.opensearch.sums import ClusterSums
from search.opensearch.whole import WholeReports, only_excludes
from search.query.read import parse
from search.request import NO_CHOICE, Chosen, Request
from search.spread.absence import absence
from search.spread.adopters import spread
from search.spread.matrix import matrix
from search.tables import Absence, Matrix, Spread

UNTOLD = Saying("OpenSearch 引擎不能回答这个问题；请在用内置引擎的站点上问。")


class OpenSearchEngine:
    """Answers questions about the index on a cluster, always from its newest version. Safe to use
    from many threads. `directory`: where the names of the reports are indexed."""

    def __init__(self, cluster: Cluster, directory: Path) -> None:
        self.cluster, self._current = cluster, Current(cluster, directory)

    @property
    def corpus(self) -> Corpus:
        """The newest version, at most a second old. Raises as `Current.corpus` does."""
        return self._current.corpus()

    @property
    def version(self) -> str:
        """The version of the corpus: when it was made and how often it was changed."""
        return self.corpus.view.snapshot.version

    @property
    def name(self) -> str:
        """Which engine it is."""
        return "opensearch"

    def state(self) -> str:
        """How the cluster calls itself: green, yellow or red."""
        return self.cluster.state()

    def held(self) -> Held:
        """What there is to search."""
        view = self.corpus.view
        values = view.snapshot.values
        years = tuple(int(year) for year in values["year"] if year)
        return Held(len(values["report"]), view.sections, sum(1 for zone in values["zone"] if zone), years)

    def search(self, request: Request) -> Answer:
        """Answer a request. Raises QueryError, BadRequest, and what asking a cluster raises."""
        return self._answering(request).answer()

    def _answering(self, request: Request) -> Answering | WholeReports:
        chosen, query, corpus = checked(request), parse(request.q), self.corpus
        filters = bound(chosen, corpus.view, request.reports)
        if request.whole and only_excludes(query):
            return WholeReports(request, corpus, query, filters)
        return Answering(request, Finding(corpus, query, filters))

    def _finding(self, request: Request) -> Finding:
        chosen, query, corpus = checked(request), parse(request.q), self.corpus
        return Finding(corpus, query, bound(chosen, corpus.view, request.reports))

    def kwic(
        self,
        request: Request,
        *,
        context: int = 20,
        order: str = "left",
        sample: int | None = None,
        seed: int = 0,
    ) -> tuple[int, list[KwicLine]]:
        """How many lines the concordance has (at most `sample`, where that is given), and those the
        request's offset and limit ask for; of the sections that are read. Raises as `search`
        does."""
        kwic.check(context, order, sample)
        lines = self._lines(request, order, sample, seed, context)
        return len(lines), lines.page(request.offset, request.limit)

    def line_note(self, request: Request, total: int, order: str) -> Saying | None:  # noqa: ARG002
        """That more sections were found than are read for a concordance, where it is so."""
        return not_read(*self.corpus.counts([self._finding(request).where]))

    def _lines(self, request: Request, order: str, sample: int | None, seed: int, context: int) -> Lines:
        return Lines(self._finding(request), order, sample, seed, context)

    def suggest(self, prefix: str, limit: int = 10, filters: Chosen = NO_CHOICE) -> tuple[Suggestion, ...]:
        """What may be searched, going on from what is typed, and how many sections that finds."""
        corpus = self.corpus
        return suggest(corpus, prefix, limit, bound(checked(Request(filters=filters)), corpus.view))

    def catalogue(self) -> Sequence[Entry]:
        """Every report that can be searched, by id."""
        view = self.corpus.view
        pairs = zip(entries(view), view.held_sections.tolist(), strict=True)
        return tuple([entry._replace(sections=sections) for entry, sections in pairs])

    def matrix(self, request: Request, rows: str = "zone", order: str = "code") -> Matrix:
        """What is found and held by year, and by issuer or what else the rows are; a page of rows.
        Raises as `search` does."""
        return matrix(self._sums(request), rows, order, request.offset, request.limit)

    def spread(self, request: Request, panel: str = "held", every_kind: bool = False, years: bool = False) -> Spread:
        """Since when each issuer says it, and how many do year by year; `years`: a row for each
        issuer and year, too. Raises as `search` does."""
        return spread(self._sums(request), panel, every_kind, request.offset, request.limit, years)

    def absent(self, request: Request) -> Absence:
        """Which reports do not say it, and what is not held. Raises as `search` does."""
        return absence(self._sums(request), request.offset, request.limit)

    def passages(self, asked: Compared) -> Passages:  # noqa: ARG002
        """Needs the suffix arrays of the index in a folder."""
        raise NotOnThisEngine(UNTOLD)

    def widespread(self, request: Request) -> WidespreadPage:  # noqa: ARG002
        """Needs the texts of the index in a folder."""
        raise NotOnThisEngine(UNTOLD)

    def alike(self, topic: Topic, limit: int = 10, only_part: bool = False) -> Alike:  # noqa: ARG002
        """Needs the suffix arrays of the index in a folder."""
        raise NotOnThisEngine(UNTOLD)

    def _sums(self, request: Request) -> ClusterSums:
        return ClusterSums(self._finding(request))

    def pinned(self) -> Pinned:
        """An engine that stays with the version of this moment."""
        return Pinned(self.corpus)


class Pinned(OpenSearchEngine):
    """An engine that stays with one version. What the last question found is kept for its other
    pages, and each goes on where the one before ended."""

    def __init__(self, corpus: Corpus) -> None:
        self.cluster, self._kept = corpus.cluster, corpus
        self._last: tuple[Request, Answering | WholeReports, Answer] | None = None
        self._lined: tuple[tuple[object, ...], Lines] | None = None

    @property
    def corpus(self) -> Corpus:
        """The version of the beginning."""
        return self._kept

    def search(self, request: Request) -> Answer:
        """Answer a request, or another page of the one before."""
        asked, last = replace(request, offset=0, limit=1), self._last
        if last is None or last[0] != asked:
            answering = self._answering(request)
            self._last = asked, answering, answering.answer()
            return self._last[2]
        page, behind = last[1].page(request)
        return replace(last[2], hits=page, partial=behind)

    def _lines(self, request: Request, order: str, sample: int | None, seed: int, context: int) -> Lines:
        asked, last = (replace(request, offset=0, limit=1), order, sample, seed, context), self._lined
        if last is None or last[0] != asked:
            last = self._lined = asked, super()._lines(request, order, sample, seed, context)
        return last[1]
