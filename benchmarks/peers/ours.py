"""Xunzhang itself: the whole answer below HTTP, from the question as typed to facets and twenty
snippets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from time import perf_counter
from typing import Any

import index.build
from benchmarks.material import UNSTATED, Material
from benchmarks.peers.peer import Peer, Reply
from benchmarks.questions import Question
from corpus.records import Report
from index.build import build
from search.embedded import Embedded
from search.engine import Engine
from search.query.read import parse
from search.request import MAX_LIMIT, Request

SEGMENTS = 7
# One report in so many is deleted again.
DELETED = 20
# Sections read page by page for recall; past them only the total is compared.
MOST_READ = 2_000
ADDED = 5
# Nobody wrote these: they say which report was found.
NEWS = ("鹭鹚鸬鹬", "鲭鲹鲻鲷", "蜻蛉蜉蝣", "桉榕槭榉", "芍荠茴芎")


class Ours(Peer):
    """A fresh index."""

    def build(self) -> None:
        build(self.material, self.directory, fresh=True)

    def open(self) -> None:
        self.numbers = {
            (report, str(n)): number for report, some in self.material.numbers() for n, number in enumerate(some)
        }
        self.engine: Engine = Embedded(self.directory)

    def forget(self) -> None:
        getattr(parse, "cache_clear", bool)()  # queries that were read are remembered

    def add(self) -> list[float]:
        """Seconds from a new report to its being found, for one report after another."""
        first, spent, added = self.material.report(self.material.held[0]), [], {}
        for turn in range(ADDED):
            sections = tuple(replace(section, text=section.text + NEWS[turn]) for section in first.sections)
            added[f"{turn:012d}"] = replace(first, id=f"{turn:012d}", sections=sections)
            started = perf_counter()
            build(OneMore(self.material, added), self.directory)
            answer = Embedded(self.directory).search(Request(f'"{NEWS[turn]}"'))
            spent.append(perf_counter() - started)
            if answer.total.sections != len(sections):
                raise ValueError("a report that was added is not found")
        return spent

    def ask(self, question: Question) -> Any:
        return self.engine.search(request(question))

    def read(self, answer: Any) -> Reply:
        zones, years = (
            {value.value or UNSTATED: value.count for value in answer.facets[name]} for name in ("zone", "year")
        )
        return Reply(answer.total.sections, zones, years, len(answer.hits), answer.total.occurrences)

    def found(self, question: Question) -> Iterable[int]:
        for offset in range(0, MOST_READ, MAX_LIMIT):
            hits = self.engine.search(request(question, offset, MAX_LIMIT)).hits
            yield from (self.numbers[hit.report, hit.section] for hit in hits)
            if len(hits) < MAX_LIMIT:
                return


class OursWorn(Ours):
    """An index in SEGMENTS segments, from which one report in DELETED was deleted again."""

    def build(self) -> None:
        characters = sum(len(row.body) for row in self.material.rows())
        usual, index.build.SEGMENT_CHARACTERS = index.build.SEGMENT_CHARACTERS, characters // SEGMENTS + 1
        build(self.material, self.directory, fresh=True)
        index.build.SEGMENT_CHARACTERS = usual
        gone = {report for report, _ in deleted(self.material)}
        self.material.held = tuple(report for report in self.material.held if report not in gone)
        build(self.material, self.directory)


def deleted(material: Material) -> list[tuple[str, range]]:
    """The reports that `OursWorn` deletes, with the numbers of their sections."""
    return [pair for turn, pair in enumerate(material.numbers()) if turn % DELETED == DELETED - 1]


class OneMore:
    """The material with further reports at its end."""

    def __init__(self, material: Material, added: Mapping[str, Report]) -> None:
        self.material, self.added = material, added

    def stamps(self) -> dict[str, str]:
        return self.material.stamps() | dict.fromkeys(self.added, "1")

    def report(self, report: str) -> Report:
        return self.added.get(report) or self.material.report(report)


def request(question: Question, offset: int = 0, limit: int | None = None) -> Request:
    """The question as a person types it."""
    filters = {name: (value,) for name, value in (("zone", question.zone), ("year", question.year)) if value}
    q = " ".join(question.words) if question.words else f'"{escaped(question.phrase)}"'
    return Request(q, filters, offset=offset) if limit is None else Request(q, filters, offset=offset, limit=limit)


def escaped(phrase: str) -> str:
    """The phrase as it stands between quotes: folding made every kind of quote `"`."""
    return phrase.replace("\\", "\\\\").replace('"', '\\"')
