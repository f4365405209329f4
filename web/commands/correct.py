"""`xunzhang correct`: what a person knows better, kept in corrections.csv and applied at every
cleaning."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.identity import id_of_address
from corpus.intake.reclean import clean_again
from corpus.saying import Saying
from corpus.store.folder import Store
from web.commands import options
from web.commands.build import complete, refresh
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, joined_names


@click.command(
    "correct",
    cls=Spoken,
    short_help=Saying("更正一份报告的信息。"),
    help=Saying("更正编号（或网址）为 ID 的报告；记入 corrections.csv，每次清洗都用上。"),
    examples=("xunzhang correct 3f0c9a1b2d4e year=2023 --note 封面写作2023",),
)
@click.argument("identity", metavar="ID")
@click.argument("changes", metavar="FIELD=VALUE…", nargs=-1, required=True)
@click.option("--note", default="", metavar="TEXT", help=Saying("更正的依据。"))
@options.data
@click.pass_context
def command(ctx: click.Context, identity: str, changes: tuple[str, ...], note: str, data: Path) -> None:
    """Correct, clean again, index again."""
    pairs = [pair(ctx, change) for change in changes]
    complete(data)
    store = Store(data)
    held = found(store, identity)
    with store.writing():
        for field, value in pairs:
            store.correct(identity, field, value, note)
        change = clean_again(store, held) if held else None
    if change is None:
        click.echo(_("已记入 corrections.csv；还没有收录这份报告，收录时会用上。"))
        return
    if change.reason:
        click.echo(visible(_("已记入 corrections.csv，但没有重洗成：%(reason)s", reason=change.reason)), err=True)
        ctx.exit(FAILED)
    changed = _("变化：%(fields)s", fields=joined_names(change.fields)) if change.fields else _("没有变化")
    click.echo(f"{held}  " + _("%(what)s。", what=changed))
    click.echo(refresh(data) or options.build_next(data), err=True)


def pair(ctx: click.Context, change: str) -> tuple[str, str]:
    """A field and its value. Raises click.UsageError."""
    field, equals, value = change.partition("=")
    if not equals or not field.strip():
        raise click.UsageError(Saying("“%(change)s”读不懂；请写成 字段=值，如 year=2023。", change=change), ctx)
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
