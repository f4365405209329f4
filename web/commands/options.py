"""Options that several commands share."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from corpus.mask import mask
from corpus.records import Report

Function = TypeVar("Function", bound=Callable[..., Any])
INDEX: Final = "index"

data: Callable[[Function], Function] = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data"),
    envvar="XUNZHANG_DATA",
    show_envvar=False,
    metavar="DIR",
    help="数据文件夹（默认 data，或环境变量 XUNZHANG_DATA）。",
)

as_json: Callable[[Function], Function] = click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")

paths: Callable[[Function], Function] = click.argument(
    "paths", metavar="PATH…", nargs=-1, type=click.Path(readable=False, path_type=Path)
)


def json_line(value: Any) -> str:
    """One value on one line, as programs read it."""
    return json.dumps(value, ensure_ascii=False)


def print_json(value: Any) -> None:
    """The same, printed."""
    click.echo(json_line(value))


def same_data(folder: Path) -> str:
    """What the next command needs to find the same folder; nothing where it would anyway."""
    same = folder == Path(os.environ.get("XUNZHANG_DATA", "data"))
    return "" if same else f" --data {shlex.quote(str(folder))}"


def named(report: Report) -> str:
    """A report as a line names it: its title, or what stands for one."""
    return mask(report.title) if report.title else "（无标题）"


def index_of(folder: Path) -> Path:
    """Where the index of a data folder lies."""
    return folder / INDEX
