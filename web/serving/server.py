"""The server of one process: waitress, whose loop is run here, so that it tidies up and ends in
order."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from typing import Any, Final

from flask import Flask
from waitress import create_server, wasyncore

from web.private import MOST_BYTES
from web.serving.channel import Channel
from web.serving.limits import CONNECTIONS
from web.serving.refusals import exports

THREADS: Final = 4  # Python runs one at a time: more only take turns, fewer would let exports hold up all
LOOK: Final = 1.0  # seconds between two looks at the connections
LAST: Final = 10.0  # seconds for what is being sent when the server is told to end
HEADERS: Final = 32_768  # bytes of a request's headers
# Bytes of the largest body, that of a draft (`web.address.lenient` has the others): all of it stays
# in memory, for a draft lies on no disk.
BODY: Final = MOST_BYTES + 65_536
KEPT: Final = 262_144  # bytes of an answer nobody has read yet that stay in memory; the rest lies in a file
PROXIED: Final = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"}


class Server:
    """Answers on some sockets until it is told to end. `end` may be called from anywhere."""

    def __init__(self, app: Flask, sockets: Sequence[socket.socket], proxy: str | None = None) -> None:
        self._map: dict[int, Any] = {}
        trust = {"trusted_proxy": proxy, "trusted_proxy_headers": PROXIED} if proxy else {}
        created = create_server(
            app, self._map, sockets=list(sockets), threads=THREADS, ident="xunzhang", server_name="localhost",
            connection_limit=CONNECTIONS + 50, cleanup_interval=2**31, outbuf_overflow=KEPT,
            max_request_header_size=HEADERS, max_request_body_size=BODY, inbuf_overflow=2 * BODY,
            log_socket_errors=False, **trust,
        )  # fmt: skip
        self._dispatcher = created.task_dispatcher
        self._listening = [each for each in self._map.values() if hasattr(each, "channel_class")]
        for each in self._listening:
            each.channel_class, each.exports = Channel, exports(app)
        self.effective_port = int(self._listening[0].effective_port)
        self._ending = self._closed = False

    def run(self) -> None:
        """Serve; once told to end, take no more, and let what is being answered and sent finish."""
        while not self._ending and not self._closed:
            self._turn()
        self._stop_listening()
        until = time.monotonic() + LAST
        while not self._closed and self._busy() and time.monotonic() < until:
            self._turn()
        self.close()

    def end(self) -> None:
        """Have `run` come to its end soon."""
        self._ending = True

    def close(self) -> None:
        """Close everything at once."""
        self._closed = True
        self._dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._map, ignore_all=True)

    def _turn(self) -> None:
        wasyncore.loop(timeout=LOOK, use_poll=True, map=self._map, count=1)
        now = time.time()
        for channel in self._channels():
            if channel.has_lapsed(now) or (self._ending and channel.is_idle):
                channel.handle_close()

    def _channels(self) -> list[Channel]:
        return [each for each in list(self._map.values()) if isinstance(each, Channel)]

    def _busy(self) -> bool:
        return any(not channel.is_idle for channel in self._channels())

    def _stop_listening(self) -> None:
        for each in self._listening:
            if each.socket is not None:  # else it was closed from elsewhere
                each.accepting = False
                each.del_channel(self._map)
                each.socket.close()
