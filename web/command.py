"""The `xunzhang` command: one subcommand a stage, each in its own module of `web.commands`."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import Final

import click

from corpus.saying import Saying
from web.commands.speech import SpokenGroup

# In the order of the work, as --help lists them. A module is imported only when its command is
# called or listed.
COMMANDS: Final = (
    "add",
    "gather",
    "clean",
    "crawl",
    "build",
    "search",
    "matrix",
    "spread",
    "absent",
    "shared",
    "reports",
    "report",
    "diff",
    "alike",
    "coverage",
    "export",
    "correct",
    "remove",
    "serve",
)
# Those that stand in a folder of their own.
FOLDERS: Final = {
    "gather": "shares.",
    "matrix": "telling.",
    "spread": "telling.",
    "absent": "telling.",
    "shared": "sharing.",
    "diff": "across.",
    "alike": "across.",
    "export": "taking.",
}


class Commands(SpokenGroup):
    """The subcommands, found by the name of their module."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__package__}.commands.{FOLDERS.get(cmd_name, '')}{cmd_name}").command
        return command


@click.command(
    cls=Commands,
    name="xunzhang",
    help=Saying(
        "寻章：政府报告的检索引擎。先 add 收录，再 build 建索引，然后 search 检索或 serve 开站。\n\n"
        "退出状态：0 做成了，1 有事没做成或没有找到，2 命令写得不对。\n\n"
        "选项的值依次取自命令行、环境变量（XUNZHANG_DATA；某个命令的如 XUNZHANG_SEARCH_LIMIT）、"
        "设置文件（XUNZHANG_CONFIG，默认 ~/.config/xunzhang/config.toml）、默认值。"
    ),
    examples=(
        "xunzhang add 报告文件夹",
        "xunzhang build",
        "xunzhang search '“免扰清单” 企业' --year 2022",
        "xunzhang search --help",
        'eval "$(_XUNZHANG_COMPLETE=bash_source xunzhang)"',
    ),
)
@click.version_option(version("xunzhang"), message="%(prog)s %(version)s", help=Saying("显示版本。"))
def main() -> None:
    """Everything that a command line can ask for."""
