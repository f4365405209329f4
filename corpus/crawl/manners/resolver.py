"""The only way from a name to a connection: a resolver that passes on public addresses and nothing
else.

Twisted connects to exactly the addresses that its resolver hands over, numeric hosts included, so
what is left out here cannot be reached: not by a redirect, not by a name that changes its mind, not
over IPv6.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface import implementer

from corpus.crawl.manners.public_address import is_public

# Set by the crawl that runs in this process; the resolver is made by the framework, which knows the
# class only.
ALLOW_LOOPBACK = "XUNZHANG_ALLOW_LOOPBACK"


@implementer(IResolutionReceiver)
class PublicReceiver:
    """Hands addresses on to `receiver` if they are public; tells `turned_away` of names that had
    others only."""

    def __init__(self, receiver: Any, name: str, turned_away: dict[str, str], *, allow_loopback: bool) -> None:
        self._receiver, self._name, self._turned_away = receiver, name, turned_away
        self._allow_loopback = allow_loopback
        self._passed = False

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802
        """Part of the interface."""
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        """Pass a public address on, keep any other back."""
        host = str(getattr(address, "host", ""))
        if is_public(host, allow_loopback=self._allow_loopback):
            self._passed = True
            self._receiver.addressResolved(address)
        else:
            self._turned_away[self._name] = host

    def resolutionComplete(self) -> None:  # noqa: N802
        """Part of the interface; without an address passed on, connecting fails."""
        if self._passed:
            self._turned_away.pop(self._name, None)
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class PublicResolver:
    """The reactor's own resolver behind `PublicReceiver`."""

    # name → the address for which it was turned away; one crawl a process
    turned_away: dict[str, str] = {}  # noqa: RUF012

    def __init__(self, reactor: Any, *, allow_loopback: bool = False) -> None:
        self._reactor, self._allow_loopback = reactor, allow_loopback
        self._inner: Any = reactor.nameResolver

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> PublicResolver:
        """How the framework makes one."""
        return cls(reactor, allow_loopback=crawler.settings.getbool(ALLOW_LOOPBACK))

    def install_on_reactor(self) -> None:
        """Become the resolver of every connection that is made by name or number."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> Any:
        """Resolve as before, but hand over public addresses only."""
        receiver = PublicReceiver(resolutionReceiver, hostName, self.turned_away, allow_loopback=self._allow_loopback)
        return self._inner.resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)
