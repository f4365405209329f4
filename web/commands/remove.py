"""`xunzhang remove`: a report's record, raw copy and index entry go; its address is not fetched
again."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.errors import XunzhangError
from corpus.saying import Saying
from corpus.store.folder import Store
from web.commands import options
from web.commands.build import complete, refresh
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, spoken


@click.command(
    "remove",
    cls=Spoken,
    short_help=Saying("移除报告：记录、原始网页和索引。"),
    help=Saying("移除编号为 ID 的报告：记录、原始网页、索引里的条目都删掉，它的网址不再抓取。"),
    examples=("xunzhang remove 3f0c9a1b2d4e",),
)
@click.argument("identities", metavar="ID…", nargs=-1, required=True)
@options.data
@click.pass_context
def command(ctx: click.Context, identities: tuple[str, ...], data: Path) -> None:
    """Remove, then index again."""
    complete(data)
    store = Store(data)
    failed = removed = False
    with store.writing():
        for identity in identities:
            try:
                store.remove(identity)
            except XunzhangError as error:
                failed = True
                click.echo(visible(f"{_('失败')}  {spoken(error.said)}"), err=True)
            else:
                removed = True
                click.echo(f"{_('移除')}  {identity}")
    if removed and (done := refresh(data)):
        click.echo(done, err=True)
    if failed:
        ctx.exit(FAILED)
