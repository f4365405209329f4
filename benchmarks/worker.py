"""One engine in a process of its own, so that its memory is its own: it builds, or it opens what was built and answers.

    python -m benchmarks.worker ENTRANT MATERIAL DIRECTORY build
    python -m benchmarks.worker ENTRANT MATERIAL DIRECTORY serve QUESTIONS

`build` prints one JSON object. `serve` prints one for each line it reads: `round` (milliseconds of each question, null where the engine
cannot answer), `check` (what it finds for each), `memory`, `add`; the end of input ends it.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.entrants import ENTRANTS
from benchmarks.material import Material
from benchmarks.memory import of_this_process
from benchmarks.peers.peer import Peer
from benchmarks.questions import Question


def build(peer: Peer) -> dict[str, Any]:
    """Seconds (reading of the material left out where the engine gets rows), bytes on disk, memory."""
    peer.material.spent = 0.0
    started = perf_counter()
    peer.build()
    seconds = perf_counter() - started - peer.material.spent
    size = sum(path.stat().st_size for path in peer.directory.rglob("*") if path.is_file())
    return {"seconds": seconds, "bytes": size, **of_this_process()}


def round_of(peer: Peer, questions: Sequence[Question]) -> list[float | None]:
    """Milliseconds each question takes."""
    spent: list[float | None] = []
    for question in questions:
        peer.forget()
        started = perf_counter()
        answer = peer.ask(question)
        ended = perf_counter()
        spent.append(None if answer is None else (ended - started) * 1e3)
    return spent


def check(peer: Peer, questions: Sequence[Question]) -> list[dict[str, Any] | None]:
    """What is found for each question: totals as the timed request gives them, and the numbers of the sections."""
    return [_checked(peer, question) for question in questions]


def _checked(peer: Peer, question: Question) -> dict[str, Any] | None:
    answer = peer.ask(question)
    return None if answer is None else {**asdict(peer.read(answer)), "found": sorted(peer.found(question))}


def serve(peer: Peer, questions: Sequence[Question]) -> Iterator[Any]:
    """Open, then answer the lines of standard input; first of all how long opening took, in seconds."""
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
        return of_this_process()
    return getattr(peer, wanted)()


def main(name: str, material: str, directory: str, task: str, *rest: str) -> None:
    """Run as the module's docstring says."""
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
