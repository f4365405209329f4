"""How many reports are held a year and a province, whatever is filtered by, counted report by
report."""

import pytest
from hypothesis import given, settings
from material.examples import at_most
from material.made_shelves import choices, shelves
from material.plain_scan import Shelf, passes, rows

from index.build import build
from search.embedded import Embedded
from web.catalogue import Catalogue
from web.portrait.held import held_by_province, held_by_year


@settings(max_examples=at_most(30), deadline=None)
@given(shelf=shelves, filters=choices)
def test_equals_counting_reports(tmp_path_factory, shelf, filters):
    folder = tmp_path_factory.mktemp("held")
    build(Shelf(shelf), folder)
    facts = Catalogue().facts(Embedded(folder))
    firsts = {row.report: row for row in reversed(rows(shelf))}.values()
    for counted, facet, column in ((held_by_year, "year", "year"), (held_by_province, "region", "province")):
        others = {name: values for name, values in filters.items() if name not in (facet, "part")}
        expected = {}
        for row in firsts:
            value = getattr(row, column)
            if value and all(passes(*item, row) for item in others.items()):
                expected[value] = expected.get(value, 0) + 1
        assert {str(value): number for value, number in counted(facts, filters).items()} == expected


@pytest.mark.parametrize("part", ["举措成效", ""])
def test_a_part_is_no_fact_about_a_report(tmp_path, part):
    from material.few_reports import report

    build(Shelf([report("aaaaaaaaaaa1", "审计", part="问题不足")]), tmp_path)
    assert held_by_year(Catalogue().facts(Embedded(tmp_path)), {"part": (part,)}) == {2022: 1}
