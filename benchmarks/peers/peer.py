"""What every engine in the race has to do, and how text is cut for those that need it cut."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.material import Material
from benchmarks.questions import Question

TOP = 20


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a question: sections found, how many in each zone and year, how many hits are
    on the first page.

    `occurrences` where the engine counts them.
    """

    total: int
    zones: Mapping[str, int]
    years: Mapping[str, int]
    top: int
    occurrences: int | None = None


class Peer(ABC):
    """An engine and its index of the material in a directory. One process builds, another one opens
    what was built and asks."""

    def __init__(self, material: Material, directory: Path) -> None:
        self.material, self.directory = material, directory

    @abstractmethod
    def build(self) -> None:
        """Index the material into the directory, which is empty."""

    def bytes(self) -> int:
        """What was built takes so many bytes on disk."""
        return sum(path.stat().st_size for path in self.directory.rglob("*") if path.is_file())

    @abstractmethod
    def open(self) -> None:
        """Make what was built ready for questions."""

    @abstractmethod
    def ask(self, question: Question) -> Any:
        """Total, counts by zone and year and the best TOP, as the engine gives them; None where it
        cannot answer. This is timed."""

    @abstractmethod
    def read(self, answer: Any) -> Reply:
        """What `ask` gave, read; not timed."""

    @abstractmethod
    def found(self, question: Question) -> Iterable[int]:
        """The numbers of the sections it finds, for recall; not timed."""

    def forget(self) -> None:  # noqa: B027 - most engines remember no question
        """Empty what remembers earlier questions, so that every question is new; not timed."""

    def elsewhere(self) -> dict[str, float]:
        """Megabytes that it takes in other processes than this one, by name."""
        return {}
