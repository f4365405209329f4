"""Which engine answers for a data folder: the one place where an engine is chosen and opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from search.embedded import Embedded
from search.engine import Engine

INDEX: Final = "index"


def engine_for(data: Path) -> Engine:
    """The engine over the reports in a data folder. Raises the index's own errors where there is
    none to open."""
    return Embedded(data / INDEX)
