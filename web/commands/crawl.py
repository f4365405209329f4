"""`xunzhang crawl`: pages of official sites into the store, politely; an interrupted crawl goes on
where it was."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from corpus.crawl.limits import Limits
from corpus.crawl.run import Summary, crawl
from corpus.crawl.scope import written
from corpus.crawl.sources import SHIPPED, BadSources, Source, is_address, read_sources
from corpus.store.folder import Store
from web.commands import options
from web.commands.build import complete
from web.commands.progress import bar
from web.commands.speech import FAILED, Spoken, visible

WORDS: Final = {"fetched": "新增或更新", "unchanged": "不变", "refused": "拒收", "failed": "失败"}
DEFAULTS: Final = Limits()
# Reasons shown at the end; the rest is in --json and in crawl.csv.
MOST_REASONS: Final = 12


@click.command("crawl", cls=Spoken, short_help="按来源清单抓取网页并收录。")
@click.argument("sources", metavar="[SOURCES…]", nargs=-1)
@click.option(
    "--depth",
    type=click.IntRange(0, 20),
    metavar="N",
    default=DEFAULTS.depth,
    help="从来源起跟随几层链接（0–20，默认 2）。",
)
@click.option(
    "--pages", type=click.IntRange(1), metavar="N", default=DEFAULTS.pages, help="每个主机最多请求几页（默认 200）。"
)
@click.option(
    "--delay",
    type=click.FloatRange(0.0),
    metavar="S",
    default=DEFAULTS.delay,
    help="同一主机两次请求至少隔几秒（默认 1）。",
)
@click.option(
    "--timeout", type=click.FloatRange(0.1), metavar="S", default=DEFAULTS.timeout, help="一页最多等几秒（默认 30）。"
)
@click.option("--allow", "hosts", multiple=True, metavar="HOST", help="另外允许的主机；可重复。")
@click.option("--contact", default="", metavar="URL", help="写进请求头的联系网址或邮箱。")
@click.option(
    "--any-certificate", is_flag=True, help="证书过期、不全、自签的网站也抓（内容可能在途中被篡改；默认不抓）。"
)
@click.option("--allow-loopback", is_flag=True, help="允许抓取本机（测试用）。")
@options.as_json
@options.data
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    depth: int,
    pages: int,
    delay: float,
    timeout: float,
    hosts: tuple[str, ...],
    contact: str,
    any_certificate: bool,
    allow_loopback: bool,
    as_json: bool,
    data: Path,
) -> None:
    """抓取
    SOURCES（来源清单文件或网址；省略则用自带的清单），收录其中的报告。中断后再运行会接着抓；再抓时只取有变化的。"""
    limits = Limits(
        depth,
        pages,
        delay,
        timeout,
        hosts=hosts,
        contact=contact.strip(),
        allow_loopback=allow_loopback,
        any_certificate=any_certificate,
    )
    store, begun = Store(data), starts(sources)
    complete(data)  # and a folder that cannot be written to is said here, in a sentence, not by the process that crawls
    with bar("抓取") as shown:
        summary = crawl(store, begun, limits, progress=shown)
    if as_json:
        for outcome in summary.outcomes:
            options.print_json(asdict(outcome))
    else:
        click.echo("\n".join(map(visible, lines(summary))))
    if summary.fetched:
        click.echo(f"接着请运行 xunzhang build{options.same_data(data)}，新收的才检索得到。", err=True)
    if summary.failed:
        ctx.exit(FAILED)


def starts(sources: tuple[str, ...]) -> list[Source]:
    """The sources that arguments stand for; the shipped list without any. Raises BadSources."""
    found: list[Source] = []
    for source in sources or (str(SHIPPED),):
        if "://" in source and not is_address(source):
            raise BadSources(f"{source} 不是 http 或 https 网址；请改正后再抓取。")
        found += [Source(written(source))] if is_address(source) else read_sources(Path(source))
    return found


def lines(summary: Summary) -> list[str]:
    """Counts first, then why, the most frequent reason first."""
    counts = summary.to_dict()
    said = "，".join(f"{word} {counts[status]:,}" for status, word in WORDS.items() if counts[status])
    left = f"；超出上限而未抓的有 {summary.left_out:,} 个网址" if summary.left_out else ""
    reasons = summary.reasons()
    more = len(reasons) - MOST_REASONS
    return [
        f"{said or '没有抓到什么'}{left}。",
        *(f"{WORDS[status]} {count:,}  {reason}" for status, reason, count in reasons[:MOST_REASONS]),
        *([f"另有 {more:,} 种原因，见 --json 或数据文件夹里的 crawl.csv。"] if more > 0 else []),
    ]
