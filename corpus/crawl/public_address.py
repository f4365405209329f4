"""Which network addresses may be connected to: public ones only.

Checked where names become addresses, on the very addresses that are then connected to. A check of the URL, or a look-up before the
real one, misses redirects, names that resolve to a private address the second time (DNS rebinding), and IPv6 forms of IPv4
addresses.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# IPv6 addresses that carry an IPv4 address in their last four bytes: a gateway leads from there to anywhere.
_CARRIERS = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if it stands for one."""
    if address.sixtofour or address.teredo:
        return address.sixtofour or (address.teredo[1] if address.teredo else None)
    if any(address in network for network in _CARRIERS):
        return IPv4Address(address.packed[-4:])
    return None


def is_public(host: str, *, allow_loopback: bool = False) -> bool:
    """May this numeric address be connected to? A name is no numeric address and gives False.

    >>> [is_public(host) for host in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "169.254.169.254", "64:ff9b::a00:1")]
    [True, False, False, False, False]
    """
    try:
        address = ip_address(host.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if address.is_loopback:
        return allow_loopback
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if address.is_site_local or (carried is not None and not is_public(str(carried))):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_numeric(host: str) -> bool:
    """Is the host of a URL written as a plain numeric address?"""
    try:
        ip_address(host.split("%", 1)[0])
    except ValueError:
        return False
    return True
