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
from corpus.saying import Saying
from corpus.store.folder import Store
from corpus.store.public import public, source_name
from web.commands import options
from web.commands.build import complete
from web.commands.progress import bar
from web.commands.report import lines
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, joined_names


@click.command(
    "clean",
    cls=Spoken,
    short_help=Saying("看清洗的结果，不保存；--stored 重洗已收的。"),
    help=Saying("给出 PATH 里每个网页清洗后的样子，什么也不保存。加 --json 每页一行，是一条报告记录，拒收的也有。"),
    examples=("xunzhang clean 2023年报.html", "xunzhang clean --stored"),
)
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=options.Given())
@click.option("--stored", is_flag=True, help=Saying("按现在的规则重洗已收的网页，列出有变化的。"))
@click.option("--any", "take_any", is_flag=True, help=Saying("不像报告的也洗。"))
@options.as_json
@options.data
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], stored: bool, take_any: bool, as_json: bool, data: Path
) -> None:
    """Clean what is given, or what is stored."""
    if stored == bool(paths):
        raise click.UsageError(Saying("请给出要清洗的文件或文件夹，或者只用 --stored 重洗已收的。"), ctx)
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
            said = _("%(name)s：%(reason)s", name=source_name(page.source), reason=page.reason)
            click.echo(visible(f"{_('失败')}  {said}"), err=True)
            continue
        with bar(_("识别")) as shown, watched(shown):
            report = clean(page, take_any=take_any)
        failed = failed or report.refused is not None
        if as_json:
            options.print_json(public(report))
        else:
            click.echo("\n".join(map(visible, lines(report))) + "\n")
    if not seen:
        click.echo(_("没有找到可以清洗的网页或文本。"), err=True)
    return failed or not seen


def pages(paths: tuple[Path, ...]) -> Iterator[Page | Unreadable]:
    """The pages of all files that paths stand for."""
    for file in files_of(paths):
        yield from pages_of(file)


def clean_stored(data: Path, as_json: bool) -> bool:
    """Clean what is stored again and print what changed. Could something not be cleaned?"""
    complete(data)
    failed, changed = False, 0
    with bar(_("清洗")) as shown, watched(shown.part(_("识别"))):
        for change in reclean(Store(data), progress=shown):
            failed = failed or change.reason is not None
            if change.fields or change.reason:
                changed += bool(change.fields)
                shown.print(options.json_line(change.to_dict()) if as_json else visible(line(change)))
    click.echo(_("%(n)s 份报告有变化。", n=f"{changed:,}"), err=True)
    if changed:
        click.echo(options.build_next(data), err=True)
    return failed


def line(change: Change) -> str:
    """What cleaning again changed in one report."""
    if change.reason:
        return f"{_('失败')}  " + _("%(name)s：%(reason)s", name=change.report, reason=change.reason)
    said = _("%(name)s：%(reason)s", name=change.title or _("（无标题）"), reason=joined_names(change.fields))
    word = _("变化")
    return f"{word}  {change.report}  {said}"
