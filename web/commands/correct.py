"""`xunzhang correct`: what a person knows better, kept in corrections.csv and applied at every
cleaning."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.identity import id_of_address
from corpus.intake.reclean import clean_again
from corpus.store.folder import Store
from web.commands import options
from web.commands.build import complete, refresh
from web.commands.speech import FAILED, Spoken, visible


@click.command("correct", cls=Spoken, short_help="更正一份报告的信息。")
@click.argument("identity", metavar="ID")
@click.argument("changes", metavar="FIELD=VALUE…", nargs=-1, required=True)
@click.option("--note", default="", metavar="TEXT", help="更正的依据。")
@options.data
@click.pass_context
def command(ctx: click.Context, identity: str, changes: tuple[str, ...], note: str, data: Path) -> None:
    """更正编号（或网址）为 ID 的报告，例如 xunzhang correct 3f… year=2023；记入
    corrections.csv，每次清洗都用上。"""
    pairs = [pair(ctx, change) for change in changes]
    complete(data)
    store = Store(data)
    held = found(store, identity)
    with store.writing():
        for field, value in pairs:
            store.correct(identity, field, value, note)
        change = clean_again(store, held) if held else None
    if change is None:
        click.echo("已记入 corrections.csv；还没有收录这份报告，收录时会用上。")
        return
    if change.reason:
        click.echo(visible(f"已记入 corrections.csv，但没有重洗成：{change.reason}"), err=True)
        ctx.exit(FAILED)
    click.echo(f"{held}  {'变化：' + '、'.join(change.fields) if change.fields else '没有变化'}。")
    click.echo(refresh(data) or f"接着请运行 xunzhang build{options.same_data(data)}。", err=True)


def pair(ctx: click.Context, change: str) -> tuple[str, str]:
    """A field and its value. Raises click.UsageError."""
    field, equals, value = change.partition("=")
    if not equals or not field.strip():
        raise click.UsageError(f"“{change}”读不懂；请写成 字段=值，如 year=2023。", ctx)
    return field.strip(), value.strip()


def found(store: Store, identity: str) -> str | None:
    """The id of the report that is meant. An address may be corrected before it is held; an unknown
    id is an error."""
    if "/" not in identity:
        return store.report(identity).id
    if entry := store.ledger.by_address(identity):
        return entry.report
    named = id_of_address(identity)
    return named if store.has(named) else None
