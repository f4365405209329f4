"""The two reports that an address compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.errors import XunzhangError
from corpus.records import Report
from corpus.saying import Saying
from search.changes.compared import MOST, Changes, compared
from search.changes.earlier import Dated, NothingEarlier, earlier, own, same_body, skipped
from search.engine import Entry
from web.shelf import Shelf, held_report


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports and what is new; `own` are the others of the newer one's issuer and kind, oldest
    first."""

    old: Report
    new: Report
    changes: Changes
    own: Sequence[Dated]

    @property
    def notes(self) -> list[Saying]:
        """What has to be said before the rows are read."""
        said = []
        if not same_body(self.old.zone, self.new.zone):
            said.append(Saying("两份报告不是同一主体的。"))
        if self.old.kind != self.new.kind:
            said.append(Saying("两份报告不是同一类型的。"))
        if years := self.skipped:
            held = {each.year for each in self.own}
            missing = [year for year in years if year not in held]
            said.append(Saying("中间隔着 %(years)s 年。", years="、".join(map(str, years))))
            if missing:
                said.append(Saying("其中 %(years)s 年的报告没有收录。", years="、".join(map(str, missing))))
        if self.changes.is_cut:
            said.append(Saying("报告太长，每份只比较前 %(most)s 句。", most=f"{MOST:,}"))
        return said

    @property
    def skipped(self) -> list[int]:
        """The years between the two."""
        return skipped(self.old, self.new)


def held(at_hand: Shelf) -> list[Entry]:
    """Every report that can be searched; none where the index does not answer."""
    try:
        return [entry for entries in at_hand.zones().values() for entry in entries]
    except XunzhangError:
        return []


def compare(at_hand: Shelf, identity: str, other: str) -> Comparison:
    """Two reports compared; where no other is named, with the one of the latest earlier year. Raises
    NothingEarlier, and what `held_report` raises."""
    new, every = held_report(at_hand, identity), held(at_hand)
    old = held_report(at_hand, other or before(new, every))
    return Comparison(old, new, compared(old, new), own(new, every))


def before(report: Dated, every: Iterable[Dated]) -> str:
    """The id of the report that another is compared with where none is named. Raises
    NothingEarlier."""
    found = earlier(report, every)
    if found is None:
        raise NothingEarlier(Saying("没有收录同一主体更早的同类报告；请说明同哪一份报告比较。"))
    return found.id
