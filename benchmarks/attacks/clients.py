"""Clients that hold a site up: exports nobody reads, connections that say nothing, workbooks of
everything, one behind the other, while others ask.

    python -m benchmarks.attacks.clients --data FOLDER [--seconds N] [--unread N] [--idle N] [--taking N] [--askers N]

The site is started here, on loopback. Prints how long the askers waited, errors, and the megabytes
of all its processes over time; exit status 1 where p99 is over a second or an asker failed.
"""

from __future__ import annotations

import argparse
import re
import select
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import quantiles
from typing import Final
from urllib.parse import quote

from benchmarks.memory import together

LIMIT: Final = 1.0
QUESTIONS: Final = ('"行政复议"', "损害 赔偿", "罚款", "国务院 税收", "安全生产 ~10 事故")
SERVE: Final = "from web.command import main; main()"


def hold(port: int, said: bytes, until: float) -> None:
    """Connect, say something, read nothing; again whenever the connection is closed."""
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(said)
                closed = select.poll()
                closed.register(connection, select.POLLRDHUP)
                while time.monotonic() < until and not closed.poll(1000):
                    pass
        except OSError:
            pass
        time.sleep(0.2)


def take(port: int, until: float, failed: list[str]) -> None:
    """Take all that is held as a workbook, whole, one after the other."""
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=120)
        try:
            connection.request("GET", "/search.xlsx")
            answer = connection.getresponse()
            while answer.read(65_536):
                pass
            if answer.status != 200:
                failed.append(f"workbook {answer.status}")
        except (OSError, HTTPException) as error:
            failed.append(f"workbook {type(error).__name__}")
        finally:
            connection.close()


def ask(port: int, until: float, took: list[float], failed: list[str]) -> None:
    """Ask one question after the other, a connection each."""
    number = 0
    while time.monotonic() < until:
        number += 1
        started = time.monotonic()
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", f"/api/search?q={quote(QUESTIONS[number % len(QUESTIONS)])}")
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failed.append(str(answer.status))
        except (OSError, HTTPException) as error:
            failed.append(type(error).__name__)
        finally:
            connection.close()
        took.append(time.monotonic() - started)
        time.sleep(0.1)


def attacked(port: int, pid: int, chosen: argparse.Namespace) -> tuple[list[float], list[str], list[float]]:
    """Attack and ask for a time; how long answers took, what failed, and the memory meanwhile."""
    until = time.monotonic() + chosen.seconds
    took: list[float] = []
    failed: list[str] = []
    export = b"GET /search.json?view=kwic&q=%E7%9A%84 HTTP/1.1\r\nHost: localhost\r\n\r\n"
    holding = [(port, export, until)] * chosen.unread + [(port, b"", until)] * chosen.idle
    threads = [threading.Thread(target=hold, args=given, daemon=True) for given in holding]
    threads += [threading.Thread(target=take, args=(port, until, failed), daemon=True) for _ in range(chosen.taking)]
    threads += [
        threading.Thread(target=ask, args=(port, until, took, failed), daemon=True) for _ in range(chosen.askers)
    ]
    for thread in threads:
        thread.start()
    memory = []
    while time.monotonic() < until:
        memory.append(together(pid))
        time.sleep(max(1, chosen.seconds / 20))
    for thread in threads:
        thread.join(40)
    return took, failed, memory


def main(given: Sequence[str] | None = None) -> None:
    """Serve, attack, print."""
    reader = argparse.ArgumentParser(prog="benchmarks.attacks.clients", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("--data", type=Path, required=True, help="a data folder with an index")
    for name, default in (("seconds", 60), ("unread", 12), ("idle", 300), ("taking", 0), ("askers", 32)):
        reader.add_argument(f"--{name}", type=int, default=default)
    chosen = reader.parse_args(given)
    parts = [sys.executable, "-P", "-c", SERVE, "serve", "--data", str(chosen.data), "--port", "0"]
    with subprocess.Popen(parts, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found, "the site did not start"
        took, failed, memory = attacked(int(found[1]), process.pid, chosen)
        process.terminate()
    cuts = quantiles(took, n=100)
    print(
        f"{len(took):,} answers: p50 {cuts[49]:.3f} s, p99 {cuts[98]:.3f} s, worst {max(took):.3f} s; failed: {failed or 'none'}"
    )
    print("MB over time:", " ".join(f"{each:.0f}" for each in memory))
    sys.exit(1 if failed or cuts[98] > LIMIT else 0)


if __name__ == "__main__":
    main()
