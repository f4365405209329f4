"""Engines in processes of their own: built, opened, and asked in turns or by many at once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.asked import Asked
from benchmarks.askers import SECONDS, shares, summed
from benchmarks.entrants import Entrant
from benchmarks.figures import Round
from benchmarks.machine import load
from benchmarks.memory import watched
from index.analysts import cores

ROOT = Path(__file__).parents[1]


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
