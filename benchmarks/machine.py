"""What a run ran on, without saying whose machine it is."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import sqlite3
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from search.loops.chosen import is_compiled


def machine() -> dict[str, Any]:
    """Processor, cores, memory in gigabytes, system, Python."""
    return {
        "processor": _first(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo")) or platform.processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": round(int(_first(r"MemTotal:\s*(\d+)", Path("/proc/meminfo")) or 0) / 1024**2, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def _first(pattern: str, path: Path) -> str | None:
    found = re.search(pattern, path.read_text()) if path.exists() else None
    return found[1].strip() if found else None


def prefer(niceness: int) -> None:
    """Give this process and those it starts another priority; below 0 only root may.

    Linux shares the processors out among sessions first, so the process gets a session of its own
    and that the priority too.
    """
    if not niceness:
        return
    os.setsid()
    os.nice(niceness)
    group = Path("/proc/self/autogroup")
    if group.exists():
        group.write_text(str(niceness))


def load() -> float:
    """How many processes wanted a core, on average over the last minute."""
    return round(os.getloadavg()[0], 2)


def versions(packages: Iterable[str]) -> dict[str, str]:
    """The versions of packages that are installed, SQLite's, and which of our inner loops run."""
    found = {"sqlite": sqlite3.sqlite_version, "loops": "compiled" if is_compiled() else "numpy"}
    for package in sorted(set(packages)):
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def commit() -> str:
    """The commit that is measured, with + where files that it holds were changed since; "" outside
    a repository."""
    asked = ["git", "describe", "--always", "--dirty=+", "--exclude=*"]
    answer = subprocess.run(asked, capture_output=True, text=True, cwd=Path(__file__).parent, check=False)
    return answer.stdout.strip()
