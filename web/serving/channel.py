"""A connection of waitress that knows for how long it has been waited for."""

from __future__ import annotations

import time
from typing import Any, Final

from waitress.channel import HTTPChannel
from waitress.task import WSGITask
from waitress.utilities import Error

from web.address.lenient import Parser
from web.address.place import HERE
from web.serving.limits import (
    ARRIVING,
    CONNECTIONS,
    CONNECTIONS_EACH,
    IDLE,
    PACE,
    REQUESTS_EACH,
    UNREAD,
    is_limited,
)
from web.serving.refusals import STATUS

FORWARDED: Final = "X_FORWARDED_FOR"


class TooMany(Error):  # type: ignore[misc]
    """An address asks for more than its share at the same time."""

    code, reason = 429, "Too Many Requests"


class Answer(WSGITask):  # type: ignore[misc]
    """A request that the application answers; it is told at which address the connection came in."""

    def get_environment(self) -> dict[str, Any]:
        """The environment of WSGI."""
        environ: dict[str, Any] = super().get_environment()
        environ[HERE] = self.channel.here
        return environ


class Refusal(Answer):
    """A request that the server refuses; the application says it in the shape of its errors."""

    def get_environment(self) -> dict[str, Any]:
        """The environment, with the status."""
        self.set_close_on_finish()
        return super().get_environment() | {STATUS: self.request.error.code, "HTTP_HOST": "localhost"}


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection. It is closed when it lapses, and gives way to others while it is idle."""

    parser_class, task_class, error_task_class = Parser, Answer, Refusal

    def __init__(self, server: Any, sock: Any, addr: Any, adj: Any, map: Any = None) -> None:
        others = list(server.active_channels.values())
        super().__init__(server, sock, addr, adj, map=map)
        self.here = str(sock.getsockname()[0])
        self.begun: float | None = None  # since when a request has been arriving
        self._taken, self._window = 0, (self.last_activity, 0)
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

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send some of the data; how much."""
        sent: int = super().send(data, do_close)
        self._taken += sent
        return sent

    def has_lapsed(self, now: float) -> bool:
        """Whether a client has been waited for long enough."""
        if self.total_outbufs_len:
            return now - self.last_activity > UNREAD or self._is_slow(now)
        self._window = now, self._taken
        if self.requests:
            return False
        return now - self.begun > ARRIVING if self.begun else now - self.last_activity > IDLE

    def _is_slow(self, now: float) -> bool:
        since, taken = self._window
        if now - since < PACE[0]:
            return False
        self._window = now, self._taken
        return self._taken - taken < PACE[1]
