"""How much one client, and all clients together, may ask of one process at the same time."""

from __future__ import annotations

import ipaddress
import time
from collections import Counter
from collections.abc import Callable
from threading import Lock
from typing import Final

IDLE: Final = 30.0  # seconds that a connection may say nothing between two requests
ARRIVING: Final = 20.0  # seconds in which a request has to arrive whole
UNREAD: Final = 15.0  # seconds in which a client has to take something of what is sent
PACE: Final = (60.0, 60_000)  # in so many seconds it takes at least so many bytes
# The same where a thread waits for it: 50 kB a second, what a mobile phone of 2003 reads (3G, 384
# kbit/s).
HOLDING_PACE: Final = (30.0, 1_500_000)
# The same while others are refused an export: 500 kB a second. An export is made at 9 to 13 MB a
# second (54,000 sections, 2 cores), so a reader in a house with a slow line keeps its turn.
WANTED_PACE: Final = (30.0, 15_000_000)
BACKLOG: Final = 1_000_000  # bytes unread that make a thread wait: less may lie there between two looks
# Bytes the system takes ahead of a client (it keeps twice as many): where it takes four million,
# nothing tells for half a minute whether a client reads.
AHEAD: Final = 131_072
REFUSED: Final = (2.0, 1_000_000)  # seconds and bytes for the rest of a request that is refused
CONNECTIONS: Final = 400  # of one process; the one that is idle longest gives way
EXPORTS: Final = 2  # under way in a process: two of its four threads always answer searches
CONNECTIONS_EACH: Final = 64  # of one address: a browser opens six
REQUESTS_EACH: Final = 16  # of one address that wait or are answered
EXPORTS_EACH: Final = 1  # of one address


def is_limited(address: str) -> bool:
    """Whether there are limits for one address: not for this machine itself.

    >>> is_limited("127.0.0.1"), is_limited("::1"), is_limited("192.0.2.1"), is_limited("?")
    (False, False, True, True)
    """
    try:
        return not ipaddress.ip_address(address).is_loopback
    except ValueError:
        return True


class Exports:
    """The exports under way in this process. Safe to use from many threads."""

    def __init__(self) -> None:
        self._lock, self._of = Lock(), Counter[str]()
        self.wanted = 0.0  # when one was refused last, in seconds since 1970

    def begin(self, address: str) -> int | Callable[[], None]:
        """What to call when it ends, once or more often; or the status that says why there can be
        none: 503 where there are too many, 429 where this address has too many."""
        with self._lock:
            if is_limited(address) and self._of[address] >= EXPORTS_EACH:
                return 429
            if self._of.total() >= EXPORTS:
                self.wanted = time.time()
                return 503
            self._of[address] += 1
        return self._once(address)

    def _once(self, address: str) -> Callable[[], None]:
        going = [address]

        def end() -> None:
            with self._lock:
                if going:
                    self._of[going.pop()] -= 1

        return end
