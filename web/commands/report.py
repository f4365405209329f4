"""`xunzhang report`: one report, with metadata, outline, text and receipt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from corpus.masked import masked
from corpus.records import Report
from corpus.saying import Saying
from corpus.store.folder import Store
from corpus.store.public import public, source_name
from web.commands import options
from web.commands.speech import Spoken, visible
from web.language.terminal import _, joined_names, spoken
from web.pages.receipt import summary
from web.pages.typeset import label
from web.reading.form_table import shown

FACTS: Final = {
    "zone": Saying("主体"),
    "zone_then": Saying("文中称"),
    "province": Saying("省份"),
    "city": Saying("城市"),
    "county": Saying("区县"),
    "level": Saying("级别"),
    "kind": Saying("类型"),
    "year": Saying("年份"),
    "published": Saying("发布"),
    "issued": Saying("成文"),
    "number": Saying("文号"),
    "url": Saying("网址"),
}


@click.command(
    "report",
    cls=Spoken,
    short_help=Saying("看一份报告：各项、目录、全文、清洗记录。"),
    help=Saying("给出编号为 ID 的报告：各项信息、目录、全文和清洗记录。"),
    examples=("xunzhang report 3f0c9a1b2d4e", "xunzhang report 3f0c9a1b2d4e --json"),
)
@click.argument("identity", metavar="ID")
@options.as_json
@options.data
def command(identity: str, as_json: bool, data: Path) -> None:
    """All of one report."""
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
        yield "  " + _("拒收：%(reason)s", reason=report.refused)
    for field, name in FACTS.items():
        if value := getattr(report, field):
            evidence = report.provenance.get(field)
            inferred = _("（推断）") if evidence and evidence.inferred else ""
            yield "  " + _("%(name)s：%(reason)s", name=name, reason=f"{value}{inferred}")
    yield "  " + _("来源：%(sources)s", sources=joined_names(map(source_name, report.sources)))
    for section in report.sections:
        part = f"  [{section.part}]" if section.part else ""
        yield f"  {'  ' * section.level}{section.id}  {label(section)}{part}"
    for table in report.tables:
        cells = {"n": f"{len(table.cells):,}", "section": table.section}
        yield "  " + _(
            "表格：%(title)s，%(n)s 格（在 %(section)s；--json 给出每一格）", title=shown(table).title, **cells
        )
    for rule in summary(report.receipt):
        yield "  " + _("清洗：%(rule)s，%(n)s 次", rule=spoken(rule.name), n=f"{rule.times:,}")


def body(report: Report) -> Iterator[str]:
    """The whole text as it is shown: front, sections, back."""
    yield from (line for line in report.front)
    for section in report.sections:
        yield section.text
    yield from (line for line in report.back)
