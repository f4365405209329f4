"""Two reports compared: how long it takes.

    python -m benchmarks.changes

National work reports of years that follow each other (../shared, not shipped), and pairs of 2,000
sentences made to be hard: no two alike, all alike, two rows that repeat. The best of five passes,
of the processor and of the wall, with the words that changed left out, which are read when a row is
shown.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from benchmarks.authors import work_reports
from corpus.records import Report
from search.changes.compared import MOST, compared
from search.changes.sentence import sentences

PASSES = 5
SAME = "组织开展行政执法人员法律知识培训活动取得明显成效"


def timed(old: Report, new: Report) -> tuple[float, float]:
    """Milliseconds of the processor and of the wall."""
    return min(_once(old, new, time.process_time) for _ in range(PASSES)), min(
        _once(old, new, time.perf_counter) for _ in range(PASSES)
    )


def _once(old: Report, new: Report, clock: Callable[[], float]) -> float:
    begin = clock()
    compared(old, new)
    return 1000 * (clock() - begin)


def years(reports: dict[str, Report]) -> Iterator[tuple[str, Report, Report]]:
    """Work reports of years that follow each other."""
    every = sorted((name, report) for name, report in reports.items() if name.startswith("work-"))
    for (_, old), (name, new) in pairwise(every):
        yield name, old, new


def hard(like: Report) -> Iterator[tuple[str, Report, Report]]:
    """Pairs as long as any that are compared."""
    draw = random.Random(1)
    han = [chr(draw.randrange(0x4E00, 0x9000)) for _ in range(300)]
    kinds: dict[str, Callable[[], str]] = {
        "no two alike": lambda: "".join(draw.choices(han, k=40)),
        "all alike": lambda: SAME + "".join(draw.choices(han, k=2)),
        "two rows": lambda: draw.choice("甲乙"),
        "figures only": lambda: f"{draw.randrange(10**6)}\t{draw.randrange(9)}",
    }
    for name, made in kinds.items():
        sides = [_report(like, [made() for _ in range(MOST)]) for _ in range(2)]
        yield name, sides[0], sides[1]


def _report(like: Report, lines: list[str]) -> Report:
    return replace(like, sections=(replace(like.sections[0], text="\n".join(lines)),))


def main() -> int:
    reports = work_reports()
    rows = [(len([*sentences(a), *sentences(b)]) / 2, name, *timed(a, b)) for name, a, b in years(reports)]
    print("sentences a side  processor  wall (ms)")
    for size, name, processor, wall in sorted(rows):
        print(f"{size:10.0f}  {processor:10.1f} {wall:8.1f}  {name}")
    for name, old, new in hard(reports["work-2023"]):
        processor, wall = timed(old, new)
        print(f"{MOST:10}  {processor:10.1f} {wall:8.1f}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
