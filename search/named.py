"""What a query names, as plain values: issuers and reports."""

from __future__ import annotations

from typing import NamedTuple


class Body(NamedTuple):
    """An issuer that is named: how many reports of it are held, and of which years, ascending."""

    zone: str
    reports: int
    years: tuple[int, ...]


class ReportHit(NamedTuple):
    """A report whose title, issuer, year or document number holds all that was typed."""

    report: str
    title: str
    zone: str | None
    year: int | None
    kind: str
    number: str | None


class Named(NamedTuple):
    """How many reports are named in all, and how many of the first a page shows."""

    reports: int
    shown: int


NOTHING_NAMED = Named(0, 0)
