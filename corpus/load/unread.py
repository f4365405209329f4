"""Kinds of files that are not read, each named, so that nobody wonders where a file went."""

from __future__ import annotations

from corpus.errors import LoadError
from corpus.load.bounds import check_lines
from corpus.load.format import Source
from corpus.records import Loaded
from corpus.wording.coded import said

# From this share of NUL and control bytes on, and so many, a file is no text; strays in a page are
# dropped.
MOST_CONTROLS, FEW_CONTROLS = 0.02, 16
CONTROLS = bytes([*range(9), *range(14, 32)])
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_KINDS = (
    (b"\xd0\xcf\x11\xe0", "旧版 Word（DOC）"),
    (b"{\\rtf", "RTF"),
    (b"GIF8", "GIF 图片"),
    (b"\x1f\x8b", "GZIP 压缩包"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
)


def claims(source: Source) -> bool:
    """Has it the mark of such a kind, or too many controls for a text?"""
    return _kind(source.body) is not None or _is_binary(source.opening)


def read(source: Source) -> Loaded:
    """Never gives lines. Raises LoadError."""
    if name := _kind(source.body):
        raise LoadError(said("unsupported", name=name), "unsupported")
    check_lines(source.body)
    raise LoadError(said("binary"), "binary")


def _kind(body: bytes) -> str | None:
    return next((name for mark, name in _KINDS if body.startswith(mark)), None)


def _is_binary(opening: bytes) -> bool:
    controls = len(opening) - len(opening.translate(None, CONTROLS))
    return not opening.startswith(UTF_16) and controls > max(FEW_CONTROLS, MOST_CONTROLS * len(opening))
