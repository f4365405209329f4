"""`xunzhang diff`: what is new in a report against another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from corpus.masked import masked
from corpus.saying import Saying
from corpus.store.folder import Store
from search.changes.compared import Change, compared
from search.changes.earlier import own
from search.changes.worded import worded
from web.changes.compare import Comparison, before
from web.changes.records import comparison_record
from web.changes.rows import FigureRow, Shown
from web.changes.sheets import COLUMNS, lines
from web.commands import options
from web.commands.speech import Spoken, visible
from web.commands.telling.asking import in_columns
from web.language.terminal import _, joined, spoken
from web.record.sheet import Sheet, table

NAMES: Final = {
    "unchanged": Saying("没有变"),
    "figures": Saying("数字变了"),
    "reworded": Saying("改写"),
    "moved": Saying("换了位置"),
    "split": Saying("拆开"),
    "merged": Saying("合并"),
    "new": Saying("新出现"),
    "dropped": Saying("不再出现"),
}


@click.command(
    "diff",
    cls=Spoken,
    short_help=Saying("同上一年（或另一份）报告比：哪些变了。"),
    help=Saying("编号为 ID 的报告同 OTHER 相比变了什么；不给 OTHER，就同本主体上一份同类报告比。"),
    examples=("xunzhang diff 30a4104f6ba8", "xunzhang diff 30a4104f6ba8 11a7c6de6e1c --csv > 变化.csv"),
)
@click.argument("identity", metavar="ID")
@click.argument("other", metavar="[OTHER]", default="")
@click.option("--all", "every", is_flag=True, help=Saying("没有变的句子也列出。"))
@click.option("--csv", "as_csv", is_flag=True, help=Saying("以 CSV 输出全部。"))
@options.as_json
@options.data
def command(identity: str, other: str, every: bool, as_csv: bool, as_json: bool, data: Path) -> None:
    """What is new in a report against another."""
    found = _compare(Store(data), identity, other)
    if as_json:
        options.print_json(comparison_record(found))
    elif as_csv:
        for piece in table(Sheet(COLUMNS, lines(found.changes))):
            click.echo(piece, nl=False)
    else:
        for line in _lines(found, every):
            click.echo(visible(line))


def _compare(store: Store, identity: str, other: str) -> Comparison:
    """The records alone: no index is needed."""
    new, every = masked(store.report(identity)), [each for each in store.reports() if not each.refused]
    old = masked(store.report(other or before(new, every)))
    return Comparison(old, new, compared(old, new), own(new, every))


def _lines(found: Comparison, every: bool) -> Iterator[str]:
    """Counts, the figures that changed, then all rows in the order of the newer report."""
    yield f"{found.new.id}  {options.named(found.new)}"
    yield _("%(report)s（与之比较）", report=f"{found.old.id}  {options.named(found.old)}")
    yield from map(spoken, found.notes)
    yield "  ".join(f"{spoken(NAMES[kind])} {count:,}" for kind, count in found.changes.counts.items() if count)
    yield from _figures(found)
    for row in found.changes.rows:
        if every or row.kind != "unchanged":
            kind = spoken(NAMES[row.kind])
            said = _("%(kind)s，换了位置", kind=kind) if row.moved and row.kind != "moved" else kind
            yield f"{said}  {_where(row)}"
            yield f"  {_text(row)}"


def _figures(found: Comparison) -> Iterator[str]:
    """The figures that do not count the same, each with what stands in front of it."""
    every = Shown(found.old, found.new, found.changes.rows, "zh").figures()
    rows = [[f"§{row.section}", row.before, row.old, "→", row.new, _difference(row)] for row in every]
    if rows:
        yield _("数字：")
        yield from in_columns(rows)
        yield ""


def _difference(row: FigureRow) -> str:
    if row.difference is None:
        return ""
    return row.difference + (_("个百分点") if row.unit == "%" else row.unit)


def _where(row: Change) -> str:
    sides = [_("旧 %(section)s", section=row.old.section)] if row.old else []
    sides += [_("新 %(section)s", section=row.new.section)] if row.new else []
    if row.partner:
        whole = _("原句在新 %(section)s") if row.old else _("原句在旧 %(section)s")
        sides.append(whole % {"section": row.partner.section})
    return joined(sides)


def _text(row: Change) -> str:
    """The sentence; of a pair with what went in [-…-] and what came in {+…+}."""
    if not row.old or not row.new:
        return "".join(side.text for side in (row.old, row.new) if side)
    said = []
    for op in worded(row.old, row.new):
        old, new = row.old.text[op.old_start : op.old_end], row.new.text[op.new_start : op.new_end]
        said.append({"=": new, "-": f"[-{old}-]", "+": f"{{+{new}+}}"}[op.sign])
    return "".join(said)
