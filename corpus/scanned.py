"""A report read off pictures of its pages: when its text may be wrong."""

from __future__ import annotations

from typing import Final

# How sure recognition is at least of a text that is right. Measured on 18 pages drawn ever worse
# (benchmarks/README.md): 13 that were read more surely than this had 99.1 % and more of their
# characters right, 5 that were read less surely 95.3 % and less.
SURE_ENOUGH: Final = 0.98


def is_doubtful(scan: float | None) -> bool:
    """May a text have errors, of which recognition is so sure (0–1; None: it was not recognised)?"""
    return scan is not None and scan < SURE_ENOUGH
