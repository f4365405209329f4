"""Raw pages as they came, one gzipped WARC file a report: `pages/<id>.warc.gz`, oldest version
first.

WARC is what crawlers and archives read, so the raw material outlives this program. One file a
report rather than one a crawl: removing a report removes its raw copy without rewriting anybody
else's.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.errors import XunzhangError
from corpus.records import Page
from corpus.store.atomic import replace_file
from corpus.wording.coded import said

# A page past this size is no report; it is read only so far that loading can say so.
LARGEST_PAGE = 20 * 1024 * 1024
# The body is kept decoded, so what says how it travelled would be untrue.
_TRANSPORT = frozenset(("content-encoding", "transfer-encoding", "content-length", "connection"))


class DamagedArchive(XunzhangError):
    """A WARC file that cannot be read."""

    code = "damaged_archive"


def _page_of(record: Any) -> Page | None:
    if record.rec_type not in ("response", "resource"):
        return None
    headers = tuple(record.http_headers.headers) if record.http_headers else ()
    headers = tuple((name, value) for name, value in headers if name.lower() not in _TRANSPORT)
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return None
    body = record.content_stream().read(LARGEST_PAGE + 1)
    missing: int = getattr(record.raw_stream, "limit", 0)
    if len(body) <= LARGEST_PAGE and not record.raw_stream.read(1) and missing > 0:
        raise EOFError
    named = {name.lower(): value for name, value in headers}
    kind = named.get("content-type") if headers else record.rec_headers.get_header("Content-Type")
    return Page(
        address=record.rec_headers.get_header("WARC-Target-URI") or "",
        body=body,
        content_type=kind,
        fetched=record.rec_headers.get_header("WARC-Date"),
        headers=headers,
    )


def _is_cut(record: Any, page: Page) -> bool:
    """Are these not the bytes that were written? Of a file that breaks off, a reader may give a
    page without an end."""
    digest = record.rec_headers.get_header("WARC-Payload-Digest")
    written: str | None = digest
    return written != "sha1:" + base64.b32encode(hashlib.sha1(page.body).digest()).decode()


def read_archive(stream: BinaryIO, name: str, *, ours: bool = False) -> Iterator[Page]:
    """The pages of a WARC file (HTTP responses with status 200, and resources), in order; of one of
    `ours` the digests are compared.

    Raises DamagedArchive where the file breaks off or is none; the pages before that are given
    first.
    """
    seen = False
    try:
        for record in ArchiveIterator(stream):
            seen = True
            page = _page_of(record)
            if ours and page is not None and _is_cut(record, page):
                raise EOFError
            if page is not None:
                yield page
    except Exception as error:  # warcio's, zlib's and the decoder's errors have no common base
        raise DamagedArchive(said("warc_cut_off", name=name)) from error
    if not seen:
        raise DamagedArchive(said("warc_empty", name=name))


def _is_whole(path: Path) -> bool:
    """Is the compressed file there to its end?"""
    try:
        with gzip.open(path) as stream:
            while stream.read(1 << 20):
                pass
    except (OSError, EOFError, zlib.error):
        return False
    return True


def _record_bytes(page: Page) -> bytes:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    dated = {"WARC-Date": page.fetched} if page.fetched else {}
    if page.headers:
        http = StatusAndHeaders("200 OK", list(page.headers), protocol="HTTP/1.1")
        record = writer.create_warc_record(
            page.address, "response", payload=io.BytesIO(page.body), http_headers=http, warc_headers_dict=dated
        )
    else:
        kind = page.content_type or "application/octet-stream"
        record = writer.create_warc_record(
            page.address, "resource", payload=io.BytesIO(page.body), warc_content_type=kind, warc_headers_dict=dated
        )
    writer.write_record(record)
    return buffer.getvalue()


class Pages:
    """The folder of raw pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, report: str) -> Path:
        """Where a report's raw pages lie."""
        return self.folder / f"{report}.warc.gz"

    def reports(self) -> list[str]:
        """Ids of the reports of which raw pages are kept."""
        return sorted(path.name.removesuffix(".warc.gz") for path in self.folder.glob("*.warc.gz"))

    def keep(self, report: str, page: Page) -> None:
        """Append a version of the page, unless it is the newest already; a crash leaves the file as
        it was.

        Of a damaged file what can be read is kept, for nothing could be read behind the damage.
        """
        path = self.path(report)
        versions, damage = self._read(report)
        of_address = [held for held in versions if held.address == page.address]
        if damage is None and of_address and of_address[-1].body == page.body:
            return
        before = path.read_bytes() if path.exists() else b""
        replace_file(path, (b"".join(map(_record_bytes, versions)) if damage else before) + _record_bytes(page))

    def versions(self, report: str) -> list[Page]:
        """All versions, oldest first. Raises DamagedArchive; none kept gives an empty list."""
        found, damage = self._read(report)
        if damage is not None:
            raise damage
        return found

    def readable(self, report: str) -> list[Page]:
        """The versions before the first damage, oldest first."""
        return self._read(report)[0]

    def _read(self, report: str) -> tuple[list[Page], DamagedArchive | None]:
        """The versions, and what is wrong with the file behind them."""
        path, found = self.path(report), list[Page]()
        if not path.exists():
            return found, None
        try:
            with path.open("rb") as stream:
                for page in read_archive(stream, path.name, ours=True):
                    found.append(page)  # what came before the damage is kept
            if not _is_whole(path):  # a reader may take a head that breaks off for no record at all
                raise DamagedArchive(said("warc_cut_off", name=path.name))
        except DamagedArchive as error:
            return found, error
        return found, None

    def dates(self, report: str) -> list[str]:
        """When each version came that can be read, as ISO 8601 in UTC, oldest first; bodies are passed
        over."""
        found = list[str]()
        with suppress(OSError, ArchiveLoadFailed, EOFError, zlib.error), self.path(report).open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type in ("response", "resource"):
                    found.append(record.rec_headers.get_header("WARC-Date") or "")
        return found

    def remove(self, report: str) -> None:
        """Delete the raw copy, if there is one."""
        self.path(report).unlink(missing_ok=True)
