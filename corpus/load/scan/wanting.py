"""Which pages of a PDF want recognition, for their text is in a picture or garbled; and what they
say."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from corpus.errors import Hindered, LoadError
from corpus.load.scan.loaded import traces, unread
from corpus.load.scan.recognise import MISSING, can_recognise, recognise
from corpus.load.scan.seen import Sheet
from corpus.records import Trace
from corpus.wording.coded import said

# Fewer characters on a page are a stamp or a page number: the text is in the picture.
FEWEST_ON_A_PAGE = 10
# From this share of characters on that stand for no letter, the text layer is that of a font
# without a table.
MOST_GARBLED = 0.2
GARBLED = said("pdf_garbled")


def wanting(texts: Sequence[str], pictures: Collection[int]) -> tuple[int, ...]:
    """Numbers, from 0, of such pages; `pictures` are those that show something."""
    return tuple(
        page
        for page, text in enumerate(texts)
        if is_garbled(text) or (page in pictures and size(text) < FEWEST_ON_A_PAGE)
    )


def size(text: str) -> int:
    """How many characters it has, blanks aside."""
    return len("".join(text.split()))


def is_garbled(text: str) -> bool:
    """Do too many of its characters stand for no letter?"""
    nothing = sum(unicodedata.category(letter) in ("Co", "Cn", "Cs") or letter == "\ufffd" for letter in text)
    return nothing > MOST_GARBLED * size(text)


def recognised(body: bytes, texts: Sequence[str], pictures: Collection[int], receipt: list[Trace]) -> tuple[Sheet, ...]:
    """The pages of a PDF that want it, recognised; what was read where goes to the receipt.

    Without the extra a few such pages are left as they are, and named in the receipt. Raises
    LoadError where they are most of the file, and what `recognise` does.
    """
    wanted = wanting(texts, pictures)
    if wanted and not can_recognise():
        if is_garbled("".join(texts)):
            raise LoadError(GARBLED, "garbled")
        if 2 * len(wanted) > len(texts):
            raise Hindered(MISSING, "ocr_missing")
        receipt += map(unread, wanted)
        return ()
    sheets = recognise(body, wanted) if wanted else ()
    receipt += traces(sheets)
    return sheets
