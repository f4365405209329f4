"""References for programs that manage them: RIS (Zotero, EndNote, NoteExpress) and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from web.record.citation import Cited

# Which characters mean something to TeX, and how each is written to mean itself.
TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def ris(cited: Cited, root: str, today: date) -> str:
    """The reference in RIS: a report, its body as author and publisher, its number under SN."""
    lines = (f"{tag}  - {_line(value)}" for tag, value in _ris(cited, root, today) if value)
    return "\r\n".join((*lines, "ER  - ", ""))


def _ris(cited: Cited, root: str, today: date) -> Iterator[tuple[str, str]]:
    report = cited.report
    yield from (("TY", "RPRT"), ("TI", cited.title), ("AU", report.zone or ""), ("PB", report.zone or ""))
    yield from (("PY", cited.dated[:4]), ("DA", _with_slashes(cited.dated)), ("SN", report.number or ""))
    yield from (("CY", report.city or report.province or ""), ("LA", "zh"))
    yield from (("UR", cited.address(root)), ("Y2", _with_slashes(today.isoformat())))


def _with_slashes(dated: str) -> str:
    """A date as RIS writes it, month and day empty where they are not told.

    >>> _with_slashes("2023-01-10"), _with_slashes("2023"), _with_slashes("")
    ('2023/01/10', '2023//', '')
    """
    return "/".join([*dated.split("-"), "", ""][:3]) if dated else ""


def bibtex(cited: Cited, root: str, today: date) -> str:
    """The reference in BibTeX, for plain BibTeX and for biblatex (`date`, `urldate`)."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex(cited, root, today) if value)
    return f"@techreport{{{_key(cited)},\n{fields}}}\n"


def _bibtex(cited: Cited, root: str, today: date) -> Iterator[tuple[str, str]]:
    report, body = cited.report, _tex(cited.report.zone or "")
    yield from (("title", f"{{{_tex(cited.title)}}}"), ("author", f"{{{body}}}" if body else ""))
    yield from (("institution", body), ("number", _tex(report.number or "")))
    yield from (("year", cited.dated[:4]), ("date", cited.dated), ("language", "chinese"))
    yield from (("url", _address(cited.address(root))), ("urldate", today.isoformat()))


def _key(cited: Cited) -> str:
    """A key of letters, digits and `-`: the report's id, and the section's."""
    section = re.sub(r"[^0-9A-Za-z]+", "-", cited.section)
    return f"xunzhang-{cited.report.id}" + (f"-{section}" if section else "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    """A text that TeX sets as it is.

    >>> print(_tex("100% {甲}"))
    100\\% \\{甲\\}
    """
    return "".join(TEX.get(each, each) for each in _line(text))


def _address(text: str) -> str:
    """An address that does not end the field: braces and what else no address has are quoted."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", text)
