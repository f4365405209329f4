"""Addresses as pages write them lead where the addresses lead."""

from html import unescape
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from web.address import links
from web.address.spelled import Address
from web.escaping import escaped


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_read_is_what_was_written(q, zone):
    address = links.page_with("/search", [("q", q), ("zone", zone)])
    spelled = unescape(address.written())
    assert address.isascii()
    assert parse_qsl(urlsplit(spelled).query, keep_blank_values=True) == [("q", q), ("zone", zone)]
    assert unquote(spelled) == unquote(address)
    assert escaped(address) == escape(address) == escape(spelled)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("/search", "/search"),
        ("/search?q=a+b&year=2022", "/search?q=a+b&amp;year=2022"),
        ("/search?q=%E5%AE%A1%E8%AE%A1%26%22", "/search?q=审计%26%22"),
        ("/zones/%E5%AE%A1%2F%E8%AE%A1", "/zones/审%2F计"),
        (
            "/search?q=%E3%80%80%E2%80%AE%C2%A0",
            "/search?q=%E3%80%80%E2%80%AE%C2%A0",
        ),  # not to be seen, or turning what follows
        ("/search?q=%F0%A0%AE%B7", "/search?q=𠮷"),
    ],
)
def test_characters_that_can_be_read_stand_as_they_are(address, written):
    assert escaped(Address(address)) == written
