"""Several processes that answer at one address: Python runs one thread at a time in each of them,
and a search is work for one.

They share the listening sockets and, until one writes to it, the memory of the process they were
made from; the index is mapped by all. Rejected: a second server program in front, for there is
nothing else it would do.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Final

from web.serving.end import Terminated, raise_terminated

# Connections that may wait to be taken.
BACKLOG: Final = 1024
# Seconds before a process that ended is started again: one that cannot start must not keep the
# machine busy.
PAUSE: Final = 0.5
# Seconds for the others to finish what they are sending: a little more than each gives itself.
GRACE: Final = 12.0
_log = logging.getLogger(__name__)


def bound(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen at every address of `host`; port 0 lets the system choose one. Raises
    OSError."""
    found: list[socket.socket] = []
    try:
        for family, _, _, _, address in socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        ):
            chosen = found[0].getsockname()[1] if found else address[1]
            found.append(socket.create_server((address[0], chosen), family=family, backlog=BACKLOG))
    except OSError:
        for each in found:
            each.close()
        raise
    return found


def most_processes() -> int:
    """How many processes can work at the same time here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def together(serve: Callable[[], None], processes: int) -> None:
    """Run `serve` in so many processes; one that ends is started again. However this one ends, the
    others do, too.

    This one serves nothing: it has a single thread, so it can make another process at any time."""
    if processes <= 1 or not hasattr(os, "fork"):
        serve()
        return
    gc.freeze()  # what is there already is shared; looking through it would copy it
    alive, held = os.pipe()
    signal.signal(signal.SIGTERM, raise_terminated)
    children: set[int] = set()
    try:
        _keep(children, lambda: _child(serve, alive, held), processes)
    except Terminated:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
        _ended_in_order(children)
    finally:
        os.close(held)
        for child in children:
            os.waitpid(child, 0)


def _keep(children: set[int], child: Callable[[], int], processes: int) -> None:
    """Have so many children, for good."""
    while len(children) < processes:
        children.add(child())
    while True:
        ended, status = os.wait()
        children.discard(ended)
        _log.warning("一个服务进程意外结束（%s），已重新启动。", os.waitstatus_to_exitcode(status))
        time.sleep(PAUSE)
        children.add(child())


def _ended_in_order(children: set[int]) -> None:
    """Tell the children to end and wait for them; what is left after GRACE ends with this process."""
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGTERM)
    until = time.monotonic() + GRACE
    while children and time.monotonic() < until:
        children.difference_update([child for child in children if os.waitpid(child, os.WNOHANG)[0]])
        time.sleep(0.05)


def _child(serve: Callable[[], None], alive: int, held: int) -> int:
    """Make a process that serves until nobody holds the other end of the pipe; its number, here
    only."""
    child = os.fork()
    if child:
        return child
    os.close(held)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that made it is told, and then it ends as well
    Thread(target=_end_after, args=(alive,), daemon=True).start()
    try:
        serve()
    finally:
        os._exit(0)


def _end_after(alive: int) -> None:
    os.read(alive, 1)
    os._exit(0)
