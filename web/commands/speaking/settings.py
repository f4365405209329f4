"""What stands for an option that nobody typed: a variable of the environment, then the user's file
of settings, then the command's own default.

    XUNZHANG_SEARCH_LIMIT=50                 of one command; XUNZHANG_DATA, XUNZHANG_LANG,
                                             XUNZHANG_ADDRESS of all
    data = "/srv/reports"                    in config.toml, for all commands
    [search]
    limit = 50                               for one
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from corpus.errors import XunzhangError
from corpus.saying import Saying, listed
from web.language.terminal import LANGUAGES

NAME: Final = "xunzhang"
SETTINGS: Final = "xunzhang.settings"  # where a context keeps what the file says
VARIABLE: Final = "XUNZHANG_CONFIG"
# What holds for all commands that have the option.
GENERAL: Final = ("data", "lang", "public-address")


class BadSettings(XunzhangError):
    """The file of settings cannot be read, or says what nothing is known of."""

    code = "bad_settings"


def variable_of(command: str, option: click.Option) -> str:
    """The variable that stands for an option of a command.

    >>> variable_of("search", click.Option(["--sort"]))
    'XUNZHANG_SEARCH_SORT'
    """
    return "_".join((NAME, command, written(option))).upper().replace("-", "_")


def written(option: click.Option) -> str:
    """The name of an option as it is typed, without its dashes."""
    return max(option.opts, key=len).lstrip("-")


def place() -> Path:
    """Where the file is looked for: never in the folder one happens to stand in."""
    return Path(os.environ.get(VARIABLE) or Path(click.get_app_dir(NAME)) / "config.toml")


def read_settings(commands: Iterable[str]) -> Mapping[str, Any]:
    """What the file says, {} where there is none and none was named. Raises BadSettings."""
    path = place()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        if os.environ.get(VARIABLE):
            raise BadSettings(
                Saying("没有 %(path)s 这个设置文件；请检查 %(name)s。", path=path, name=VARIABLE)
            ) from None
        return {}
    except (OSError, ValueError) as error:
        raise BadSettings(Saying("设置文件 %(path)s 读不懂：%(why)s。", path=path, why=error)) from error
    _check(found, (*GENERAL, *commands), path)
    if found.get("lang", LANGUAGES[0]) not in LANGUAGES:
        raise BadSettings(
            Saying("设置文件 %(path)s 里的 lang 只能是 %(choices)s。", path=path, choices=listed(LANGUAGES))
        )
    return found


def defaults(settings: Mapping[str, Any], command: click.Command) -> dict[str, Any]:
    """What the file says for the options of a command, by the names of their parameters. Raises
    BadSettings for an option that there is not."""
    own = settings.get(command.name or "", {})
    if not isinstance(own, dict):
        raise BadSettings(
            Saying("设置文件 %(path)s 里的 %(name)s 应是一节：[%(name)s]。", path=place(), name=command.name)
        )
    named = {written(each): each.name for each in command.params if isinstance(each, click.Option)}
    _check(own, named, place(), f"[{command.name}] ")
    general = {name: settings[name] for name in GENERAL if name in settings and name in named}
    return {named[name] or "": value for name, value in {**general, **own}.items()}


def _check(found: Iterable[str], known: Iterable[str], path: Path, within: str = "") -> None:
    for name in set(found) - set(known):
        raise BadSettings(
            Saying(
                "设置文件 %(path)s 里的 %(name)s 不认识；可用的是 %(known)s。",
                path=path,
                name=f"{within}{name}",
                known=listed(known),
            )
        )
