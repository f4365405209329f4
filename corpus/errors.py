"""The one kind of error a user is shown: a sentence that names what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from corpus.wording.coded import said


class XunzhangError(Exception):
    """Base of every error meant for people. `str(error)` is the whole sentence, in Chinese, and
    `said` the same as the saying it was made as, where it was."""

    code = "error"

    @property
    def said(self) -> str:
        """What was said, as other languages can say it."""
        first = self.args[0] if self.args else ""
        return first if isinstance(first, str) else str(self)


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
        raise Hindered(said("machine", why=kind)) from error
    except Exception as error:
        kind = type(error).__name__
        raise Hindered(said("unforeseen", why=kind)) from error


def unforeseen(error: Exception) -> str:
    """What is said of a page on which this program failed."""
    return said("processing", why=type(error).__name__)
