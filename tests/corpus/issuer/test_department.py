"""Departments: known by the ends of their names, national ones by a list, shortened ones in
full."""

import pytest

from corpus.gazetteer.organs import departments
from corpus.issuer.department import BRANCH, CORPS, DEPARTMENT, NATION, in_full

KINDS = {"DEPARTMENT": DEPARTMENT, "NATION": NATION, "BRANCH": BRANCH, "CORPS": CORPS}


@pytest.mark.parametrize(
    ("kind", "name", "matches"),
    [
        ("DEPARTMENT", "司法局", True),
        ("DEPARTMENT", "水务局执法大队", True),
        ("DEPARTMENT", "黄梅街道", False),
        ("DEPARTMENT", "高新区", False),
        ("NATION", "司法部", True),
        ("NATION", "中华人民共和国司法部", True),
        ("NATION", "国家税务总局", True),
        ("NATION", "国家知识产权局", True),
        ("NATION", "江苏省司法厅", False),
        ("BRANCH", "国家税务总局苏州市税务局", True),
        ("BRANCH", "苏州市税务局", False),
        ("CORPS", "新疆生产建设兵团第八师石河子市", True),
        ("CORPS", "第八师", True),
        ("CORPS", "第八中学", False),
    ],
)
def test_what_a_name_is(kind, name, matches):
    assert bool(KINDS[kind].search(name)) is matches


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("发改委", "发展和改革委员会"),
        ("人社局", "人力资源和社会保障局"),
        ("司法局", "司法局"),
        ("苏州市发改委", "苏州市发改委"),  # whole names only
    ],
)
def test_full_names(name, full):
    assert in_full(name) == full


def test_a_full_name_is_written_once():
    assert not [full for full in departments().values() if in_full(full) != full]
