"""Who may ask for how much at the same time."""

import pytest

from web.serving.limits import EXPORTS, Exports

AWAY, OTHER, HERE = "192.0.2.1", "192.0.2.2", "127.0.0.1"


@pytest.mark.parametrize(
    ("under_way", "address", "expected"),
    [
        ([], AWAY, None),
        ([AWAY], AWAY, 429),
        ([AWAY], OTHER, None),
        ([HERE], HERE, None),
        ([HERE] * EXPORTS, HERE, 503),
        ([AWAY, OTHER], HERE, 503),
        ([AWAY, OTHER], AWAY, 429),
    ],
)
def test_exports(under_way, address, expected):
    exports = Exports()
    for each in under_way:
        assert callable(exports.begin(each))
    begun = exports.begin(address)
    assert callable(begun) if expected is None else begun == expected


def test_an_export_ends_once():
    exports = Exports()
    ends = [exports.begin(HERE) for _ in range(EXPORTS)]
    ends[0]()
    ends[0]()
    assert callable(exports.begin(HERE))
    assert exports.begin(HERE) == 503
