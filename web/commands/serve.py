"""`xunzhang serve`: the site, in as many processes as can work at the same time."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import click
from flask import Flask

from corpus.errors import XunzhangError
from corpus.saying import Saying
from search.across.passages import Compared
from search.errors import NotOnThisEngine
from search.query.read import parse
from web.app import create_app
from web.commands import options
from web.commands.public import listening_options
from web.commands.rights import warn_of_root
from web.commands.speaking.failing import reason
from web.commands.speech import Spoken
from web.language.terminal import _, spoken
from web.serving.end import on_sigterm
from web.serving.forked import bound, most_processes, together
from web.serving.server import Server
from web.shelf import shelf

MOST: Final = 4  # processes, unless more are asked for

# Seconds a thread keeps the interpreter: the one that reads sockets waits so long for each event
# while searches run.
SWITCH: Final = 0.0005


class PortTaken(XunzhangError):
    """The site cannot listen where it was told to."""

    code = "port_taken"


@click.command(
    "serve",
    cls=Spoken,
    short_help=Saying("开站。"),
    help=Saying("开站并给出网址；Ctrl+C 停止。"),
    examples=("xunzhang serve --port 8080", "xunzhang serve --host 0.0.0.0 --public-address https://reports.example"),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="N",
    help=Saying("端口，0–65535（默认 8000；0 由系统挑）。"),
)
@click.option(
    "--host", default="127.0.0.1", metavar="HOST", help=Saying("监听的地址（默认 127.0.0.1，只有本机能访问）。")
)
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=None,
    metavar="N",
    help=Saying("用几个进程作答（默认每个处理器一个，最多 4 个）。"),
)
@click.option("--show-refused", is_flag=True, help=Saying("拒收的网页也给人看（默认只说原因）。"))
@listening_options
@options.engine
@options.data
def command(
    port: int,
    host: str,
    processes: int | None,
    show_refused: bool,
    public_address: str,
    trusted_host: tuple[str, ...],
    trusted_proxy: str | None,
    data: Path,
) -> None:
    """Listen, open the index, answer."""
    warn_of_root()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a request waits a moment is no news
    sys.setswitchinterval(SWITCH)
    sockets = listening(host, port)
    app = create_app(data, show_refused=show_refused, address=public_address, hosts=(host, *trusted_host))
    shown = f"[{host}]" if ":" in host else host
    click.echo(_("寻章在 %(address)s ，按 Ctrl+C 停止。", address=f"http://{shown}:{sockets[0].getsockname()[1]}/"))
    if public_address:
        click.echo(_("对外的网址是 %(address)s 。", address=f"{public_address}/"))
    try:
        opened(app)
    except XunzhangError as error:
        click.echo(_("注意：%(what)s建好之后不必重开。", what=spoken(error.said)), err=True)
    with suppress(KeyboardInterrupt):
        together(lambda: answer(app, sockets, trusted_proxy), processes or min(most_processes(), MOST))


def opened(app: Flask) -> None:
    """Open the index and what a query needs before there are several processes, so that they share
    it. Raises as opening does."""
    parse("开")
    with app.app_context(), suppress(NotOnThisEngine):
        engine = shelf().engine
        engine.held()
        engine.passages(Compared("开", nearest=True))


def answer(app: Flask, sockets: Sequence[socket.socket], proxy: str | None = None) -> None:
    """Serve until this process is told to stop."""
    server = server_on(app, sockets, proxy)
    on_sigterm(server)
    try:
        server.run()
    finally:
        server.close()


def server_on(app: Flask, sockets: Sequence[socket.socket], proxy: str | None = None) -> Server:
    """A server that takes its connections from these sockets."""
    return Server(app, sockets, proxy)


def listening(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen. Raises PortTaken."""
    try:
        return bound(host, port)
    except (socket.gaierror, UnicodeError) as error:
        raise PortTaken(
            Saying("不认识 %(host)s 这个地址；请用本机的名称或 IP 地址，如 127.0.0.1、0.0.0.0。", host=host)
        ) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                Saying(
                    "端口 %(port)s 已被占用；请换一个，例如 xunzhang serve --port %(next)s。", port=port, next=port + 1
                )
            ) from error
        where = f"{host}:{port}"
        raise PortTaken(
            Saying("不能在 %(where)s 上监听（%(why)s）；请换一个地址或端口。", where=where, why=reason(error))
        ) from error
