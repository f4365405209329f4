"""How long an address may be: longer than any page of the site writes one, and no longer than servers
in front of it let through."""

from __future__ import annotations

from typing import Final

from flask import Flask, abort, request

LONGEST: Final = 8_190  # bytes: nginx stops at 8,192 and Apache at 8,190 where nobody has set them


def register(app: Flask) -> None:
    """Refuse addresses that are too long before anything is read from them."""
    app.before_request(check_length)


def check_length() -> None:
    """414 for an address that is too long."""
    if is_too_long():
        abort(414)


def is_too_long() -> bool:
    """Whether this address is one that is refused, so that nothing repeats it."""
    return len(request.environ.get("PATH_INFO", "")) + len(request.query_string) > LONGEST
