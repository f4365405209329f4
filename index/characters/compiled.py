"""The compiled core, where it was built: `TEXT`, else None, and everything is done in Python and numpy.

XUNZHANG_PURE=1 in the environment leaves it aside, so that both can be tested and compared.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.characters.native_counts import CountedText

PURE = bool(os.environ.get("XUNZHANG_PURE"))


def _text() -> type[CountedText] | None:
    if PURE:
        return None
    try:
        from index.characters.native_counts import CountedText
    except ImportError:  # no compiler where this was installed
        return None
    return CountedText


TEXT = _text()
