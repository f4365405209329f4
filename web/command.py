"""The `xunzhang` command: one subcommand a stage, each in its own module of `web.commands`."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import Final

import click

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
    "reports",
    "report",
    "coverage",
    "correct",
    "remove",
    "serve",
)
# Those that stand in a folder of their own.
FOLDERS: Final = {"gather": "shares.", "matrix": "telling.", "spread": "telling.", "absent": "telling."}


class Commands(SpokenGroup):
    """The subcommands, found by the name of their module."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"web.commands.{FOLDERS.get(cmd_name, '')}{cmd_name}").command
        return command


@click.command(cls=Commands, name="xunzhang")
@click.version_option(version("xunzhang"), message="%(prog)s %(version)s", help="显示版本。")
def main() -> None:
    """寻章：政府报告的检索引擎。先 add 收录，再 build 建索引，然后 search 检索或 serve 开站。"""
