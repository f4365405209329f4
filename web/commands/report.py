"""`xunzhang report`: one report, with metadata, outline, text and receipt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from corpus.masked import masked
from corpus.records import Report
from corpus.store.folder import Store
from corpus.store.public import public, source_name
from web.commands import options
from web.commands.speech import Spoken, visible
from web.pages.receipt import summary
from web.pages.typeset import label
from web.reading.form_table import shown

FACTS: Final = {
    "zone": "主体",
    "zone_then": "文中称",
    "province": "省份",
    "city": "城市",
    "county": "区县",
    "level": "级别",
    "kind": "类型",
    "year": "年份",
    "published": "发布",
    "issued": "成文",
    "number": "文号",
    "url": "网址",
}


@click.command("report", cls=Spoken, short_help="看一份报告：各项、目录、全文、清洗记录。")
@click.argument("identity", metavar="ID")
@options.as_json
@options.data
def command(identity: str, as_json: bool, data: Path) -> None:
    """给出编号为 ID 的报告：各项信息、目录、全文和清洗记录。"""
    report = masked(Store(data).report(identity))
    if as_json:
        options.print_json(public(report))
    else:
        text = "\n".join(body(report)).split("\n")
        click.echo("\n".join(map(visible, (*lines(report), "", *text))))


def lines(report: Report) -> Iterator[str]:
    """Metadata, outline and receipt."""
    yield f"{report.id}  {options.named(report)}"
    if report.refused:
        yield f"  拒收：{report.refused}"
    for field, name in FACTS.items():
        if value := getattr(report, field):
            evidence = report.provenance.get(field)
            yield f"  {name}：{value}{'（推断）' if evidence and evidence.inferred else ''}"
    yield f"  来源：{'、'.join(source_name(source) for source in report.sources)}"
    for section in report.sections:
        part = f"  [{section.part}]" if section.part else ""
        yield f"  {'  ' * section.level}{section.id}  {label(section)}{part}"
    for table in report.tables:
        yield f"  表格：{shown(table).title}，{len(table.cells):,} 格（在 {table.section}；--json 给出每一格）"
    for rule in summary(report.receipt):
        yield f"  清洗：{rule.name}，{rule.times:,} 次"


def body(report: Report) -> Iterator[str]:
    """The whole text as it is shown: front, sections, back."""
    yield from (line for line in report.front)
    for section in report.sections:
        yield section.text
    yield from (line for line in report.back)
