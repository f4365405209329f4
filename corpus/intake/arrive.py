"""What arrives: files, folders and WARC files on the command line become pages, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import XunzhangError
from corpus.identity import file_address
from corpus.records import Page
from corpus.store.pages import LARGEST_PAGE, read_archive

# In a folder, only files of these kinds are looked at; a file named by itself always is.
PAGE_SUFFIXES = frozenset(
    (".html", ".htm", ".shtml", ".xhtml", ".mht", ".txt", ".md", ".pdf", ".docx", ".doc", ".wps", "")
)
ARCHIVE_ENDINGS = (".warc", ".warc.gz")
# What a folder says about itself is no page.
NOT_PAGES = frozenset(("notice.txt", "readme.md", "readme.txt", "readme", "license", "makefile"))
# In an archive of a whole site, pictures and scripts are passed over.
PAGE_TYPES = (
    "text/html",
    "application/xhtml",
    "text/plain",
    "application/pdf",
    "application/vnd.openxml",
    "application/msword",
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A path that gave no page, and why, in one sentence."""

    source: str
    reason: str


def is_archive(path: Path) -> bool:
    """Is it a WARC file, by its name?"""
    return path.name.lower().endswith(ARCHIVE_ENDINGS)


def _is_page(path: Path) -> bool:
    if path.name.startswith(".") or path.name.lower() in NOT_PAGES:
        return False
    return path.is_file() and (is_archive(path) or path.suffix.lower() in PAGE_SUFFIXES)


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files that paths stand for, in a fixed order: files themselves, folders with all that lies below."""
    found: dict[Path, None] = {}
    for path in paths:
        below = sorted(file for file in path.rglob("*") if _is_page(file)) if path.is_dir() else [path]
        found.update(dict.fromkeys(below))
    return list(found)


def _wanted(page: Page) -> bool:
    return page.content_type is None or page.content_type.lower().startswith(PAGE_TYPES)


def _archive(path: Path) -> Iterator[Page | Unreadable]:
    try:
        with path.open("rb") as stream:
            yield from filter(_wanted, read_archive(stream, path.name))
    except XunzhangError as error:
        yield Unreadable(str(path), str(error))


def _file(path: Path) -> Page:
    with path.open("rb") as stream:
        body = stream.read(LARGEST_PAGE + 1)  # one byte more than loading takes, so that it can tell
    return Page(file_address(path), body, fetched=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def pages_of(path: Path) -> Iterator[Page | Unreadable]:
    """The pages in one file. Never raises: what cannot be read comes as Unreadable."""
    try:
        if is_archive(path):
            yield from _archive(path)
        else:
            yield _file(path)
    except FileNotFoundError:
        yield Unreadable(str(path), "没有这个文件或文件夹；请检查路径。")
    except OSError as error:
        yield Unreadable(str(path), f"无法读取（{error.strerror}）；请检查文件和权限。")
