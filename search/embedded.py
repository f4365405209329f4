"""The engine in this process: an index in a folder, asked through arrays that are mapped from its
files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.saying import Saying
from index.live import Live
from search.across.elsewhere import Alike, Topic
from search.across.passages import Compared, Passages, WidespreadPage
from search.alike.found import alike
from search.answer import Answer, KwicLine, Suggestion
from search.answering import answered, shown
from search.engine import Entry, Held
from search.found import Found
from search.lines import kwic
from search.lines.kwic import Lines
from search.listed import entries
from search.match.filters import bound, checked
from search.match.view import View
from search.once import Last
from search.passages.asking import check
from search.passages.compared import compared
from search.passages.widespread import widespread
from search.query.read import parse
from search.request import NO_CHOICE, Chosen, Request
from search.show import suggest
from search.spread.absence import absence
from search.spread.adopters import spread
from search.spread.found_sums import FoundSums
from search.spread.matrix import matrix
from search.tables import Absence, Matrix, Spread

# Whoever reads hits page after page has so many put in order at a time: ordering costs a look at all
# of them, 1 to 2 ms of 54,132.
AHEAD = 5_000


class Embedded:
    """Answers questions about the index in a folder, always from its newest snapshot. Safe to use
    from many threads."""

    def __init__(self, directory: Path) -> None:
        self._live = Live(directory)
        self._view: View | None = None

    @property
    def view(self) -> View:
        """The newest snapshot. Raises IndexMissing, IndexDamaged, IndexOutdated."""
        snapshot, view = self._live.snapshot(), self._view
        if view is None or view.snapshot is not snapshot:
            view = self._view = View(snapshot)
        return view

    @property
    def version(self) -> str:
        """The version of the corpus: generation and commit."""
        return self.view.snapshot.version

    @property
    def name(self) -> str:
        """Which engine it is."""
        return "embedded"

    def state(self) -> str:
        """Ready. Raises what opening an index raises."""
        self._live.snapshot()
        return "ready"

    def held(self) -> Held:
        """What there is to search."""
        view = self.view
        values = view.snapshot.values
        years = tuple(int(year) for year in values["year"] if year)
        zones = sum(1 for zone in values["zone"] if zone)
        return Held(len(values["report"]), view.sections, zones, years)

    def search(self, request: Request) -> Answer:
        """Answer a request. Raises QueryError, BadRequest, and what opening an index raises."""
        ranked = request.sort == "relevance"
        found = self._found(request, request.offset + request.limit if ranked else None)
        return answered(request, found)

    def _found(self, request: Request, most: int | None = None) -> Found:
        chosen, query, view = checked(request), parse(request.q), self.view
        filters = bound(chosen, view, request.reports)
        return Found(view, query, filters, most=most if query.operands else None, whole=request.whole)

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
        request's offset and limit ask for.

        `context`: characters on each side; `order`: left, right, zone or year. Raises as `search`
        does.
        """
        kwic.check(context, order, sample)
        lines = self._lines(request, order, sample, seed)
        return len(lines), lines.page(request.offset, request.limit, context)

    def line_note(self, request: Request, total: int, order: str) -> Saying | None:  # noqa: ARG002
        """How so many lines are lined up, where not all together."""
        return kwic.note(total, order)

    def _lines(self, request: Request, order: str, sample: int | None, seed: int) -> Lines:
        return kwic.concordance(self._found(request), order, sample, seed)

    def suggest(self, prefix: str, limit: int = 10, filters: Chosen = NO_CHOICE) -> tuple[Suggestion, ...]:
        """What may be searched, going on from what is typed, and how many sections that finds."""
        view = self.view
        return suggest.suggest(view, prefix, limit, bound(checked(Request(filters=filters)), view))

    def catalogue(self) -> tuple[Entry, ...]:
        """Every report that can be searched, by id."""
        return entries(self.view)

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

    def _sums(self, request: Request) -> FoundSums:
        return FoundSums(self._found(request))

    def passages(self, asked: Compared) -> Passages:
        """What a text shares with the reports held. Raises BadRequest."""
        check(asked)
        view = self.view
        return compared(view, asked, bound(checked(Request(filters=asked.filters)), view))

    def widespread(self, request: Request) -> WidespreadPage:
        """The sentences that most issuers of a selection write, figures apart. Raises
        BadRequest."""
        view = self.view
        return widespread(view, bound(checked(request), view), request.offset, request.limit)

    def alike(self, topic: Topic, limit: int = 10, only_part: bool = False) -> Alike:
        """The sections most like one, the best of each other issuer, and of the issuer's other
        reports."""
        return alike(self.view, topic, limit, only_part)

    def pinned(self) -> Pinned:
        """An engine that stays with the snapshot of this moment."""
        return Pinned(self.view)


class Pinned(Embedded):
    """An engine that stays with one snapshot, whatever is built meanwhile.

    Lines of a concordance are sorted as a whole: they are placed and sorted once (numbers only),
    and every page of the same question reads its lines from there. In the same way a search finds
    once what all its pages show, and what is told of a phrase comes from one finding.
    """

    def __init__(self, view: View) -> None:
        self._kept = view
        self._last_lines: Last[tuple[object, ...], Lines] = Last()
        self._answered: tuple[Request, Found, Answer] | None = None
        self._last_sums: Last[Request, FoundSums] = Last()

    @property
    def view(self) -> View:
        """The snapshot of the beginning."""
        return self._kept

    def search(self, request: Request) -> Answer:
        """Answer a request, or another page of the one before."""
        asked, last = replace(request, offset=0, limit=1), self._answered
        if last is None or last[0] != asked:
            found = self._found(request)
            answer = answered(request, found)
            self._answered = asked, found, answer
            return answer
        page, behind, same = shown(request, last[1], AHEAD)
        return replace(last[2], hits=page, partial=behind, same=same)

    def _lines(self, request: Request, order: str, sample: int | None, seed: int) -> Lines:
        asked = replace(request, offset=0, limit=1), order, sample, seed
        return self._last_lines.of(asked, lambda: Embedded._lines(self, request, order, sample, seed))

    def _sums(self, request: Request) -> FoundSums:
        return self._last_sums.of(replace(request, offset=0, limit=1), lambda: Embedded._sums(self, request))
