"""Many who ask at once: the questions of the race from several threads, in as many processes as
there are cores, as `xunzhang serve` answers."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from itertools import chain
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.figures import PERCENTILES
from benchmarks.peers.peer import Peer
from benchmarks.questions import KINDS, Question

ASKERS = 16
SECONDS = 20.0

# Milliseconds that answers took, for each question by its number.
Times = list[list[float]]


def asked_at_once(peer: Peer, questions: Sequence[Question], askers: int, seconds: float) -> Times:
    """What so many threads find in so many seconds, each going through the questions in turn from a
    place of its own."""
    times: Times = [[] for _ in questions]
    until = perf_counter() + seconds

    def ask(number: int) -> None:
        while (started := perf_counter()) < until:
            peer.forget()
            if peer.ask(questions[number]) is not None:
                times[number].append((perf_counter() - started) * 1e3)
            number = (number + 1) % len(questions)

    # Python takes turns every 5 ms, which a site that answers several at once has to live with, too.
    threads = [threading.Thread(target=ask, args=(n * len(questions) // askers,)) for n in range(askers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def shares(askers: int, processes: int) -> list[int]:
    """So many askers, dealt out to so many processes."""
    return [askers // processes + (n < askers % processes) for n in range(processes)]


def summed(found: Sequence[Times], kinds: Sequence[str], askers: int, seconds: float) -> dict[str, Any]:
    """Answers a second and milliseconds of all processes together, and milliseconds by kind."""
    by_question = [list(chain.from_iterable(each)) for each in zip(*found, strict=True)]
    every = list(chain.from_iterable(by_question))
    by_kind = {
        kind: list(chain.from_iterable(some for some, own in zip(by_question, kinds, strict=True) if own == kind))
        for kind in KINDS
    }
    return {
        "askers": askers,
        "processes": len(found),
        "answers": len(every),
        "a_second": len(every) / seconds,
        **_milliseconds(every),
        "kinds": {kind: _milliseconds(some) for kind, some in by_kind.items()},
    }


def _milliseconds(times: Sequence[float]) -> dict[str, float]:
    if not times:
        return {}
    figures = {name: float(np.percentile(times, share)) for name, share in PERCENTILES.items()}
    return {**figures, "worst": max(times)}
