"""Which network addresses may be connected to: public ones only.

Checked where names become addresses, on the very addresses that are then connected to. A check of
the URL, or a look-up before the real one, misses redirects, names that resolve to a private address
the second time (DNS rebinding), and IPv6 forms of IPv4 addresses.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# Where an IPv6 network reaches IPv4: the last four bytes are the address that is really connected
# to.
_GATEWAY = IPv6Network("64:ff9b::/96")


def _stands_for(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address is another way of writing."""
    return IPv4Address(address.packed[-4:]) if address in _GATEWAY else address.ipv4_mapped


def _tunnelled(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address at the end of a tunnel, if the IPv6 address names one."""
    return address.sixtofour or (address.teredo[1] if address.teredo else None)


def is_public(host: str, *, allow_loopback: bool = False) -> bool:
    """May this numeric address be connected to? A name is no numeric address and gives False.

    >>> [is_public(host) for host in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "169.254.169.254", "64:ff9b::a00:1")]
    [True, False, False, False, False]
    """
    try:
        address = ip_address(host.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        address = _stands_for(address) or address
    if address.is_loopback:
        return allow_loopback
    if isinstance(address, IPv6Address):
        end = _tunnelled(address)
        if address.is_site_local or (end is not None and not is_public(str(end))):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_numeric(host: str) -> bool:
    """Is the host of a URL written as a plain numeric address?"""
    try:
        ip_address(host.split("%", 1)[0])
    except ValueError:
        return False
    return True
