"""`xunzhang alike`: how other issuers write about the topic of a section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from corpus.masked import masked
from corpus.store.folder import Store
from search.across.elsewhere import MOST, Alike, Like
from web.alike.asked import LIMIT, Asked
from web.alike.records import alike_record
from web.alike.topic import section_of, topic_of
from web.commands import options
from web.commands.speech import Spoken, visible
from web.commands.telling.asking import engine


@click.command("alike", cls=Spoken, short_help="别处怎么写：别的主体写同一话题的段落。")
@click.argument("identity", metavar="ID")
@click.argument("section", metavar="SECTION")
@click.option("--limit", type=click.IntRange(1, MOST), default=LIMIT, metavar="N", help=f"最多几个主体，1–{MOST}。")
@click.option("--part", "only_part", is_flag=True, help="只看同一部分，如都是下年安排。")
@options.as_json
@options.data
def command(identity: str, section: str, limit: int, only_part: bool, as_json: bool, data: Path) -> None:
    """编号为 ID 的报告第 SECTION 段（如 2.3）的话题，别的主体、别的年份怎么写。"""
    report = masked(Store(data).report(identity))
    found = engine(data).alike(topic_of(report, section_of(report, section)), limit, only_part)
    if as_json:
        options.print_json(alike_record(found, Asked(identity, section, limit, "part" if only_part else "")))
        return
    for line in _lines(found):
        click.echo(visible(line))


def _lines(found: Alike) -> Iterator[str]:
    yield from found.notes
    if found.words:
        yield "按这些词：" + " ".join(word.text for word in found.words)
    for name, some in (("别的主体", found.bodies), ("本主体的其他报告", found.own_years)):
        if some:
            yield name
        for each in some:
            yield from _like(each)


def _like(each: Like) -> Iterator[str]:
    hit = each.hit
    yield f"  {hit.report} {hit.section}  {hit.zone or hit.title} {hit.year or ''}  {' › '.join(hit.headings)}".rstrip()
    yield f"    {hit.snippet.text}".replace("\n", " ")
