"""The pages of a file as pictures: grey, without seals, and no larger than recognition wants them.

Runs in the process that recognises, for the libraries are native code and files come from anywhere.
"""

from __future__ import annotations

import io
from typing import Any, Protocol

from corpus.load.scan.seal import without_seals

# Pixels of a picture's longer side: A4 at 171 dots an inch.
LONGEST_SIDE = 2000
# Points of the longer side of a sheet whose size nobody says: A4.
SHEET = 842.0
# Pixels of a picture as it comes; A3 at 600 dots an inch has 70 million.
MOST_PIXELS = 100_000_000
PDF = b"%PDF-"
# Where a PDF's mark may stand.
MARK_WITHIN = 1024


class Pictures(Protocol):
    """The pages of one file."""

    def __len__(self) -> int:
        """How many there are."""

    def picture(self, page: int) -> tuple[Any, float]:
        """A page as an array of grey values (height × width, uint8), and the points a pixel is.
        Raises whatever the libraries do."""


class PdfPages:
    """The pages of a PDF, drawn."""

    def __init__(self, body: bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(body)

    def __len__(self) -> int:
        return len(self._document)

    def picture(self, page: int) -> tuple[Any, float]:
        """The page as it would be printed."""
        sheet = self._document[page]
        scale = LONGEST_SIDE / max(*sheet.get_size(), 1.0)
        return without_seals(sheet.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]), 1 / scale


class Frames:
    """A picture; a TIFF may hold many."""

    def __init__(self, body: bytes) -> None:
        from PIL import Image

        self._image = Image.open(io.BytesIO(body))

    def __len__(self) -> int:
        return getattr(self._image, "n_frames", 1)

    def picture(self, page: int) -> tuple[Any, float]:
        """The frame, turned as its camera says, on white where it lets look through. Raises
        ValueError where it is too large."""
        import numpy
        from PIL import ImageOps

        self._image.seek(page)
        if self._image.width * self._image.height > MOST_PIXELS:
            raise ValueError("too large")
        image = _on_white(ImageOps.exif_transpose(self._image))
        if max(image.size) > LONGEST_SIDE:
            image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return without_seals(numpy.asarray(image)), SHEET / max(*image.size, 1)


def _on_white(image: Any) -> Any:
    """The picture in red, green and blue."""
    from PIL import Image

    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("RGB")


def pictures_of(body: bytes) -> Pictures:
    """The pages of a PDF or a picture. Raises whatever the libraries do."""
    return PdfPages(body) if PDF in body[:MARK_WITHIN] else Frames(body)
