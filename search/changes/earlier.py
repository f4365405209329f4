"""Which report comes before another: the same issuer's of the same kind, of the latest year that is
held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from corpus.errors import XunzhangError
from corpus.gazetteer.divisions import codes_named
from corpus.gazetteer.zones import other_names


class NothingEarlier(XunzhangError):
    """No report was named to compare with, and none of an earlier year is held."""

    code = "nothing_earlier"


class Dated(Protocol):
    """What is asked of a report: its record, or its entry in a catalogue."""

    @property
    def id(self) -> str: ...
    @property
    def zone(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def year(self) -> int | None: ...


Report = TypeVar("Report", bound=Dated)


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names are one issuer's: equal, or today's name and a former one in the gazetteer.

    >>> same_body("西安市户县", "西安市鄠邑区"), same_body("户县", "鄠邑区"), same_body(None, None)
    (False, True, False)
    """
    if not one or not other:
        return False
    today = [other_names().get(name, name) for name in (one, other)]
    codes = [codes_named(name) for name in today]
    return today[0] == today[1] or (len(codes[0]) == 1 and codes[0] == codes[1])


def own(report: Dated, held: Iterable[Report]) -> list[Report]:
    """The other reports of the same issuer and kind, oldest first."""
    found = [
        each
        for each in held
        if each.id != report.id and each.kind == report.kind and each.year and same_body(report.zone, each.zone)
    ]
    return sorted(found, key=lambda each: (each.year or 0, each.id))


def earlier(report: Dated, held: Iterable[Report]) -> Report | None:
    """The one of the latest earlier year; None where none is held, or the report's year is not
    known."""
    before = [each for each in own(report, held) if report.year and (each.year or 0) < report.year]
    return before[-1] if before else None


def skipped(one: Dated, other: Dated) -> list[int]:
    """The years between two reports of one issuer and kind, which neither of them tells of."""
    if not one.year or not other.year or one.kind != other.kind or not same_body(one.zone, other.zone):
        return []
    return list(range(min(one.year, other.year) + 1, max(one.year, other.year)))
