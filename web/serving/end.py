"""SIGTERM ends a server in order; Ctrl+C ends it at once."""

from __future__ import annotations

import signal
import threading
from typing import Any, Protocol


class Ending(Protocol):
    """What can be told to end."""

    def end(self) -> None:
        """Come to an end soon."""
        ...


def on_sigterm(server: Ending) -> None:
    """Tell the server to end when this process is told to. Does nothing outside the main thread."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_given: server.end())


class Terminated(BaseException):
    """This process was told to end."""


def raise_terminated(*_given: Any) -> None:
    """Raises Terminated: a handler for the process that serves nothing itself."""
    raise Terminated
