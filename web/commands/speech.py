"""How the command speaks: help in Chinese or English, and for everything that goes wrong one
sentence and an exit status, never a stack trace.

Exit status: 0 done, 1 something failed or nothing was found, 2 the command line cannot be read, 130
interrupted.
"""

from __future__ import annotations

import difflib
import itertools
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any, Final

import click

from corpus.saying import Saying
from web.commands.speaking.failing import FAILED as FAILED
from web.commands.speaking.failing import TRACE, guessed, status_of
from web.commands.speaking.settings import SETTINGS, defaults, read_settings, variable_of
from web.commands.speaking.visible import visible as visible
from web.language.terminal import LANGUAGES, VARIABLE, _, speak, spoken

RANGE: Final = re.compile(r"\s*\[[^\]]*<?=?x[^\]]*\]$")  # click's own words for a range; ours stand in the help


class Spoken(click.Command):
    """A command whose help is Chinese or English. `examples`: command lines that its help shows,
    each one that can be read; `finds`: it looks for something, and its exit status tells whether
    that was found."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), finds: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples, self.finds = tuple(examples), finds
        self.params.append(_language())
        for option in self.params:
            if isinstance(option, click.Option) and not isinstance(self, click.Group) and not option.is_eager:
                general = [option.envvar] if isinstance(option.envvar, str) else option.envvar or []
                option.envvar = [variable_of(self.name or "", option), *general]

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context, with what the file of settings says where nothing is typed."""
        settings: Mapping[str, Any] = parent.meta.get(SETTINGS, {}) if parent else {}
        return super().make_context(info_name, args, parent, **{"default_map": defaults(settings, self), **extra})

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`用法：xunzhang …`"""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_("用法："))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(spoken(self.help or ""))
            if self.finds:
                formatter.write_paragraph()
                formatter.write_text(_("没有找到时，退出状态是 1。"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their heading."""
        rows = [
            (RANGE.sub("", record[0]), spoken(parameter.help or ""))
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx))
        ]
        if rows:
            with formatter.section(_("选项")):
                formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The examples, each on a line of its own, to be copied."""
        if self.examples:
            with formatter.section(_("例如")):
                formatter.write("".join(f"{'':>{formatter.current_indent}}{each}\n" for each in self.examples))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = Saying("显示这段说明。")
        return option

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """One line for the list of commands."""
        return spoken(self.short_help or self.help or "")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces behind the command's name."""
        return [piece.replace("[OPTIONS]", _("[选项]")) for piece in super().collect_usage_pieces(ctx)]


def _language() -> click.Option:
    """`--lang`, which `wished` has read by the time it is parsed."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        envvar=VARIABLE,
        expose_value=False,
        metavar="L",
        help=Saying("用什么语言：zh 或 en（默认随 LC_ALL、LANG）。"),
    )


class SpokenGroup(Spoken, click.Group):
    """A group of commands whose help and errors are Chinese or English."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands."""
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(_("命令")):
            formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in commands if command])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The group's own pieces are fixed."""
        return [_("[选项] 命令 …")] if ctx.command is self else super().collect_usage_pieces(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises click.UsageError where there is none of that name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            names = self.list_commands(ctx)
            near = guessed(difflib.get_close_matches(args[0], names))
            said = Saying(
                "没有 %(name)s 这个命令%(near)s；可用的有 %(names)s。", name=args[0], near=near, names="、".join(names)
            )
            raise click.UsageError(said, ctx)
        return super().resolve_command(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context, in the language that is wished."""
        speak(wished(args))  # an error in the file is said in it, too
        settings = read_settings(self.list_commands(click.Context(self)))
        speak(wished(args) or (None if os.environ.get(VARIABLE) else settings.get("lang")))
        with unheard():
            ctx = super().make_context(info_name, args, parent, **extra)
        ctx.meta[SETTINGS] = settings
        return ctx

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is meant."""
        with unheard():
            return super().invoke(ctx)

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
            sys.exit(status_of(error))
        finally:
            speak(None)
        sys.exit(result if isinstance(result, int) else 0)


def wished(args: Sequence[str]) -> str | None:
    """The language that a command line asks for, wherever on it: `--help` before it speaks that,
    too. None where it asks for none.

    >>> wished(["search", "--help", "--lang", "en"]), wished(["search", "--", "--lang=en"])
    ('en', None)
    """
    typed = list(args[: args.index("--")] if "--" in args else args)
    spaced = (value for name, value in itertools.pairwise(typed) if name == "--lang")
    joined = (each.removeprefix("--lang=") for each in typed if each.startswith("--lang="))
    return next((value for value in (*spaced, *joined) if value in LANGUAGES), None)


@contextmanager
def unheard() -> Iterator[None]:
    """Whoever read our output has gone (`| head`): they have what they wanted, and nothing more can
    be said there."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
