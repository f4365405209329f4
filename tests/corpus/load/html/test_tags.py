"""What a tag says of itself."""

import pytest
from lxml import etree

from corpus.load.html.tags import cells, is_hidden, is_link, keeps_breaks, name_of


def tag(html):
    body = etree.fromstring(html if html.startswith(("<body", "<tr")) else f"<body>{html}</body>", etree.HTMLParser())
    return next(node for node in body.iter() if node.tag == html[1:].split()[0].split(">")[0])


@pytest.mark.parametrize(
    ("asked", "html", "answer"),
    [
        (is_link, "<a href='/x'>", True),
        (is_link, "<a onclick='go()'>", True),
        (is_link, "<a name='top'>", False),
        (is_hidden, "<div style='display : none'>", True),
        (is_hidden, "<div style='VISIBILITY:hidden'>", True),
        (is_hidden, "<div hidden>", True),
        (is_hidden, "<div style='color:red'>", False),
        (is_hidden, "<body style='display:none'>", False),  # a script shows it later
        (keeps_breaks, "<pre>", True),
        (keeps_breaks, "<div style='white-space:pre-wrap'>", True),
        (keeps_breaks, "<div>", False),
        (cells, "<tr><td>1</td><th>2</th> </tr>", 2),
        (name_of, "<div id='zoom' class='left article'>", "div#zoom.left.article"),
        (name_of, f"<div id='{'x' * 61}' class='a b c d e f'>", "div.a.b.c.d.e"),
        (name_of, "<p>", "p"),
    ],
)
def test_tags(asked, html, answer):
    assert asked(tag(html)) == answer
