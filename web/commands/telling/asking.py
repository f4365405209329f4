"""The options that these commands share, read as an address is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from werkzeug.datastructures import MultiDict

from corpus.saying import Saying
from index.errors import IndexMissing
from search.chosen import engine_for
from search.engine import Engine
from search.request import FACETS
from web.address.telling import Telling, read_telling
from web.commands import options
from web.commands.search import no_index
from web.language.terminal import _

Function = TypeVar("Function", bound=Callable[..., Any])
STRETCH: Final = (
    click.option("--limit", metavar="N", help=Saying("最多给几行，1–200。")),
    click.option("--offset", metavar="N", help=Saying("跳过前几行。")),
    click.option("--csv", "as_csv", is_flag=True, help=Saying("以 CSV 输出全部。")),
)


def asks(function: Function) -> Function:
    """The query, the filters, `--limit`, `--offset`, `--csv`, `--engine`, `--json` and `--data`."""
    with_stretch = reduce(lambda decorated, option: option(decorated), reversed(STRETCH), function)
    queried = click.argument("query", metavar="QUERY…", nargs=-1)(options.filters(with_stretch))
    return options.engine(options.as_json(options.data(queried)))


def asked(query: tuple[str, ...], chosen: dict[str, Any], apart: bool = False) -> Telling:
    """The options as an address would give them; `apart`: each argument is a phrase of its own.
    Raises BadParameter."""
    pairs = [("q", each) for each in query] if apart else [("q", " ".join(query))]
    pairs += options.filtered(chosen)
    pairs += [(name, str(value)) for name, value in chosen.items() if name not in FACETS and value is not None]
    return read_telling(MultiDict(pairs))


def engine(data: Path) -> Engine:
    """The engine over a data folder. Raises NothingToSearch."""
    try:
        found = engine_for(data)
        found.held()
    except IndexMissing:
        raise no_index(data) from None
    return found


def print_sheet(pieces: Iterable[str]) -> None:
    """A table in CSV."""
    for piece in pieces:
        click.echo(piece, nl=False)


def past_the_end(total: int) -> str:
    """What is said where `--offset` asks for more rows than there are."""
    return _("一共只有 %(n)s 行，--offset 要小于 %(n)s。", n=f"{total:,}")


def in_columns(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Lines of a table: what stands in a column begins at the same place, a Han as wide as two."""
    every = [list(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*every, strict=True)] if every else []
    for row in every:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if each > "\u2e80" else 1 for each in text)
