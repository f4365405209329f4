"""`xunzhang search`: hits with links to their sections."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
from werkzeug.datastructures import MultiDict

from corpus.errors import XunzhangError
from corpus.saying import Saying
from corpus.store.folder import Store
from index.errors import IndexMissing
from search.answer import Answer, Hit
from search.chosen import engine_for
from search.engine import Engine
from search.errors import QueryError
from search.request import SORTS
from search.stream import every_hit
from web.address.parameters import State, read_search
from web.commands import options
from web.commands.finding.answer import lines
from web.commands.public import address_option
from web.commands.speech import FAILED, Spoken
from web.language.terminal import spoken
from web.record.answer_record import answer_record


class NothingToSearch(XunzhangError):
    """There is no index in the folder that is meant."""

    code = "index_missing"


@click.command(
    "search",
    cls=Spoken,
    short_help=Saying("检索，给出命中的段落和链接。"),
    help=Saying(
        "检索 QUERY：词语，或加引号的词组；写法见站点的“说明”页。不给 QUERY 则列出全部段落。以 - 开头的检索式前面请加 -- 。"
    ),
    examples=(
        "xunzhang search '“行政复议” -信访' --year 2021..2023",
        "xunzhang search 一网通办 --region 江苏 --sort newest --limit 5",
        "xunzhang search '“免扰清单”' --all --csv > 免扰清单.csv",
    ),
    finds=True,
)
@click.argument("query", metavar="[QUERY…]", nargs=-1)
@options.filters
@click.option(
    "--sort",
    metavar="S",
    shell_complete=options.offered(SORTS),
    help=Saying("relevance（默认）、newest、oldest、zone。"),
)
@click.option("--limit", metavar="N", help=Saying("最多给几段，1–200（默认 20）。"))
@click.option("--offset", metavar="N", help=Saying("跳过前几段。"))
@click.option("--all", "every", is_flag=True, help=Saying("给出全部命中，不只一页。"))
@click.option("--csv", "as_csv", is_flag=True, help=Saying("以 CSV 输出。"))
@options.engine
@options.as_json
@address_option
@options.data
@click.pass_context
def command(
    ctx: click.Context,
    /,
    query: tuple[str, ...],
    every: bool,
    as_csv: bool,
    as_json: bool,
    public_address: str,
    data: Path,
    **chosen: str | tuple[str, ...] | None,
) -> None:
    """Search and print what is found."""
    typed = click.core.ParameterSource.COMMANDLINE
    if every and typed in map(ctx.get_parameter_source, ("limit", "offset")):
        raise click.UsageError(Saying("--all 给出全部，不能同时写 --limit、--offset；请去掉一边。"), ctx)
    state = asked(query, chosen)
    if as_csv:
        state = replace(state, request=replace(state.request, texts=True))
    answer, hits = answered(state, data, every)
    if as_csv:
        print_table(hits, public_address, data)
    elif as_json:
        options.print_json(answer_record(replace(answer, hits=tuple(hits)), state))
    else:
        for text in lines(answer, state, hits, public_address):
            click.echo(text)
    if not answer.total.sections:
        ctx.exit(FAILED)


def answered(state: State, data: Path, every: bool = False) -> tuple[Answer, Iterator[Hit]]:
    """The answer, and its hits, or `every` hit there is. Raises IndexMissing and QueryError with
    what to do here, in this folder, on this command line."""
    try:
        return _answered(engine_for(data), state, every)
    except IndexMissing:
        raise no_index(data) from None
    except QueryError as error:
        if not error.phrase:
            raise
        whole = f"xunzhang search {shlex.quote(error.phrase)}{options.same_data(data)}"
        said = Saying("%(what)s要把整句当作一个词组检索，请运行 %(command)s", what=error.said, command=whole)
        raise QueryError(said, error.place, error.phrase) from None


def _answered(engine: Engine, state: State, every: bool) -> tuple[Answer, Iterator[Hit]]:
    if every:
        return every_hit(engine, state.request)
    answer = engine.search(state.request)
    return answer, iter(answer.hits)


def no_index(data: Path) -> NothingToSearch:
    """What to do where there is none."""
    build = f"xunzhang build{options.same_data(data)}"
    return NothingToSearch(Saying("%(data)s 里还没有索引；请先运行 %(build)s。", data=data, build=build))


def print_table(hits: Iterator[Hit], root: str, data: Path) -> None:
    """Hits as the site exports them, header first; whole addresses where that of the site is known."""
    from web.record.sheet import Sheet, table
    from web.taking.hits import COLUMNS, Records, cells  # Flask with it, 0.14 s that no other search waits for

    records = Records(Store(data))
    for piece in table(Sheet(tuple(map(spoken, COLUMNS)), (cells(hit, root, records) for hit in hits))):
        click.echo(piece, nl=False)


def asked(query: tuple[str, ...], chosen: dict[str, str | tuple[str, ...] | None]) -> State:
    """The options as the plain values that an address would give. Raises BadParameter."""
    pairs = [("q", " ".join(query))]
    pairs += options.filtered(chosen)
    pairs += [(name, str(chosen[name])) for name in ("sort", "limit", "offset") if chosen[name] is not None]
    return read_search(MultiDict(pairs))
