"""`xunzhang matrix`: who says a phrase in which year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click

from corpus.saying import Saying
from search.engine import Engine
from search.tables import ORDERS, ROWS, Counts, Matrix, Selection
from web.address.telling import CELLS, Telling
from web.commands import options
from web.commands.speech import FAILED, Spoken, visible
from web.commands.telling.asking import asked, asks, engine, in_columns, past_the_end, print_sheet
from web.commands.telling.silence import causes
from web.language.terminal import _, spoken
from web.phrase.cell import value_of, written
from web.phrase.records import matrix_record, trends_record, unsaid_of
from web.phrase.sheets import CELL_COLUMNS, cells, state_of
from web.phrase.wording import advice
from web.record.sheet import Sheet, table

SHOWN: Final = 50
# What a cell without a number is written as.
SIGNS: Final = {"silent": "·", "held": "?", "not_held": "", "without_part": "○"}
UNTOLD: Final = Saying("“?”是收录了，写没写到不能说。")


@click.command(
    "matrix",
    cls=Spoken,
    short_help=Saying("短语的矩阵：哪个主体哪一年写到。"),
    help=Saying(
        "每行一个主体，每列一年，格子里是写到 QUERY 的段数；“·”是收录了而没有写到，空格是没有收录。"
        "要逐字请加引号；给几个参数，就每行一个短语。"
    ),
    examples=(
        "xunzhang matrix '“一网通办”' --rows province",
        "xunzhang matrix '“一网通办”' '“最多跑一次”' --year 2019..2023",
        "xunzhang matrix '“免扰清单”' --csv > 矩阵.csv",
    ),
    finds=True,
)
@click.option(
    "--rows",
    metavar="R",
    shell_complete=options.offered(ROWS),
    help=Saying("每行是什么：zone、province、level、kind、part、none（默认 zone）。"),
)
@click.option(
    "--order",
    metavar="O",
    shell_complete=options.offered(ORDERS),
    help=Saying("次序：code、sections（默认 code，按地区）。"),
)
@click.option(
    "--cells",
    metavar="C",
    shell_complete=options.offered(CELLS),
    help=Saying("格子里的数：sections、occurrences、reports、per_report、per_million（默认 sections）。"),
)
@asks
@click.pass_context
def command(
    ctx: click.Context, /, query: tuple[str, ...], as_json: bool, as_csv: bool, data: Path, **chosen: Any
) -> None:
    """The table of one phrase, or of several."""
    state, held = asked(query, chosen, apart=True), engine(data).pinned()
    found = _asked(held, state)
    if as_csv:
        print_sheet(table(Sheet(CELL_COLUMNS, cells(held, state))))
    elif len(state.queries) > 1:
        _print(trends_record(found, state, unsaid_of(held, state, found)) if as_json else _trends(found, state))
    elif as_json:
        options.print_json(matrix_record(found[0], state, *unsaid_of(held, state, found)))
    elif unheard := unsaid_of(held, state, found)[0]:
        for line in causes(unheard, state, list(advice(found[0].selection))):
            click.echo(line)
    else:
        _print(_lines(found[0], state))
    if not any(each.totals.sections for each in found):
        ctx.exit(FAILED)


def _asked(held: Engine, state: Telling) -> list[Matrix]:
    """The matrix of each phrase; of several, one row each."""
    if len(state.queries) > 1:
        return [held.matrix(state.request(1, each), "none") for each in state.queries]
    return [held.matrix(state.request(SHOWN), state.rows, state.order)]


def _print(found: dict[str, Any] | Iterator[str]) -> None:
    if isinstance(found, dict):
        options.print_json(found)
        return
    for line in found:
        click.echo(visible(line))


def _lines(found: Matrix, state: Telling) -> Iterator[str]:
    totals = found.totals
    counts = {name: f"{value:,}" for name, value in totals._asdict().items()}
    yield _("%(reports)s 份报告里 %(reports_with)s 份写到，%(sections)s 段，%(occurrences)s 处", **counts)
    yield from map(spoken, advice(found.selection))
    if found.selection.silence:
        yield spoken(UNTOLD)
    rows = [[row.label or _("合计"), *_cells([*row.cells, row.total], state, found.selection)] for row in found.rows]
    yield from in_columns([["", *map(str, found.years), _("合计")], *rows])
    if found.row_total and not found.rows:
        yield past_the_end(found.row_total)
    elif found.row_total > len(found.rows):
        yield _("共 %(n)s 行；加 --offset 看别的，或 --csv 取全部。", n=f"{found.row_total:,}")


def _trends(found: Sequence[Matrix], state: Telling) -> Iterator[str]:
    for query, each in zip(state.queries, found, strict=True):
        yield from (f"{query}：{spoken(note)}" for note in advice(each.selection))
    if any(each.selection.silence for each in found):
        yield spoken(UNTOLD)
    years = sorted({year for each in found for year in each.years})
    rows = []
    for query, each in zip(state.queries, found, strict=True):
        columns = dict(zip(each.years, each.columns, strict=True))
        rows.append([query, *_cells([columns.get(year) for year in years], state, each.selection)])
    yield from in_columns([["", *map(str, years)], *rows])


def _cells(cells: Sequence[Counts | None], state: Telling, selection: Selection) -> list[str]:
    return [_cell(cell, state, selection) for cell in cells]


def _cell(cell: Counts | None, state: Telling, selection: Selection) -> str:
    known = state_of(cell, selection)
    return SIGNS[known] if cell is None or known in SIGNS else written(value_of(cell, state.cells), state.cells)
