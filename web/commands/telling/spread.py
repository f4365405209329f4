"""`xunzhang spread`: since when a phrase is said, and by how many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from corpus.errors import XunzhangError
from corpus.store.folder import Store
from search.tables import PANELS, Spread
from web.commands import options
from web.commands.speech import Spoken, visible
from web.commands.telling.asking import asked, asks, engine, in_columns, past_the_end, print_sheet
from web.phrase.records import spread_record
from web.phrase.sheets import BODY_YEAR_COLUMNS, body_years
from web.phrase.wording import advice, since
from web.record.sheet import Sheet, table

SHOWN: Final = 50


@click.command("spread", cls=Spoken, short_help="短语传开的过程：谁先写到，逐年多少。")
@click.option("--panel", metavar="P", help=f"哪些主体：{'、'.join(PANELS)}（默认 held；balanced 是每年都收录的）。")
@asks
def command(query: tuple[str, ...], as_json: bool, as_csv: bool, data: Path, **chosen: Any) -> None:
    """谁先写到 QUERY，逐年有多少主体写到。不给 --kind 就只看写到最多的一种报告，--kind all 合在一起。

    --csv 给每个主体每年一行，可直接用于事件史分析。
    """
    state, held = asked(query, chosen), engine(data).pinned()
    if as_csv:
        print_sheet(table(Sheet(BODY_YEAR_COLUMNS, body_years(held, state))))
        return
    found = held.spread(state.request(SHOWN), state.panel, state.every_kind)
    if as_json:
        options.print_json(spread_record(found, state, lambda report: _published(data, report)))
        return
    for line in _lines(found):
        click.echo(visible(line))


def _published(data: Path, report: str) -> str | None:
    try:
        return Store(data).report(report).published
    except XunzhangError:
        return None  # removed, and not yet from the index


def _lines(found: Spread) -> Iterator[str]:
    yield from advice(found.selection)
    if found.selection.silence:
        return
    if found.kind:
        yield f"只看 {found.kind} 报告；--kind all 合在一起。"
    rows = [[str(each) for each in row] for row in found.curve]
    yield from in_columns([["年份", "收录主体", "当年写到", "已经写到", "此前未写", "新写到"], *rows])
    if found.half_year:
        yield f"每年都收录的主体里，到 {found.half_year} 年过半写到。"
    yield ""
    yield from in_columns([[str(each.rank or "–"), each.zone, since(each), each.report] for each in found.first])
    if found.first_total and not found.first:
        yield past_the_end(found.first_total)
    elif found.first_total > len(found.first):
        yield f"共 {found.first_total:,} 个主体写到；加 --offset 看别的，或 --csv 取全部。"
    yield f"{found.silent_total:,} 个主体没有写到。"
