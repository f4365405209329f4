"""One page, one id, whatever way its address is written."""

import re

import pytest

from corpus.identity import ID_LENGTH, canonical, id_of_address, short_hash

SAME = [
    "https://www.kfq.example/a/1.html",
    "http://kfq.example/a/1.html",
    "http://kfq.example:8080/a/1.html",
    "https://www.KFQ.example/a/1.html#top",
    "https://kfq.example/a/1.html?utm_source=wx&spm=1",
]
OTHER = [
    "https://kfq.example/a/2.html",
    "https://kfq.example/a/1.html?id=1",
    "https://kfq.example/A/1.html",
    "https://m.kfq.example/a/1.html",
]


@pytest.mark.parametrize("address", SAME)
def test_the_same_page(address):
    assert id_of_address(address) == id_of_address(SAME[0])


@pytest.mark.parametrize("address", OTHER)
def test_another_page(address):
    assert id_of_address(address) != id_of_address(SAME[0])


def test_parameters_that_matter_stay():
    assert canonical("http://a.example/?b=2&a=1&utm_x=3") == "a.example/?b=2&a=1"


def test_ids_have_their_form():
    for content in (b"", b"a", bytes(1000)):
        assert re.fullmatch(f"[0-9a-z]{{{ID_LENGTH}}}", short_hash(content))
