"""Compiled or plain is one choice for all modules together, and answers are the same to the last
digit whichever it is."""

import pytest
from material.asked_elsewhere import reports, run
from material.plain_scan import Shelf
from material.twins import MODULES, OWN

from index.build import build

if OWN != "compiled":
    pytest.skip("not compiled here: there is nothing to compare", allow_module_level=True)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Two segments, some reports of the first deleted: more sections than a page is scored exactly
    from, and than a byte numbers."""
    folder, first, then = tmp_path_factory.mktemp("data"), reports(1, 110), reports(2, 12, 500)
    build(Shelf(first), folder / "index")
    build(Shelf(first[:95] + then), folder / "index")
    return folder


@pytest.fixture(scope="module")
def expected(data):
    """What is printed where everything was compiled."""
    printed = run("answers_without.py", data)
    assert (printed.stderr, printed.stdout.splitlines()[0]) == ("", "compiled")
    return printed.stdout.splitlines()[1:]


@pytest.mark.parametrize("missing", [*((name,) for name in MODULES), MODULES], ids=", ".join)
def test_one_missing_module_leaves_all_of_c_aside(data, expected, missing):
    assert_plain(run("answers_without.py", data, *missing), expected)


def test_all_of_c_is_left_aside_where_the_environment_says_so(data, expected):
    assert_plain(run("answers_without.py", data, XUNZHANG_PURE="1"), expected)


def assert_plain(printed, expected):
    assert printed.stderr == ""
    choice, *answers = printed.stdout.splitlines()
    assert choice == "plain"
    assert answers[0] == "200 OK"
    assert len(answers) > 400
    for answer, wanted in zip(answers, expected, strict=True):
        assert answer == wanted
