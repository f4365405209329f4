"""The sentence a corpus carries about some of its reports (that a sample is invented, say), and
which reports these are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

NOTICE: Final = "NOTICE.txt"
# Ids of the reports it is about, one a line; without this file it is about all of them.
REPORTS: Final = "NOTICE.reports"


def notice(data: Path) -> str | None:
    """The sentence, in several languages, one a line; None where the corpus carries none."""
    try:
        return (data / NOTICE).read_text(encoding="utf-8").strip() or None
    except OSError:
        return None


def noted(data: Path) -> frozenset[str] | None:
    """The ids it is about; None: all there are."""
    try:
        return frozenset((data / REPORTS).read_text(encoding="utf-8").split())
    except OSError:
        return None


def notice_over(data: Path, shown: Iterable[str] | None) -> str | None:
    """The sentence, where it is about a report that is shown. None: a page about the corpus as a
    whole."""
    said = notice(data)
    if said is None or shown is None:
        return said
    about, ids = noted(data), frozenset(shown)
    return said if (ids if about is None else ids & about) else None
