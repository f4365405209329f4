"""Light or dark: what somebody has chosen is kept in a cookie; else the system decides. It works
without a script, and no page flickers on its way to the other colours."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from web.address.argument import choice
from web.address.parameters import read_language

COOKIE: Final = "theme"
AUTO: Final = "auto"
THEMES: Final = (AUTO, "light", "dark")
KEPT: Final = 365 * 24 * 60 * 60  # seconds


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/theme", "theme", choose)


def theme() -> str:
    """The theme this request asks for: `light`, `dark`, or "" where the system decides."""
    asked = request.cookies.get(COOKIE, "")
    return asked if asked in THEMES[1:] else ""


def choose() -> Response:
    """Keep the theme of `to` and go back to the page one comes from; 400 for a theme that is
    none."""
    read_language(request.args)
    chosen = choice(request.args, "to", THEMES)
    answer = redirect(_before(), code=302)
    if chosen == AUTO:
        answer.delete_cookie(COOKIE, samesite="Lax")
    else:
        answer.set_cookie(COOKIE, chosen, max_age=KEPT, samesite="Lax", httponly=True)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _before() -> str:
    """The page of this site one comes from, the front page where the browser tells of none."""
    before = urlsplit(request.referrer or "")
    if before.netloc != request.host or before.path.startswith(("//", "/theme")):
        return "/"
    return f"{before.path or '/'}?{before.query}" if before.query else before.path or "/"
