"""Typeset sheets as a PDF, drawn by reportlab."""

from __future__ import annotations

import io
from collections.abc import Sequence

from corpus.sample.sheet import Sheet


def pdf_of(sheets: Sequence[Sheet], *, by_rows: bool = False, turned: int = 0) -> bytes:
    """The file, no font embedded; `by_rows`: words are written from top to bottom whatever column
    they stand in; `turned`: by so many degrees every sheet is turned."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for sheet in sheets:
        words = sorted(sheet.words, key=lambda word: (-word.y, word.x)) if by_rows else sheet.words
        canvas.rotate(turned)
        canvas.setPageRotation(turned)
        for left, bottom, right, top in sheet.rules:
            canvas.line(left, bottom, right, top)
        for word in words:
            text = canvas.beginText(word.x, word.y)
            text.setFont("STSong-Light", word.size)
            text.setCharSpace(word.spread)
            text.textOut(word.text)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
