"""Two engines over the same reports: are their answers the same? Random questions of every kind of
the query language, within random filters and in random orders, asked of the engine of this process
and of one on a cluster.

    python -m benchmarks.equal DATA ADDRESS [--questions N] [--seed N] [--json FILE]

DATA holds reports, as `xunzhang add` left them; both engines index them. Equal are: sections,
reports, zones, occurrences, exact, facets, what is named, what holds some, what is explained, and
the hits of a page in their order; where the order is not, its rank correlation is told.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.machine import machine
from corpus.store.folder import Store
from corpus.text.fold import squeeze
from index.build import Reports, build
from index.opensearch import build as on_cluster
from index.opensearch.cluster import Cluster, Where
from search.answer import Answer
from search.embedded import Embedded
from search.engine import Engine
from search.opensearch.engine import OpenSearchEngine
from search.request import SORTS, Request

COUNTS = ("sections", "reports", "zones", "occurrences", "exact")
COMPARED = (*COUNTS, "facets", "named", "notes", "partial", "explanation", "hits", "order")
NUMBERS = ("二十三条", "12个月", "三年", "2021年", "百分之五十", "30日", "十五日内", "第5条", "1.5万", "下一年度")
FIELDS = (
    "title:法治",
    "heading:问题",
    "zone:区",
    "region:福建",
    "year:2020..2023",
    "part:问题",
    "kind:法治",
    "level:部门",
)


class Questions:
    """Random questions of what stands in some texts."""

    def __init__(self, texts: Sequence[str], zones: Sequence[str], seed: int) -> None:
        self._chance, self._zones = random.Random(seed), zones
        self._paragraphs = [part for text in texts for part in squeeze(text).split("\n") if len(part) > 12]

    def piece(self, least: int, most: int) -> str:
        """Some characters of a paragraph."""
        while True:
            paragraph, size = self._chance.choice(self._paragraphs), self._chance.randint(least, most)
            at = self._chance.randrange(len(paragraph) - size)
            found = paragraph[at : at + size]
            if all("\u4e00" <= character <= "\u9fff" for character in found):
                return found

    def apart(self, most: int) -> tuple[str, str]:
        """Two pieces of one paragraph, at most so many characters between them."""
        while True:
            paragraph, at = self._chance.choice(self._paragraphs), self._chance.randrange(8)
            one, gap = self._chance.randint(1, 3), self._chance.randint(0, most)
            first, second = paragraph[at : at + one], paragraph[at + one + gap : at + one + gap + 2]
            if second and all("\u4e00" <= character <= "\u9fff" for character in first + second):
                return first, second

    def kinds(self) -> dict[str, Callable[[], str]]:
        """How a question of each kind is made."""
        piece, chance = self.piece, self._chance
        return {
            "phrase": lambda: f'"{piece(2, 8)}"',
            "one character": lambda: f'"{piece(1, 1)}"',
            "word": lambda: piece(2, 2),
            "run": lambda: piece(3, 9),
            "two runs": lambda: f"{piece(2, 3)} {piece(2, 4)}",
            "four runs": lambda: " ".join(piece(2, 3) for _ in range(4)),
            "or": lambda: f'{piece(2, 2)} OR "{piece(2, 3)}"',
            "not": lambda: f'"{piece(2, 2)}" -"{piece(1, 2)}"',
            "only not": lambda: f'-"{piece(1, 2)}"',
            "group": lambda: f'({piece(2, 2)} OR {piece(2, 2)}) "{piece(2, 2)}"',
            "number": lambda: chance.choice(NUMBERS),
            "field": lambda: f"{chance.choice(FIELDS)} {piece(2, 3)}",
            "field or": lambda: f"{chance.choice(FIELDS)} OR {piece(2, 3)}",
            "name": lambda: f"{chance.choice(self._zones)}{chance.choice(('', ' 2022', '法治政府建设'))}",
            "absent": lambda: f"{piece(2, 3)}{piece(3, 3)[::-1]}",
            "gap": lambda: '"{}*{}"'.format(*self.apart(10)),
            "two gaps": lambda: '"{}*{}*{}"'.format(*self.apart(8), piece(1, 1)),
            "near": lambda: '"{0}" ~{2} "{1}"'.format(*self.apart(15), chance.randint(1, 20)),
            "near or": lambda: '("{0}" OR "{3}") ~{2} "{1}"'.format(*self.apart(9), chance.randint(1, 12), piece(2, 2)),
            "near gap": lambda: '"{}*{}" ~{} "{}"'.format(*self.apart(6), chance.randint(1, 12), piece(1, 2)),
            "near and run": lambda: '"{0}" ~{2} "{1}" {3}'.format(*self.apart(9), chance.randint(1, 12), piece(2, 4)),
        }

    def requests(self, count: int) -> Iterator[tuple[str, Request]]:
        """So many requests, of one kind after another."""
        kinds = [*self.kinds().items()]
        for turn in range(count):
            kind, made = kinds[turn % len(kinds)]
            chance = self._chance
            sort = chance.choice(SORTS) if chance.random() < 0.3 else "relevance"
            offset, limit = chance.choice(((0, 20), (0, 20), (0, 50), (10, 20), (40, 200)))
            yield (
                kind,
                Request(made(), self._filters(), sort, offset, limit, whole=kind == "only not" and turn % 2 == 0),
            )

    def _filters(self) -> dict[str, tuple[str, ...]]:
        chance, found = self._chance, dict[str, tuple[str, ...]]()
        if chance.random() < 0.5:
            return found
        if chance.random() < 0.5:
            found["year"] = (chance.choice(("2020..2022", "2023", "..2021", "2022..", "")),)
        if chance.random() < 0.3:
            found["region"] = (chance.choice(("440000", "350000", "350500", "")),)
        if chance.random() < 0.3:
            found["part"] = (chance.choice(("问题不足", "举措成效", "")),)
        if chance.random() < 0.2:
            found["zone"] = tuple(chance.sample([*self._zones, ""], 2))
        return found


def compared(one: Answer, other: Answer) -> dict[str, bool]:
    """What of two answers is equal."""
    same = {name: getattr(one.total, name) == getattr(other.total, name) for name in COUNTS}
    same["facets"] = one.facets == other.facets
    same["named"] = (one.bodies, one.reports, one.named) == (other.bodies, other.reports, other.named)
    same["notes"] = one.notes == other.notes and one.readings == other.readings
    same["partial"] = _of_partial(one) == _of_partial(other)
    same["explanation"] = one.explanation == other.explanation
    same["hits"] = _shown(one) == _shown(other)
    same["order"] = [*_shown(one)] == [*_shown(other)]
    return same


def _shown(answer: Answer) -> dict[tuple[str, str], Any]:
    return {(hit.report, hit.section): hit._replace(score=0.0) for hit in answer.hits}


def _of_partial(answer: Answer) -> Any:
    if answer.partial is None:
        return None
    return answer.partial.sections, [(part.hit._replace(score=0.0), part.missing) for part in answer.partial.hits]


def correlation(one: Answer, other: Answer) -> float | None:
    """Spearman's, over the hits that both pages have; None for fewer than three."""
    places = {key: at for at, key in enumerate(_shown(other))}
    ranks = [places[key] for key in _shown(one) if key in places]
    size = len(ranks)
    if size < 3:
        return None
    order = {rank: at for at, rank in enumerate(sorted(ranks))}
    return 1.0 - 6.0 * sum((at - order[rank]) ** 2 for at, rank in enumerate(ranks)) / (size * (size * size - 1))


def compare(one: Engine, other: Engine, questions: Questions, count: int) -> dict[str, Any]:
    """How many answers are equal, by kind of question; with the questions whose answers are not."""
    equal: dict[str, Counter[str]] = {kind: Counter() for kind in questions.kinds()}
    unequal: list[dict[str, Any]] = []
    spent, least = [0.0, 0.0], 1.0
    for kind, request in questions.requests(count):
        answers = []
        for at, engine in enumerate((one, other)):
            started = perf_counter()
            answers.append(engine.search(request))
            spent[at] += perf_counter() - started
        same = compared(answers[0], answers[1])
        equal[kind].update(["asked", *(name for name in COMPARED if same[name])])
        if not all(same.values()):
            rank = correlation(answers[0], answers[1])
            least = min(least, 1.0 if rank is None else rank)
            unequal.append({"kind": kind, "q": request.q, "filters": dict(request.filters), "sort": request.sort})
            unequal[-1] |= {
                "offset": request.offset,
                "differs": [name for name in COMPARED if not same[name]],
                "rank": rank,
            }
    totals = sum(equal.values(), Counter())
    return {"totals": totals, "kinds": equal, "unequal": unequal, "least correlation": least, "seconds": spent}


def both(store: Reports, folder: Path, address: str) -> tuple[Embedded, OpenSearchEngine]:
    """Both engines over what a store holds, indexed anew."""
    build(store, folder / "embedded", fresh=True)
    cluster = Cluster(Where((address,), "equal"))
    on_cluster.build(store, cluster, folder / "cluster", fresh=True)
    return Embedded(folder / "embedded"), OpenSearchEngine(cluster, folder / "names")


def main() -> None:
    """Compare, and print what is equal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("address")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=2_100)
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    store = Store(given.data)
    reports = [store.report(name) for name in store.stamps()]
    texts = [section.text for report in reports for section in report.sections]
    zones = sorted({report.zone for report in reports if report.zone})
    found = compare(*both(store, given.work, given.address), Questions(texts, zones, given.seed), given.questions)
    found |= {"machine": machine(), "sections": len(texts), "reports": len(reports), "seed": given.seed}
    print(json.dumps(found["totals"], ensure_ascii=False))
    for each in found["unequal"]:
        print(json.dumps(each, ensure_ascii=False))
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
