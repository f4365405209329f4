"""Whole answers are the same with the compiled modules and without."""

import pytest
from material.asked_elsewhere import reports, run
from material.plain_scan import Shelf

from index.build import build

pytest.importorskip(
    "search.loops.native", reason="not compiled here: there is nothing to compare", exc_type=ImportError
)


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two segments, some reports of the first deleted: more sections than a page is scored exactly from, and than a byte numbers."""
    directory, first, then = tmp_path_factory.mktemp("native"), reports(1, 110), reports(2, 12, 500)
    build(Shelf(first), directory)
    build(Shelf(first[:95] + then), directory)
    return directory


def test_answers_are_the_same_to_the_last_digit(folder):
    compiled, pure = (run("answers_printed.py", folder, **how) for how in ({}, {"XUNZHANG_PURE": "1"}))
    assert (compiled.stderr, pure.stderr) == ("", "")
    one, other = compiled.stdout.splitlines(), pure.stdout.splitlines()
    assert (one[0], other[0]) == ("compiled", "pure")
    assert len(one) > 400
    for answer, expected in zip(one[1:], other[1:], strict=True):
        assert answer == expected
