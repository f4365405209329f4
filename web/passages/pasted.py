"""A draft as it is sent: pasted, or a Word file. It is read in memory and kept nowhere."""

from __future__ import annotations

from flask import request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from corpus.errors import XunzhangError
from corpus.load.format import Source
from corpus.load.word import document
from corpus.records import Page
from corpus.saying import Saying
from web.address.argument import CONTROL
from web.private import MOST_BYTES, DraftTooLarge


class NoDraft(XunzhangError):
    """What was sent is no draft that can be read."""

    code = "no_draft"


def too_large() -> DraftTooLarge:
    """What is said of too many bytes."""
    return DraftTooLarge(
        Saying("送来的内容超过 %(n)s KB；请只粘贴正文，或存一份没有图片的 Word 文件。", n=MOST_BYTES // 1000)
    )


def pasted() -> str:
    """The text of the form, or of the file in it. Raises NoDraft, DraftTooLarge, LoadError."""
    request.max_content_length = request.max_form_memory_size = MOST_BYTES
    try:
        text, file = request.form.get("text", ""), request.files.get("file")
    except RequestEntityTooLarge:
        raise too_large() from None
    if file is not None and file.filename:
        return _word(file)
    # A form sends each line break as two characters, and counts it as one.
    return CONTROL.sub("", text.replace("\r\n", "\n"))


def _word(file: FileStorage) -> str:
    body = file.read()
    source = Source(Page("file:///draft.docx", body))
    if not document.claims(source):
        raise NoDraft(Saying("这不是 Word 文件（.docx）；请另存为 .docx，或直接粘贴正文。"))
    return "\n".join(line.text for line in document.read(source).lines)
