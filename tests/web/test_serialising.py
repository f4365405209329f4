"""What is sent is the same text, whichever module writes it."""

import json

import pytest
from flask import Flask

from web import serialising
from web.address.spelled import Address

VALUES = [
    {"乙": 1, "甲": [True, None, 0.5, -3, 0.1 + 0.2, 12345.678], "": {}},
    ["葛\U000e0100法治", '\u2028\x00\x1f"\\/<&', "𠮷", ""],
    (1, ("2", [])),
    {"url": Address("/search?q=%E5%AE%A1"), "none": None},
    "half \ud842 a character",
    [2**53, 2**64, -(2**70)],
    {2023: "a number as a key"},
]


@pytest.fixture(params=["here", "missing"])
def app(request, monkeypatch):
    """An application that writes with orjson, and one where it is not installed."""
    pytest.importorskip("orjson", reason="orjson is not installed (the extra fast)")
    if request.param == "missing":
        monkeypatch.setattr(serialising, "orjson", None)
    made = Flask("made")
    serialising.register(made)
    return made


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_is_what_python_writes(app, value):
    expected = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    with app.test_request_context():
        assert app.json.dumps(value, separators=(",", ":")) == expected
        assert app.json.dumps(value) == json.dumps(value, ensure_ascii=False)
        if "\ud842" not in expected:
            assert app.json.response(value).data == expected.encode() + b"\n"


def test_keeps_numbers_and_refuses_what_is_no_json(app):
    assert json.loads(app.json.dumps([1e-7, 1e300], separators=(",", ":"))) == [1e-7, 1e300]
    with pytest.raises(TypeError):
        app.json.dumps([object()], separators=(",", ":"))
