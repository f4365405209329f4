"""Addresses typed as they are: Chinese characters that a program did not percent-encode.

Browsers encode them; curl and many scripts send the bytes of the text, which waitress answers with
"Bad URI". They can only mean one thing.
"""

from __future__ import annotations

import re
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def encoded(request_line: bytes) -> bytes:
    """The request line with every byte past ASCII percent-encoded.

    >>> encoded("GET /search?q=火 HTTP/1.1".encode())
    b'GET /search?q=%E7%81%AB HTTP/1.1'
    """
    return _NOT_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), request_line)


class _Parser(HTTPRequestParser):  # type: ignore[misc]
    def parse_header(self, header_plus: bytes) -> None:
        line, end, headers = header_plus.partition(b"\r\n")
        super().parse_header(encoded(line) + end + headers)


class _Channel(HTTPChannel):  # type: ignore[misc]
    parser_class = _Parser


def accept_typed_addresses(sockets: dict[int, Any]) -> None:
    """Make every listening server among waitress's `sockets` read such addresses."""
    for server in sockets.values():
        if hasattr(server, "channel_class"):
            server.channel_class = _Channel
