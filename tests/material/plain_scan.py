"""What a search must give, said as plainly as possible: every section read, every position tried.
Tests compare the engine with it."""

from dataclasses import dataclass
from itertools import product

from corpus.describe.docnumber import comparable
from corpus.gazetteer import division_code
from corpus.text.fold import squeeze
from index.disk.document import about_text, heading_end
from search.query.read import parse
from search.query.syntax import GAP_WIDTH, And, Contains, Near, Not, OneOf, Or, Phrase, Run, Unit, Word, Years, children
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
    number: str


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
        comparable(report.number or ""),
    )


def counted(node, text, wanted=True):
    """All (start, end) that count as an occurrence of a query in squeezed text."""
    wanted = wanted != isinstance(node, Not)
    if isinstance(node, Run) and not node.is_one_word:
        return _run(node, text) if wanted else set()
    if isinstance(node, Word | Phrase | Near):
        return occurrences(node, text) if wanted else set()
    if isinstance(node, Or) and wanted:
        # `(A OR B) ~3 C` is a pair with alternatives, read as `A ~3 C OR B ~3 C`.
        nears = [each for each in node.nodes if isinstance(each, Near)]
        alike = [[each for each in nears if each.distance == distance] for distance in {n.distance for n in nears}]
        found = [_pairs(some, text) for some in alike]
        return set().union(*found, *(counted(each, text) for each in node.nodes if each not in nears))
    return set().union(*(counted(each, text, wanted) for each in children(node)))


def _run(run, text):
    """The run unbroken; where it stands nowhere so, its words."""
    whole = {(a, b) for unbroken in run.texts for a, b in occurrences(Word(unbroken), text)}
    words = {span for word in run.words for span in counted(word, text)}
    return whole or words


def occurrences(operand, text):
    """All (start, end) of an operand in squeezed text."""
    if isinstance(operand, Near):
        return _pairs([operand], text)
    pieces = operand.pieces if isinstance(operand, Phrase) else (operand.text,)
    return {(start, min(ends)) for start in _starts(pieces[0], text) if (ends := list(_ends(pieces, text, start)))}


def _starts(piece, text):
    """Every position at which a string stands."""
    start = text.find(piece)
    while start >= 0:
        yield start
        start = text.find(piece, start + 1)


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


def _pairs(nears, text):
    """From the start of the one to the end of the other: the nearest first, then from left to right, each member once."""
    able = sorted({pair for near in nears for pair in _side_by_side(near, text)})
    found, taken = set(), set()
    for _, one, other in able:
        if not {one, other} & taken:
            taken |= {one, other}
            found.add((one[0], other[1]))
    return found


def _side_by_side(near, text):
    """(characters between, the one before, the one behind), where no other of the two stands nearer to its partner."""
    sides = occurrences(near.left, text), occurrences(near.right, text)
    for before, behind in (sides, sides[::-1]):
        for one, other in product(before, behind):
            nearer = any(each > one and each[1] <= other[0] for each in before) or any(
                each < other and each[0] >= one[1] for each in behind
            )
            if one[1] <= other[0] <= one[1] + near.distance and "\n" not in text[one[1] : other[0]] and not nearer:
                yield other[0] - one[1], one, other


def holds(node, row, anchored):
    if node is None:
        return True
    if isinstance(node, And | Or):
        return (all if isinstance(node, And) else any)(holds(each, row, anchored) for each in node.nodes)
    if isinstance(node, Unit) and any(holds(Word(way), row, anchored) for way in node.ways):
        return True
    if isinstance(node, Run):
        return all(holds(each, row, anchored) for each in node.words)
    if isinstance(node, Not):
        return not holds(node.node, row, anchored)
    if isinstance(node, Word):
        return node.text in row.text or (anchored and names(node.text, row))
    if isinstance(node, Phrase | Near):
        return bool(occurrences(node, row.text))
    return _field(node, row)


def names(word, row):
    """Whether a bare word names the report: in its title, zone or place, or by its year."""
    return any(word in line for line in row.about) or word in {
        row.year + more for more in ("", "年", "年度") if row.year
    }


def _field(node, row):
    if isinstance(node, Years):
        return node.holds(row.year)
    if isinstance(node, OneOf):
        return getattr(row, node.field) in node.values
    if node.field == "title":
        return node.text in row.about[0]
    if node.field == "heading":
        return node.text in row.heading
    if node.field == "number":
        return comparable(node.text) in row.number if node.text else not row.number
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
        spans = set() if query.node is None else counted(query.node, row.text)
        if holds(query.node, row, bool(spans)) and all(passes(*item, row) for item in filters.items() if item[1]):
            matching[row] = spans
    return matching


def flat(node):
    """What is wanted together: the parts joined by AND, written or not, and the words of runs."""
    if isinstance(node, And) or (isinstance(node, Run) and not isinstance(node, Unit)):
        return [part for each in children(node) for part in flat(each)]
    return [] if node is None else [node]


def some(typed, filters, all_rows):
    """The sections that hold some of it and not all, each with the parts it lacks."""
    query, whole = parse(typed), found(typed, filters, all_rows)
    parts = list(dict.fromkeys(flat(query.node)))
    strict = [part for part in parts if isinstance(part, Not | Contains | OneOf | Years)]
    wanted = [part for part in parts if part not in strict]
    rest = {}
    for row in all_rows:
        anchored = bool(counted(query.node, row.text))
        if row in whole or not anchored or not all(passes(*item, row) for item in filters.items() if item[1]):
            continue
        lacks = [part for part in wanted if not holds(part, row, anchored)]
        if len(lacks) < len(wanted) and all(holds(part, row, anchored) for part in strict):
            rest[row] = lacks
    return rest if len(wanted) > 1 else None


__all__ = ["Contains", "Row", "Shelf", "counted", "found", "holds", "occurrences", "passes", "rows", "some"]
