"""Records as they lie on disk, one JSON file each; one that is damaged is named, and the rest goes
on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import XunzhangError
from corpus.records import Report
from corpus.saying import Saying


class UnknownReport(XunzhangError):
    """An id that is not held."""

    code = "unknown_report"

    def __init__(self, report: str) -> None:
        super().__init__(Saying("没有编号为 %(id)s 的报告；可用 xunzhang reports 查看所有编号。", id=report))


class DamagedRecord(XunzhangError):
    """A stored record that cannot be read."""

    code = "damaged_record"


# Is told of every record that could not be read.
Told = Callable[[DamagedRecord], None]


def read_record(path: Path) -> Report:
    """The record in a file. Raises DamagedRecord, and FileNotFoundError where there is none."""
    try:
        return Report.from_dict(json.loads(path.read_bytes()))
    except FileNotFoundError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise DamagedRecord(
            Saying("记录 %(name)s 已损坏；请运行 xunzhang clean --stored 从原始网页重新清洗。", name=path.name)
        ) from error


def written_at(path: Path | None) -> datetime | None:
    """When a file was written last, in UTC; None where there is none."""
    with suppress(FileNotFoundError):  # removed meanwhile
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path else None
    return None


def record_files(folder: Path) -> Iterator[Path]:
    """The files of a folder's records, by id."""
    yield from sorted(folder.glob("*.json"))


def read_all(folder: Path, told: Told | None, read: Callable[[Path], Report] = read_record) -> Iterator[Report]:
    """A folder's records by id. Of a damaged one `told` is told; where nobody is, raises
    DamagedRecord."""
    for path in record_files(folder):
        try:
            with suppress(FileNotFoundError):  # removed meanwhile
                yield read(path)
        except DamagedRecord as error:
            if told is None:
                raise
            told(error)


def pass_over(error: DamagedRecord) -> None:
    """For who does not need every record: whoever lists them says which one is damaged."""
    del error
