"""One line of the journal of crawls: as it is written, and read again."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from sys import intern

from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import COLUMN
from corpus.wording.coded import from_record, to_record


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the journal. From `address` to `free`, and `page`: a visit; `report`: the id of what it became;
    `came`: when its bytes last came; `first`: when it first was a report."""

    crawl: str
    time: str
    status: str
    address: str = ""
    reach: int = 0
    worth: str = ""
    etag: str = ""
    modified: str = ""
    reason: str = ""
    way: str = ""
    role: str = ""
    source: str = ""
    free: int = 0
    report: str = ""
    came: str = ""
    first: str = ""
    page: str = ""

    def row(self) -> tuple[str, ...]:
        """As it is written."""
        why = to_record(self.reason)
        said = (why["code"], json.dumps(why["values"], ensure_ascii=False) if why["values"] else "")
        values = (*(str(getattr(self, name)) for name in FIELDS), *said)
        return tuple(value.replace("\r", " ").replace("\n", " ") for value in values)

    def visit(self) -> Visit:
        """The visit that the line is about."""
        return Visit(self.address, self.reach, self.worth, self.way, self.role, self.source, self.free, "", self.page)


FIELDS = tuple(each.name for each in fields(Line))
COLUMNS = (*FIELDS, "code", "values")
# Values that many lines share: kept once.
SHARED = ("crawl", "status", "worth", "way", "role", "source")
# Journals had so many columns before ways, sources and ids were written, without and with the codes of
# reasons; a 1 there was a promise.
EARLIER, CODED = 9, 11


def line_of(visit: Visit, status: str, time: str, **values: str) -> Line:
    """A line about a visit."""
    known = Line("", time, status, visit.address, visit.reach, visit.worth, way=visit.way, role=visit.role)
    return replace(known, source=visit.source, free=visit.free, page=visit.page, **values)  # type: ignore[arg-type]


def parsed(row: list[str]) -> Line | None:
    """The line of a row of the journal, old or new; None where it is none."""
    if len(row) in (EARLIER, CODED):
        row = [
            *row[:5],
            COLUMN if row[5] == "1" else "",
            *row[6:9],
            "",
            "",
            "",
            "0",
            "",
            "",
            "",
            "",
            *(row[9:] or ("", "")),
        ]
    if len(row) != len(COLUMNS) or row[0] == COLUMNS[0] or not (row[4].isdecimal() and row[12].isdecimal()):
        return None
    named = {name: value for name, value in zip(FIELDS, row, strict=False) if name not in ("reach", "free")}
    texts = {name: intern(value) if name in SHARED else value for name, value in named.items()}
    texts["reason"] = _reason(texts["reason"], *row[-2:])
    return Line(**texts, reach=int(row[4]), free=int(row[12]))


def _reason(text: str, code: str, values: str) -> str:
    """The sentence of a line; its text alone where the rest cannot be read."""
    try:
        return from_record({"code": code, "values": json.loads(values or "{}"), "text": text} if code else text)
    except (ValueError, KeyError, TypeError, AttributeError):
        return text
