"""The language of a page whose address names none: English where the browser prefers it, Chinese
for everybody else. What programs ask for speaks Chinese until they say `lang=en`.

A page in English leads on to addresses that say so. Who has a browser in English and chooses
Chinese is remembered by a cookie, for addresses of Chinese pages do not say it.
"""

from __future__ import annotations

from typing import Final

from flask import Flask, Response, request
from werkzeug.datastructures import ImmutableMultiDict

COOKIE: Final = "lang"
KEPT: Final = 365 * 24 * 60 * 60  # seconds
LANGUAGES: Final = ("zh", "en")  # the first is meant where the browser says nothing
FOR_PROGRAMS: Final = ("/api/", "/static/")


def register(app: Flask) -> None:
    """Choose before a page reads its address, and say afterwards what the choice hangs on."""
    app.before_request(choose)
    app.after_request(tell)


def prefers_english() -> bool:
    """Whether a page whose address names no language is in English for this reader."""
    return _english() and request.cookies.get(COOKIE) != "zh"


def choose() -> None:
    """Read the address as if it named the language the reader prefers."""
    if _is_page() and "lang" not in request.args and prefers_english():
        request.args = ImmutableMultiDict([*request.args.items(multi=True), ("lang", "en")])


def tell(response: Response) -> Response:
    """What caches must know, and a choice against the browser's own language."""
    if not _is_page():
        return response
    response.vary.update(("Accept-Language", "Cookie"))
    asked = request.args.get("lang")
    if asked == "zh" and _english():
        response.set_cookie(COOKIE, "zh", max_age=KEPT, samesite="Lax", httponly=True)
    elif asked == "en" and request.cookies.get(COOKIE):
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _english() -> bool:
    return request.accept_languages.best_match(LANGUAGES) == "en"


def _is_page() -> bool:
    """Whether a person looks at it: neither a file nor an answer for programs."""
    rule = request.url_rule.rule if request.url_rule else "/"
    return not rule.startswith(FOR_PROGRAMS) and "." not in rule
