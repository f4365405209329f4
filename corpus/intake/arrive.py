"""What arrives: files, folders and WARC files on the command line become pages, one after the
other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import XunzhangError
from corpus.identity import file_address
from corpus.intake.files import Found, NoFile, below, is_plain
from corpus.records import Page
from corpus.store.pages import LARGEST_PAGE, read_archive
from corpus.wording.coded import said

# In a folder, only files of these kinds are looked at; a file named by itself always is.
PICTURE_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff"))
PAGE_SUFFIXES = PICTURE_SUFFIXES | frozenset(
    (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".txt", ".md", ".pdf", ".docx", ".doc", ".wps", "")
)
# Browsers put the pictures of a page saved as X.html into such a folder beside it: they are no scans.
BESIDE_A_PAGE = ("_files", ".files")
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
    """A path that gave no page, and why, in one sentence; `status` says whether it was not wanted
    (refused) or not readable."""

    source: str
    reason: str
    status: str = "failed"


def is_archive(path: Path) -> bool:
    """Is it a WARC file, by its name?"""
    return path.name.lower().endswith(ARCHIVE_ENDINGS)


def _is_page(path: Path) -> bool:
    """Is it looked at in a folder? What is no file is named, whatever it is called."""
    if path.name.lower() in NOT_PAGES and is_plain(path):
        return False
    suffix = path.suffix.lower()
    if suffix in PICTURE_SUFFIXES and path.parent.name.lower().endswith(BESIDE_A_PAGE) and is_plain(path):
        return False
    return not is_plain(path) or is_archive(path) or suffix in PAGE_SUFFIXES


def files_of(paths: Iterable[Path]) -> list[Found]:
    """The files that paths stand for, in a fixed order: files themselves, folders with all that
    lies below."""
    found: dict[Path, Found] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in below(path) if _is_page(file))
            found.update({file: Found(file, path) for file in inside if file not in found})
        else:
            found.setdefault(path, Found(path))
    return list(found.values())


def _wanted(page: Page) -> bool:
    return page.content_type is None or page.content_type.lower().startswith(PAGE_TYPES)


def _archive(file: Found) -> Iterator[Page | Unreadable]:
    try:
        with file.open() as stream:
            yield from filter(_wanted, read_archive(stream, file.path.name))
    except XunzhangError as error:
        yield Unreadable(str(file.path), error.said)


def _file(file: Found) -> Page:
    with file.open() as stream:
        body = stream.read(LARGEST_PAGE + 1)  # one byte more than loading takes, so that it can tell
    return Page(file_address(file.path), body, fetched=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def pages_of(file: Found) -> Iterator[Page | Unreadable]:
    """The pages in one file. Never raises: what cannot be read comes as Unreadable."""
    path = file.path
    try:
        if is_archive(path):
            yield from _archive(file)
        else:
            yield _file(file)
    except FileNotFoundError:
        yield Unreadable(str(path), said("not_there"))
    except NoFile as error:
        yield Unreadable(str(path), error.strerror or "", "refused")
    except OSError as error:
        yield Unreadable(str(path), said("not_readable", why=error.strerror))
