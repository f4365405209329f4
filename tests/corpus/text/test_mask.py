"""Numbers of persons are hidden, other numbers are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Report, Section, Trace
from corpus.store.public import public, source_name
from corpus.text.mask import mask

MASKED = [
    ("电话13900001234。", "电话139********。"),
    ("139-0000-1234", "139**********"),
    ("手机：139 0000 1234", "手机：139**********"),
    ("１３９００００１２３４", "１３９********"),
    ("身份证11010119900307123X。", "身份证110***************。"),
    ("110101199003071234", "110***************"),
]
KEPT = [
    "网站标识码：4401120001",
    "粤公网安备 44011202000021号",
    "投资13900001234元",
    "税收139 0000 1234 件",  # a row of figures
    "0768-1234567",  # an office
    "213900001234567",
    "3.13900001234",
    "110101209013071234",  # no such month
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_numbers_of_persons_are_hidden(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize("text", KEPT)
def test_other_numbers_stay(text):
    assert mask(text) == text


@given(st.text(st.sampled_from("1390 -０１９Xx电话元"), max_size=60))
def test_masking_keeps_length_and_masks_once(text):
    assert len(mask(text)) == len(text)
    assert mask(mask(text)) == mask(text)


def test_a_public_record_has_no_number_and_no_path():
    report = Report(
        **dict.fromkeys(
            ("zone", "zone_then", "province", "city", "county", "level", "year", "published", "issued", "number", "url")
        ),
        id="a" * 12,
        title="报告",
        kind="其他",
        script="hans",
        sources=("file:///home/someone/%E6%8A%A5.txt", "https://kfq.example/1.html"),
        source_sha256="13900001234",
        back=("联系人：13900001234",),
        sections=(Section("0", 1, None, None, "请拨打13900001234"),),
        receipt=(Trace("back", "联系人：13900001234"),),
    )
    shown = public(report)
    assert shown["sources"] == ["报.txt", "https://kfq.example/1.html"]
    assert "13900001234" not in str({**shown, "source_sha256": ""})
    assert shown["source_sha256"] == "13900001234"  # a hash is no telephone number
    assert list(shown) == list(report.to_dict())


def test_source_names():
    assert source_name("https://kfq.example/1.html") == "https://kfq.example/1.html"
