"""Which pages of a PDF are recognised, and what happens where they cannot be."""

import pytest

from corpus.errors import Hindered, LoadError
from corpus.load.scan import wanting as module
from corpus.load.scan.seen import Sheet
from corpus.load.scan.wanting import recognised, wanting

TEXT = "全年办结行政复议案件五十二件，按期办结率百分之百。"
GARBAGE = "\ue001\ue002\ue003" * 9


@pytest.mark.parametrize(
    ("texts", "pictures", "wanted"),
    [
        ([TEXT, TEXT], [], ()),
        ([TEXT, "", "— 3 —"], [1, 2], (1, 2)),  # a page number is not the text
        ([TEXT, ""], [], ()),  # an empty page
        ([TEXT, TEXT], [1], ()),  # a picture beside text
        ([TEXT, GARBAGE], [], (1,)),
    ],
)
def test_only_pages_without_text_are_wanted(texts, pictures, wanted):
    assert wanting(texts, pictures) == wanted


def test_only_they_are_recognised(monkeypatch):
    asked = []
    monkeypatch.setattr(module, "can_recognise", lambda: True)
    monkeypatch.setattr(module, "recognise", lambda body, wanted: asked.append(wanted) or (Sheet(1, 1, 1, 1),))
    receipt = []
    assert recognised(b"", [TEXT, "", TEXT], [1], receipt) == (Sheet(1, 1, 1, 1),)
    assert asked == [(1,)]


def test_without_the_extra_a_few_pages_are_named_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(module, "can_recognise", lambda: False)
    receipt = []
    assert recognised(b"", [TEXT, "", TEXT], [1], receipt) == ()
    assert [(trace.rule, trace.what) for trace in receipt] == [("unread page", "p2")]


@pytest.mark.parametrize(
    ("texts", "pictures", "kind", "code"),
    [(["", "", TEXT], [0, 1], Hindered, "ocr_missing"), ([GARBAGE] * 2, [], LoadError, "garbled")],
)
def test_without_the_extra_a_scan_says_what_to_install(monkeypatch, texts, pictures, kind, code):
    monkeypatch.setattr(module, "can_recognise", lambda: False)
    with pytest.raises(kind, match=r"xunzhang\[ocr\]") as error:
        recognised(b"", texts, pictures, [])
    assert error.value.code == code
