"""One writer at a time: locks on files of the data folder, which end with the process that holds
them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import XunzhangError
from corpus.saying import Saying

# Seconds between two tries.
AGAIN = 0.02


class StoreBusy(XunzhangError):
    """Another command is writing to the same data folder."""

    code = "store_busy"


@contextmanager
def locked(path: Path, patience: float, otherwise: str) -> Iterator[None]:
    """Hold the lock. Raises StoreBusy with the sentence `otherwise` where another process does for
    longer than `patience` seconds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path, timeout=patience)
    try:
        lock.acquire(poll_interval=AGAIN)
    except Timeout as error:
        raise StoreBusy(otherwise) from error
    try:
        yield
    finally:
        lock.release()


def written(where: Path) -> Saying:
    """That a command writes in a folder."""
    return Saying("另一个命令正在写入 %(where)s；请等它结束后再试。", where=where)


def crawled(where: Path) -> Saying:
    """That a crawl uses a folder."""
    return Saying("%(where)s 正在被另一个抓取使用；请等它结束后再试。", where=where)
