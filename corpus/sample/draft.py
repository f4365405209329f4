"""A sample report as its author wrote it: a header, then paragraphs with their headings marked by
hand.

The marks are the gold that cleaning is held against, so they are written beside the words and never
guessed from them: `# 一、标题` is a heading (as many `#` as its level), `## （一）标题。｜正文` one
that runs into its paragraph, `#u` opens a passage that leaves the preceding topic without a
heading, `@问题不足` says which prescribed part follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.text.numerals import COUNTING

TEXTS = Path(__file__).parent / "texts"
NUMBER = re.compile(rf"第[{COUNTING}]+部分|[{COUNTING}]+、|（[{COUNTING}]+）|\d+[.．、]")
REPEATED = ("front", "back")
# What a Report record calls things, in its own order; a draft without the line expects null.
FIELDS = (
    "title",
    "zone",
    "zone_then",
    "province",
    "city",
    "county",
    "level",
    "kind",
    "year",
    "published",
    "issued",
    "number",
)
DEFAULTS = {"level": "省级开发区", "kind": "法治政府建设", "script": "hans"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `level` is its heading's, 0 for none; `heading` how many characters at its
    beginning are heading."""

    text: str
    level: int = 0
    heading: int = 0
    opens: bool = False
    part: str | None = None

    @property
    def starts_section(self) -> bool:
        return self.level > 0 or self.opens


@dataclass(frozen=True, slots=True)
class Draft:
    """`header` maps the keys of the header to their text, `front` and `back` hold the lines around
    the body."""

    name: str
    header: dict[str, str]
    front: tuple[str, ...]
    back: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


def drafts() -> list[Draft]:
    """All drafts, by name."""
    return [read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.txt"))]


def read(name: str, written: str) -> Draft:
    """Parse a draft. Raises ValueError where a header line has no key."""
    head, body = written.split("\n---\n", 1)
    pairs = [_pair(line) for line in head.splitlines()]
    repeated = {key: tuple(value for k, value in pairs if k == key) for key in REPEATED}
    header = DEFAULTS | {key: value for key, value in pairs if key not in REPEATED}
    return Draft(name, header, repeated["front"], repeated["back"], tuple(_paragraphs(body.splitlines())))


def expected(draft: Draft) -> dict[str, Any]:
    """The record that cleaning should give: metadata fields, front, back, and sections in order."""
    header = draft.header
    record: dict[str, Any] = {field: header.get(field) for field in FIELDS}
    record["zone_then"] = header.get("zone_then", header["zone"])
    record["year"] = int(header["year"])
    record["published"] = header["published"][:10] if "published" in header else None
    record |= {"script": header["script"], "front": list(draft.front), "back": list(draft.back)}
    record["sections"] = _sections(draft.paragraphs)
    return record


def _pair(line: str) -> tuple[str, str]:
    key, colon, value = line.partition(": ")
    if not colon:
        raise ValueError(f"header line without a key: {line!r}")
    return key, value


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    part, opens = None, False
    for line in filter(None, lines):
        if line.startswith(("@", "#u")):
            part = line.partition("@")[2] or part
            opens = line.startswith("#u")
            continue
        marks, _, rest = line.partition(" ") if line.startswith("#") else ("", "", line)
        heading, runs_in, body = rest.partition("｜")
        yield Paragraph(heading + body, len(marks), len(heading) if marks or runs_in else 0, opens, part)
        opens = False


def _sections(paragraphs: tuple[Paragraph, ...]) -> list[dict[str, Any]]:
    """A record for each section: level, number and heading as written, part, and how its own text
    begins."""
    sections: list[dict[str, Any]] = []
    for paragraph in paragraphs:
        body = paragraph.text[paragraph.heading :]
        if paragraph.starts_section or not sections:
            sections.append(_opened(paragraph))
        if body and sections[-1]["begins"] is None:
            sections[-1]["begins"] = body[:20]
    return sections


def _opened(paragraph: Paragraph) -> dict[str, Any]:
    written = paragraph.text[: paragraph.heading]
    match = NUMBER.match(written)
    number = match.group() if match else None
    heading = written[len(number or "") :].strip("　。；：") or None
    return {"level": paragraph.level or 1, "number": number, "heading": heading, "part": paragraph.part, "begins": None}
