"""Names as printed, in one plain form, and what cannot be a name."""

import pytest

from corpus.name.printed import LONGEST_ISSUER, flat, is_name


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("東湖縣人民政府", "东湖县人民政府"),
        ("东湖县（高新区）", "东湖县(高新区)"),
        ("东 湖县", "东湖县"),  # a broken line's
        ("中共东湖县委　东湖县人民政府", "中共东湖县委 东湖县人民政府"),  # two organs
        ("二〇二三年工作", "2023年工作"),
        ("开发区•铁山区", "开发区·铁山区"),
    ],
)
def test_plain_forms(text, plain):
    assert flat(text) == plain


@pytest.mark.parametrize(
    ("name", "may_be"),
    [
        ("东湖县", True),
        ("本溪市", True),
        ("全州县", True),
        ("自治区", True),
        ("本局", False),
        ("全县", False),
        ("我局", False),
        ("推进依法行政", False),
        ("2023年", False),
        ("这是一项工作", False),
        ("县", False),
        ("县" * (LONGEST_ISSUER + 1), False),
    ],
)
def test_names(name, may_be):
    assert is_name(name) is may_be
