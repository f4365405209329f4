"""`xunzhang serve`: the site, in one process."""

from __future__ import annotations

import errno
import logging
import sys
from pathlib import Path
from typing import Any, Final

import click
from waitress import create_server

from corpus.errors import XunzhangError
from search.engine import Engine
from web.app import create_app
from web.commands import options
from web.commands.speech import REASONS, Spoken
from web.lenient import accept_typed_addresses

THREADS: Final = 4  # Python runs one at a time: more only take turns, fewer would let one long export hold up all

# Seconds a thread keeps the interpreter: the one that reads sockets waits so long for each event while searches run.
SWITCH: Final = 0.0005


class PortTaken(XunzhangError):
    """The site cannot listen where it was told to."""

    code = "port_taken"


@click.command("serve", cls=Spoken, short_help="开站。")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, metavar="N", help="端口，0–65535（默认 8000；0 由系统挑）。"
)
@click.option("--host", default="127.0.0.1", metavar="HOST", help="监听的地址（默认 127.0.0.1，只有本机能访问）。")
@options.data
def command(port: int, host: str, data: Path) -> None:
    """开站并给出网址；Ctrl+C 停止。"""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a request waits a moment is no news
    sys.setswitchinterval(SWITCH)
    server = listening(data, host, port)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"寻章在 http://{shown}:{server.effective_port}/ ，按 Ctrl+C 停止。")
    try:
        Engine(options.index_of(data)).held()
    except XunzhangError as error:
        click.echo(f"注意：{error}建好之后不必重开。", err=True)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()


def listening(data: Path, host: str, port: int) -> Any:
    """A server that listens. Raises PortTaken."""
    try:
        sockets: dict[int, Any] = {}
        server = create_server(create_app(data), sockets, host=host, port=port, threads=THREADS, ident="xunzhang")
        accept_typed_addresses(sockets)
        return server
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(f"端口 {port} 已被占用；请换一个，例如 xunzhang serve --port {port + 1}。") from error
        why = REASONS.get(error.errno or 0) or error.strerror or error
        raise PortTaken(f"不能在 {host}:{port} 上监听（{why}）；请换一个地址或端口。") from error
    except ValueError as error:
        raise PortTaken(f"不认识 {host} 这个地址；请用本机的名称或 IP 地址，如 127.0.0.1、0.0.0.0。") from error
