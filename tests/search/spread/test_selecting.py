"""What of a query says something and what only selects."""

import pytest

from search.query.read import parse
from search.spread.selecting import selecting
from search.tables import Selection


@pytest.mark.parametrize(
    ("typed", "moved", "silence", "one_section"),
    [
        ('"物价"', (), "", False),
        ("物价", (), "", False),
        ("", (), "", False),
        ('zone:国务院 "物价"', ('zone:"国务院"',), "", False),
        ('year:2021.. part:问题 "物价" -level:省', ("year:2021..", 'part:"问题"', '-level:"省"'), "", False),
        ('(zone:国务院 "物价") year:2021', ('zone:"国务院"', "year:2021"), "", False),
        # a heading is said
        ("heading:物价", (), "", False),
        # NOT holds for single sections
        ('"物价" -"粮价"', (), "not_for_not", True),
        ('-"物价"', (), "not_for_not", True),
        ('"物价" OR -"粮价"', (), "not_for_not", True),
        ('-(zone:国务院 "物价")', (), "not_for_not", True),
        ('zone:国务院 OR "物价"', (), "not_for_fields_under_or", False),
        ('"物价" (year:2021 OR "粮价")', (), "not_for_fields_under_or", True),
        # several strings
        ('"物价" "粮价"', (), "", True),
        ("法治政府建设年度报告", (), "", True),
        ('"物价" OR "粮价"', (), "", False),
        ('"物价" ~10 "粮价"', (), "", False),
        ("52件", (), "", False),
    ],
)
def test_selecting(typed, moved, silence, one_section):
    assert selecting(parse(typed)).selection == Selection(moved, silence, one_section)


def test_what_selects_without_its_part():
    taken = selecting(parse('part:问题 year:2021 "物价"'))
    assert taken.has_part
    assert taken.selecting.text == 'part:"问题" year:2021'
    assert taken.of_any_part.text == "year:2021"
