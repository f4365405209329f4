"""Where a crawl starts: a list of addresses, each with what is known about it.

A source list is a CSV file with a column `address` (or `url`), and `province`, `kind`, `depth`
where they are known; or a text file with one address a line. The list that is shipped names reports
of real zones, found by hand.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from corpus.crawl.scope import written
from corpus.errors import XunzhangError

SHIPPED = Path(__file__).with_name("sources.csv")


class BadSources(XunzhangError):
    """A source list that cannot be read, or has a line that is no address."""

    code = "bad_sources"


@dataclass(frozen=True, slots=True)
class Source:
    """One address to start from. `depth`: how many links to follow from it, None for what the crawl
    says."""

    address: str
    province: str = ""
    kind: str = ""
    depth: int | None = None


def is_address(text: str) -> bool:
    """Is it an address of the web?"""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def _source(row: dict[str, str | None], where: str) -> Source:
    values = {name: (value or "").strip() for name, value in row.items() if name}
    address, depth = values.get("address") or values.get("url", ""), values.get("depth", "")
    if not is_address(address):
        raise BadSources(f"{where}不是 http 或 https 网址：{address[:80] or '（空）'}；请改正后再抓取。")
    if depth and not depth.isdecimal():
        raise BadSources(f"{where}的 depth 应是数字，而不是 {depth[:20]}；请改正后再抓取。")
    return Source(written(address), values.get("province", ""), values.get("kind", ""), int(depth) if depth else None)


def _rows(text: str) -> Iterable[tuple[int, dict[str, str | None]]]:
    lines = text.splitlines()
    header = lines[0].lower().split(",") if lines else []
    if {"address", "url"} & {name.strip() for name in header}:
        lines[0] = lines[0].lower()
        yield from enumerate(csv.DictReader(io.StringIO("\n".join(lines))), 2)
        return
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            yield number, {"address": line}


def read_sources(path: Path = SHIPPED) -> tuple[Source, ...]:
    """The sources of a list, each address once. Raises BadSources."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSources(f"无法读取来源清单 {path.name}；请检查路径，并存为 UTF-8。") from error
    found = (_source(row, f"{path.name} 第 {number} 行") for number, row in _rows(text))
    return tuple({source.address: source for source in found}.values())
