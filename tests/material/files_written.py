"""PDF and Word files for tests, made on the spot: the text of `pages_written`, laid out as an
office would print it."""

import io
import random
import zipfile

from material.pages_written import text_page

WIDE = 28  # characters a line
PER_PAGE = 12  # lines


def paragraphs(**values):
    """Title and paragraphs of an invented report, long enough to wrap and to break pages."""
    title, *rest = text_page(**values).body.decode().split("\n")
    long = "全年组织1,286名行政执法人员参加12场专题培训，合格率99.7%，对重点案卷逐件评查，发现的问题当场指出、限期整改、逐项销号。"
    return title, [p if p.startswith(("二、", "三、")) else f"{p}{long}{long}" for p in rest]


def wrapped(paragraph, wide=None):
    """Lines `wide` (else WIDE) characters long, ASCII counting half, the first indented by two, as
    (indent, text)."""
    lines, width = [(2, "")], 2.0
    for letter in paragraph:
        step = 0.5 if letter.isascii() else 1.0
        if width + step > (wide or WIDE):
            lines.append((0, ""))
            width = 0.0
        lines[-1] = (lines[-1][0], lines[-1][1] + letter)
        width += step
    return lines


def pdf(*, title=None, texts=None, head="松塘高新区管委会文件", numbered=True, password=None, radicals=False):
    """A PDF with a text layer, no font embedded."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None)
    if title is None:
        title, texts = paragraphs()
    lines = [(6, title), *(line for text in texts for line in wrapped(text))]
    if radicals:
        lines = [(at, text.replace("工", "⼯").replace("见", "⻅")) for at, text in lines]
    for page, start in enumerate(range(0, len(lines), PER_PAGE), 1):
        canvas.setFont("STSong-Light", 16)
        if head:
            canvas.drawString(72, 800, head)
        for row, (indent, text) in enumerate(lines[start : start + PER_PAGE]):
            canvas.drawString(72 + 16 * indent, 760 - 28 * row, text)
        if numbered:
            canvas.drawString(290, 40, f"— {page} —")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def two_columns(title, texts, *, by_rows):
    """A PDF in two columns under a title that goes across, its text written row by row or column by
    column."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas, size, width, high = Canvas(buffer), 10, 22, 40
    lines = [(at, line) for text in texts for at, line in wrapped(text, width)]
    for start in range(0, len(lines), 2 * high):
        canvas.setFont("STSong-Light", size)
        if not start:
            canvas.drawCentredString(297, 800, title)
        placed = []
        for number, (indent, line) in enumerate(lines[start : start + 2 * high]):
            column, row = divmod(number, high)
            placed.append((60 + 250 * column + size * indent, 770 - 17 * row, line))
        for x, y, line in sorted(placed, key=lambda p: (-p[1], p[0])) if by_rows else placed:
            canvas.drawString(x, y, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scan(pages=3):
    """A PDF of pictures."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    picture = ImageReader(Image.effect_noise((200, 280), 60))
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def word(fill):
    """A Word file filled by a function of the document."""
    from docx import Document

    buffer = io.BytesIO()
    document = Document()
    fill(document)
    document.save(buffer)
    return buffer.getvalue()


def with_part(body, name, content):
    """The file with one part replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return buffer.getvalue()


def damaged(body, count, seed=7):
    """`count` versions of a file: cut off, or with random bytes here and there."""
    chance = random.Random(seed)
    for at in range(count):
        if at % 2:
            yield body[: chance.randrange(5, len(body))]
        else:
            changed = bytearray(body)
            for _ in range(chance.choice((1, 10, 100))):
                changed[chance.randrange(5, len(changed))] = chance.randrange(256)
            yield bytes(changed)
