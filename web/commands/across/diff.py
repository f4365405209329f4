"""`xunzhang diff`: what is new in a report against another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from corpus.masked import masked
from corpus.store.folder import Store
from search.changes.compared import Change, compared
from search.changes.earlier import own
from search.changes.worded import worded
from web.changes.compare import Comparison, before
from web.changes.records import comparison_record
from web.changes.sheets import COLUMNS, lines
from web.commands import options
from web.commands.speech import Spoken, visible
from web.phrase.sheets import sheet

NAMES: Final = {
    "unchanged": "没有变",
    "figures": "数字变了",
    "reworded": "改写",
    "moved": "换了位置",
    "split": "拆开",
    "merged": "合并",
    "new": "新出现",
    "dropped": "不再出现",
}


@click.command("diff", cls=Spoken, short_help="同上一年（或另一份）报告比：哪些变了。")
@click.argument("identity", metavar="ID")
@click.argument("other", metavar="[OTHER]", default="")
@click.option("--all", "every", is_flag=True, help="没有变的句子也列出。")
@click.option("--csv", "as_csv", is_flag=True, help="以 CSV 输出全部。")
@options.as_json
@options.data
def command(identity: str, other: str, every: bool, as_csv: bool, as_json: bool, data: Path) -> None:
    """编号为 ID 的报告同 OTHER 相比变了什么；不给 OTHER，就同本主体上一份同类报告比。"""
    found = _compare(Store(data), identity, other)
    if as_json:
        options.print_json(comparison_record(found))
    elif as_csv:
        for piece in sheet(COLUMNS, lines(found.changes)):
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
    """Counts, then the rows, under the sections of the newer report."""
    yield f"{found.new.id}  {options.named(found.new)}"
    yield f"{found.old.id}  {options.named(found.old)}（与之比较）"
    yield from found.notes
    yield "  ".join(f"{NAMES[kind]} {count:,}" for kind, count in found.changes.counts.items() if count)
    for row in found.changes.rows:
        if every or row.kind != "unchanged":
            yield f"{NAMES[row.kind]}{'，换了位置' if row.moved and row.kind != 'moved' else ''}  {_where(row)}"
            yield f"  {_text(row)}"


def _where(row: Change) -> str:
    sides = [f"{sign}{side.section}" for sign, side in (("旧 ", row.old), ("新 ", row.new)) if side]
    whole = [f"原句在{'新' if row.old else '旧'} {row.partner.section}"] if row.partner else []
    return "，".join([*sides, *whole])


def _text(row: Change) -> str:
    """The sentence; of a pair with what went in [-…-] and what came in {+…+}."""
    if not row.old or not row.new:
        return "".join(side.text for side in (row.old, row.new) if side)
    said = []
    for op in worded(row.old, row.new):
        old, new = row.old.text[op.old_start : op.old_end], row.new.text[op.new_start : op.new_end]
        said.append({"=": new, "-": f"[-{old}-]", "+": f"{{+{new}+}}"}[op.sign])
    return "".join(said)
