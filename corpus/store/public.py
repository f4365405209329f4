"""What of a report may be shown: numbers of persons masked, files by name only, never by path."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from corpus.masked import masked
from corpus.records import Report
from corpus.text.mask import mask


def source_name(address: str) -> str:
    """An address as it may be shown: a URL as it is, a file by its name, numbers of persons hidden.

    >>> source_name("file:///home/someone/reports/%E6%B1%95%E5%B0%BE.txt")
    '汕尾.txt'
    """
    if not address.startswith("file:"):
        return address if address.startswith(("http://", "https://")) else mask(address)
    return mask(PurePosixPath(unquote(urlsplit(address).path)).name)


def public(report: Report) -> dict[str, Any]:
    """The record as plain values that may leave this machine."""
    return masked(report).to_dict() | {"sources": [source_name(address) for address in report.sources]}
