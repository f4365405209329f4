"""Tables of organs: endings by what they are and where they tell a name, departments in full."""

import re

import pytest

from corpus.gazetteer.organs import departments, ending, ending_of, endings, national_organ


@pytest.mark.parametrize(
    ("use", "name", "tells"),
    [
        ("named", "东湖县", True),
        ("signs", "东湖县", False),  # only with its date below
        ("signs", "东湖县人民政府", True),
        ("acts", "东湖县委员会", True),
        ("acts", "有关单位", False),
        ("titled", "东湖县司法局", True),
    ],
)
def test_where_an_ending_tells_a_name(use, name, tells):
    assert bool(re.search(ending(use) + "$", name)) is tells


def test_endings_of_a_kind():
    assert re.fullmatch(ending_of("administration"), "开发建设管理委员会")
    assert not re.fullmatch(ending_of("administration"), "人民政府")
    assert len(set(endings())) == len(endings())


def test_no_full_name_is_a_short_one():
    assert not set(departments()) & set(departments().values())


def test_national_organs():
    assert national_organ().match("国务院办公厅")
    assert national_organ().match("国家市场监督管理总局")
    assert not national_organ().match("东湖县司法局")
