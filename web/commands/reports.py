"""`xunzhang reports`: the cleaned reports, one a line."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.masked import masked
from corpus.saying import Saying
from corpus.store.folder import Store
from corpus.store.public import public
from corpus.store.record import DamagedRecord
from web.commands import options
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, spoken


@click.command(
    "reports",
    cls=Spoken,
    short_help=Saying("列出收录的报告。"),
    help=Saying("列出清洗好的报告，一份一行：编号、年份、主体、标题。加 --json 每行一条记录，不含各段。"),
    examples=("xunzhang reports", "xunzhang reports --refused"),
)
@click.option("--refused", is_flag=True, help=Saying("改列拒收的和原因。"))
@options.as_json
@options.data
@click.pass_context
def command(ctx: click.Context, refused: bool, as_json: bool, data: Path) -> None:
    """A line a report."""
    store = Store(data)
    some, damaged = False, list[str]()

    def told(error: DamagedRecord) -> None:
        damaged.append(spoken(error.said))

    for report in map(masked, store.refused(told) if refused else store.reports(told)):
        some = True
        if as_json:
            record = public(report)
            del record["sections"], record["tables"]
            options.print_json(record)
        elif refused:
            said = _("%(name)s：%(reason)s", name=options.named(report), reason=report.refused)
            click.echo(visible(f"{report.id}  {said}"))
        else:
            zone = report.zone or _("（未注明主体）")
            click.echo(visible(f"{report.id}  {report.year or '----'}  {zone}  {options.named(report)}"))
    for sentence in damaged:
        click.echo(visible(f"{_('失败')}  {sentence}"), err=True)
    if damaged:
        ctx.exit(FAILED)
    if not some:
        nothing = (
            _("%(data)s 里没有拒收的网页。", data=data)
            if refused
            else _("%(data)s 里没有报告；请先用 xunzhang add 收录。", data=data)
        )
        click.echo(nothing, err=True)
