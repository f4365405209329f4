"""Lines for a terminal: nothing in them steers it."""

from __future__ import annotations

from typing import Final

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
