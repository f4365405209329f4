"""`xunzhang export`: the whole corpus as a file, for notebooks and other programs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

import click

from corpus.records import Report
from corpus.saying import Saying
from corpus.store.folder import Store
from corpus.store.record import DamagedRecord
from web.commands import options
from web.commands.progress import bar
from web.commands.public import address_option
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, joined_names, spoken
from web.taking.database import VERSION, write_database
from web.taking.lines import lines, packed

ENDINGS: Final = (".sqlite", ".db", ".jsonl", ".jsonl.gz")


class Wanted(click.Path):
    """A file to write, whose ending says what it is to be."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path. Raises click.BadParameter."""
        path = Path(str(value))
        if not path.name.endswith(ENDINGS):
            said = Saying(
                "看不出“%(file)s”要写成什么；文件名请以 %(endings)s 结尾。", file=path, endings=joined_names(ENDINGS)
            )
            self.fail(said, param, ctx)
        if path.is_dir():
            self.fail(Saying("“%(file)s”是文件夹；请给一个文件名。", file=path), param, ctx)
        return path


@click.command(
    "export",
    cls=Spoken,
    short_help=Saying("把全部报告写成一个文件（SQLite、JSON Lines）。"),
    help=Saying(
        "把收录的全部报告写成 FILE：.sqlite 或 .db 是一个 SQLite 数据库，.jsonl 每行一份报告，.jsonl.gz 是压缩的。"
        "已有的 FILE 在写完之后整个换掉；怎样打开见 docs/NOTEBOOKS.md。"
    ),
    examples=("xunzhang export corpus.sqlite", "xunzhang export 全部报告.jsonl.gz --data /srv/reports"),
)
@click.argument("path", metavar="FILE", type=Wanted())
@address_option
@options.data
@click.pass_context
def command(ctx: click.Context, path: Path, public_address: str, data: Path) -> None:
    """Write the file, whole, in place of the one there was."""
    damaged: list[str] = []
    store = Store(data)
    with bar(_("导出")) as shown:
        reports = _counted(store.reports(_noting(damaged)), len(store.ids()), shown)
        written = written_to(path, lambda beside: _write(beside, path.name, reports, public_address))
    for sentence in damaged:
        click.echo(visible(f"{_('失败')}  {spoken(sentence)}"), err=True)
    click.echo(visible(_("写好了 %(file)s，%(n)s 字节。", file=path, n=f"{written:,}")), err=True)
    if damaged:
        ctx.exit(FAILED)


def written_to(path: Path, write: Callable[[Path], None]) -> int:
    """Have a file written beside `path` and put in its place when it is whole; its bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        beside = Path(folder) / path.name
        write(beside)
        size = beside.stat().st_size
        beside.replace(path)
    return size


def _write(beside: Path, name: str, reports: Iterable[Report], root: str) -> None:
    if name.endswith((".sqlite", ".db")):
        made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        about = (("format", str(VERSION)), ("xunzhang", version("xunzhang")), ("date", made), ("address", root))
        write_database(beside, reports, about, root)
        return
    pieces = lines(reports)
    with beside.open("wb") as stream:
        for piece in packed(pieces) if name.endswith(".gz") else map(str.encode, pieces):
            stream.write(piece)


def _noting(damaged: list[str]) -> Callable[[DamagedRecord], None]:
    return lambda error: damaged.append(str(error))


def _counted(reports: Iterator[Report], total: int, shown: Callable[[int, int], None]) -> Iterator[Report]:
    for done, report in enumerate(reports, 1):
        yield report
        shown(done, max(done, total))
