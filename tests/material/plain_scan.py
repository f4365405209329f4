"""What a search must give, said as plainly as possible: every section read, every position tried.
Tests compare the engine with it."""

from dataclasses import dataclass
from itertools import product

from corpus.gazetteer import division_code
from corpus.text.fold import squeeze
from index.disk.document import about_text, heading_end
from search.query.read import parse
from search.query.syntax import GAP_WIDTH, And, Contains, Near, Not, OneOf, Or, Phrase, Run, Word, Years
from search.query.years import read_years


class Shelf:
    """Reports in memory, for `index.build.build`."""

    def __init__(self, reports):
        self.held = {report.id: report for report in reports}

    def stamps(self):
        return {name: str(hash(repr(report))) for name, report in self.held.items()}

    def report(self, name):
        return self.held[name]


@dataclass(frozen=True)
class Row:
    """A section with all that a search may ask about it."""

    report: str
    section: str
    text: str
    about: tuple
    heading: str
    year: str
    zone: str
    level: str
    part: str
    kind: str
    province: str
    city: str
    names: str


def rows(reports):
    return [_row(report, section) for report in reports for section in report.sections]


def _row(report, section):
    text = squeeze(section.text)
    return Row(
        report.id,
        section.id,
        text,
        tuple(squeeze(line) for line in about_text(report).split("\n")),
        squeeze(section.text[: heading_end(section)]),
        str(report.year or ""),
        report.zone or "",
        report.level or "",
        section.part or "",
        report.kind,
        division_code(report.province, None) or "" if report.province else "",
        division_code(report.province, report.city) or "" if report.city else "",
        squeeze(f"{report.province or ''}\n{report.city or ''}"),
    )


def occurrences(operand, text):
    """All (start, end) of an operand in squeezed text."""
    if isinstance(operand, Near):
        return _pairs(operand, text)
    pieces = operand.pieces if isinstance(operand, Phrase) else (operand.text,)
    return {(start, min(ends)) for start in range(len(text)) if (ends := list(_ends(pieces, text, start)))}


def _ends(pieces, text, start):
    gaps = [range(GAP_WIDTH + 1)] * (len(pieces) - 1)
    for widths in product(*gaps):
        at = start
        for piece, width in zip(pieces, (*widths, 0), strict=True):
            if not text.startswith(piece, at) or "\n" in text[at + len(piece) : at + len(piece) + width]:
                break
            at += len(piece) + width
        else:
            if at <= len(text):
                yield at


def _pairs(near, text):
    found = set()
    for (a, b), (c, d) in product(occurrences(near.left, text), occurrences(near.right, text)):
        since, to = (b, c) if b <= c else (d, a)
        if since <= to <= since + near.distance and "\n" not in text[since:to]:
            found |= {(a, b), (c, d)}
    return found


def holds(node, row, anchored):
    if node is None:
        return True
    if isinstance(node, And | Or):
        return (all if isinstance(node, And) else any)(holds(each, row, anchored) for each in node.nodes)
    if isinstance(node, Run):
        return all(holds(each, row, anchored) for each in node.words)
    if isinstance(node, Not):
        return not holds(node.node, row, anchored)
    if isinstance(node, Word):
        return node.text in row.text or (anchored and any(node.text in line for line in row.about))
    if isinstance(node, Phrase | Near):
        return bool(occurrences(node, row.text))
    return _field(node, row)


def _field(node, row):
    if isinstance(node, Years):
        return node.holds(row.year)
    if isinstance(node, OneOf):
        return getattr(row, node.field) in node.values
    if node.field == "title":
        return node.text in row.about[0]
    if node.field == "heading":
        return node.text in row.heading
    if node.field == "region":
        return node.text in row.names if node.text else not row.province
    names = [line for line in row.about[1:] if line not in row.names.split("\n")] + [squeeze(row.zone)]
    return any(node.text in name for name in names) if node.text else not row.zone


def passes(facet, values, row):
    if facet == "region":
        return any(value in (row.province, row.city) if value else not row.province for value in values)
    if facet == "year":
        return any(read_years(value).holds(row.year) for value in values)
    return getattr(row, facet) in values


def found(typed, filters, all_rows):
    """The sections that match, with their distinct occurrences."""
    query = parse(typed)
    matching = {}
    for row in all_rows:
        spans = set().union(*(occurrences(operand, row.text) for operand in query.operands))
        if holds(query.node, row, bool(spans)) and all(passes(*item, row) for item in filters.items() if item[1]):
            matching[row] = spans
    return matching


__all__ = ["Contains", "Row", "Shelf", "found", "holds", "occurrences", "passes", "rows"]
