"""Options that several commands share."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from corpus.records import KINDS, LEVELS, PARTS, Report
from corpus.saying import Saying
from index.chosen import ENGINES, SETTING
from search.request import FACETS
from web.address.region import code
from web.commands.speaking.settings import SETTINGS
from web.language.terminal import _

Function = TypeVar("Function", bound=Callable[..., Any])

data: Callable[[Function], Function] = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data"),
    envvar="XUNZHANG_DATA",
    show_envvar=False,
    metavar="DIR",
    help=Saying("数据文件夹（默认 data，或环境变量 XUNZHANG_DATA）。"),
)


def _chosen(_context: click.Context, _option: click.Parameter, name: str | None) -> None:
    """Have an engine named for all of this command."""
    if name:
        os.environ[SETTING] = name


engine: Callable[[Function], Function] = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    expose_value=False,
    callback=_chosen,
    metavar="NAME",
    help=Saying("引擎：embedded（默认）或 opensearch，或用环境变量 XUNZHANG_ENGINE。"),
)

as_json: Callable[[Function], Function] = click.option("--json", "as_json", is_flag=True, help=Saying("以 JSON 输出。"))


Offer = Callable[[click.Context, click.Parameter, str], list[str]]


def offered(values: Iterable[str]) -> Offer:
    """What a shell completes the value of an option to."""
    known = tuple(values)
    return lambda _ctx, _option, begun: [value for value in known if value.startswith(begun)]


def _facet(name: str, sign: str, said: Saying, known: Iterable[str] = ()) -> Callable[[Function], Function]:
    """The option of a facet, which may be given several times; `known`: values that a shell offers."""
    complete = offered(known) if known else None
    return click.option(f"--{name}", multiple=True, metavar=sign, shell_complete=complete, help=said)


_FILTERS: Final = (
    _facet("year", "Y", Saying("年份，如 2023、2021..2023；可多次。")),
    _facet("region", "PLACE", Saying("省、市的名称或行政区划代码，如 江苏、440000；可多次。")),
    _facet("zone", "NAME", Saying("报告主体的全名；可多次。")),
    _facet("level", "L", Saying("级别，如 省级开发区；可多次。"), LEVELS),
    _facet("part", "P", Saying("部分，如 问题不足；可多次。"), PARTS),
    _facet("kind", "K", Saying("类型，如 法治政府建设；可多次。"), KINDS),
)


def filters(function: Function) -> Function:
    """An option for each facet."""
    return reduce(lambda decorated, option: option(decorated), reversed(_FILTERS), function)


def filtered(chosen: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What these options chose, as an address would give it. Raises BadParameter."""
    pairs = [(facet, value) for facet in FACETS for value in chosen[facet] or ()]
    return [(facet, code(value) if facet == "region" else value) for facet, value in pairs]


class Given(click.Path):
    """A path to read. An empty one is a mistake (a variable that is not set), not the folder one
    stands in."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Raises click.BadParameter."""
        if not str(value):
            self.fail(Saying("路径是空的。"), param, ctx)
        return super().convert(value, param, ctx)


paths: Callable[[Function], Function] = click.argument("paths", metavar="PATH…", nargs=-1, type=Given())


def json_line(value: Any) -> str:
    """One value on one line, as programs read it; in ASCII where output is not in UTF-8."""
    return json.dumps(value, ensure_ascii=not is_utf8(sys.stdout.encoding))


def is_utf8(encoding: str | None) -> bool:
    """Whether every character can be written in an encoding. Unknown ones are not.

    >>> is_utf8("UTF-8"), is_utf8("gbk")
    (True, False)
    """
    return (encoding or "").lower().replace("-", "") == "utf8"


def print_json(value: Any) -> None:
    """Print a value as a line of JSON."""
    click.echo(json_line(value))


def same_data(folder: Path) -> str:
    """What the next command needs to find the same folder; nothing where it would anyway."""
    ctx = click.get_current_context(silent=True)
    settings = ctx.meta.get(SETTINGS, {}) if ctx else {}
    anyway = os.environ.get("XUNZHANG_DATA") or settings.get("data") or "data"
    return "" if folder == Path(anyway) else f" --data {shlex.quote(str(folder))}"


def build_next(folder: Path) -> str:
    """What to do when there is something new."""
    return _("接着请运行 xunzhang build%(same)s，新收的才检索得到。", same=same_data(folder))


def named(report: Report) -> str:
    """A report as a line names it: its title, or what stands for one."""
    return report.title if report.title else _("（无标题）")
