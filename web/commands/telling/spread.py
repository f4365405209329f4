"""`xunzhang spread`: since when a phrase is said, and by how many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from corpus.errors import XunzhangError
from corpus.saying import Saying
from corpus.store.folder import Store
from search.tables import PANELS, Spread
from web.commands import options
from web.commands.speech import FAILED, Spoken, visible
from web.commands.telling.asking import asked, asks, engine, in_columns, past_the_end, print_sheet
from web.commands.telling.silence import causes
from web.language.terminal import _, spoken
from web.phrase.records import spread_record, unsaid
from web.phrase.sheets import BODY_YEAR_COLUMNS, body_years
from web.phrase.wording import advice, since
from web.record.sheet import Sheet, table

SHOWN: Final = 50


@click.command(
    "spread",
    cls=Spoken,
    short_help=Saying("短语传开的过程：谁先写到，逐年多少。"),
    help=Saying(
        "谁先写到 QUERY，逐年有多少主体写到。不给 --kind 就只看写到最多的一种报告，--kind all 合在一起。"
        "--csv 给每个主体每年一行，可直接用于事件史分析。"
    ),
    examples=("xunzhang spread '“免扰清单”'", "xunzhang spread '“一网通办”' --panel balanced --csv > 传开.csv"),
    finds=True,
)
@click.option(
    "--panel",
    shell_complete=options.offered(PANELS),
    metavar="P",
    help=Saying("哪些主体：held、balanced（默认 held；balanced 是每年都收录的）。"),
)
@asks
@click.pass_context
def command(
    ctx: click.Context, /, query: tuple[str, ...], as_json: bool, as_csv: bool, data: Path, **chosen: Any
) -> None:
    """Who says it first, and the curve."""
    state, held = asked(query, chosen), engine(data).pinned()
    found = held.spread(state.request(SHOWN), state.panel, state.every_kind)
    unheard = None if found.kinds else unsaid(held, state, state.queries[0])
    if as_csv:
        print_sheet(table(Sheet(BODY_YEAR_COLUMNS, body_years(held, state))))
    elif as_json:
        options.print_json(spread_record(found, state, lambda report: _published(data, report), unheard))
    elif unheard:
        for line in causes(unheard, state, list(advice(found.selection))):
            click.echo(line)
    else:
        for line in _lines(found):
            click.echo(visible(line))
    if not found.first_total:
        ctx.exit(FAILED)


def _published(data: Path, report: str) -> str | None:
    try:
        return Store(data).report(report).published
    except XunzhangError:
        return None  # removed, and not yet from the index


def _lines(found: Spread) -> Iterator[str]:
    yield from map(spoken, advice(found.selection))
    if found.selection.silence:
        return
    if found.kind:
        yield _("只看 %(kind)s 报告；--kind all 合在一起。", kind=found.kind)
    rows = [[str(each) for each in row] for row in found.curve]
    head = [_("年份"), _("收录主体"), _("当年写到"), _("已经写到"), _("此前未写"), _("新写到")]
    yield from in_columns([head, *rows])
    if found.half_year:
        yield _("%(what)s。", what=_("每年都收录的主体里，到 %(year)s 年过半写到", year=found.half_year))
    yield ""
    yield from in_columns(
        [[str(each.rank or "–"), each.zone, spoken(since(each)), each.report] for each in found.first]
    )
    if found.first_total and not found.first:
        yield past_the_end(found.first_total)
    elif found.first_total > len(found.first):
        yield _("共 %(n)s 个主体写到；加 --offset 看别的，或 --csv 取全部。", n=f"{found.first_total:,}")
    yield _("%(n)s 个主体没有写到。", n=f"{found.silent_total:,}")
