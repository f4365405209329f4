"""`xunzhang build`: index what is new or changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import click

from corpus.errors import XunzhangError
from corpus.saying import Saying
from corpus.store.folder import Store
from index.build import Built
from index.chosen import built, is_there
from web.commands import options
from web.commands.progress import Progress, bar
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, joined, spoken


@click.command(
    "build",
    cls=Spoken,
    short_help=Saying("给新收或变化的报告建索引。"),
    help=Saying("给新收的、变化的报告建索引，去掉已移除的；正在运行的站点一秒之内换上。"),
    examples=("xunzhang build", "xunzhang build --fresh --data /srv/reports"),
)
@click.option("--fresh", is_flag=True, help=Saying("全部重建，建好才替换正在用的。"))
@options.engine
@options.as_json
@options.data
@click.pass_context
def command(ctx: click.Context, fresh: bool, as_json: bool, data: Path) -> None:
    """Build, then what was done."""
    with bar(_("索引")) as shown:
        done = indexed(data, fresh=fresh, progress=shown)
    if as_json:
        options.print_json(asdict(done))
    else:
        click.echo(summary(done))
    for problem in done.problems:
        click.echo(visible(f"{_('失败')}  {spoken(problem)}"), err=True)
    if done.problems:
        ctx.exit(FAILED)


def summary(did: Built) -> str:
    """What a build did."""
    counts = (
        (_("新增"), did.added),
        (_("更新"), did.replaced),
        (_("移除"), did.removed),
        (_("不变"), did.unchanged),
    )
    done = joined(f"{word} {count:,}" for word, count in counts if count) or _("没有报告")
    found = {"n": f"{did.sections:,}", "version": did.version}
    return _("%(done)s；现有 %(n)s 段可检索（版本 %(version)s）。", done=done, **found)


def refresh(data: Path) -> str | None:
    """Bring an index that exists up to date; what it did in words, None where there is no index
    yet."""
    if not is_there(data):
        return None
    return summary(indexed(data))


def indexed(data: Path, *, fresh: bool = False, progress: Progress | None = None) -> Built:
    """Index what is held, a removal that was cut short finished first; the index then holds nothing
    that was removed."""
    store = Store(data)
    if store.removals.intended():
        with store.writing():
            pass
    gone = store.removals.unindexed()
    done = built(store, data, fresh=fresh, progress=progress)
    if gone:
        with store.writing():
            store.removals.indexed(gone)
    return done


def complete(data: Path) -> None:
    """Finish what a killed command was removing, from the index as well; where that is not possible
    now, a later command does it."""
    store = Store(data)
    with store.writing():
        waiting = store.removals.unindexed()
    if waiting:
        with suppress(XunzhangError):
            refresh(data)
