"""How much HTTP the site takes: `wrk` from a second process against `xunzhang serve` on loopback.

    python -m benchmarks.load [--name NAME] [--sections N] [--generated] [--seconds N] [--connections 1,8,64]

Every request is `/api/search` with one of the questions of the race, in turn. `wrk` is a Debian
package: apt-get install wrk.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.asked import Asked, prepare
from benchmarks.engines import ROOT, command
from benchmarks.entrants import ENTRANTS
from benchmarks.machine import commit, load, machine, versions
from benchmarks.peers.ours import request
from benchmarks.questions import Question
from benchmarks.speed import PACKAGES, RUNS
from benchmarks.table import markdown

SECONDS = 30
CONNECTIONS = "1,8,64"
# Columns of the table, with the digits shown behind the point.
FIGURES = {"requests_a_second": 0, "p50_ms": 1, "p99_ms": 1, "worst_ms": 1, "errors": 0}
SERVE = "from benchmarks.machine import prefer; prefer({}); from web.command import main; main()"
PREFERRED = "import os, sys; from benchmarks.machine import prefer; prefer({}); os.execvp(sys.argv[1], sys.argv[1:])"
# What wrk runs: one path after another, and its figures as JSON at the end (microseconds become
# milliseconds).
SCRIPT = """
local paths, turn = {%s}, 0
request = function()
  turn = turn %% #paths + 1
  return wrk.format("GET", paths[turn])
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('\\n{"requests": %%d, "seconds": %%.3f, "p50_ms": %%.2f, "p99_ms": %%.2f, "worst_ms": %%.2f, "errors": %%d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""


def path(question: Question) -> str:
    """The address of a question."""
    asked = request(question)
    return "/api/search?" + urlencode({"q": asked.q, **{name: values[0] for name, values in asked.filters.items()}})


class Server:
    """`xunzhang serve` in a process of its own, on a port that is free."""

    def __init__(self, data: Path, niceness: int = 0) -> None:
        parts = [sys.executable, "-c", SERVE.format(niceness), "serve", "--data", str(data), "--port", "0"]
        self.process = subprocess.Popen(parts, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
        assert self.process.stdout
        line = self.process.stdout.readline()
        found = re.search(r"http://[\w.]+:\d+", line)
        if not found:
            raise RuntimeError(f"the site did not start: {line.strip()}")
        self.address = found[0]

    def memory(self) -> dict[str, float]:
        """Megabytes that the server's processes have together: mapped files, counted once, and what
        is no file's."""
        texts = [Path(f"/proc/{pid}/status").read_text() for pid in self._processes()]
        private = sum(int(_after("RssAnon", text)) for text in texts) / 1024
        files = max(int(_after("RssFile", text)) for text in texts) / 1024
        return {"resident_mb": private + files, "private_mb": private}

    def _processes(self) -> list[str]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [str(self.process.pid), *children]

    def close(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait()


def _after(key: str, text: str) -> str:
    found = re.search(rf"^{key}:\s*(\d+)", text, re.M)
    return found[1] if found else "0"


def asked_by_wrk(server: Server, script: Path, connections: int, chosen: argparse.Namespace) -> dict[str, Any]:
    """One stretch of load: requests a second, latencies, errors, memory before and after."""
    before = server.memory()
    wrk = ["wrk", "-t1", f"-c{connections}", f"-d{chosen.seconds}s", "-s", str(script), server.address]
    parts = [sys.executable, "-c", PREFERRED.format(chosen.niceness), *wrk]
    done = subprocess.run(parts, capture_output=True, text=True, check=True, cwd=ROOT)
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    rate = figures["requests"] / figures["seconds"]
    return {
        "connections": connections,
        "requests_a_second": rate,
        **figures,
        "before": before,
        "after": server.memory(),
    }


def measure(chosen: argparse.Namespace, work: Path) -> dict[str, Any]:
    """Build, serve, load."""
    before = load()
    asked = prepare(work, chosen.sections, 1, chosen.generated)
    data = work / "data"
    _build(work, data)
    paths = [path(question) for question in asked.questions]
    script = work / "paths.lua"
    script.write_text(SCRIPT % ", ".join(f'"{each}"' for each in paths), encoding="utf8")
    server = Server(data, chosen.niceness)
    try:
        _warm(server, paths)
        stretches = [asked_by_wrk(server, script, int(each), chosen) for each in chosen.connections.split(",")]
    finally:
        server.close()
    return _record(chosen, asked, stretches, before)


def _build(work: Path, data: Path) -> None:
    data.mkdir(exist_ok=True)
    parts = command(ENTRANTS["ours"], work, "build")
    parts[parts.index(str(work / "ours"))] = str(data / "index")
    subprocess.run(parts, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def _warm(server: Server, paths: Iterable[str]) -> None:
    """Ask everything once, so that the first stretch does not pay for opening."""
    for each in paths:
        with urlopen(server.address + each) as answer:
            answer.read()


def _record(chosen: argparse.Namespace, asked: Asked, stretches: list[dict[str, Any]], before: float) -> dict[str, Any]:
    return {
        "name": chosen.name,
        "date": date.today().isoformat(),
        "arguments": vars(chosen),
        "commit": commit(),
        "machine": machine(),
        "versions": versions([*PACKAGES, "waitress", "flask"]),
        "load": {"before": before, "after": load()},
        "material": {
            "words": asked.words,
            "sections": len(asked.rows),
            "characters": sum(len(row.body) for row in asked.rows),
        },
        "questions": len(asked.questions),
        "stretches": stretches,
    }


def table(record: dict[str, Any]) -> str:
    """The record in Markdown."""
    rows = [
        (
            str(each["connections"]),
            *(f"{each[name]:.{digits}f}" for name, digits in FIGURES.items()),
            *(f"{each['before'][name]:.0f} → {each['after'][name]:.0f}" for name in ("resident_mb", "private_mb")),
        )
        for each in record["stretches"]
    ]
    head = (
        "connections",
        "requests a second",
        "p50 ms",
        "p99 ms",
        "worst ms",
        "errors",
        "MB in memory",
        "of them private",
    )
    return f"/api/search on {record['material']['sections']:,} sections, from a second process\n\n" + markdown(
        head, rows
    )


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    reader = argparse.ArgumentParser(prog="benchmarks.load", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("--name", help="keep the run as runs/<date>-NAME.json; without it nothing is kept")
    reader.add_argument("--sections", type=int, help="at most about so many sections")
    reader.add_argument("--generated", action="store_true", help="generated material even where the laws are at hand")
    reader.add_argument("--seconds", type=int, default=SECONDS, help=f"length of each stretch (default {SECONDS})")
    reader.add_argument(
        "--connections", default=CONNECTIONS, help=f"connections of each stretch (default {CONNECTIONS})"
    )
    reader.add_argument(
        "--niceness", type=int, default=0, help="priority of server and wrk; below 0 (root only) on a busy machine"
    )
    return reader.parse_args(given)


def main(given: Sequence[str] | None = None) -> None:
    """Measure, print, and keep what has a name."""
    chosen = arguments(given)
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed; on Debian and Ubuntu: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="load-") as work:
        record = measure(chosen, Path(work))
    print(table(record))
    if chosen.name:
        RUNS.mkdir(exist_ok=True)
        kept = RUNS / f"{record['date']}-{chosen.name}.json"
        kept.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
        print(f"\nkept as {kept.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
