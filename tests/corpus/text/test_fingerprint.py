"""What an address carries of a text: the same for the same text however it is written, and for
ever."""

import pytest

from corpus.text.fingerprint import fingerprint, fingerprint_of, likeness, read_fingerprint
from corpus.text.mask import mask

TEXT = "（二）做好行政复议。全年收到行政复议申请37件，受理35件，审结34件，没有发生因程序违法被撤销的案件。"
LONG = TEXT + "复议机关主要负责人每季度听取一次汇报，对重大疑难案件组织专家论证，努力把矛盾化解在基层，化解在萌芽状态。"


def test_addresses_that_people_keep_stay_right():
    assert fingerprint(TEXT, "（二）") == "sdyq2xgg7rvsub3z"
    assert fingerprint("") == "wh7c4a22r6qtjdgd"


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("（二）", "（三）"),
        TEXT.replace("复议", "復議").replace("违", "違"),
        TEXT.replace("，", ",").replace("（二）", "(二)").rstrip("。"),
        TEXT.replace("37", "３７").replace("行政", "行 政\u3000"),
        TEXT.replace("案件", "案件\ufe00\n"),
    ],
)
def test_a_text_is_the_same_however_it_is_written(other):
    number = "（三）" if "（三）" in other else "（二）"
    assert fingerprint(other, number) == fingerprint(TEXT, "（二）")


@pytest.mark.parametrize(
    "number", ["13800001234", "138-0000-1234", "138 0000 1234", "110101199001011237", "13800****34"]
)
def test_a_mask_is_no_change(number):
    text = f"{TEXT}联系电话：{number}。"
    assert fingerprint(mask(text)) == fingerprint(text)


@pytest.mark.parametrize(
    ("old", "new", "figures"), [("35", "36", False), ("没有发生", "发生了", True), ("37", "3.7", True)]
)
def test_a_change_is_told_and_one_of_figures_apart(old, new, figures):
    before, after = fingerprint_of(TEXT), fingerprint_of(TEXT.replace(old, new))
    assert (before == after) is (new == "3.7")  # punctuation alone is no change
    assert (before.figures == after.figures) is figures


def test_likeness_falls_with_what_stands():
    wanted = fingerprint_of(LONG)
    likes = [
        likeness(wanted, fingerprint_of(text)) for text in (LONG, LONG.replace("听取", "召开"), TEXT, "另外一段话。")
    ]
    assert likes[0] == 1
    assert likes == sorted(likes, reverse=True)
    assert likes[-1] < 0.45


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("wh7c4a22r6qtjdgd", True),
        ("WH7C4A22R6QTJDGD", True),
        ("wh7c4a22r6qtjdgd.", True),
        ("wh7c4a22r6qtjdgd。", True),
        ("wh7c4a22r6qtjdg", False),
        ("0h7c4a22r6qtjdgd", False),
        ("", False),
    ],
)
def test_what_is_read(written, read):
    assert (read_fingerprint(written) == fingerprint_of("")) is read
