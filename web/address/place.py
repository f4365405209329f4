"""Where the site itself is found, for what leaves it: files, feeds, citations.

The Host header is a claim of whoever asks: nothing that is kept and handed on repeats it. A request
that names neither this machine nor a name that was given is refused.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, current_app, request

from corpus.errors import XunzhangError
from corpus.saying import Saying
from web.address.argument import short

HERE: Final = "xunzhang.here"  # in the environment: the address at which the connection arrived


class UntrustedHost(XunzhangError):
    """A request that is made out to somebody else."""

    code = "untrusted_host"


def register(app: Flask) -> None:
    """Refuse requests that are made out to another host."""
    app.before_request(check_host)


def trusted(address: str, hosts: Sequence[str]) -> frozenset[str]:
    """The names by which the site may be asked, whatever the connection: those given, and the
    machine's own.

    >>> "reports.example" in trusted("https://Reports.example:8443/a", ["other.example"])
    True
    """
    own = socket.gethostname().lower()
    public = urlsplit(address).hostname or "localhost"
    return frozenset(["localhost", own, f"{own}.local", public, *(host.lower() for host in hosts)])


def check_host() -> None:
    """Raises UntrustedHost."""
    name = _name(request.host)
    if name in current_app.config["HOSTS"] or name == request.environ.get(HERE) or _is_loopback(name):
        return
    raise UntrustedHost(
        Saying("这里不叫“%(host)s”；请用本站的网址访问（开站时可用 --trusted-host 加名称）。", host=short(request.host))
    )


def root() -> str:
    """The public address of the site without a slash at its end; "" where none is known: addresses
    that are written behind it are relative then."""
    return str(current_app.config["ADDRESS"])


def _name(host: str) -> str:
    """The host without its port.

    >>> _name("[::1]:8000"), _name("Localhost:80"), _name("127.0.0.1")
    ('::1', 'localhost', '127.0.0.1')
    """
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
