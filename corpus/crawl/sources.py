"""Where a crawl starts: a list of addresses, each with what is known about it.

A source list is a table as people have it (CSV, in UTF-8, UTF-16 or GBK, with commas, semicolons or
tabs) with a column 网址, 地址, `address` or `url`, and 省份, 名称, 类型, 深度 where they are known; or a
text file with one address a line. `http://` may be missing. The list that is shipped names reports of
real zones, found by hand.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from corpus.crawl.scope import written
from corpus.errors import XunzhangError
from corpus.load.decode import UnreadableText, decode
from corpus.saying import Saying
from corpus.text.fold import squeeze

SHIPPED = Path(__file__).with_name("sources.csv")
# The names that columns have in people's tables.
COLUMNS = {
    "address": ("address", "url", "网址", "地址", "链接", "网站", "网站地址", "网站网址", "官网", "link", "website"),
    "province": ("province", "省份", "省", "地区", "所在省"),
    "name": ("name", "名称", "单位", "主体", "园区", "开发区", "园区名称", "开发区名称", "机构", "单位名称"),
    "kind": ("kind", "类型", "类别", "种类"),
    "depth": ("depth", "深度", "层数"),
}
# A name with a dot that is a host and no file: its last part is letters and no ending of lists.
_HOST = re.compile(r"(?=.{4,260}$)(?:(?:[\w-]+\.)+[a-z]{2,}|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?", re.IGNORECASE)
_LISTS = (".csv", ".txt", ".tsv", ".xls", ".xlsx", ".md", ".json")
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class BadSources(XunzhangError):
    """A source list that cannot be read, or has a line that is no address."""

    code = "bad_sources"


@dataclass(frozen=True, slots=True)
class Source:
    """One address to start from. `depth`: how many links to follow from it, None for what the crawl
    says; `bare`: written without a scheme, so that it may have to be https."""

    address: str
    province: str = ""
    kind: str = ""
    depth: int | None = None
    name: str = ""
    bare: bool = False


def is_address(text: str) -> bool:
    """Is it an address of the web?"""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def is_bare(text: str) -> bool:
    """Is it an address without its scheme: a host, with or without a path?

    >>> [is_bare(text) for text in ("www.kfq.gov.cn", "kfq.gov.cn:8080/nb/", "223.5.5.5", "list.csv", "报告")]
    [True, True, True, False, False]
    """
    host = text.partition("/")[0]
    return "://" not in text and bool(_HOST.fullmatch(host)) and not text.lower().endswith(_LISTS)


def source_of(text: str, **known: str) -> Source | None:
    """The source that an address stands for, None where it is none."""
    bare = is_bare(text)
    if not bare and not is_address(text):
        return None
    return Source(written(f"http://{text}" if bare else text), bare=bare, **known)  # type: ignore[arg-type]


def _source(row: dict[str, str], where: str) -> Source:
    text, depth = row.get("address", ""), row.get("depth", "")
    found = source_of(text, **{name: row.get(name, "") for name in ("province", "kind", "name")})
    if found is None:
        raise BadSources(
            Saying("%(where)s不是网址：%(text)s；请改正后再抓取。", where=where, text=text[:80] or Saying("（空）"))
        )
    if depth and not depth.isdecimal():
        raise BadSources(
            Saying("%(where)s的 depth 应是数字，而不是 %(depth)s；请改正后再抓取。", where=where, depth=depth[:20])
        )
    return Source(found.address, found.province, found.kind, int(depth) if depth else None, found.name, found.bare)


def _named(heading: str) -> str:
    """What a column is, by its heading; "" where it says nothing here."""
    words = squeeze(heading).lower()
    return next((name for name, headings in COLUMNS.items() if words in headings), "")


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table, or the lines of a text, with their numbers."""
    first = next(iter(text.splitlines()), "")
    delimiter = max(",\t;，", key=first.count)
    table = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    names = list(map(_named, table[0])) if table else []
    if "address" in names:
        for number, cells in enumerate(table[1:], 2):
            row = {name: cell.strip() for name, cell in reversed(list(zip(names, cells, strict=False))) if name}
            if any(cell.strip() for cell in cells):
                yield number, row
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, {"address": line.strip()}


def read_sources(path: Path = SHIPPED) -> tuple[Source, ...]:
    """The sources of a list, each address once. Raises BadSources."""
    try:
        content = path.read_bytes()
        if content.startswith(_EXCEL):
            raise BadSources(Saying("%(name)s 是 Excel 文件；请在 Excel 里另存为 CSV 后再抓取。", name=path.name))
        text, _ = decode(content)
    except (OSError, UnreadableText) as error:
        raise BadSources(
            Saying("无法读取来源清单 %(name)s；请检查路径，并存为 CSV 或文本。", name=path.name)
        ) from error
    found = (
        _source(row, Saying("%(name)s 第 %(line)s 行", name=path.name, line=number)) for number, row in _rows(text)
    )
    return tuple({source.address: source for source in found}.values())
