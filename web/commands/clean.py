"""`xunzhang clean`: what cleaning makes of pages, storing nothing; or, with `--stored`, of all
stored pages again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from corpus.clean import clean
from corpus.intake.arrive import Unreadable, files_of, pages_of
from corpus.intake.reclean import Change, reclean
from corpus.load.scan.recognise import watched
from corpus.records import Page
from corpus.store.folder import Store
from corpus.store.public import public, source_name
from web.commands import options
from web.commands.build import complete
from web.commands.progress import bar
from web.commands.report import lines
from web.commands.speech import FAILED, Spoken, visible


@click.command("clean", cls=Spoken, short_help="看清洗的结果，不保存；--stored 重洗已收的。")
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=options.Given())
@click.option("--stored", is_flag=True, help="按现在的规则重洗已收的网页，列出有变化的。")
@click.option("--any", "take_any", is_flag=True, help="不像报告的也洗。")
@options.as_json
@options.data
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], stored: bool, take_any: bool, as_json: bool, data: Path
) -> None:
    """给出 PATH 里每个网页清洗后的样子，什么也不保存。加 --json
    每页一行，是一条报告记录，拒收的也有。"""
    if stored == bool(paths):
        raise click.UsageError("请给出要清洗的文件或文件夹，或者只用 --stored 重洗已收的。", ctx)
    failed = clean_stored(data, as_json) if stored else clean_paths(paths, take_any, as_json)
    if failed:
        ctx.exit(FAILED)


def clean_paths(paths: tuple[Path, ...], take_any: bool, as_json: bool) -> bool:
    """Print what becomes of each page, in order. Was one unreadable or refused?"""
    failed, seen = False, False
    for page in pages(paths):
        seen = True
        if isinstance(page, Unreadable):
            failed = True
            click.echo(visible(f"失败  {source_name(page.source)}：{page.reason}"), err=True)
            continue
        with bar("识别") as shown, watched(shown):
            report = clean(page, take_any=take_any)
        failed = failed or report.refused is not None
        if as_json:
            options.print_json(public(report))
        else:
            click.echo("\n".join(map(visible, lines(report))) + "\n")
    if not seen:
        click.echo("没有找到可以清洗的网页或文本。", err=True)
    return failed or not seen


def pages(paths: tuple[Path, ...]) -> Iterator[Page | Unreadable]:
    """The pages of all files that paths stand for."""
    for file in files_of(paths):
        yield from pages_of(file)


def clean_stored(data: Path, as_json: bool) -> bool:
    """Clean what is stored again and print what changed. Could something not be cleaned?"""
    complete(data)
    failed, changed = False, 0
    with bar("清洗") as shown, watched(shown.part("识别")):
        for change in reclean(Store(data), progress=shown):
            failed = failed or change.reason is not None
            if change.fields or change.reason:
                changed += bool(change.fields)
                shown.print(options.json_line(change.to_dict()) if as_json else visible(line(change)))
    click.echo(f"{changed:,} 份报告有变化。", err=True)
    if changed:
        click.echo(f"接着请运行 xunzhang build{options.same_data(data)}。", err=True)
    return failed


def line(change: Change) -> str:
    """What cleaning again changed in one report."""
    if change.reason:
        return f"失败  {change.report}：{change.reason}"
    return f"变化  {change.report}  {change.title or '（无标题）'}：{'、'.join(change.fields)}"
