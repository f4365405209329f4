"""Who says a phrase and when, counted as plainly as possible: every section read, every cell its
own loop. Tests compare the engine with it."""

from collections import defaultdict

from material.plain_scan import found, names, rows

from corpus.text.fold import squeeze
from search.query.read import of_tree, parse
from search.query.syntax import And, Contains, Not, Number, OneOf, Run, Unit, Word, Years, children
from search.query.written import written


class Plain:
    """One question about some reports; `said` and `held` map the rows of sections that are found,
    and that are asked about, to their occurrences."""

    def __init__(self, reports, typed, filters=None, every=None):
        self.reports = {report.id: report for report in reports}
        every, self.filters, self.node = every or rows(reports), filters or {}, parse(typed).node
        self.said = found(typed, self.filters, every)
        fields = list(_fields(self.node))
        self.held = found(_typed(fields), self.filters, every)
        no_part = [field for field in fields if not _of_part(field)]
        others = {facet: values for facet, values in self.filters.items() if facet != "part"}
        self.any_part = found(_typed(no_part), others, every)

    def cells(self, column):
        """(value, year) → the seven counts of a cell, of sections of that value and year."""
        cells = defaultdict(lambda: [set(), set(), 0, 0, 0, 0, set()])
        for row in self.held:
            cell = cells[_value(row, column), row.year]
            cell[0].add(row.report)
            cell[4] += 1
            cell[5] += len(squeeze(row.text).replace("\n", ""))
        for row, spans in self.said.items():
            cell = cells[_value(row, column), row.year]
            cell[1].add(row.report)
            cell[2] += 1
            cell[3] += len(spans)
        whole = {row.report for row in self.held}
        for row in self.any_part:
            if column != "part" and row.report not in whole:
                cells[_value(row, column), row.year][6].add(row.report)
        return {at: tuple(len(each) if isinstance(each, set) else each for each in cell) for at, cell in cells.items()}

    def years_of(self, kind=None):
        """Issuer → year → whether it says it, for reports with both."""
        found = defaultdict(dict)
        saying = {row.report for row in self.said}
        for row in self.held:
            if row.zone and row.year and kind in (None, row.kind):
                years = found[row.zone]
                years[int(row.year)] = years.get(int(row.year), False) or row.report in saying
        return found

    def divided(self):
        """The bare words, beside others, that say which reports are meant: some of those held are
        about them and some are not; words that only titles hold, where a section counts by that."""
        said = [node for node in _parts(self.node) if node not in list(_fields(self.node))]
        if len(said) < 2 and not (said and isinstance(said[0], Run) and len(said[0].words) > 1):
            return set()
        return {shown for each in said for shown, texts in _bare(each) if self._divides(texts)}

    def _divides(self, texts):
        reports = {row.report: row for row in self.held}
        about = {name for name, row in reports.items() if any(names(text, row) for text in texts)}
        in_names = any(text in line for name in about for line in reports[name].about[1:] for text in texts)
        is_year = any(_is_year(text) for text in texts)
        by_title = any(row.report in about and not any(text in row.text for text in texts) for row in self.said)
        return 0 < len(about) < len(reports) and (in_names or is_year or by_title)

    def silent(self):
        """The reports held that do not say it."""
        return {row.report for row in self.held} - {row.report for row in self.said}


def _value(row, column):
    return "" if column == "none" else getattr(row, column)


def _parts(node):
    if isinstance(node, And):
        return [part for each in node.nodes for part in _parts(each)]
    return [] if node is None else [node]


def _bare(node):
    """Bare words as typed, each with its writings."""
    if isinstance(node, Word | Number):
        return [(node.shown, node.texts)]
    ways = [(node.shown, (way,)) for way in node.ways] if isinstance(node, Unit) else []
    return ways + [word for each in children(node) for word in _bare(each)]


def _is_year(text):
    digits = text.removesuffix("年度").removesuffix("年")
    return digits.isdecimal() and len(digits) == 4 and 1800 <= int(digits) < 2100


def _fields(node):
    for each in _parts(node):
        inner = each.node if isinstance(each, Not) else each
        if isinstance(inner, OneOf | Years) or (isinstance(inner, Contains) and inner.field != "heading"):
            yield each


def _of_part(node):
    inner = node.node if isinstance(node, Not) else node
    return isinstance(inner, OneOf) and inner.field == "part"


def _typed(nodes):
    return of_tree("", None).text if not nodes else " ".join(written(node) for node in nodes)


def first_uses(years):
    """Issuer → (by, after, state), from what is held and said a year."""
    found = {}
    for zone, said in years.items():
        saying = sorted(year for year, says in said.items() if says)
        if not saying:
            found[zone] = None, None, "silent"
            continue
        by = saying[0]
        before = [year for year in said if year < by]
        after = max(before) if before else None
        state = "left" if after is None else "exact" if by - after == 1 else "interval"
        found[zone] = by, after, state
    return found


def curve(years, zones):
    """year → held, say, said_by, at_risk, new."""
    every = sorted({year for said in years.values() for year in said})
    rows_ = {}
    for year in every:
        held = [zone for zone in zones if year in years[zone]]
        say = [zone for zone in held if years[zone][year]]
        said_by = [zone for zone in held if any(years[zone][each] for each in years[zone] if each <= year)]
        at_risk = [
            zone
            for zone in held
            if any(each < year for each in years[zone])
            and not any(years[zone][each] for each in years[zone] if each < year)
        ]
        rows_[year] = tuple(map(len, (held, say, said_by, at_risk, [zone for zone in at_risk if zone in say])))
    return rows_
