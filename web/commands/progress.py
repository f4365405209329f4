"""A bar for long work, on a terminal only: at the foot of the screen, below the lines the work
prints."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import click

Progress = Callable[[int, int], None]
WIDTH: Final = 30  # characters of the bar
CLEAR: Final = "\r\x1b[K"


class Bar:
    """How far work has come. Silent where errors do not go to a terminal."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = sys.stderr.isatty()
        self._line = ""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` are finished."""
        filled = WIDTH * done // total if total else WIDTH
        self._line = f"{self._label} {'━' * filled}{'─' * (WIDTH - filled)} {done:,}/{total:,}"
        self._draw(self._line)

    def part(self, label: str) -> Progress:
        """How far a part of the piece at hand has come, behind the bar: its pages, say."""
        return lambda done, total: self._draw(f"{self._line}  {label} {done:,}/{total:,}")

    def print(self, line: str) -> None:
        """A line of output above the bar."""
        self._draw("")
        click.echo(line)
        self._draw(self._line)

    def _draw(self, text: str) -> None:
        if self._shown:
            click.echo(f"{CLEAR}{text}", nl=False, err=True)


@contextmanager
def bar(label: str) -> Iterator[Bar]:
    """A bar that is gone when the work is."""
    shown = Bar(label)
    try:
        yield shown
    finally:
        shown._draw("")
