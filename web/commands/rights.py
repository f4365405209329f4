"""With whose rights a command runs: the superuser reads files that nobody meant to add, and serves
them."""

from __future__ import annotations

import os
from collections.abc import Callable

import click

from web.language.terminal import _


def is_root() -> bool:
    """Is this the superuser?"""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def warn_of_root(asked: Callable[[], bool] | None = None) -> None:
    """Say one sentence on standard error where this is the superuser."""
    if (asked or is_root)():
        click.echo(_("注意：正以 root 身份运行；读得到的文件都可能被收录、被公开，请改用普通用户。"), err=True)
