"""Labels without their numbering, figures as numbers."""

import pytest

from corpus.form.label import bare, is_value, value_of


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"),
        ("（一）予以公开", "予以公开"),
        ("(三) 不予公开", "不予公开"),
        ("3.危及“三安全一稳定”", "危及“三安全一稳定”"),
        ("1．属于国家秘密", "属于国家秘密"),
        ("部 分 公 开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("本年收费金额（单位：万元）", "本年收费金额"),
        ("本年收费金额(单位：万元", "本年收费金额"),
        ("本年增/减", "本年增/减"),
        ("三类内部事务信息", "三类内部事务信息"),
    ],
)
def test_labels(written, label):
    assert bare(written) == label


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("1,286", 1286),
        ("１２", 12),
        ("0.5万元", 0.5),
        ("-3", -3),
        ("12件", 12),
        ("", None),
        ("/", None),
        ("—", None),
        ("无", None),
        (" 7 ", 7),
    ],
)
def test_figures(written, value):
    assert is_value(written)
    assert value_of(written) == value


@pytest.mark.parametrize("written", ["规章", "3.其他", "第二十条第（一）项", "2023年1月", "信息内容"])
def test_labels_are_no_figures(written):
    assert not is_value(written)
