"""`xunzhang gather`: what several machines added in shares becomes one data folder."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from corpus.intake.gather import gather
from corpus.saying import Saying
from corpus.store.folder import Store
from web.commands import options
from web.commands.add import after, keep_notice, line, record, summary
from web.commands.build import complete
from web.commands.progress import bar
from web.commands.rights import warn_of_root
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _
from web.noted import NOTICE


@click.command(
    "gather",
    cls=Spoken,
    short_help=Saying("把分片收录的文件夹合成一个。"),
    help=Saying(
        "把各台机器用 add --shard 收好的数据文件夹合成一个，与一台机器收录全部所得相同；可以再次运行，只并入新收的。"
    ),
    examples=("xunzhang gather 份一 份二 份三 --data 全部",),
)
@options.paths
@options.as_json
@options.data
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], as_json: bool, data: Path) -> None:
    """Gather, a line a page, then how many of each."""
    if not paths:
        raise click.UsageError(Saying("缺少要合并的数据文件夹；例如 xunzhang gather 份一 份二 --data 全部。"), ctx)
    warn_of_root()
    complete(data)
    outcomes: Counter[str] = Counter()
    with bar(_("合并")) as shown:
        for added in gather(Store(data), paths, progress=shown):
            outcomes[added.status] += 1
            shown.print(options.json_line(record(added)) if as_json else visible(line(added)))
    keep_notice(tuple(path for path in paths if (path / NOTICE).exists()), data)
    click.echo(summary(outcomes) if outcomes else _("没有新收的可以并入。"), err=True)
    if outcomes["added"] or outcomes["replaced"]:
        click.echo(after(None, data), err=True)
    if outcomes["failed"]:
        ctx.exit(FAILED)
