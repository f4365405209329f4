"""Names of files and headers that other servers and every system take."""

import re
from urllib.parse import unquote

import pytest
from werkzeug.datastructures import Headers

from web.taking.named import file_name, named, said

DATE = "2026-11-28T01:02:03Z"


@pytest.mark.parametrize(
    ("query", "what", "name"),
    [
        ("一网通办", "", "寻章-一网通办-2026-11-28.xlsx"),
        ('"一网通办" OR 审计', "逐处", "寻章-逐处-一网通办-OR-审计-2026-11-28.xlsx"),
        ("", "", "寻章-2026-11-28.xlsx"),
        ("../../etc/passwd", "", "寻章-etc-passwd-2026-11-28.xlsx"),
        ("CON:", "", "寻章-CON-2026-11-28.xlsx"),
        ("甲\r\nX-Evil: 1", "", "寻章-甲-X-Evil-1-2026-11-28.xlsx"),
        ("\u202e倒", "", "寻章-倒-2026-11-28.xlsx"),
        ("长" * 300, "", f"寻章-{'长' * 40}-2026-11-28.xlsx"),
        ("《办法》〔2023〕5号", "", "寻章-《办法》〔2023〕5号-2026-11-28.xlsx"),
    ],
)
def test_names(query, what, name):
    assert file_name(query, DATE, "xlsx", what) == name
    headers = Headers()
    named(headers, name)
    found = headers["Content-Disposition"]
    assert unquote(found.rpartition("UTF-8''")[2]) == name
    assert re.match(r'attachment; filename="xunzhang-2026-11-28\.xlsx"; ', found)
    assert found.isascii()


@pytest.mark.parametrize("query", ["一网通办", "", "a" * 500, "审" * 500, "😀" * 500, "ab审" * 300, "甲\n乙"])
def test_what_headers_say(query):
    headers = Headers()
    said(headers, {"query": query, "version": "20261128000000.1", "address": "/search", "date": DATE})
    found = headers["X-Xunzhang-Query"]
    assert found.isascii()
    assert found.isprintable()
    assert len(found) < 1_600
    told = unquote(found, errors="strict")
    assert told == query if len(told) == len(query) else query.startswith(told.removesuffix("……"))
    assert len(told) > min(len(query), 100) or told == query
    assert headers["X-Xunzhang-Version"] == "20261128000000.1"
    assert "X-Xunzhang-Address" not in headers
