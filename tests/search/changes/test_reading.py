"""Figures as they are read."""

from decimal import Decimal

import pytest

from search.changes.reading import figures_in

CASES = {
    "总额1.15万亿美元": [("1.15万亿美元", 1_150_000_000_000, "美元", False)],
    "3亿2700万元": [("3亿2700万元", 327_000_000, "元", False)],
    "三千二百七十万": [("三千二百七十万", 32_700_000, "", False)],
    "2,904件,五十二件": [("2,904件", 2904, "件", False), ("五十二件", 52, "件", False)],
    "300余件": [("300余件", 300, "件", False)],
    "百分之二十一点一和8.5%": [("百分之二十一点一", Decimal("21.1"), "%", False), ("8.5%", Decimal("8.5"), "%", False)],
    "二〇二三年": [("二〇二三年", 2023, "年", True)],
    "2023年5月1日": [("2023年", 2023, "年", True), ("5月", 5, "月", True), ("1日", 1, "日", True)],
    "改造2600多万套,13亿多人": [("2600多万套", 26_000_000, "套", False), ("13亿多人", 1_300_000_000, "人", False)],
    "提高0.2个百分点": [("0.2个百分点", Decimal("0.2"), "个百分点", False)],
    "第三批": [("第三批", 3, "批", True)],
    "12345热线": [("12345", 12345, "", False)],
    "二十问,十四五,下一年度,一起,零部件": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_figures(text, expected):
    found = [(text[each.start : each.end], each.value, each.unit, each.is_one) for each in figures_in(text)]
    assert found == expected
