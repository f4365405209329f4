"""`xunzhang absent`: which reports do not say a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from corpus.saying import Saying
from search.tables import Absence
from web.commands import options
from web.commands.speech import FAILED, Spoken, visible
from web.commands.telling.asking import asked, asks, engine, in_columns, past_the_end, print_sheet
from web.language.terminal import _, spoken
from web.phrase.records import absence_record
from web.phrase.sheets import ABSENT_COLUMNS, silent
from web.phrase.wording import advice
from web.record.sheet import Sheet, table

SHOWN: Final = 50


@click.command(
    "absent",
    cls=Spoken,
    short_help=Saying("没有写到短语的报告。"),
    help=Saying("收录的报告里，哪些没有写到 QUERY。排除（-、NOT）是按段说的，这里不能用。"),
    examples=("xunzhang absent '“行政裁量权基准”' --year 2023", "xunzhang absent '“免扰清单”' --csv > 没有写到.csv"),
    finds=True,
)
@asks
@click.pass_context
def command(
    ctx: click.Context, /, query: tuple[str, ...], as_json: bool, as_csv: bool, data: Path, **chosen: Any
) -> None:
    """The reports that do not say it."""
    state, held = asked(query, chosen), engine(data).pinned()
    found = held.absent(state.request(SHOWN))
    if as_csv:
        print_sheet(table(Sheet(ABSENT_COLUMNS, silent(held, state))))
    elif as_json:
        options.print_json(absence_record(found, state))
    else:
        for line in _lines(found):
            click.echo(visible(line))
    if not found.silent_total:
        ctx.exit(FAILED)


def _lines(found: Absence) -> Iterator[str]:
    yield from map(spoken, advice(found.selection))
    if found.silent is None:
        return
    counts = {"held": f"{found.held:,}", "say": f"{found.say:,}", "silent": f"{found.silent_total:,}"}
    yield _("收录 %(held)s 份，%(say)s 份写到，%(silent)s 份没有写到。", **counts)
    if found.without_part:
        yield _("另有 %(n)s 份没有这一部分，两边都不算。", n=f"{found.without_part:,}")
    rows = [
        [each.report, str(each.year or "----"), each.zone or _("（未注明主体）"), each.title] for each in found.silent
    ]
    yield from in_columns(rows)
    if found.silent_total and not found.silent:
        yield past_the_end(found.silent_total)
    elif found.silent_total > len(found.silent):
        yield _("加 --offset 看别的，或 --csv 取全部。")
