"""Files on disk, opened so that nothing else than a file is ever read: no link inside a folder, no
pipe, no device.

A pipe would wait for ever and a device has no end; a link in a folder of somebody else's leads to
what its owner could not read himself.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.wording.coded import said

IS_LINK = said("link")
NO_FILE = said("no_file")
_AT = os.open in os.supports_dir_fd
_NOFOLLOW, _NONBLOCK = getattr(os, "O_NOFOLLOW", 0), getattr(os, "O_NONBLOCK", 0)


class NoFile(OSError):
    """Something that is not to be read; `strerror` is the whole sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(0, reason)


@dataclass(frozen=True, slots=True)
class Found:
    """A file: named by itself, or found in a folder (`root`) that was."""

    path: Path
    root: Path | None = None

    def open(self) -> BinaryIO:
        """The file, to be read. Raises NoFile where it is none, whatever it was when it was found,
        and OSError."""
        self._look()
        file = self._descriptor()
        try:
            if not stat.S_ISREG(os.fstat(file).st_mode):
                raise NoFile(NO_FILE)
            return os.fdopen(file, "rb")
        except BaseException:
            with suppress(OSError):
                os.close(file)
            raise

    def _look(self) -> None:
        """Before it is opened: opening some devices does something."""
        mode = (self.path.lstat() if self.root else self.path.stat()).st_mode
        if stat.S_ISLNK(mode):
            raise NoFile(IS_LINK)
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise NoFile(NO_FILE)

    def _descriptor(self) -> int:
        """Opened step by step from the folder that was named, and no step is a link."""
        if self.root is None or not _AT:
            return os.open(self.path, os.O_RDONLY | _NONBLOCK | (_NOFOLLOW if self.root else 0))
        *folders, name = self.path.relative_to(self.root).parts
        here = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for folder in folders:
                below = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _NOFOLLOW, dir_fd=here)
                os.close(here)
                here = below
            return os.open(name, os.O_RDONLY | _NONBLOCK | _NOFOLLOW, dir_fd=here)
        except OSError as error:
            raise NoFile(IS_LINK) if error.errno == errno.ELOOP else error from error
        finally:
            os.close(here)


def below(folder: Path) -> Iterator[Path]:
    """All that lies in a folder and its folders, links and pipes themselves included; hidden files
    are passed over."""
    for here, folders, files in os.walk(folder):  # which follows no link
        linked = (name for name in folders if Path(here, name).is_symlink())
        yield from (Path(here, name) for name in (*files, *linked) if not name.startswith("."))


def is_plain(path: Path) -> bool:
    """Is it a file itself, no link and no pipe?"""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
