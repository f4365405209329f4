"""The records that stages hand to each other: `Page` in, `Report` with its `Section`s out.

Other programs read these as JSON: names and order of the fields are a contract. All is frozen and
plain: `to_dict` gives what `json.dump` takes, `from_dict` reads it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from corpus.evidence import Evidence as Evidence
from corpus.grid import Grid, Table
from corpus.wording.coded import from_record, to_record

LEVELS = ("国家", "省", "市", "区县", "乡镇街道", "部门", "国家级开发区", "省级开发区")
KINDS = ("法治政府建设", "信息公开", "政府工作报告", "依法行政", "其他")
PARTS = ("举措成效", "问题不足", "责任人履职", "下年安排", "其他")
SCRIPTS = ("hans", "hant")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came. `address`: its URL, or `file:///…`; `fetched`: an ISO 8601 time in UTC;
    `headers`: those of the HTTP response, as they came; none for a file."""

    address: str
    body: bytes
    content_type: str | None = None
    fetched: str | None = None
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str | None:
        """The address if it is one of the web, else None."""
        return self.address if self.address.startswith(("http://", "https://")) else None


@dataclass(frozen=True, slots=True)
class Section:
    """A passage of the cleaned body, from its number to the next heading.

    `text` is canonical text, paragraphs separated by `\\n`, number and heading included; `heading`
    is without number and closing mark; both are None where the passage has no heading of its own.
    """

    id: str
    level: int
    number: str | None
    heading: str | None
    text: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing cleaning did: `rule` names it, `what` is the text it touched as it stood, `became`
    what stands there now."""

    rule: str
    what: str
    became: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A cleaned report, or, with `refused` set (a saying with a code, or what an earlier version
    wrote), the reason why a page is none: then it has no sections. `scan`: how sure text recognition
    was, 0–1; None where it was not needed."""

    id: str
    title: str | None
    zone: str | None
    zone_then: str | None
    province: str | None
    city: str | None
    county: str | None
    level: str | None
    kind: str
    year: int | None
    published: str | None
    issued: str | None
    number: str | None
    script: str
    url: str | None
    sources: tuple[str, ...]
    source_sha256: str
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    provenance: Mapping[str, Evidence] = field(default_factory=dict)
    receipt: tuple[Trace, ...] = ()
    refused: str | None = None
    tables: tuple[Table, ...] = ()
    scan: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, in the order of the contract."""
        plain = asdict(replace(self, provenance={}))
        plain["provenance"] = {name: evidence.to_dict() for name, evidence in self.provenance.items()}
        plain["refused"] = to_record(self.refused) if self.refused else None
        return plain

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Report:
        """Read `to_dict` back, older records too. Raises KeyError or TypeError where it is none."""
        plain = dict(values) | {name: tuple(values[name]) for name in ("sources", "front", "back")}
        plain["tables"] = tuple(map(Table.from_dict, plain.get("tables", ())))
        plain["sections"] = tuple(Section(**section) for section in plain["sections"])
        plain["receipt"] = tuple(Trace(**trace) for trace in plain["receipt"])
        plain["provenance"] = {name: Evidence.from_dict(held) for name, held in plain["provenance"].items()}
        plain["refused"] = from_record(plain["refused"]) if plain["refused"] else None
        return cls(**plain)

    def refuse(self, reason: str) -> Report:
        """The record as that of a page which is no report, for `reason`."""
        return replace(self, refused=reason, sections=(), tables=())


# Between the stages of cleaning: load → strip → repair → describe → outline → refusal


@dataclass(frozen=True, slots=True)
class Line:
    """A line a reader of the page would see.

    `text` is as it stands, inner white space included. `tag` is the HTML block that holds it (`p`,
    `h1`, `li`, `td` …; "" for flattened text), `path` that block's containers, outermost first, as
    `tag#id.class`; `linked` is the share of its characters inside links, 0–1.
    """

    text: str
    tag: str = ""
    path: tuple[str, ...] = ()
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Loaded:
    """A decoded page before anything is taken away.

    `form` is "html" or "text"; `meta` holds meta tags, names in lower case, first non-empty value
    each; `receipt` what loading itself dropped or repaired; `grids` the tables that may be of the
    national form; `saved_from` the address that a saved page came from; `scan` as in a Report.
    """

    form: str
    lines: tuple[Line, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    title_tag: str | None = None
    encoding: str = "utf-8"
    receipt: tuple[Trace, ...] = ()
    grids: tuple[Grid, ...] = ()
    saved_from: str | None = None
    scan: float | None = None


@dataclass(frozen=True, slots=True)
class Stripped:
    """A page without its furniture.

    `head` and `tail` are all lines before and after the body, as they stood (chrome, metadata,
    title, front, back: describing reads them); `title` is the printed title, joined, OCR spaces
    out, else that of the page's own tags, `titled` what says so; `front` and `back` what a Report
    keeps; `body` the report's own lines, not yet joined; `bodiless` why there are none. `gaps`: what
    stood before each line of `body`, "" nothing, "blank" an empty line, "page" a page's end; or ().
    """

    head: tuple[str, ...]
    title: str | None
    front: tuple[str, ...]
    body: tuple[str, ...]
    back: tuple[str, ...]
    tail: tuple[str, ...]
    receipt: tuple[Trace, ...] = ()
    bodiless: str | None = None
    gaps: tuple[str, ...] = ()
    titled: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What `describe` finds out about a report: fields of `Report`, with evidence for each."""

    title: str
    zone: str | None
    zone_then: str | None
    province: str | None
    city: str | None
    county: str | None
    level: str | None
    kind: str
    year: int | None
    published: str | None
    issued: str | None
    number: str | None
    script: str
    provenance: Mapping[str, Evidence]
