"""`xunzhang reports`: the cleaned reports, one a line."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.masked import masked
from corpus.store.folder import Store
from corpus.store.public import public
from corpus.store.record import DamagedRecord
from web.commands import options
from web.commands.speech import FAILED, Spoken, visible


@click.command("reports", cls=Spoken, short_help="列出收录的报告。")
@click.option("--refused", is_flag=True, help="改列拒收的和原因。")
@options.as_json
@options.data
@click.pass_context
def command(ctx: click.Context, refused: bool, as_json: bool, data: Path) -> None:
    """列出清洗好的报告，一份一行：编号、年份、主体、标题。加 --json 每行一条记录，不含各段。"""
    store = Store(data)
    some, damaged = False, list[str]()

    def told(error: DamagedRecord) -> None:
        damaged.append(str(error))

    for report in map(masked, store.refused(told) if refused else store.reports(told)):
        some = True
        if as_json:
            record = public(report)
            del record["sections"], record["tables"]
            options.print_json(record)
        elif refused:
            click.echo(visible(f"{report.id}  {options.named(report)}：{report.refused}"))
        else:
            zone = report.zone or "（未注明主体）"
            click.echo(visible(f"{report.id}  {report.year or '----'}  {zone}  {options.named(report)}"))
    for sentence in damaged:
        click.echo(visible(f"失败  {sentence}"), err=True)
    if damaged:
        ctx.exit(FAILED)
    if not some:
        click.echo(f"{data} 里没有{'拒收的网页' if refused else '报告；请先用 xunzhang add 收录'}。", err=True)
