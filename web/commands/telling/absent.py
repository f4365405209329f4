"""`xunzhang absent`: which reports do not say a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from search.tables import Absence
from web.commands import options
from web.commands.speech import Spoken, visible
from web.commands.telling.asking import asked, asks, engine, in_columns, past_the_end, print_sheet
from web.phrase.records import absence_record
from web.phrase.sheets import ABSENT_COLUMNS, silent
from web.phrase.wording import advice
from web.record.sheet import Sheet, table

SHOWN: Final = 50


@click.command("absent", cls=Spoken, short_help="没有写到短语的报告。")
@asks
def command(query: tuple[str, ...], as_json: bool, as_csv: bool, data: Path, **chosen: Any) -> None:
    """收录的报告里，哪些没有写到 QUERY。排除（-、NOT）是按段说的，这里不能用。"""
    state, held = asked(query, chosen), engine(data).pinned()
    if as_csv:
        print_sheet(table(Sheet(ABSENT_COLUMNS, silent(held, state))))
        return
    found = held.absent(state.request(SHOWN))
    if as_json:
        options.print_json(absence_record(found, state))
        return
    for line in _lines(found):
        click.echo(visible(line))


def _lines(found: Absence) -> Iterator[str]:
    yield from advice(found.selection)
    if found.silent is None:
        return
    yield f"收录 {found.held:,} 份，{found.say:,} 份写到，{found.silent_total:,} 份没有写到。"
    if found.without_part:
        yield f"另有 {found.without_part:,} 份没有这一部分，两边都不算。"
    rows = [[each.report, str(each.year or "----"), each.zone or "（未注明主体）", each.title] for each in found.silent]
    yield from in_columns(rows)
    if found.silent_total and not found.silent:
        yield past_the_end(found.silent_total)
    elif found.silent_total > len(found.silent):
        yield "加 --offset 看别的，或 --csv 取全部。"
