"""Which addresses a crawl may ask for at all: those of its hosts that nobody removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from corpus.crawl.manners.public_address import is_numeric, is_public
from corpus.identity import canonical
from corpus.wording.coded import said

# Longer ones are made by scripts that append to themselves.
LONGEST_ADDRESS = 2000
_WRITTEN = "/:@!$&'()*+,;=%~-._?[]|"


def host_of(address: str) -> str:
    """The host of an address without `www.`, in lower case; "" where it has none.

    >>> host_of("https://WWW.kfq.example:8080/a")
    'kfq.example'
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def written(address: str, encoding: str = "utf-8") -> str:
    """An address as it goes over the wire: Han characters and spaces escaped, those of the query in
    the encoding of the page that names it, as browsers do.

    >>> written("https://kfq.example/年报/a b.html?x=1%20")
    'https://kfq.example/%E5%B9%B4%E6%8A%A5/a%20b.html?x=1%20'
    >>> written("/list.jsp?x=年", "gb18030")
    '/list.jsp?x=%C4%EA'
    """
    parts = urlsplit(address)
    path = quote(parts.path, safe=_WRITTEN)
    query = quote(parts.query, safe=_WRITTEN, encoding=encoding, errors="replace")
    return parts._replace(path=path, query=query, fragment="").geturl()


@dataclass(frozen=True, slots=True)
class Scope:
    """The hosts of a crawl (without `www.`) and the canonical addresses that must not come back."""

    hosts: frozenset[str]
    removed: frozenset[str] = frozenset()
    allow_loopback: bool = False

    @classmethod
    def around(
        cls, addresses: Iterable[str], hosts: Iterable[str], removed: frozenset[str], *, allow_loopback: bool
    ) -> Scope:
        """The hosts of the addresses, and others by name."""
        named = (host.lower().strip().removeprefix("www.") for host in hosts)
        return cls(frozenset(filter(None, (*map(host_of, addresses), *named))), removed, allow_loopback)

    def refusal(self, address: str) -> str | None:
        """Why the address must not be asked for, in one sentence; None if it may be."""
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError:
            return said("no_address")
        host = host_of(address)
        if parts.scheme.lower() not in ("http", "https") or not host or port == 0:
            return said("scheme")
        if parts.username is not None or len(address) > LONGEST_ADDRESS:
            return said("account_or_long")
        if is_numeric(host) and not is_public(host, allow_loopback=self.allow_loopback):
            return said("inside")
        if host not in self.hosts:
            return said("other_host", host=host)
        if canonical(address) in self.removed:
            return said("removed_address")
        return None
