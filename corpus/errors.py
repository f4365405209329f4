"""The one kind of error a user is shown: a sentence that names what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class XunzhangError(Exception):
    """Base of every error meant for people. `str(error)` is the whole sentence, in Chinese."""

    code = "error"


class LoadError(XunzhangError):
    """A page that cannot be read; `code` says which way."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class Hindered(LoadError):
    """A page that was not read for a reason of this machine or this program: it says nothing of the
    page, so nothing held gives way."""

    def __init__(self, message: str, code: str = "hindered") -> None:
        super().__init__(message, code)


@contextmanager
def reading() -> Iterator[None]:
    """Whatever is raised inside comes out as a LoadError: its own, or Hindered with what kind of
    error it was."""
    try:
        yield
    except LoadError:
        raise
    except (MemoryError, OSError) as error:
        kind = type(error).__name__
        raise Hindered(f"这台机器暂时读不了这个网页（{kind}）：请检查内存和磁盘后再试。") from error
    except Exception as error:
        kind = type(error).__name__
        raise Hindered(f"处理这个网页时出了意料之外的错误（{kind}）：请把正文另存为文本后再添加。") from error


def unforeseen(error: Exception) -> str:
    """What is said of a page on which this program failed."""
    return f"处理网页时出错（{type(error).__name__}）。"
