"""One engine in a process of its own, so that its memory is its own: it builds, or it opens what
was built and answers.

    python -m benchmarks.worker ENTRANT MATERIAL DIRECTORY NICENESS build
    python -m benchmarks.worker ENTRANT MATERIAL DIRECTORY NICENESS serve QUESTIONS

`build` prints one JSON object. `serve` prints one for each line it reads: `round` (milliseconds of
each question, null where the engine cannot answer), `check` (what it finds for each), `memory`,
`add`, `askers N SECONDS` (milliseconds of each question's answers while so many ask at once); the
end of input ends it. NICENESS is the priority asked for: below 0 only root gets it.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.askers import asked_at_once
from benchmarks.entrants import ENTRANTS
from benchmarks.machine import prefer
from benchmarks.material import Material
from benchmarks.memory import of_this_process
from benchmarks.peers.peer import Peer
from benchmarks.questions import Question


def build(peer: Peer) -> dict[str, Any]:
    """Seconds (reading of the material left out where the engine gets rows), those of all
    processors together (reading included), bytes on disk, memory."""
    peer.material.spent = 0.0
    started, worked = perf_counter(), _processor_seconds()
    peer.build()
    seconds = perf_counter() - started - peer.material.spent
    worked = _processor_seconds() - worked
    return {"seconds": seconds, "processor_seconds": worked, "bytes": peer.bytes(), **of_this_process()}


def _processor_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def round_of(peer: Peer, questions: Sequence[Question]) -> dict[str, list[float | None]]:
    """Milliseconds each question takes: `wall`, and `processor`, which other work on the machine
    disturbs less."""
    wall: list[float | None] = []
    processor: list[float | None] = []
    for question in questions:
        peer.forget()
        worked, started = process_time(), perf_counter()
        answer = peer.ask(question)
        ended, stopped = perf_counter(), process_time()
        wall.append(None if answer is None else round((ended - started) * 1e3, 4))
        processor.append(None if answer is None else round((stopped - worked) * 1e3, 4))
    return {"wall": wall, "processor": processor}


def check(peer: Peer, questions: Sequence[Question]) -> list[dict[str, Any] | None]:
    """What is found for each question: totals as the timed request gives them, and the numbers of
    the sections."""
    return [_checked(peer, question) for question in questions]


def _checked(peer: Peer, question: Question) -> dict[str, Any] | None:
    answer = peer.ask(question)
    return None if answer is None else {**asdict(peer.read(answer)), "found": sorted(peer.found(question))}


def serve(peer: Peer, questions: Sequence[Question]) -> Iterator[Any]:
    """Open, then answer the lines of standard input; first of all how long opening took, in
    seconds."""
    started = perf_counter()
    peer.open()
    round_of(peer, questions[:1])
    yield {"seconds": perf_counter() - started}
    for line in sys.stdin:
        gc.collect()
        yield _served(peer, questions, line.strip())


def _served(peer: Peer, questions: Sequence[Question], wanted: str) -> Any:
    if wanted == "round":
        return round_of(peer, questions)
    if wanted == "check":
        return check(peer, questions)
    if wanted == "memory":
        return of_this_process() | peer.elsewhere()
    if wanted.startswith("askers "):
        _, askers, seconds = wanted.split()
        return asked_at_once(peer, questions, int(askers), float(seconds))
    return getattr(peer, wanted)()


def main(name: str, material: str, directory: str, niceness: str, task: str, *rest: str) -> None:
    """Run as the module's docstring says."""
    prefer(int(niceness))
    Path(directory).mkdir(exist_ok=True)
    peer = ENTRANTS[name].peer(Material(Path(material)), Path(directory))
    if task == "build":
        print(json.dumps(build(peer)))
        return
    records = json.loads(Path(rest[0]).read_text(encoding="utf8"))
    questions = [Question(**{**record, "words": tuple(record["words"])}) for record in records]
    for answer in serve(peer, questions):
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
