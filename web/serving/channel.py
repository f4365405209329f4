"""A connection of waitress that knows for how long it has been waited for."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import Any, Final

from waitress.channel import HTTPChannel
from waitress.task import WSGITask
from waitress.utilities import Error

from web.address.lenient import WITH_BODY, Parser
from web.address.place import HERE
from web.serving.limits import (
    AHEAD,
    ARRIVING,
    BACKLOG,
    CONNECTIONS,
    CONNECTIONS_EACH,
    HOLDING_PACE,
    IDLE,
    PACE,
    REFUSED,
    REQUESTS_EACH,
    UNREAD,
    WANTED_PACE,
    is_limited,
)
from web.serving.refusals import AGAIN, STATUS

FORWARDED: Final = "X_FORWARDED_FOR"
WHOLE: Final = 4_000_000  # bytes of an answer about a draft that stay in memory: none of it lies in a file


class TooMany(Error):  # type: ignore[misc]
    """An address asks for more than its share at the same time."""

    code, reason = 429, "Too Many Requests"


class Answer(WSGITask):  # type: ignore[misc]
    """A request that the application answers; it is told at which address the connection came in."""

    def get_environment(self) -> dict[str, Any]:
        """The environment of WSGI."""
        environ: dict[str, Any] = super().get_environment()
        if self.request.path in WITH_BODY:
            self.channel.outbufs[-1].overflow = WHOLE
        environ[HERE] = self.channel.here
        return environ


class Refusal(Answer):
    """A request that the server refuses; the application says it in the shape of its errors."""

    def get_environment(self) -> dict[str, Any]:
        """The environment, with the status."""
        self.set_close_on_finish()
        self.channel.is_refused = True
        return super().get_environment() | {STATUS: self.request.error.code, "HTTP_HOST": "localhost"}


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection. It is closed when it lapses, and gives way to others while it is idle."""

    parser_class, task_class, error_task_class = Parser, Answer, Refusal

    def __init__(self, server: Any, sock: Any, addr: Any, adj: Any, map: Any = None) -> None:
        others = list(server.active_channels.values())
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, AHEAD)
        super().__init__(server, sock, addr, adj, map=map)
        self.here = str(sock.getsockname()[0])
        self.begun: float | None = None  # since when a request has been arriving
        self._taken, self._window = 0, (self.last_activity, 0)
        self.is_refused = False
        self._told: float | None = None  # since when a client that was refused has been told so
        self._left = REFUSED[1]
        self._make_room(others)

    def _make_room(self, others: list[Channel]) -> None:
        """Close what is idle longest where there are too many; this one, where its address has."""
        peer = self.addr[0]
        limited = is_limited(peer) and peer != self.adj.trusted_proxy
        if limited and sum(other.addr[0] == peer for other in others) >= CONNECTIONS_EACH:
            self.handle_close()
        elif len(others) >= CONNECTIONS and (idle := [other for other in others if other.is_idle]):
            min(idle, key=lambda other: other.last_activity).handle_close()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being answered or sent."""
        return not self.requests and not self.total_outbufs_len

    def client(self, request: Any) -> str:
        """Who asks: the peer, or whom a trusted proxy asks for."""
        peer = str(self.addr[0])
        if peer != self.adj.trusted_proxy:
            return peer
        return str(request.headers.get(FORWARDED, peer)).rpartition(",")[2].strip()

    def received(self, data: bytes) -> Any:
        """Take what has arrived, and remember since when the rest is awaited."""
        taken = super().received(data)
        self.begun = (self.begun or time.time()) if self.request is not None else None
        return taken

    def service(self) -> None:
        """Answer a request, unless its client has too many waiting."""
        request = self.requests[0]
        asks = self.client(request)
        if request.error is None and is_limited(asks) and self._waiting(asks) > REQUESTS_EACH:
            request.error = TooMany("")
        super().service()

    def _waiting(self, asks: str) -> int:
        others = [list(channel.requests) for channel in list(self.server.active_channels.values())]
        return sum(self.client(request) == asks for requests in others for request in requests)

    def handle_write(self) -> None:
        """Send. Who is refused may still be sending: a connection closed on it would take the answer
        away with it."""
        super().handle_write() if not (self.is_refused and self.close_when_flushed) else self._tell()

    def _tell(self) -> None:
        self._flush_exception(self._flush_some)
        if not self.total_outbufs_len:
            self.close_when_flushed, self._told = False, time.time()
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
        if self.will_close:
            self.handle_close()

    def readable(self) -> bool:
        """Whether it is worth reading from."""
        return self._told is not None or bool(super().readable())

    def handle_read(self) -> None:
        """Read; what comes behind a refusal is thrown away, up to a size."""
        if self._told is None:
            super().handle_read()
            return
        with suppress(OSError):
            self._left -= len(self.recv(self.adj.recv_bytes))
        if self._left <= 0 and self.connected:
            self.handle_close()

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send some of the data; how much."""
        sent: int = super().send(data, do_close)
        self._taken += sent
        return sent

    def has_lapsed(self, now: float) -> bool:
        """Whether a client has been waited for long enough."""
        if self._told is not None:
            return now - self._told > REFUSED[0]
        if self.total_outbufs_len:
            return now - self.last_activity > UNREAD or self._is_slow(now)
        self._window = now, self._taken
        if self.requests:
            return False
        return now - self.begun > ARRIVING if self.begun else now - self.last_activity > IDLE

    def _is_slow(self, now: float) -> bool:
        """Whether too little was taken since the last window of time ended."""
        (seconds, size), (since, taken) = self._pace(now), self._window
        if now - since < seconds:
            return False
        self._window = now, self._taken
        return self._taken - taken < size

    def _pace(self, now: float) -> tuple[float, int]:
        """In how many seconds how much has to be taken: more where a thread waits for that, and most
        where others would have its turn."""
        if not self.requests or self.total_outbufs_len < BACKLOG:
            return PACE
        return WANTED_PACE if now - self.server.exports.wanted < AGAIN else HOLDING_PACE
