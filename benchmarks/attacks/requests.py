"""Hostile requests of every kind over every route: seconds and megabytes of each, the worst printed.

    python -m benchmarks.attacks.requests --data FOLDER [--tries N] [--seed N]

In this process, through Flask. Exit status 1 past SECONDS, MEGABYTES or at any answer 500 and above.
Seconds are those of the processor: they do not depend on what else the machine does; of a whole
export those up to its first piece, for it is as long as what is found. Megabytes are
what the process has in memory at most beyond what it had before, mapped files included, which a
first round of questions brings in.
"""

from __future__ import annotations

import argparse
import gc
import heapq
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.parse import quote

from benchmarks.attacks.hostile_addresses import addresses, ordinary
from web.app import create_app

SECONDS, MEGABYTES = 2.0, 100.0
SHOWN = 12
TOLD = 1_000  # requests between two lines about them
EXPORTS = (
    *("/search.json", "/search.csv", "/search.atom", "/matrix.csv", "/spread.csv", "/absent.csv"),
    *("/search.xlsx", "/matrix.xlsx", "/absent.xlsx"),
)


class Cost(NamedTuple):
    """What a request cost."""

    seconds: float
    megabytes: float
    status: int
    size: int
    address: str


def memory(field: str) -> float:
    """Megabytes of this process: VmRSS now, VmHWM at most."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def asked(client: object, address: str) -> Cost:
    """Ask, read the whole answer, measure."""
    gc.collect(0)
    Path("/proc/self/clear_refs").write_text("5")  # the high-water mark begins anew
    before, started = memory("VmRSS"), time.process_time()
    answer = client.get(address)  # type: ignore[attr-defined]
    pieces = answer.iter_encoded()
    size = len(next(pieces, b""))
    first = time.process_time() - started
    size += sum(map(len, pieces))
    spent = first if address.startswith(EXPORTS) else time.process_time() - started
    answer.close()
    return Cost(spent, memory("VmHWM") - before, answer.status_code, size, address)


def costs(data: Path, tries: int, seed: int) -> Iterator[Cost]:
    """Each request with its cost, once what every question needs is in memory."""
    client = create_app(data).test_client()
    for address in ordinary():
        asked(client, address)
    for address in addresses(Random(seed), tries):
        yield asked(client, address)


def is_too_much(cost: Cost) -> bool:
    """Whether a request is one too dear, or one that broke the site."""
    return cost.seconds > SECONDS or cost.megabytes > MEGABYTES or cost.status >= 500


def told(cost: Cost) -> str:
    """A line about a request."""
    shown = cost.address if len(cost.address) < 160 else f"{cost.address[:150]}… ({len(cost.address)} characters)"
    return f"{cost.seconds:6.2f} s {cost.megabytes:6.0f} MB {cost.status} {cost.size / 1e6:7.2f} MB sent  {quote(shown, safe='/?&=%')}"


def main(given: Sequence[str] | None = None) -> None:
    """Ask, and print the worst."""
    reader = argparse.ArgumentParser(prog="benchmarks.attacks.requests", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("--data", type=Path, required=True, help="a data folder with an index")
    reader.add_argument("--tries", type=int, default=2_000)
    reader.add_argument("--seed", type=int, default=1)
    chosen = reader.parse_args(given)
    found, bad = [], []
    with suppress(KeyboardInterrupt):  # what was asked until then is told
        for cost in costs(chosen.data, chosen.tries, chosen.seed):
            found.append(cost)
            if is_too_much(cost):
                bad.append(cost)
                print(f"too much: {told(cost)}", flush=True)
            if not len(found) % TOLD:
                print(f"{len(found):,} requests, {len(bad)} too dear or broken", flush=True)
    for name in ("seconds", "megabytes", "size"):
        print(f"the worst by {name}:")
        for cost in heapq.nlargest(SHOWN, found, key=lambda cost: getattr(cost, name)):
            print(f"  {told(cost)}")
    print(f"{len(found):,} requests, {len(bad)} too dear or broken")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
