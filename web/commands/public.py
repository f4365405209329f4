"""What a site has to be told that is reached by others: its address, its names, the proxy in front."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

Function = TypeVar("Function", bound=Callable[..., Any])


class Address(click.ParamType[str]):
    """An address of the web with a scheme and a host, and nothing behind its path."""

    name = "url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address. Raises click.BadParameter."""
        parts = urlsplit(str(value))
        if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
            self.fail(f"“{value}”不是网址；请写成 https://reports.example 这样。", param, ctx)
        return str(value).rstrip("/")


class Machine(click.ParamType[str]):
    """The address of a machine in numbers."""

    name = "ip"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address. Raises click.BadParameter."""
        try:
            return str(ipaddress.ip_address(str(value)))
        except ValueError:
            self.fail(f"“{value}”不是 IP 地址；请写成 127.0.0.1 这样。", param, ctx)


def public_address(function: Function) -> Function:
    """The option that says where the site is found."""
    return click.option(
        "--public-address",
        type=Address(),
        default="",
        envvar="XUNZHANG_ADDRESS",
        metavar="URL",
        help="本站对外的网址，写进导出、订阅和引文（或环境变量 XUNZHANG_ADDRESS）。",
    )(function)


def listening_options(function: Function) -> Function:
    """The options of a site that others reach."""
    host = click.option(
        "--trusted-host", multiple=True, metavar="NAME", help="也接受以这个名称来的访问；可以多次给出。"
    )
    proxy = click.option(
        "--trusted-proxy", type=Machine(), default=None, metavar="IP", help="前面的代理服务器；只信它说的来访地址。"
    )
    return public_address(host(proxy(function)))
