"""What of a report may be shown: numbers of persons masked, files by name only, never by path."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from corpus.records import Report
from corpus.text.mask import mask


def source_name(address: str) -> str:
    """An address as it may be shown: a URL as it is, a file by its name.

    >>> source_name("file:///home/someone/reports/%E6%B1%95%E5%B0%BE.txt")
    '汕尾.txt'
    """
    if not address.startswith("file:"):
        return address
    return PurePosixPath(unquote(urlsplit(address).path)).name


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: _masked(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(item) for item in value]
    return value


def public(report: Report) -> dict[str, Any]:
    """The record as plain values that may leave this machine."""
    record = report.to_dict()
    exact = {name: record[name] for name in ("id", "url", "source_sha256")}
    sources = [source_name(address) for address in report.sources]
    return {**_masked(record), **exact, "sources": sources}
