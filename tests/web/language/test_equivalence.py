"""Which equivalence made a match one."""

import pytest

from corpus.records import KINDS, LEVELS, PARTS
from search.answer import Snippet
from web.language.equivalence import equivalences
from web.language.languages import NAMED


@pytest.mark.parametrize(
    ("typed", "written", "expected"),
    [
        ("一网通办", "一网通办", ()),
        ("一网通办", "一網通辦", ("繁简",)),
        ("一網通辦", "一网通办", ("繁简",)),
        ("52件", "５２件", ("全半角",)),
        ("５２件", "52件", ("全半角",)),
        ("ai治理", "AI治理", ("大小写",)),
        ("2021-2025", "2021—2025", ("标点",)),
        ("一网通办", "一网\u3000通办", ("空白",)),
        ("一网通办", "一網 通辦", ("繁简", "空白")),
        ("“放管服”改革", "放管服", ()),
        ("52件", "五十二件", ("数字写法",)),
        ("行政复议 五十二件", "５２件", ("数字写法",)),
        ("“52件”", "52件", ()),
        ("", "", ()),
    ],
)
def test_equivalences(typed, written, expected):
    assert equivalences(Snippet(f"前{written}后", ((1, 1 + len(written)),)), typed) == expected


def test_every_value_with_a_name_has_one():
    assert {*LEVELS, *KINDS, *PARTS} <= NAMED
