"""A search as a feed one can subscribe to: its entries are sections, each with the time since when
it says what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flask import Flask, Response, request, stream_template

from corpus.intake.appeared import UNKNOWN, appeared
from corpus.store.folder import Store
from search.answer import Hit
from search.stream import every_hit
from web.address import links, place
from web.address.parameters import read_search
from web.record.answer_record import hit_record
from web.record.sheet import blocks
from web.shelf import shelf
from web.taking.file import now

# Ids are absolute and stay the same wherever and under whatever name the feed is read (RFC 4287,
# 4.2.6; RFC 4151): an id names a section of a report, and a report has the same id on every site.
NAMED: Final = "tag:xunzhang.invalid,2026:"
DATED: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


class Times:
    """Since when sections say what they say. The pages of a report are looked at once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Mapping[str, str]] = {}

    def of(self, hit: Hit) -> str:
        """Since when a section says what it says, as ISO 8601 in UTC; the year behind the report's,
        where nothing tells."""
        if hit.report not in self._known:
            report = self._store.readable(hit.report)
            self._known[hit.report] = appeared(self._store, report) if report else {}
        found = self._known[hit.report].get(hit.section, UNKNOWN)
        if found != UNKNOWN and DATED.fullmatch(found):
            return found
        return f"{hit.year + 1}-01-01T00:00:00Z" if hit.year else UNKNOWN


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/search.atom", "export_atom", export_atom)


def export_atom() -> Response:
    """All hits as a feed, newest first."""
    state = read_search(request.args)
    answer, hits = every_hit(shelf().engine, links.with_request(state, sort="newest").request)
    times = Times(shelf().store)
    entries = ((hit, hit_record(hit, answer.text), times.of(hit)) for hit in hits)
    pieces = stream_template(
        "feed.atom",
        state=state,
        answer=answer,
        entries=entries,
        root=place.root(),
        named=NAMED,
        updated=changed(answer.version),
    )
    return Response(blocks(pieces), content_type="application/atom+xml; charset=utf-8")


def changed(version: str) -> str:
    """When the corpus became this version, as ISO 8601 in UTC; now, where the version does not
    tell.

    >>> changed("20261121215004.1")
    '2026-11-21T21:50:04Z'
    """
    found = re.match(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.", version)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else now()
