"""Addresses typed as they are: Chinese characters that a program did not percent-encode.

Browsers encode them; curl and many scripts send the bytes of the text, which waitress answers with
"Bad URI". They can only mean one thing.
"""

from __future__ import annotations

import re
from typing import Any

from waitress.parser import HTTPRequestParser
from waitress.utilities import RequestEntityTooLarge

# Bytes of a body: only addresses that take a text of somebody's own take more.
BODY = 65_536
WITH_BODY = ("/draft", "/api/passages")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def encoded(request_line: bytes) -> bytes:
    """The request line with every byte past ASCII percent-encoded.

    >>> encoded("GET /search?q=火 HTTP/1.1".encode())
    b'GET /search?q=%E7%81%AB HTTP/1.1'
    """
    return _NOT_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), request_line)


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Reads such addresses. What cannot be read at all counts as a request for the front page, so
    that it can be refused like any other."""

    command, path, query, request_uri, url_scheme = "GET", "/", "", "/", "http"
    error: Any

    def parse_header(self, header_plus: bytes) -> None:
        """Read the request line and the headers."""
        line, end, headers = header_plus.partition(b"\r\n")
        super().parse_header(encoded(line) + end + headers)

    def received(self, data: bytes) -> int:
        """Take what has arrived; a body too large for its address is refused as soon as that is
        known."""
        taken: int = super().received(data)
        large = max(self.content_length, self.body_bytes_received) >= BODY
        if large and self.path not in WITH_BODY and not self.error:
            self.error, self.completed = RequestEntityTooLarge(f"exceeds {BODY}"), True
        return taken
