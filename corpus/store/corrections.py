"""Corrections by hand: `corrections.csv` (id or address, field, value, note), applied last at every
cleaning.

A rule cannot know everything; what a person has looked up must survive the next cleaning. An empty
value means "there is none"; an empty `refused` takes a page that the rules refuse, any other
refuses it for that reason.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.errors import XunzhangError
from corpus.identity import canonical
from corpus.records import KINDS, LEVELS, SCRIPTS, Description, Evidence
from corpus.saying import Saying, listed
from corpus.store.atomic import replace_file
from corpus.wording.coded import said

COLUMNS = ("report", "field", "value", "note")
CHOICES = {"level": LEVELS, "kind": KINDS, "script": SCRIPTS}
TEXTS = ("title", "zone", "zone_then", "province", "city", "county", "number")
DATES = ("published", "issued")
FIELDS = (*TEXTS, "level", "kind", "year", *DATES, "script", "refused")
NEEDED = ("title", "kind", "script")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
YEAR = re.compile(r"(19|20)\d\d")


class BadCorrection(XunzhangError):
    """A field or value that cannot be."""

    code = "bad_correction"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file; `report` is an id or an address."""

    report: str
    field: str
    value: str
    note: str = ""


def checked(correction: Correction) -> Correction:
    """The correction as it came. Raises BadCorrection where its field or value cannot be."""
    field, value = correction.field, correction.value
    if field not in FIELDS:
        raise BadCorrection(
            Saying("没有“%(field)s”这个字段；可以更正的有：%(fields)s。", field=field, fields=listed(FIELDS))
        )
    if not value and field in NEEDED:
        raise BadCorrection(Saying("字段 %(field)s 不能为空；请给出它的值。", field=field))
    if value and field in CHOICES and value not in CHOICES[field]:
        raise BadCorrection(
            Saying(
                "%(field)s 不能是“%(value)s”；可以是：%(known)s。",
                field=field,
                value=value,
                known=listed(CHOICES[field]),
            )
        )
    if value and field == "year" and not YEAR.fullmatch(value):
        raise BadCorrection(Saying("年份“%(value)s”不是四位数的年份；请写成 2023 这样。", value=value))
    if value and field in DATES and not DATE.fullmatch(value):
        raise BadCorrection(Saying("日期“%(value)s”写法不对；请写成 2024-01-31、2024-01 或 2024。", value=value))
    return correction


class Corrections:
    """The file of corrections; later lines win."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> list[Correction]:
        """Every line that is whole and possible; others are passed over, for a person edits this
        file by hand."""
        if not self.path.exists():
            return []
        lines = csv.reader(io.StringIO(self._text(), newline=""))
        rows = [row for row in lines if len(row) >= 3 and tuple(row[:2]) != COLUMNS[:2]]
        found = []
        for row in rows:
            try:
                found.append(checked(Correction(*(cell.strip() for cell in row[:4]))))
            except BadCorrection:
                continue
        return found

    def _text(self) -> str:
        """What the file says: UTF-8, or what Excel in Chinese saves. Raises BadCorrection."""
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            pass
        try:
            return self.path.read_text(encoding="gb18030")
        except UnicodeDecodeError as error:
            raise BadCorrection(Saying("%(name)s 的文字编码无法识别；请另存为 UTF-8。", name=self.path.name)) from error

    def of(self, report: str, addresses: Sequence[str]) -> list[Correction]:
        """Those that are meant for this report, by its id or by one of its addresses."""
        names = {report, *addresses, *(canonical(address) for address in addresses)}
        return [line for line in self.all() if line.report in names or canonical(line.report) in names]

    def append(self, correction: Correction) -> None:
        """Add a line. Raises BadCorrection."""
        checked(correction)
        before = self._text() if self.path.exists() else ",".join(COLUMNS) + "\n"
        line = io.StringIO()
        row = (correction.report, correction.field, correction.value, correction.note)
        csv.writer(line, lineterminator="\n").writerow(row)
        separator = "" if before.endswith("\n") else "\n"
        # The mark lets Excel, in which people will edit this, read it as UTF-8.
        replace_file(self.path, (before + separator + line.getvalue()).encode("utf-8-sig"))


def apply(description: Description, corrections: Sequence[Correction]) -> Description:
    """The description with the corrections in place, each as evidence of its field."""
    changes: dict[str, Any] = {}
    provenance = dict(description.provenance)
    for line in corrections:
        if line.field == "refused":
            continue  # no part of the description: see corpus.clean.verdict
        value: Any = line.value or None
        changes[line.field] = int(line.value) if line.field == "year" and line.value else value
        provenance[line.field] = Evidence(_by_hand(line.note), 1.0)
    return replace(description, **changes, provenance=provenance) if changes else description


def _by_hand(note: str) -> Saying:
    return said("corrected_why", note=note) if note else said("corrected")
