"""How the command speaks: Chinese help, and for everything that goes wrong one sentence and an exit
status, never a stack trace.

Exit status: 0 done, 1 something failed, 2 the command line cannot be read, 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import Any, Final

import click

from corpus.errors import XunzhangError

FAILED: Final = 1
MISUSED: Final = 2
INTERRUPTED: Final = 130
REASONS: Final = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.ENOENT: "没有这个文件",
    errno.EISDIR: "它是文件夹",
    errno.ENOTDIR: "它不是文件夹",
    errno.EMFILE: "打开的文件太多",
}
# Called without anything, a group explains itself; click before 8.2 does so without an error.
HELP_WANTED: Final = getattr(click.exceptions, "NoArgsIsHelpError", ())
RANGE: Final = re.compile(r"\s*\[[^\]]*<?=?x[^\]]*\]$")  # click's own words for a range; ours stand in the help
TRACE: Final = "XUNZHANG_TRACE"  # set it to see where an unforeseen error came from

# Controls (C0, DEL, C1), separators of lines, marks that turn the writing, half characters.
_STEERING: Final = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
)
_ESCAPES: Final = {code: chr(code).encode("unicode_escape").decode() for code in _STEERING if code != 9}


def visible(text: str) -> str:
    """A line for a terminal: what would steer it, turn the writing round or begin another line
    stands there as an escape.

    >>> visible("a\\x1b[2Jb\\n")
    'a\\\\x1b[2Jb\\\\n'
    """
    return text if text.isprintable() else text.translate(_ESCAPES)


class Spoken(click.Command):
    """A command whose help is Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`用法：xunzhang …`"""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their Chinese heading."""
        rows = [
            (record[0], RANGE.sub("", record[1]))
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx))
        ]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这段说明。"
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces behind the command's name."""
        return [piece.replace("[OPTIONS]", "[选项]") for piece in super().collect_usage_pieces(ctx)]


class SpokenGroup(Spoken, click.Group):
    """A group of commands whose help and errors are Chinese."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands."""
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("命令"):
            formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in commands if command])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The group's own pieces are fixed."""
        return ["[选项] 命令 …"] if ctx.command is self else super().collect_usage_pieces(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises click.UsageError where there is none of that name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            names = "、".join(self.list_commands(ctx))
            raise click.UsageError(f"没有 {args[0]} 这个命令；可用的有 {names}。", ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run and leave with a status; see the module's first lines."""
        kwargs["standalone_mode"] = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal in GBK has no ›: better a question mark than nothing
        try:
            result = super().main(*args, **kwargs)
        except Exception as error:
            if os.environ.get(TRACE):
                raise
            sys.exit(_status(error))
        sys.exit(result if isinstance(result, int) else 0)


def _status(error: Exception) -> int:
    """Say what is wrong; the exit status it stands for."""
    if isinstance(error, BrokenPipeError):
        _close_quietly()
        return FAILED
    if isinstance(error, click.Abort):
        return _said("已中止；已经存好的都还在。", INTERRUPTED)
    if isinstance(error, HELP_WANTED):
        click.echo(error.message, err=True)
        return MISUSED
    if isinstance(error, click.UsageError):
        return _said(_usage(error), MISUSED)
    if isinstance(error, XunzhangError):
        return _said(str(error))
    if isinstance(error, OSError):
        name = f"（{error.filename}）" if error.filename else ""
        return _said(
            f"无法读写文件{name}：{REASONS.get(error.errno or 0) or error.strerror or error}；请检查磁盘和权限。"
        )
    return _said(f"出了意料之外的错误：{type(error).__name__}: {error}；设 {TRACE}=1 再运行可看到出处。")


def _close_quietly() -> None:
    """Whoever read our output has gone (`| head`): nothing more can be said there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _said(sentence: str, status: int = FAILED) -> int:
    click.echo(f"错误：{visible(sentence)}", err=True)
    return status


def _usage(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "xunzhang"
    if isinstance(error, click.NoSuchOption):
        if not error.option_name.isascii():  # -信访: a query, not an option
            return f"{error.option_name} 会被当作选项；要检索以 - 开头的词，请在它前面加上 -- ，例如 {path} -- -信访。"
        near = f"；是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项{near}；请看 {path} --help。"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error.param)}；请看 {path} --help。"
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)} 的值不对{_because(error)}；请看 {path} --help。"
    if "requires an argument" in error.message:
        return f"选项后面少了值；请看 {path} --help。"
    return error.message if error.message.endswith("。") else f"命令写得不对；请看 {path} --help。"


def _because(error: click.BadParameter) -> str:
    """What would be right. Click's own reasons are English; of ours the full stop goes."""
    if error.message.endswith("。"):
        return f"：{error.message.rstrip('。')}"
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange | click.FloatRange):
        ends = f"{kind.min:g} 到 {kind.max:g} 之间" if kind.max is not None else f"不小于 {kind.min:g} "
        return (
            f"：请给{' ' if kind.max is not None else ''}{ends}的{'整数' if isinstance(kind, click.IntRange) else '数'}"
        )
    if isinstance(kind, click.Path):
        return "：它是文件，不是文件夹" if error.message.endswith("is a file.") else "：没有读取它的权限"
    return ""


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "参数"
    names: Iterable[str] = parameter.opts if isinstance(parameter, click.Option) else (parameter.human_readable_name,)
    return " / ".join(names)
