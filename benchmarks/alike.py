"""Sections alike: how many of the first are about the same topic, on judged sections, and how long it
takes.

    python -m benchmarks.alike [--index FOLDER]

The judgements (judgements-alike.toml) are of the sample and the seeds, searched beside the national
work reports; only the half called tuned may choose weights. With `--index` the time is told of 150 random sections
of an index, the best of three passes each, of the processor. Exit status 1 where fewer than 12 of
14 first ones are right on the half that was not tuned on.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.authors import work_reports
from benchmarks.judged import sample
from benchmarks.rankings import Sample
from corpus.clean import clean
from corpus.records import Page, Report
from search.across.elsewhere import Alike, Topic
from search.embedded import Embedded
from web.alike.topic import section_of, topic_of

JUDGEMENTS = Path(__file__).with_name("judgements-alike.toml")
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
LEAST_RIGHT, SHOWN = 12, 4
TIMED, PASSES = 150, 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A section and those that are about the same; `half`: tuned or held."""

    of: str
    half: str
    right: frozenset[str]


def judged() -> list[Judged]:
    """The judgements, in the order of the file."""
    rows = tomllib.loads(JUDGEMENTS.read_text(encoding="utf-8"))["section"]
    return [Judged(row["of"], row["half"], frozenset(row["alike"].split())) for row in rows]


def seeds() -> dict[str, Report]:
    """The seeds, by the number that their file's name begins with."""
    files = sorted(SEEDS.glob("*.txt"))
    return {f"seed-{path.name[:3]}": clean(Page(f"file:///{path.name}", path.read_bytes())) for path in files}


def answered(engine: Embedded, reports: Mapping[str, Report], of: str) -> list[str]:
    """What is shown for a section, by names."""
    names = {report.id: name for name, report in reports.items()}
    name, _, section = of.partition("/")
    report = reports[name]
    found = engine.alike(topic_of(report, section_of(report, section)), SHOWN)
    return [f"{names[each.hit.report]}/{each.hit.section}" for each in found.bodies]


def told(engine: Embedded, reports: Mapping[str, Report]) -> int:
    """Print how many are right in each half; gives how many first ones are on the half held."""
    held = 0
    for half in ("tuned", "held"):
        rows = [(row, answered(engine, reports, row.of)) for row in judged() if row.half == half]
        first = sum(bool(given) and given[0] in row.right for row, given in rows)
        right = sum(each in row.right for row, given in rows for each in given)
        print(f"{half}: first right {first} of {len(rows)}, right {right} of {sum(len(g) for _, g in rows)} shown")
        for row, given in rows:
            if not given or given[0] not in row.right:
                print(f"  {row.of}: {' '.join(given)}")
        held = first
    return held


def topics(engine: Embedded) -> Iterator[Topic]:
    """Random sections of an index."""
    draw, segments = random.Random(7), engine.view.segments
    for segment in draw.choices(segments, [each.size for each in segments], k=TIMED):
        doc = draw.choice(segment.documents.tolist())
        of = segment.segment.stored(doc)
        heading = of.headings[-1] if of.headings else ""
        yield Topic(of.report, of.zone, of.kind, of.part, heading, segment.text.shown(doc))


def timed(engine: Embedded) -> list[float]:
    """Milliseconds of the processor for each topic, ascending."""
    return sorted(min(_once(engine, topic) for _ in range(PASSES)) for topic in topics(engine))


def _once(engine: Embedded, topic: Topic) -> float:
    begin = time.process_time()
    found: Alike = engine.alike(topic)
    assert found.version
    return 1000 * (time.process_time() - begin)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--index", type=Path, help="an index to measure the time on")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reports = sample() | seeds() | work_reports()
        held = told(Sample(Path(folder), reports).engine, reports)
    if given.index:
        times = timed(Embedded(given.index))
        print(f"p50 {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f}, worst {times[-1]:.1f}")
    return int(held < LEAST_RIGHT)


if __name__ == "__main__":
    sys.exit(main())
