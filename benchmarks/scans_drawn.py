"""Pages drawn as an office would print and scan them: in several typefaces, askew, noisy, stamped,
in two columns, with a table."""

from __future__ import annotations

import io
import math
import random
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

# 宋体, 黑体, 楷体. 仿宋, which offices print in, is free only for traditional characters.
TYPEFACES = {"song": "Noto Serif CJK SC", "hei": "Noto Sans CJK SC", "kai": "AR PL UKai CN"}
WIDE, HIGH, MARGIN = 595, 842, 72  # points
CLOSING = frozenset("，。、；：？！）》”’」】〕")
PAPER = 255


@dataclass(frozen=True)
class Drawing:
    """How a page is drawn: `size` of its characters in points, `dots` an inch, `tilt` in degrees,
    `noise` as the deviation of grey values, `blur` in pixels."""

    name: str
    typeface: str = "song"
    size: float = 16
    dots: int = 200
    columns: int = 1
    table: bool = False
    tilt: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    stamp: bool = False
    quality: int | None = None


@cache
def font_file(typeface: str) -> tuple[str, int] | None:
    """File and index of a typeface; None where it is not installed."""
    family = TYPEFACES[typeface]
    try:
        found = subprocess.run(
            ["fc-match", "-f", "%{file}\t%{index}\t%{family}", family], capture_output=True, text=True, check=True
        ).stdout.split("\t")
    except (OSError, subprocess.SubprocessError):
        return None
    return (found[0], int(found[1])) if family in found[2] else None


def draw(
    drawing: Drawing, title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()
) -> tuple[Any, str]:
    """The page as a Pillow image, and the text that stands on it, a line a paragraph or row; what
    does not fit is left away."""
    from PIL import Image

    scale = drawing.dots / 72
    image = Image.new("L", (round(WIDE * scale), round(HIGH * scale)), PAPER)
    said = Sheet(image, drawing, scale).fill(title, paragraphs, rows)
    return _scanned(image, drawing), said


class Sheet:
    """A sheet that is being filled from the top."""

    def __init__(self, image: Any, drawing: Drawing, scale: float) -> None:
        from PIL import ImageDraw

        self.drawing, self.scale = drawing, scale
        self.pen = ImageDraw.Draw(image)
        self.y = MARGIN * scale
        self.said: list[str] = []

    def font(self, size: float) -> Any:
        """The typeface in points."""
        from PIL import ImageFont

        file, index = font_file(self.drawing.typeface) or ("", 0)
        return ImageFont.truetype(file, round(size * self.scale), index=index)

    def fill(self, title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        """Write everything; what was written."""
        fitting = (WIDE - MARGIN) / max(1, len(title))
        font = self.font(min(self.drawing.size * 1.3, fitting))
        self.pen.text(((WIDE * self.scale - font.getlength(title)) / 2, self.y), title, font=font, fill=0)
        self.said.append(title)
        self.y += self.drawing.size * self.scale * 3
        if rows:
            self.table(rows)
        self.text(paragraphs)
        return "\n".join(self.said)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """A ruled table of rows of cells, as wide as the text."""
        font, high = self.font(self.drawing.size * 0.75), self.drawing.size * self.scale * 1.6
        left, wide = MARGIN * self.scale, (WIDE - 2 * MARGIN) * self.scale / len(rows[0])
        for row in rows:
            for at, cell in enumerate(row):
                x = left + at * wide
                self.pen.rectangle((x, self.y, x + wide, self.y + high), outline=0, width=2)
                self.pen.text((x + wide / 2, self.y + high / 2), cell, font=font, fill=0, anchor="mm")
            self.said.append("\t".join(row))
            self.y += high
        self.y += high

    def text(self, paragraphs: Sequence[str]) -> None:
        """Paragraphs in columns, first lines indented, to the foot of the sheet."""
        font, size = self.font(self.drawing.size), self.drawing.size * self.scale
        wide = ((WIDE - 2 * MARGIN) * self.scale - (self.drawing.columns - 1) * 2 * size) / self.drawing.columns
        top, column, step = self.y, 0, size * 1.75
        for paragraph in paragraphs:
            written = ""
            for indent, line in wrapped(paragraph, math.floor(wide / size)):
                if self.y + step > (HIGH - MARGIN) * self.scale:
                    column, self.y = column + 1, top
                if column == self.drawing.columns:
                    break
                x = MARGIN * self.scale + column * (wide + 2 * size)
                self.line(line, x + indent * size, font, size)
                written += line
                self.y += step
            self.said += [written] if written else []

    def line(self, text: str, x: float, font: Any, size: float) -> None:
        """A line set on a grid of full-width characters."""
        for letter in text:
            self.pen.text((x, self.y), letter, font=font, fill=0)
            x += font.getlength(letter) if letter.isascii() else size


def wrapped(paragraph: str, width: int) -> Iterator[tuple[int, str]]:
    """Lines of so many full-width characters as (indent, text); none begins with a closing mark."""
    line, room, indent = "", float(width - 2), 2
    for letter in paragraph:
        room -= 0.55 if letter.isascii() else 1.0
        if room < 0 and letter not in CLOSING:
            yield indent, line
            line, room, indent = "", width - 1.0, 0
        line += letter
    yield indent, line


def _scanned(image: Any, drawing: Drawing) -> Any:
    """What a scanner makes of the sheet: askew, stamped, blurred, noisy, packed."""
    import numpy
    from PIL import Image, ImageFilter

    page = _stamped(image.convert("RGB"), drawing) if drawing.stamp else image
    if drawing.tilt:
        page = page.rotate(drawing.tilt, Image.Resampling.BICUBIC, fillcolor=PAPER if page.mode == "L" else "white")
    if drawing.blur:
        page = page.filter(ImageFilter.GaussianBlur(drawing.blur))
    if drawing.noise:
        grey = numpy.asarray(page, dtype=float) + numpy.random.default_rng(5).normal(
            -12, drawing.noise, numpy.shape(page)
        )
        page = Image.fromarray(grey.clip(0, 255).astype("uint8"))
    if drawing.quality:
        packed = io.BytesIO()
        page.save(packed, "JPEG", quality=drawing.quality)
        page = Image.open(packed)
    return page


def _stamped(page: Any, drawing: Drawing) -> Any:
    """With a round red seal over the middle of the text."""
    from PIL import Image, ImageDraw, ImageFont

    file, index = font_file(drawing.typeface) or ("", 0)
    radius = round(60 * drawing.dots / 72)
    seal = Image.new("RGBA", (2 * radius + 8, 2 * radius + 8))
    pen, font = ImageDraw.Draw(seal), ImageFont.truetype(file, radius // 4, index=index)
    pen.ellipse((4, 4, 2 * radius, 2 * radius), outline=(214, 32, 32, 200), width=radius // 16)
    pen.regular_polygon(
        (radius, radius, radius // 4), 5, rotation=random.Random(3).randrange(72), fill=(214, 32, 32, 200)
    )
    for at, letter in enumerate("松塘高新区管理委员会"):
        turn = math.radians(-200 + 24.4 * at)
        place = radius + 0.72 * radius * math.cos(turn), radius + 0.72 * radius * math.sin(turn)
        pen.text(place, letter, font=font, fill=(214, 32, 32, 200), anchor="mm")
    page.paste(seal, (round(page.width * 0.55), round(page.height * 0.55)), seal)
    return page


def encoded(images: Sequence[Any], form: str, dots: int = 200) -> bytes:
    """Pages as one file: PNG or JPEG (the first page), TIFF, or PDF, at so many dots an inch."""
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if form in ("TIFF", "PDF") else {}
    images[0].save(buffer, form, resolution=dots, **more)
    return buffer.getvalue()
