"""Processes of ours: a Python of their own that never looks for a module in the folder somebody
happens to stand in."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

# What our packages are called by here: in a wheel they lie inside another one (setup.py).
WITHIN = __name__.removesuffix("corpus.process")
# The folder that holds our packages.
ROOT = Path(__file__).parents[1 + WITHIN.count(".")]


def folders() -> list[str]:
    """Where modules are looked for here, in order, without the current folder (unless the packages
    lie in it)."""
    named = [Path(folder) for folder in sys.path if folder]
    found = (str(folder) for folder in named if folder.is_absolute() and folder != _here())
    return list(dict.fromkeys((str(ROOT), *found)))


def _here() -> Path | None:
    with suppress(OSError):  # the current folder may be gone
        return Path.cwd()
    return None


def python_for(module: str) -> list[str]:
    """The command line of a process that runs `main` of one of our modules, named as it is in the
    checkout.

    `-I` leaves the current folder and PYTHONPATH away before anything is imported; where to look is
    then said outright.
    """
    code = f"import sys; sys.path[:] = {folders()!r}; from {WITHIN}{module} import main; main()"
    return [sys.executable, "-I", "-c", code]
