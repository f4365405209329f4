"""Pages that take long to draw, kept as long as what they are drawn from stays the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final

from flask import current_app, request

from web.language.languages import current
from web.shelf import shelf
from web.theme import theme

MOST: Final = 64  # pages of up to 150 KB each: 10 MB at most
EXTENSION: Final = "xunzhang-kept"


class Kept:
    """The pages drawn last, by address and by the version they were drawn from. Safe to use from
    many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pages: OrderedDict[tuple[Hashable, ...], str] = OrderedDict()

    def page(self, key: tuple[Hashable, ...], draw: Callable[[], str]) -> str:
        """The page of a key, drawn where it is not kept; the least used one goes for it."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        drawn = draw()
        with self._lock:
            self._pages[key] = drawn
            while len(self._pages) > MOST:
                self._pages.popitem(last=False)
        return drawn


def kept(version: Hashable, draw: Callable[[], str]) -> str:
    """What `draw` gives for the address, the language and the theme of this request, drawn once a
    `version` of what it shows."""
    pages: Kept = current_app.extensions.setdefault(EXTENSION, Kept())
    at_hand = shelf()
    return pages.page((request.full_path, version, at_hand.notice, at_hand.state(), current(), theme()), draw)
