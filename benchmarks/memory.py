"""Memory of a process: its own high-water mark, and what it and its children have together, looked
at from outside.

Shared pages are divided among those that share them (the kernel's «proportional set size»), so that
processes can be added up.
"""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

MEGABYTE = 1024.0  # of the kilobytes that the kernel counts
EVERY = 0.2  # seconds between two looks


def of_this_process() -> dict[str, float | None]:
    """Megabytes: the most this process had at once, mapped files included, and what it has now that
    is no file's (None: not known)."""
    status = _kilobytes(Path("/proc/self/status"))
    # ru_maxrss of a process counts what its parent had when it was started; the kernel's own mark
    # does not.
    peak = status.get("VmHWM", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    private = status.get("RssAnon")
    return {"peak_mb": peak / MEGABYTE, "private_mb": None if private is None else private / MEGABYTE}


def _kilobytes(path: Path) -> dict[str, int]:
    try:
        lines = path.read_text().splitlines()
    except OSError:  # no such file system, or the process has ended
        return {}
    return {key: int(rest.split()[0]) for key, rest in (line.split(":", 1) for line in lines if line.endswith("kB"))}


def family(pid: int) -> Iterator[int]:
    """The process and all that descend from it."""
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = path.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def together(pid: int) -> float:
    """Megabytes that a process and its descendants have now."""
    return sum(_kilobytes(Path(f"/proc/{each}/smaps_rollup")).get("Pss", 0) for each in family(pid)) / MEGABYTE


def watched(command: Sequence[str], folder: Path) -> tuple[int, str, str, float]:
    """Run a command; its exit status, what it printed and complained of, and the most megabytes
    that it and its children had."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder)
    most = 0.0
    while True:
        try:
            printed, complained = process.communicate(timeout=EVERY)
            return process.returncode, printed, complained, most
        except subprocess.TimeoutExpired:
            most = max(most, together(process.pid))
