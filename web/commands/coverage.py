"""`xunzhang coverage`: which zones and years are held, which are missing, what was refused and
why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from corpus.coverage import Coverage, ZoneYears, coverage
from corpus.crawl.sources import read_sources
from corpus.saying import Saying
from corpus.store.folder import Store
from web.commands import options
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, spoken

WORDS: Final = {
    "refused": Saying("拒收"),
    "failed": Saying("未能抓到"),
    "gone": Saying("已失效"),
    "waiting": Saying("待抓取"),
}


@click.command(
    "coverage",
    cls=Spoken,
    short_help=Saying("各地各年收了哪些、缺哪些、拒收了什么。"),
    help=Saying("按省列出每个主体收录的年份和中间缺的年份，再列拒收和没抓到的原因。加 --json 得到全部明细。"),
    examples=("xunzhang coverage", "xunzhang coverage --sources 来源.csv --json"),
)
@click.option(
    "--sources", type=click.Path(path_type=Path), metavar="FILE", help=Saying("对照的来源清单（默认不对照）。")
)
@options.as_json
@options.data
@click.pass_context
def command(ctx: click.Context, sources: Path | None, as_json: bool, data: Path) -> None:
    """What is held, what is missing, and why."""
    found = coverage(Store(data), read_sources(sources) if sources else ())
    if as_json:
        options.print_json(found.to_dict())
    else:
        click.echo("\n".join(map(visible, lines(found))))
    for sentence in found.damaged:
        click.echo(f"{_('失败')}  {visible(spoken(sentence))}", err=True)
    if found.damaged:
        ctx.exit(FAILED)


def lines(found: Coverage) -> Iterator[str]:
    """Provinces, their zones, then the reasons."""
    held = sum(len(reports) for zone in found.zones for reports in (*zone.held.values(), zone.undated))
    missing = sum(len(zone.missing) for zone in found.zones)
    zones = len({zone.zone for zone in found.zones})
    counts = {"reports": f"{held:,}", "zones": f"{zones:,}", "years": f"{missing:,}"}
    yield _("收录 %(reports)s 份报告，%(zones)s 个主体；中间缺 %(years)s 年。", **counts)
    for province, every in found.provinces():
        yield ""
        yield province or _("（未注明省份）")
        yield from (f"  {line(zone)}" for zone in every)
    if found.not_held:
        yield ""
        yield _("没有收录的网页 %(n)s：", n=f"{len(found.not_held):,}")
    for status, reason, count in found.reasons():
        yield f"  {spoken(WORDS[status])} {count:,}  {spoken(reason)}"


def line(zone: ZoneYears) -> str:
    """One zone's years of one kind."""
    missing = _("；缺 %(years)s", years=spans(zone.missing)) if zone.missing else ""
    undated = _("；年份不明 %(n)s 份", n=len(zone.undated)) if zone.undated else ""
    return f"{zone.zone or _('（未注明主体）')}  {zone.kind}  {spans(tuple(zone.held)) or '—'}{missing}{undated}"


def spans(years: tuple[int, ...]) -> str:
    """Years in short.

    >>> spans((2018, 2020, 2021, 2022))
    '2018、2020–2022'
    """
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
