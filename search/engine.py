"""What a search engine is to all above it: questions in plain values, answers in plain values.

Nothing above knows how an engine keeps its texts, or whether it runs in this process at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from corpus.saying import Saying
from search.across.elsewhere import Alike, Topic
from search.across.passages import Compared, Passages, WidespreadPage
from search.answer import Answer, KwicLine, Suggestion
from search.request import NO_CHOICE, Chosen, Request
from search.tables import Absence, Matrix, Spread


@dataclass(frozen=True, slots=True)
class Held:
    """What the index holds: `years` ascending, those known."""

    reports: int
    sections: int
    zones: int
    years: tuple[int, ...]


class Entry(NamedTuple):
    """A report without its text; `sections` counts its sections, `zone_then` is the issuer's name in
    it, None where it is not told."""

    id: str
    title: str
    zone: str | None
    province: str | None
    city: str | None
    level: str | None
    kind: str
    year: int | None
    sections: int
    zone_then: str | None = None


class Engine(Protocol):
    """Answers questions about one corpus, from its newest version. Safe to use from many threads.

    Every answer comes from one version of the corpus as a whole, and equal questions to one version
    have equal answers, to the last digit of a score. Where there is no index to ask, or it is
    damaged or of another time, each method raises IndexMissing, IndexDamaged or IndexOutdated.
    """

    @property
    def version(self) -> str:
        """The version of the corpus: another one whenever an answer may be another one. Cheap."""
        ...

    @property
    def name(self) -> str:
        """Which engine it is, as the setting that chooses it says."""
        ...

    def state(self) -> str:
        """How it is: ready, or of a cluster green, yellow (copies are missing) or red (parts are)."""
        ...

    def held(self) -> Held:
        """What there is to search."""
        ...

    def search(self, request: Request) -> Answer:
        """Answer a request. Once the hits are exhausted, what holds only some of what was typed
        follows in the answer's `partial`, by score, if the request wants it. Raises QueryError for
        a query that cannot be read, BadRequest for filters, sort or limits that mean nothing; what
        is well-formed but not held finds nothing and is said in the answer's notes."""
        ...

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

        `context`: characters on each side; `order`: left, right, zone or year. A seed gives the
        same sample again. Raises as `search` does.
        """
        ...

    def line_note(self, request: Request, total: int, order: str) -> Saying | None:
        """What is to be known of a concordance of `total` lines: how they are lined up, or that not
        all sections were read; None where there is nothing. Raises as `search` does."""
        ...

    def suggest(self, prefix: str, limit: int = 10, filters: Chosen = NO_CHOICE) -> tuple[Suggestion, ...]:
        """What may be searched, going on from what is typed: issuers and reports of that name, and
        continuations, most sections first. Each says what its search finds within the filters."""
        ...

    def catalogue(self) -> Sequence[Entry]:
        """Every report that can be searched, by id."""
        ...

    def matrix(self, request: Request, rows: str = "zone", order: str = "code") -> Matrix:
        """What is found and held by year, and by issuer or what else `rows` are: ROWS of
        `search.tables`. A page of rows, by division `code` or with most `sections` first.
        Raises as `search` does."""
        ...

    def spread(self, request: Request, panel: str = "held", every_kind: bool = False, years: bool = False) -> Spread:
        """Since when each issuer says it, and how many do, year by year: of all issuers held, or of
        the balanced panel of those of whom every year is held. Where no kind of report is chosen it
        is told of the one with most hits, unless of `every_kind` together. `years`: a row for each
        issuer and year, too. Raises as `search` does."""
        ...

    def absent(self, request: Request) -> Absence:
        """Which reports of the selection do not say it, and which years of its issuers are not
        held. Raises as `search` does."""
        ...

    def passages(self, asked: Compared) -> Passages:
        """What a text shares with the reports held. Raises NotOnThisEngine where an engine cannot
        tell, BadRequest for a draft that is too long or a least length that means nothing, and as
        `search` does for filters."""
        ...

    def widespread(self, request: Request) -> WidespreadPage:
        """The sentences that most issuers of a selection write, figures apart; the query is not
        asked. Raises NotOnThisEngine, and as `search` does."""
        ...

    def alike(self, topic: Topic, limit: int = 10, only_part: bool = False) -> Alike:
        """The sections most like one: the best of each other issuer, and of the issuer's other
        reports; `only_part`: of the same part alone. Raises NotOnThisEngine where the engine cannot
        tell."""
        ...

    def pinned(self) -> Engine:
        """An engine that stays with the version of this moment, whatever is built meanwhile: for a
        long answer asked for page by page. It may remember what its last question needed, so it is
        for one reader and dropped afterwards."""
        ...
