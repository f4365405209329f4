"""The race: the same sections in every engine, the same questions to each, in turns.

    python -m benchmarks.speed [--name NAME] [--sections N] [--times N] [--generated] [--engines a,b] [--passes N]
                               [--askers N]

Each engine builds in a process of its own, one after the other; then all are opened, each in its
process, and go through the questions in rounds, their order rotating, so that what else the machine
does hits all alike. A question's time is taken inside the engine's process; of several passes the
best counts, and all are kept. Then each engine alone answers N askers at once, in as many processes
as there are cores.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.asked import Asked, digest, material_record, prepare, questions_record, true_for
from benchmarks.askers import ASKERS
from benchmarks.chart import bars
from benchmarks.engines import ROOT, Worker, at_once, build, command, race
from benchmarks.entrants import ENTRANTS, Entrant
from benchmarks.figures import Round, judged, summary
from benchmarks.machine import commit, load, machine, versions
from benchmarks.table import tables
from benchmarks.targets import verdicts

RUNS = Path(__file__).parent / "runs"
PASSES = 5
PACKAGES = ("numpy", "whoosh-reloaded", "pydivsufsort", "jieba", "rjieba", "tantivy", "opensearch-py")


def run(asked: Asked, entrants: Sequence[Entrant], work: Path, chosen: argparse.Namespace) -> dict[str, Any]:
    """Everything measured, but for what the run ran on."""
    passes, niceness = chosen.passes, chosen.niceness
    built, skipped = build(entrants, work, digest(asked.rows), niceness)
    workers = {name: Worker(command(ENTRANTS[name], work, "serve", niceness)) for name in built}
    rounds = race({name: worker for name, worker in workers.items() if ENTRANTS[name].timed}, passes)
    many, engines = {}, {}
    for name in [each for each in rounds if ENTRANTS[each].many and chosen.askers]:
        many[name] = at_once(command(ENTRANTS[name], work, "serve", niceness), asked, chosen.askers)
        print(f"{name} asked by {chosen.askers} at once", flush=True)
    for name, worker in workers.items():
        engines[name] = _engine(ENTRANTS[name], worker, asked, rounds.get(name, [])) | {"build": built[name]}
        engines[name]["at_once"] = many.get(name)
        worker.close()
        print(f"{name} checked", flush=True)
    return {
        "material": material_record(asked),
        "questions": questions_record(asked),
        "engines": engines,
        "skipped": skipped,
    }


def _engine(entrant: Entrant, worker: Worker, asked: Asked, rounds: list[Round]) -> dict[str, Any]:
    memory = worker.ask("memory")  # before checking, which holds far more than answers do
    found = worker.ask("check")
    true = true_for(entrant, asked)
    judgements = [judged(checked, truth) for checked, truth in zip(found, true, strict=True)]
    return {
        "label": entrant.label,
        "open_seconds": worker.opened["seconds"],
        "asked": memory,
        "summary": summary(asked.questions, rounds, judgements),
        "add": worker.ask("add") if entrant.many else None,
        "verdicts": judgements,
        "rounds": rounds,
    }


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    reader = argparse.ArgumentParser(prog="benchmarks.speed", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("--name", help="keep the run as runs/<date>-NAME.json and .svg; without it nothing is kept")
    reader.add_argument("--sections", type=int, help="at most about so many sections (before --times)")
    reader.add_argument("--times", type=int, default=1, help="repeat the material so often, altered (default 1)")
    reader.add_argument("--generated", action="store_true", help="generated material even where the laws are at hand")
    reader.add_argument("--engines", default=",".join(ENTRANTS), help=f"which engines, of {','.join(ENTRANTS)}")
    reader.add_argument("--passes", type=int, default=PASSES, help=f"passes over the questions (default {PASSES})")
    reader.add_argument(
        "--askers",
        type=int,
        default=ASKERS,
        help=f"so many ask each engine at once at the end, 0: none (default {ASKERS})",
    )
    reader.add_argument(
        "--niceness", type=int, default=0, help="priority of the engines; below 0 (root only) on a busy machine"
    )
    reader.add_argument(
        "--work",
        type=Path,
        help="keep material and the peers' indexes in this folder and use what it holds (default: a temporary one)",
    )
    return reader.parse_args(given)


def measure(chosen: argparse.Namespace, work: Path) -> dict[str, Any]:
    """One whole run as a record."""
    before = load()
    asked = prepare(work, chosen.sections, chosen.times, chosen.generated)
    entrants = [ENTRANTS[name] for name in chosen.engines.split(",")]
    measured = run(asked, entrants, work, chosen)
    measured["material"]["times"] = chosen.times
    return {
        "name": chosen.name,
        "date": date.today().isoformat(),
        "commit": commit(),
        "arguments": {key: value for key, value in vars(chosen).items() if key != "work"},
        "machine": machine(),
        "versions": versions(PACKAGES),
        "load": {"before": before, "after": load()},
        **measured,
    }


def main(given: Sequence[str] | None = None) -> dict[str, Any]:
    """Measure, print, and keep what has a name."""
    chosen = arguments(given)
    work = chosen.work or Path(tempfile.mkdtemp(prefix="speed-"))
    try:
        work.mkdir(parents=True, exist_ok=True)
        record = measure(chosen, work)
    finally:
        if not chosen.work:
            shutil.rmtree(work, ignore_errors=True)
    print("", tables(record), "", *verdicts(record), sep="\n")
    if chosen.name:
        RUNS.mkdir(exist_ok=True)
        path = RUNS / f"{record['date']}-{chosen.name}"
        path.with_suffix(".json").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf8")
        path.with_suffix(".svg").write_text(bars(record), encoding="utf8")
        print(f"\nkept as {path.with_suffix('.json').relative_to(ROOT)} and .svg")
    return record


if __name__ == "__main__":
    main()
