"""A bar for long work, at the foot of the screen, below the lines the work prints. Where errors do
not go to a terminal, work that takes hours says a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

import click

Progress = Callable[[int, int], None]
WIDTH: Final = 30  # characters of the bar
CLEAR: Final = "\r\x1b[K"
SPOKEN_EVERY: Final = 30.0  # seconds between two lines in a log


class Bar:
    """How far work has come. Where errors do not go to a terminal, silent, or `spoken`: a line now and
    then."""

    def __init__(self, label: str, *, spoken: bool = False) -> None:
        self._label = label
        self._shown = sys.stderr.isatty()
        self._line = ""
        self._spoken, self._next = spoken and not self._shown, monotonic() + SPOKEN_EVERY

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` are finished."""
        filled = WIDTH * done // total if total else WIDTH
        self._line = f"{self._label} {'━' * filled}{'─' * (WIDTH - filled)} {done:,}/{total:,}"
        self._draw(self._line)
        if self._spoken and monotonic() >= self._next:
            self._next = monotonic() + SPOKEN_EVERY
            click.echo(f"{self._label} {done:,}/{total:,}", err=True)

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
def bar(label: str, *, spoken: bool = False) -> Iterator[Bar]:
    """A bar that is gone when the work is."""
    shown = Bar(label, spoken=spoken)
    try:
        yield shown
    finally:
        shown._draw("")
