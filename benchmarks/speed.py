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
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.askers import ASKERS, SECONDS, shares, summed
from benchmarks.chart import bars
from benchmarks.entrants import ENTRANTS, Entrant
from benchmarks.figures import Round, Truth, judged, summary, truths, without
from benchmarks.machine import commit, load, machine, versions
from benchmarks.material import Material, Row, gather, planted, reports, write
from benchmarks.memory import watched
from benchmarks.peers.ours import deleted
from benchmarks.questions import Question, plants, questions
from benchmarks.scan import Scan
from benchmarks.table import tables
from benchmarks.targets import verdicts
from index.analysts import cores

ROOT = Path(__file__).parents[1]
RUNS = Path(__file__).parent / "runs"
PASSES = 5
PACKAGES = ("numpy", "whoosh-reloaded", "pydivsufsort", "jieba", "rjieba", "tantivy", "opensearch-py")


@dataclass(frozen=True, slots=True)
class Asked:
    """The material, what is asked, and what is true of it."""

    words: str
    material: Material
    rows: Sequence[Row]
    scan: Scan
    questions: tuple[Question, ...]
    truths: Sequence[Truth]


class Worker:
    """An engine in its process, open for questions."""

    def __init__(self, command: Sequence[str]) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        self.opened: dict[str, Any] = self.hear()

    def ask(self, wanted: str) -> Any:
        """One exchange, as `benchmarks.worker` describes it."""
        self.tell(wanted)
        return self.hear()

    def tell(self, wanted: str) -> None:
        """Say what is wanted, and go on."""
        assert self.process.stdin
        self.process.stdin.write(wanted + "\n")
        self.process.stdin.flush()

    def hear(self) -> Any:
        """The next thing it says."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"an engine's process ended with {self.process.wait()}")
        return json.loads(line)

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


def prepare(work: Path, sections: int | None, times: int, generated: bool) -> Asked:
    """Write material and questions to the folder, and find out what is true."""
    words, documents = gather(sections, generated)
    first = sum(len(report.sections) for report in reports(documents, 1))
    wanted = plants(first)
    material = write(work / "material.jsonl", planted(reports(documents, times), first, wanted))
    rows = list(material.rows())
    scan = Scan(row.body for row in rows)
    asked = questions(rows, scan, wanted)
    (work / "questions.json").write_text(
        json.dumps([asdict(question) for question in asked], ensure_ascii=False), encoding="utf8"
    )
    return Asked(words, material, rows, scan, asked, truths(asked, rows, scan))


def command(entrant: Entrant, work: Path, task: str, niceness: int = 0) -> list[str]:
    """What starts an engine's process."""
    folders = [str(work / "material.jsonl"), str(work / entrant.name)]
    parts = [sys.executable, "-m", "benchmarks.worker", entrant.name, *folders, str(niceness), task]
    return parts if task == "build" else [*parts, str(work / "questions.json")]


def build(
    entrants: Sequence[Entrant], work: Path, of: str = "", niceness: int = 0
) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """What building took for each engine, and why others could not. What was built of the same
    material (`of`) is not built again."""
    built, skipped = {}, {}
    for entrant in entrants:
        kept = work / f"{entrant.name}.built.json"
        before = json.loads(kept.read_text()) if entrant.fixed and kept.exists() else {}
        if before.get("of") == of:
            built[entrant.name] = before
            continue
        shutil.rmtree(work / entrant.name, ignore_errors=True)
        status, printed, complained, most = watched(command(entrant, work, "build", niceness), ROOT)
        last = ((complained if status else printed).strip().splitlines() or ["no message"])[-1]
        if status:
            skipped[entrant.name] = last
            print(f"{entrant.name} skipped: {last}", flush=True)
            continue
        figures = json.loads(last)
        # A look now and then misses short peaks, the process's own mark misses its children.
        built[entrant.name] = {**figures, "together_mb": max(most, figures["peak_mb"]), "load": load(), "of": of}
        kept.write_text(json.dumps(built[entrant.name]))
        print(f"{entrant.name} built in {figures['seconds']:.1f} s", flush=True)
    return built, skipped


def race(workers: Mapping[str, Worker], passes: int) -> dict[str, list[Round]]:
    """Milliseconds by engine, pass and question."""
    rounds: dict[str, list[Round]] = {name: [] for name in workers}
    names = list(workers)
    for turn in range(passes):
        shift = turn % max(1, len(names))
        for name in names[shift:] + names[:shift]:
            rounds[name].append(workers[name].ask("round"))
        print(f"pass {turn + 1} of {passes}", flush=True)
    return rounds


def at_once(started: Sequence[str], asked: Asked, askers: int) -> dict[str, Any]:
    """What an engine answers to so many askers, in a process a core started by this command."""
    workers = [Worker(started) for _ in range(min(askers, cores()))]
    for worker, share in zip(workers, shares(askers, len(workers)), strict=True):
        worker.tell(f"askers {share} {SECONDS}")
    found = [worker.hear() for worker in workers]
    for worker in workers:
        worker.close()
    return summed(found, [question.kind for question in asked.questions], askers, SECONDS)


def run(asked: Asked, entrants: Sequence[Entrant], work: Path, chosen: argparse.Namespace) -> dict[str, Any]:
    """Everything measured, but for what the run ran on."""
    passes, niceness = chosen.passes, chosen.niceness
    built, skipped = build(entrants, work, _digest(asked.rows), niceness)
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
    return {"material": _material(asked), "questions": _questions(asked), "engines": engines, "skipped": skipped}


def _digest(rows: Sequence[Row]) -> str:
    digest = sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()[:12]


def _engine(entrant: Entrant, worker: Worker, asked: Asked, rounds: list[Round]) -> dict[str, Any]:
    memory = worker.ask("memory")  # before checking, which holds far more than answers do
    found = worker.ask("check")
    true = _true_for(entrant, asked)
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


def _true_for(entrant: Entrant, asked: Asked) -> Sequence[Truth]:
    """What is true of the sections that the engine has."""
    gone = set(range(entrant.limit, len(asked.rows))) if entrant.limit is not None else set()
    if entrant.worn:
        gone |= {number for _, numbers in deleted(asked.material) for number in numbers}
    pairs = zip(asked.truths, asked.questions, strict=True)
    return [without(truth, question, asked.scan, gone) for truth, question in pairs] if gone else asked.truths


def _material(asked: Asked) -> dict[str, Any]:
    return {
        "words": asked.words,
        "sections": len(asked.rows),
        "reports": len(asked.material.held),
        "characters": sum(len(row.body) for row in asked.rows),
        "zones": len({row.zone for row in asked.rows}),
        "years": len({row.year for row in asked.rows}),
    }


def _questions(asked: Asked) -> list[dict[str, Any]]:
    """The questions without their text, which is not ours to publish; the seeds of
    `benchmarks.questions` give it back."""
    return [
        {
            "kind": question.kind,
            "origin": question.origin,
            "characters": [len(string) for string in question.strings],
            "within": [name for name in ("zone", "year") if getattr(question, name)],
            "sections": len(truth.sections),
            "occurrences": truth.occurrences,
        }
        for question, truth in zip(asked.questions, asked.truths, strict=True)
    ]


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
