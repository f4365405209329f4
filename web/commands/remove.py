"""`xunzhang remove`: a report's record, raw copy and index entry go; its address is not fetched
again."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.errors import XunzhangError
from corpus.store.folder import Store
from web.commands import options
from web.commands.build import complete, refresh
from web.commands.speech import FAILED, Spoken, visible


@click.command("remove", cls=Spoken, short_help="移除报告：记录、原始网页和索引。")
@click.argument("identities", metavar="ID…", nargs=-1, required=True)
@options.data
@click.pass_context
def command(ctx: click.Context, identities: tuple[str, ...], data: Path) -> None:
    """移除编号为 ID 的报告：记录、原始网页、索引里的条目都删掉，它的网址不再抓取。"""
    complete(data)
    store = Store(data)
    failed = removed = False
    with store.writing():
        for identity in identities:
            try:
                store.remove(identity)
            except XunzhangError as error:
                failed = True
                click.echo(visible(f"失败  {error}"), err=True)
            else:
                removed = True
                click.echo(f"移除  {identity}")
    if removed and (done := refresh(data)):
        click.echo(done, err=True)
    if failed:
        ctx.exit(FAILED)
