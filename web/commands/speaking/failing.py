"""For everything that goes wrong one sentence and an exit status, never a stack trace."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import Final

import click

from corpus.errors import XunzhangError
from corpus.saying import Saying
from web.commands.speaking.visible import visible
from web.language.terminal import _, spoken

FAILED: Final = 1
MISUSED: Final = 2
INTERRUPTED: Final = 130
REASONS: Final = {
    errno.EACCES: Saying("没有权限"),
    errno.EPERM: Saying("没有权限"),
    errno.EROFS: Saying("磁盘是只读的"),
    errno.ENOSPC: Saying("磁盘满了"),
    errno.EDQUOT: Saying("磁盘配额用完了"),
    errno.ENOENT: Saying("没有这个文件"),
    errno.EISDIR: Saying("它是文件夹"),
    errno.ENOTDIR: Saying("它不是文件夹"),
    errno.EMFILE: Saying("打开的文件太多"),
}
# Called without anything, a group explains itself; click before 8.2 does so without an error.
HELP_WANTED: Final = getattr(click.exceptions, "NoArgsIsHelpError", ())
TRACE: Final = "XUNZHANG_TRACE"  # set it to see where an unforeseen error came from


def status_of(error: Exception) -> int:
    """Say what is wrong; the exit status it stands for."""
    if isinstance(error, click.Abort):
        return _said(_("已中止；已经存好的都还在。"), INTERRUPTED)
    if isinstance(error, HELP_WANTED):
        click.echo(error.message, err=True)
        return MISUSED
    if isinstance(error, click.UsageError):
        return _said(_usage(error), MISUSED)
    if isinstance(error, XunzhangError):
        return _said(spoken(error.said) if error.said == str(error) else str(error))
    if isinstance(error, OSError):
        return _said(_unreadable(error))
    what = f"{type(error).__name__}: {error}"
    return _said(_("出了意料之外的错误：%(what)s；设 %(trace)s=1 再运行可看到出处。", what=what, trace=TRACE))


def _unreadable(error: OSError) -> str:
    why = reason(error)
    if error.filename:
        return _("无法读写文件（%(name)s）：%(why)s；请检查磁盘和权限。", name=error.filename, why=why)
    return _("无法读写文件：%(why)s；请检查磁盘和权限。", why=why)


def reason(error: OSError) -> str:
    """Why the system refuses."""
    return spoken(REASONS.get(error.errno or 0) or error.strerror or str(error))


def _said(sentence: str, status: int = FAILED) -> int:
    click.echo(visible(_("错误：%(sentence)s", sentence=sentence)), err=True)
    return status


def _usage(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "xunzhang"
    if isinstance(error, click.NoSuchOption):
        if not error.option_name.isascii():  # -信访: a query, not an option
            return _(
                "%(name)s 会被当作选项；要检索以 - 开头的词，请在它前面加上 -- ，例如 %(path)s -- -信访。",
                name=error.option_name,
                path=path,
            )
        near = guessed(error.possibilities or ())
        return _("没有 %(name)s 这个选项%(near)s；请看 %(path)s --help。", name=error.option_name, near=near, path=path)
    if isinstance(error, click.MissingParameter):
        return _("缺少 %(name)s；请看 %(path)s --help。", name=_name(error.param), path=path)
    if isinstance(error, click.BadParameter):
        return _(
            "%(name)s 的值不对%(why)s；请看 %(path)s --help。", name=_name(error.param), why=_because(error), path=path
        )
    if "requires an argument" in error.message:
        return _("选项后面少了值；请看 %(path)s --help。", path=path)
    if error.message.endswith("。"):
        return spoken(error.message)
    return _("命令写得不对；请看 %(path)s --help。", path=path)


def guessed(names: Iterable[str]) -> str:
    """What may have been meant, as the end of a clause; "" where nothing is near."""
    near = "、".join(names)
    return Saying("；是不是 %(near)s", near=near) if near else ""


def _because(error: click.BadParameter) -> str:
    """What would be right. Click's own reasons are English; of ours the full stop goes."""
    if error.message.endswith("。"):
        return Saying("：%(why)s", why=spoken(error.message).rstrip("。."))
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return Saying("：可用的是 %(choices)s", choices="、".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange | click.FloatRange):
        return Saying("：%(why)s", why=_range(kind))
    if isinstance(kind, click.Path):
        return (
            Saying("：它是文件，不是文件夹") if error.message.endswith("is a file.") else Saying("：没有读取它的权限")
        )
    return ""


def _range(kind: click.IntRange | click.FloatRange) -> str:
    whole = isinstance(kind, click.IntRange)
    if kind.max is None:
        least = f"{kind.min:g}"
        return _("请给不小于 %(least)s 的整数", least=least) if whole else _("请给不小于 %(least)s 的数", least=least)
    ends = {"least": f"{kind.min:g}", "most": f"{kind.max:g}"}
    return (
        _("请给 %(least)s 到 %(most)s 之间的整数", **ends)
        if whole
        else _("请给 %(least)s 到 %(most)s 之间的数", **ends)
    )


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return _("参数")
    names: Iterable[str] = parameter.opts if isinstance(parameter, click.Option) else (parameter.human_readable_name,)
    return " / ".join(names)
