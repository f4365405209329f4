"""What every reader of a format keeps to, and the bytes that it is shown.

A reader is a module with the two functions of `Format`; `corpus.load.page` asks one after the
other.
"""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from corpus.errors import LoadError
from corpus.load.bounds import check_lines
from corpus.load.decode import UnreadableText, decode
from corpus.records import Loaded, Page
from corpus.wording.coded import said

# Bytes that decide which kind of file it is.
FORM_WITHIN = 4096


class Source:
    """A page's bytes, and its text for readers that want text: decoded once, whoever asks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def body(self) -> bytes:
        """The bytes as they came."""
        return self.page.body

    @property
    def opening(self) -> bytes:
        """The bytes in which a kind of file gives itself away."""
        return self.page.body[:FORM_WITHIN]

    @cached_property
    def decoded(self) -> tuple[str, str]:
        """The text and its encoding. Raises LoadError: undecodable, empty, too many lines."""
        check_lines(self.body)
        try:
            text, encoding = decode(self.body, self.page.content_type)
        except UnreadableText as error:
            raise LoadError(error.said, UnreadableText.code) from error
        if not text.strip():
            raise LoadError(said("empty"), "empty")
        return text, encoding


class Format(Protocol):
    """A reader of one format."""

    def claims(self, source: Source) -> bool:
        """Is the file of this format, by its first bytes? May raise LoadError where text cannot be
        decoded."""

    def read(self, source: Source) -> Loaded:
        """The lines of a file that was claimed. Raises LoadError, which says why there are
        none."""
