"""`xunzhang crawl`: pages of official sites into the store, politely; an interrupted crawl goes on
where it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from corpus.crawl.limits import Limits
from corpus.crawl.run import crawl
from corpus.crawl.sources import SHIPPED, BadSources, Source, is_address, is_bare, read_sources, source_of
from corpus.saying import Saying
from corpus.store.folder import Store
from web.commands import options
from web.commands.build import complete
from web.commands.crawling import brought
from web.commands.crawling import status as standing
from web.commands.progress import bar
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _

DEFAULTS: Final = Limits()
# What the list that is shipped is called among the queues.
SHIPPED_NAME: Final = "自带的清单"


@click.command(
    "crawl",
    cls=Spoken,
    short_help=Saying("按来源清单抓取网页并收录。"),
    help=Saying(
        "抓取 SOURCES（来源清单文件或网址；省略则用自带的清单），收录其中的报告。中断后再运行会接着抓；再抓时只取有变化的。"
    ),
    examples=(
        "xunzhang crawl 来源.csv",
        "xunzhang crawl https://www.example.gov.cn/nb/ --depth 2",
        "xunzhang crawl --status",
    ),
)
@click.argument("sources", metavar="[SOURCES…]", nargs=-1)
@click.option(
    "--depth",
    type=click.IntRange(0, 20),
    metavar="N",
    default=DEFAULTS.depth,
    help=Saying("从来源起跟随几层链接（0–20，默认 3）；附件、翻页、年报栏目不计。"),
)
@click.option(
    "--pages",
    type=click.IntRange(1),
    metavar="N",
    default=DEFAULTS.pages,
    help=Saying("每个主机最多请求几页（默认 200）。"),
)
@click.option(
    "--delay",
    type=click.FloatRange(0.0),
    metavar="S",
    default=DEFAULTS.delay,
    help=Saying("同一主机两次请求至少隔几秒（默认 1）。"),
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    metavar="S",
    default=DEFAULTS.timeout,
    help=Saying("一页最多等几秒（默认 30）。"),
)
@click.option("--allow", "hosts", multiple=True, metavar="HOST", help=Saying("另外允许的主机；可重复。"))
@click.option(
    "--alike",
    type=click.IntRange(1),
    metavar="N",
    default=DEFAULTS.alike,
    help=Saying("只有数字不同、看不出是报告的网址最多抓几个（默认 40）。"),
)
@click.option("--everything", is_flag=True, help=Saying("标题不像报告的网页也抓。"))
@click.option("--fresh", is_flag=True, help=Saying("不管以前抓过什么，每一页都重新取。"))
@click.option("--contact", default="", metavar="URL", help=Saying("写进请求头的联系网址或邮箱。"))
@click.option(
    "--any-certificate", is_flag=True, help=Saying("证书过期、不全、自签的网站也抓（内容可能在途中被篡改；默认不抓）。")
)
@click.option("--allow-loopback", is_flag=True, help=Saying("允许抓取本机（测试用）。"))
@click.option(
    "--status", is_flag=True, help=Saying("不抓取，只列出各来源的情况：上次抓取、上次有新报告、缺的年份、故障。")
)
@options.as_json
@options.data
@click.pass_context
def command(
    ctx: click.Context, /, sources: tuple[str, ...], status: bool, as_json: bool, data: Path, **given: Any
) -> None:
    """Crawl and say what came, or how the sources stand."""
    if status:
        _tell_standing(data, as_json=as_json)
        return
    limits = Limits(**{**given, "contact": given["contact"].strip()})
    store, begun = Store(data), starts(sources)
    complete(data)  # and a folder that cannot be written to is said here, in a sentence, not by the process that crawls
    with bar(_("抓取"), spoken=True) as shown:
        summary = crawl(store, begun, limits, name=queue_name(sources), progress=shown)
    if as_json:
        for outcome in summary.outcomes:
            options.print_json(outcome.to_dict())
    else:
        click.echo("\n".join(map(visible, brought.lines(summary))))
    if summary.fetched:
        click.echo(options.build_next(data), err=True)
    if summary.empty_handed():
        ctx.exit(FAILED)


def _tell_standing(data: Path, *, as_json: bool) -> None:
    if as_json:
        options.print_json(standing.status(data))
    else:
        click.echo("\n".join(map(visible, standing.lines(data))))


def queue_name(sources: tuple[str, ...]) -> str:
    """What a crawl is called: its lists by the names of their files, its addresses as they are."""
    names = sorted(source if is_address(source) or is_bare(source) else Path(source).name for source in sources)
    return "、".join(names) or SHIPPED_NAME


def starts(sources: tuple[str, ...]) -> list[Source]:
    """The sources that arguments stand for; the shipped list without any. Raises BadSources."""
    found: list[Source] = []
    for source in sources or (str(SHIPPED),):
        named = None if Path(source).is_file() else source_of(source)
        if "://" in source and named is None:
            raise BadSources(Saying("%(source)s 不是 http 或 https 网址；请改正后再抓取。", source=source))
        found += [named] if named else read_sources(Path(source))
    return found
