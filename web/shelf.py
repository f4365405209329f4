"""What the site has at hand: the stored reports, the search engine over them, and the notice the
corpus carries."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Final, cast

from flask import current_app

from corpus.errors import XunzhangError
from corpus.identity import short_hash
from corpus.masked import masked
from corpus.records import Report
from corpus.saying import Saying
from corpus.store.folder import Store, UnknownReport
from corpus.wording.coded import general
from index.chosen import engine_named
from search.chosen import engine_for
from search.engine import Engine, Entry
from web.catalogue import Catalogue, Known
from web.errors import Gone, NotHeld
from web.noted import notice, notice_over

EXTENSION: Final = "xunzhang"
# Seconds for which an engine is not asked again how it is.
PATIENCE: Final = 5.0


class Shelf:
    """One corpus under `data`. The engine is opened when first asked for, and asked again as long
    as there is no index."""

    def __init__(self, data: Path, *, show_refused: bool = False) -> None:
        self.data, self.show_refused = data, show_refused
        self.store = Store(data)
        self._catalogue = Catalogue()
        self._engine: Engine | None = None
        self._opening = Lock()
        self._said = ("", "")
        self._asked = -PATIENCE

    @property
    def engine(self) -> Engine:
        """The search engine. Raises the index's own errors where there is none to open."""
        with self._opening:
            if self._engine is None:
                self._engine = engine_for(self.data)
            return self._engine

    def state(self) -> tuple[str, str]:
        """Name and state of the engine, some seconds old at most; `unavailable` where it does not
        answer."""
        if time.monotonic() - self._asked >= PATIENCE:
            self._said, self._asked = self._ask(), time.monotonic()
        return self._said

    def _ask(self) -> tuple[str, str]:
        name = ""
        try:
            name = engine_named()
            return name, self.engine.state()
        except XunzhangError:
            return name, "unavailable"

    def zones(self) -> Mapping[str | None, Sequence[Entry]]:
        """What can be searched, by zone. Raises as `engine` does."""
        return self._catalogue.zones(self.engine)

    def facts(self) -> Known:
        """What is known of the reports that can be searched, and how many share it. Raises as
        `engine` does."""
        return self._catalogue.facts(self.engine)

    @property
    def notice(self) -> str | None:
        """A sentence about this corpus or some of its reports (that a sample is invented, say), if
        it carries one."""
        return notice(self.data)

    def notice_over(self, shown: Iterable[str] | None) -> str | None:
        """The sentence where it is about one of the reports that are shown; None: a page about the
        corpus as a whole."""
        return notice_over(self.data, shown)


def held_report(at_hand: Shelf, identity: str) -> Report:
    """A report that is held. Raises UnknownReport, Gone for one that was removed on purpose,
    NotHeld for what was refused."""
    try:
        report = masked(at_hand.store.report(identity))
    except UnknownReport:
        if any(short_hash(address.encode()) == identity for address in at_hand.store.removed()):
            raise Gone(Saying("这份报告已被移除，不再提供。")) from None
        raise
    if report.refused:
        reason = report.refused if at_hand.show_refused else general(report.refused)
        raise NotHeld(Saying("这份材料没有收录：%(reason)s", reason=reason))
    return report


def shelf() -> Shelf:
    """The shelf of the application that answers this request."""
    return cast(Shelf, current_app.extensions[EXTENSION])
